import * as z from 'zod'
import { Instant } from '../day.js'
import { ProducerId, ProductId, QuestionId, Version } from '../ids.js'
import { PhoneNumber } from '../phone.js'
import { Hiding, PublicAnswer } from './review.js'
import { line, paragraphs } from '../text.js'

/**
 * What somebody wants to know of a product. The public sees it once it is answered; name and number of who asks are for
 * the producer and the office alone.
 */
export const Question = z.strictObject({
  id: QuestionId,
  version: Version,
  productId: ProductId,
  producerId: ProducerId.nullable(),
  text: paragraphs(1000).min(5),
  name: line(100, 2).optional(),
  phone: PhoneNumber.optional(),
  askedAt: Instant,
  answer: PublicAnswer.optional(),
  status: z.enum(['waiting', 'answered', 'hidden', 'withdrawn']),
  hiding: Hiding.optional(),
  changedAt: Instant,
})
export type Question = z.infer<typeof Question>
