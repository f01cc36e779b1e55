import { inFront, type Route } from '../../route.js'
import { postQuestion, postReview, replies } from './replies.js'

const { get, post } = inFront('producer')

/** What shoppers ask and say in public, and the producer's answers. */
export const replyRoutes: readonly Route[] = [
  get('/producer/questions', replies, { may: 'catalog.view' }),
  post('/producer/questions/:id', postQuestion, { may: 'feedback.answer' }),
  post('/producer/reviews/:id', postReview, { may: 'review.answer' }),
]
