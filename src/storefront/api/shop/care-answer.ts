import type * as z from 'zod'
import type {
  FeedbackCase,
  Question as QuestionSchema,
  Review as ReviewSchema,
} from '../../../api/schemas/shop/care.js'
import type { Feedback } from '../../../catalog/care/feedback.js'
import type { Question } from '../../../catalog/care/question.js'
import type { PublicAnswer, Review } from '../../../catalog/care/review.js'
import type { Visit } from '../../visit.js'
import { toPicture } from './product-answer.js'

/** Who answered stands on the record; the public sees the producer or the office. */
const toAnswer = (answer: PublicAnswer | undefined) =>
  answer ? { text: answer.text, by: answer.by, at: answer.at } : null

export const toReview = (review: Review, visit: Visit): z.input<typeof ReviewSchema> => ({
  id: review.id,
  rating: review.rating,
  text: review.text ?? null,
  pictures: review.photos.map((photo) => toPicture(photo, visit)),
  author: review.author ?? null,
  writtenAt: review.writtenAt,
  answer: toAnswer(review.answer),
})

export const toQuestion = ({ id, text, askedAt, answer }: Question): z.input<typeof QuestionSchema> => ({
  id,
  text,
  askedAt,
  answer: toAnswer(answer),
})

export const toFeedbackCase = (feedback: Feedback): z.input<typeof FeedbackCase> => ({
  code: feedback.code,
  kind: feedback.kind,
  status: feedback.status,
  receivedAt: feedback.receivedAt,
  rounds: feedback.rounds.map(({ openedAt, dueOn, text = null, answer }) => ({
    openedAt,
    dueOn,
    text,
    answer: answer ? { text: answer.text, at: answer.at } : null,
  })),
})
