import * as z from 'zod'
import { Instant } from '../../../catalog/day.js'
import { FulfillmentStatus, Parcel, Recipient } from '../../../catalog/order.js'
import { PhoneNumber } from '../../../catalog/phone.js'
import { line, paragraphs } from '../../../catalog/text.js'
import { Vnd } from '../../../catalog/vnd.js'
import { named } from '../../components.js'
import { Share } from '../shop/order.js'
import { Next } from '../paging.js'

/** An order as the producer sees it who packs a share of it: with the address that the parcel needs. */
export const ProducerOrder = named(
  'ProducerOrder',
  z.strictObject({
    code: z.string(),
    placedAt: Instant,
    recipient: z.strictObject({
      /** Shortened a week after the share was cancelled, unless money that came for it is still to go back. */
      name: z.string(),
      /** Empty from then on, and once it was erased. */
      phone: z.string(),
      /** Street, commune and province in words; null when the goods are fetched, cancelled, or the address was erased. */
      address: z.string().nullable(),
      note: z.string().nullable(),
    }),
    /** When the buyer last corrected the recipient: a label that was printed before says something else. Null when never. */
    buyerCorrectedAt: Instant.nullable(),
    share: Share,
  }),
)

export const ProducerOrderPage = named(
  'ProducerOrderPage',
  z.strictObject({ next: Next, orders: z.array(ProducerOrder) }),
)

/** One step of an order; a parcel's carrier is needed to ship, a reason to cancel. */
export const StepBody = named(
  'StepBody',
  z.strictObject({
    status: FulfillmentStatus,
    reason: line(300).optional(),
    parcel: Parcel.optional(),
  }),
)

/** Who receives an order instead; commune, by today's code, and street only where goods are sent. The province stays. */
export const RecipientBody = named(
  'RecipientBody',
  z.strictObject({
    name: Recipient.shape.name,
    phone: PhoneNumber,
    commune: z.string().min(1).max(10).optional(),
    street: Recipient.shape.street,
  }),
)

/** The money that came for a share; the sum that was due when it is left out. */
export const PaymentBody = named(
  'PaymentBody',
  z.strictObject({ amount: Vnd.optional(), reference: line(100).optional() }),
)

export const AnswerBody = named('AnswerBody', z.strictObject({ text: paragraphs(2000).min(1) }))
