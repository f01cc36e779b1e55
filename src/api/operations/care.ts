import * as z from 'zod'
import type { Operation } from '../operation.js'
import {
  FeedbackBody,
  FeedbackCase,
  Question,
  QuestionBody,
  QuestionPage,
  Review,
  ReviewBody,
  ReviewPage,
} from '../schemas/shop/care.js'
import { ByCode, PhoneBody } from '../schemas/shop/order.js'
import { BySlug, Cursor, Limit } from '../schemas/paging.js'

const Page = z.strictObject({ limit: Limit.optional(), cursor: Cursor.optional() })

/** Reviews, questions and feedback, as shoppers write and read them. */
export const careOperations = {
  listReviews: {
    id: 'listReviews',
    method: 'get',
    path: '/products/{slug}/reviews',
    front: 'shop',
    summary: { vi: 'Đánh giá của người mua', en: 'Reviews by those who bought it' },
    params: BySlug,
    query: Page,
    answer: ReviewPage,
  },
  writeReview: {
    id: 'writeReview',
    method: 'post',
    path: '/orders/{code}/reviews',
    front: 'shop',
    summary: { vi: 'Đánh giá hàng đã nhận', en: 'Review goods that were delivered' },
    params: ByCode,
    body: ReviewBody,
    maxBody: 25 * 2 ** 20,
    answer: Review,
    status: 201,
    selling: true,
    idempotency: 'heeded',
    refusals: ['NOT_DELIVERED'],
  },
  listQuestions: {
    id: 'listQuestions',
    method: 'get',
    path: '/products/{slug}/questions',
    front: 'shop',
    summary: { vi: 'Hỏi đáp đã có trả lời', en: 'Questions with their answers' },
    params: BySlug,
    query: Page,
    answer: QuestionPage,
  },
  askQuestion: {
    id: 'askQuestion',
    method: 'post',
    path: '/products/{slug}/questions',
    front: 'shop',
    summary: { vi: 'Hỏi chủ thể', en: 'Ask the producer' },
    params: BySlug,
    body: QuestionBody,
    answer: Question,
    status: 201,
    idempotency: 'required',
    refusals: ['TOO_MANY_WAITING'],
  },
  sendFeedback: {
    id: 'sendFeedback',
    method: 'post',
    path: '/feedback',
    front: 'shop',
    summary: { vi: 'Gửi phản ánh', en: 'Send a complaint, report or question to the office' },
    body: FeedbackBody,
    answer: FeedbackCase,
    status: 201,
    idempotency: 'required',
    refusals: ['TOO_MANY_WAITING'],
  },
  followFeedback: {
    id: 'followFeedback',
    method: 'post',
    path: '/feedback/{code}/follow',
    front: 'shop',
    summary: { vi: 'Xem phản ánh đã gửi', en: 'See how feedback stands' },
    params: ByCode,
    body: PhoneBody,
    answer: FeedbackCase,
  },
} as const satisfies Record<string, Operation>
