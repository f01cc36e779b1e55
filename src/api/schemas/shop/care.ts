import * as z from 'zod'
import { Day, Instant } from '../../../catalog/day.js'
import { FeedbackKind, FeedbackStatus, FeedbackSubject } from '../../../catalog/care/feedback.js'
import { Sku } from '../../../catalog/ids.js'
import { MAX_REVIEW_PHOTOS, Rating } from '../../../catalog/care/review.js'
import { line, paragraphs } from '../../../catalog/text.js'
import { named } from '../../components.js'
import { Phone } from './order.js'
import { Next } from '../paging.js'
import { PhotoBody } from '../photo.js'
import { Picture, Rating as MeanRating } from './product.js'

/** What a producer or the office says in public. */
const Answered = named(
  'PublicAnswer',
  z.strictObject({ text: z.string(), by: z.enum(['producer', 'office']), at: Instant }),
)

export const Review = named(
  'Review',
  z.strictObject({
    id: z.string(),
    rating: Rating,
    text: z.string().nullable(),
    pictures: z.array(Picture),
    /** The buyer's name, shortened. */
    author: z.string().nullable(),
    writtenAt: Instant,
    answer: Answered.nullable(),
  }),
)

export const ReviewPage = named(
  'ReviewPage',
  z.strictObject({ total: z.int(), rating: MeanRating.nullable(), next: Next, reviews: z.array(Review) }),
)

/** A picture of at most 6 MB in base64. */
const ReviewPhoto = PhotoBody.extend({ data: z.base64().min(1).max(8_000_000) })

/** The review of a line of an order that was delivered, opened by the phone number of its recipient. */
export const ReviewBody = named(
  'ReviewBody',
  z.strictObject({
    phone: Phone,
    sku: Sku,
    rating: Rating,
    text: paragraphs(2000).optional(),
    /** In place of those sent before; without any, the review has none. */
    photos: z.array(ReviewPhoto).max(MAX_REVIEW_PHOTOS).optional(),
  }),
)

export const Question = named(
  'Question',
  z.strictObject({ id: z.string(), text: z.string(), askedAt: Instant, answer: Answered.nullable() }),
)

export const QuestionPage = named(
  'QuestionPage',
  z.strictObject({ total: z.int(), next: Next, questions: z.array(Question) }),
)

export const QuestionBody = named(
  'QuestionBody',
  z.strictObject({ text: paragraphs(1000).min(5), name: line(100, 2).optional(), phone: Phone.optional() }),
)

export const FeedbackBody = named(
  'FeedbackBody',
  z.strictObject({
    kind: FeedbackKind,
    /** The order's code for an order, the id of a record for the rest. */
    about: FeedbackSubject,
    text: paragraphs(3000).min(10),
    name: line(100, 2).optional(),
    phone: Phone.optional(),
  }),
)

/** A complaint, report or question to the office as who sent it follows it. */
export const FeedbackCase = named(
  'FeedbackCase',
  z.strictObject({
    code: z.string(),
    kind: FeedbackKind,
    status: FeedbackStatus,
    receivedAt: Instant,
    rounds: z.array(
      z.strictObject({
        openedAt: Instant,
        dueOn: Day,
        text: z.string().nullable(),
        answer: z.strictObject({ text: z.string(), at: Instant }).nullable(),
      }),
    ),
  }),
)
