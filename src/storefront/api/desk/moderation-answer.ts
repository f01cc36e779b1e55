import type * as z from 'zod'
import type { DeskQuestion, DeskReview } from '../../../api/schemas/desk/moderation.js'
import type { Question } from '../../../catalog/care/question.js'
import type { Review } from '../../../catalog/care/review.js'
import type { Visit } from '../../visit.js'
import { takePage } from '../cursor.js'
import { toQuestion, toReview } from '../shop/care-answer.js'

interface PageQuery {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

export const toDeskReview = (review: Review, visit: Visit): z.input<typeof DeskReview> => ({
  ...toReview(review, visit),
  productId: review.productId,
  producerId: review.producerId,
  status: review.status,
  hiding: review.hiding ?? null,
})

export const toDeskQuestion = (question: Question): z.input<typeof DeskQuestion> => ({
  ...toQuestion(question),
  productId: question.productId,
  producerId: question.producerId,
  name: question.name ?? null,
  phone: question.phone ?? null,
  status: question.status,
  hiding: question.hiding ?? null,
})

export function toReviewPage(reviews: readonly Review[], query: PageQuery, visit: Visit) {
  const { entries, next } = takePage(reviews, query)
  return { body: { total: reviews.length, next, reviews: entries.map((review) => toDeskReview(review, visit)) } }
}

export function toQuestionPage(questions: readonly Question[], query: PageQuery) {
  const { entries, next } = takePage(questions, query)
  return { body: { total: questions.length, next, questions: entries.map(toDeskQuestion) } }
}
