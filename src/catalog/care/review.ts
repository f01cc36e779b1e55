import * as z from 'zod'
import { Day, Instant } from '../day.js'
import { OrderId, ProducerId, ProductId, ReviewId, Sku, Version } from '../ids.js'
import { Photo } from '../product.js'
import { line, paragraphs } from '../text.js'

export const MAX_REVIEW_PHOTOS = 3

/** How content a shopper was, 1 to 5. Not to be mistaken for `stars`, the grade of the programme. */
export const Rating = z.int().min(1).max(5)

/** What a producer or the office says to a review or a question, in public. */
export const PublicAnswer = z.strictObject({
  text: paragraphs(2000).min(1),
  by: z.enum(['producer', 'office']),
  /** Who wrote it, for the record; the public sees the producer or the office. */
  author: line(200),
  at: Instant,
})
export type PublicAnswer = z.infer<typeof PublicAnswer>

/** Why the office took something out of sight. */
export const Hiding = z.strictObject({ at: Instant, reason: line(300, 3) })

/** What somebody who bought and received a product says of it; one for each line of an order. */
export const Review = z.strictObject({
  id: ReviewId,
  version: Version,
  orderId: OrderId,
  sku: Sku,
  productId: ProductId,
  producerId: ProducerId,
  rating: Rating,
  text: paragraphs(2000).optional(),
  photos: z.array(Photo).max(MAX_REVIEW_PHOTOS),
  /** The buyer's name, shortened: "Hoa N."; left out once it was erased. */
  author: line(60).optional(),
  /** The day on which the goods arrived. */
  receivedOn: Day,
  writtenAt: Instant,
  /** When its writer changed it last. */
  editedAt: Instant.optional(),
  answer: PublicAnswer.optional(),
  /** `withdrawn` by its writer, `hidden` by the office. */
  status: z.enum(['shown', 'hidden', 'withdrawn']),
  hiding: Hiding.optional(),
  changedAt: Instant,
})
export type Review = z.infer<typeof Review>
