import { myData, postDataRequest, postForgetMyData, postMyData } from './my-data.js'
import { myDataCsv, myDataJson } from './my-data-files.js'
import { orderReview, postOrderReview, postWithdrawReview } from '../order/order-review.js'
import { feedback, feedbackSent, orderFeedback, postFeedback } from './feedback.js'
import { feedbackCase, feedbackFind, postFeedbackFind, postFeedbackReopen } from './feedback-case.js'
import { postProductQuestion, productQuestions } from '../product/product-questions.js'
import { productReviews } from '../product/product-reviews.js'
import { digitalLink, gs1Resolver } from '../product/digital-link.js'
import { trace, traceQrPng, traceQrSvg } from '../product/trace.js'
import { privacy } from '../guides.js'
import { foundByPlainAddress } from '../../answer/misspelt-address.js'
import { get, getPublic, post, type Route } from '../../route.js'
import { limitGuessing, limitSending } from '../../limits/limits.js'
import { REVIEW_UPLOAD } from '../../care/review-upload.js'

/** Addresses of what comes after the purchase, and of where things come from. */
export const careRoutes: readonly Route[] = [
  getPublic('/products/:slug/reviews', productReviews),
  get('/products/:slug/questions', productQuestions),
  post('/products/:slug/questions', postProductQuestion, { guard: limitSending }),

  get('/orders/:code/reviews/:sku', orderReview, { selling: true, guard: limitGuessing }),
  post('/orders/:code/reviews/:sku', postOrderReview, { selling: true, guard: limitSending, upload: REVIEW_UPLOAD }),
  post('/orders/:code/reviews/:sku/withdraw', postWithdrawReview, { selling: true, guard: limitSending }),

  get('/orders/:code/feedback', orderFeedback, { selling: true, guard: limitGuessing }),

  get('/feedback', feedback),
  post('/feedback', postFeedback, { guard: limitSending }),
  get('/feedback/sent', feedbackSent),
  get('/feedback/find', feedbackFind),
  post('/feedback/find', postFeedbackFind, { guard: limitGuessing }),
  get('/feedback/:code', feedbackCase, { guard: limitGuessing }),
  post('/feedback/:code/reopen', postFeedbackReopen, { guard: limitSending }),

  get('/my-data', myData, { guard: limitGuessing }),
  post('/my-data', postMyData, { guard: limitGuessing }),
  post('/my-data/requests', postDataRequest, { guard: limitSending }),
  post('/my-data/forget', postForgetMyData),
  get('/my-data/export.json', myDataJson, { guard: limitGuessing }),
  get('/my-data/export.csv', myDataCsv, { guard: limitGuessing }),

  getPublic('/trace/:slug', foundByPlainAddress(trace)),
  getPublic('/trace/:slug/qr.svg', traceQrSvg),
  get('/trace/:slug/qr.png', traceQrPng),
  get('/01/{*rest}', digitalLink),
  get('/.well-known/gs1resolver', gs1Resolver),

  getPublic('/privacy', privacy),
]
