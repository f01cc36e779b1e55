import * as z from 'zod'
import { Instant } from '../../../catalog/day.js'
import { line } from '../../../catalog/text.js'
import { named } from '../../components.js'
import { Question, Review } from '../shop/care.js'
import { Next } from '../paging.js'

const hiding = z.strictObject({ at: Instant, reason: z.string() }).nullable()

/** A review as the producer and the office see it. */
export const DeskReview = named(
  'DeskReview',
  Review.extend({
    productId: z.string(),
    producerId: z.string(),
    status: z.enum(['shown', 'hidden', 'withdrawn']),
    hiding,
  }),
)
export const DeskReviewPage = named(
  'DeskReviewPage',
  z.strictObject({ total: z.int(), next: Next, reviews: z.array(DeskReview) }),
)

/** A question as the producer and the office see it, with who may be called back. */
export const DeskQuestion = named(
  'DeskQuestion',
  Question.extend({
    productId: z.string(),
    producerId: z.string().nullable(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    status: z.enum(['waiting', 'answered', 'hidden', 'withdrawn']),
    hiding,
  }),
)
export const DeskQuestionPage = named(
  'DeskQuestionPage',
  z.strictObject({ total: z.int(), next: Next, questions: z.array(DeskQuestion) }),
)

export const HideBody = named('HideBody', z.strictObject({ reason: line(300, 3) }))
