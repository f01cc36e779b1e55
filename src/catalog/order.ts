import * as z from 'zod'
import { Instant } from './day.js'
import { Digest } from './digest.js'
import { form } from './form.js'
import { OrderId, ProducerId, ProductId, Sku, Version, VoucherUseId } from './ids.js'
import { Payment, PaymentMethod } from './payments/payment.js'
import { PhoneNumber } from './phone.js'
import { PlaceRef } from './places/place.js'
import { VatRate } from './prices/price-rules.js'
import { ReturnRequest } from './return-request.js'
import { PickUp } from './payments/sale-terms.js'
import { spread } from './prices/spread.js'
import { line, paragraphs } from './text.js'
import { Vnd } from './vnd.js'

/** The most units of one variant in one order; more is a matter for a phone call. */
export const MAX_QUANTITY = 999
/** The most order lines in one order. */
export const MAX_LINES = 50

export const Quantity = z.int().min(1).max(MAX_QUANTITY)

/** One variant in an order, with its name and price as they were when it was ordered. */
export const OrderLine = z.strictObject({
  productId: ProductId,
  sku: Sku,
  name: line(320),
  quantity: Quantity,
  unitPrice: Vnd,
  /** The price from which a sale had lowered it, as it was shown. */
  formerPrice: Vnd.optional(),
  /** In percent, as the seller stated it. */
  vatRate: VatRate.optional(),
})
export type OrderLine = z.infer<typeof OrderLine>

export const FulfillmentStatus = z.enum([
  'placed',
  'accepted',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'returned',
])
export type FulfillmentStatus = z.infer<typeof FulfillmentStatus>

/** What may follow each step; anything else is refused. */
export const FULFILLMENT_STEPS: Readonly<Record<FulfillmentStatus, readonly FulfillmentStatus[]>> = {
  placed: ['accepted', 'cancelled'],
  accepted: ['packed', 'cancelled'],
  packed: ['shipped', 'cancelled'],
  shipped: ['delivered', 'returned'],
  delivered: ['returned'],
  cancelled: [],
  returned: [],
}

/** Why a share was cancelled or came back, in the words of who did it. */
export const Reason = line(300).optional()

/** Why the shop took a step by itself: the money had not come by {@link Payment.payBy}. */
export const StepCause = z.enum(['unpaid'])

/** What comes off the goods of a share: by buying more of one SKU, or by a voucher, in whole đồng. */
export const Reduction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('buyMore'), sku: Sku, amount: Vnd }),
  z.strictObject({ kind: z.literal('voucher'), code: line(20), amount: Vnd }),
])
export type Reduction = z.infer<typeof Reduction>

/** How a parcel is followed on its way. */
export const Parcel = z.strictObject({ carrier: line(60), trackingNumber: line(60).optional() })
export type Parcel = z.infer<typeof Parcel>

/** One producer's share of an order: what that producer packs, ships and is paid for. It is one transaction. */
export const Fulfillment = z.strictObject({
  producerId: ProducerId,
  lines: z.array(OrderLine).min(1).max(MAX_LINES),
  reductions: z.array(Reduction).max(100).optional(),
  shipping: Vnd,
  /** Where the buyer fetches the goods; left out for a delivery. */
  pickUp: PickUp.optional(),
  /** Left out in orders from before there was a choice: cash on delivery. */
  payment: Payment.optional(),
  parcel: Parcel.optional(),
  returns: z.array(ReturnRequest).max(20).optional(),
  status: FulfillmentStatus,
  /** Grows only: every step with its time and, for a cancellation, the reason, or the cause of one by the shop itself. */
  history: z
    .array(z.strictObject({ status: FulfillmentStatus, at: Instant, reason: Reason, cause: StepCause.optional() }))
    .min(1),
})
export type Fulfillment = z.infer<typeof Fulfillment>

/** Who receives the goods; personal data, shown to the parties of the order alone. */
export const Recipient = z.strictObject({
  name: line(100, 2),
  phone: PhoneNumber,
  /** Province and commune of today's list; with the street left out where the buyer fetches everything. */
  place: PlaceRef.optional(),
  street: line(200, 3).optional(),
  note: paragraphs(500).optional(),
})
export type Recipient = z.infer<typeof Recipient>

/** What stands in place of words that were erased. */
export const ERASED = '(đã xóa)'
const NoPhone = z.literal('').brand<'PhoneNumber'>()
/** What stands in place of an erased phone number: none, so that no number opens the order any more. */
export const NO_PHONE = '' as z.infer<typeof NoPhone>

/** Made by the client, visible ASCII: a repeated request bears the same one (IETF draft Idempotency-Key). */
export const IdempotencyKey = form(/^[\x21-\x7E]{8,255}$/, '8f14e45f-ceea-467f-9d0a-3f5c1b2a7e60')

/** What one shopper bought in one go, split by producer. */
export const Order = z.strictObject({
  id: OrderId,
  version: Version,
  /** What the shopper notes down; not to be guessed, and opens the order only together with the phone number. */
  code: line(20, 8),
  /** Erased on request or after the time of keeping; see `src/care/erasure.ts`. */
  recipient: Recipient.extend({ phone: PhoneNumber.or(NoPhone) }),
  fulfillments: z.array(Fulfillment).min(1).max(MAX_LINES),
  /** What the buyer chose; a share whose producer does not take it is paid in another way. */
  payment: PaymentMethod,
  /** Given back when all that the voucher took something off is cancelled. */
  voucherUseId: VoucherUseId.optional(),
  /** Makes a repeated request one order; see {@link Order.requestHash}. */
  idempotencyKey: IdempotencyKey,
  /** SHA-256 of what was ordered, so that the same key with other contents is refused. */
  requestHash: Digest,
  placedAt: Instant,
  /** When the buyer last corrected the recipient; left out where that never happened. */
  buyerCorrectedAt: Instant.optional(),
  changedAt: Instant,
})
export type Order = z.infer<typeof Order>

const DONE: ReadonlySet<FulfillmentStatus> = new Set(['delivered', 'cancelled', 'returned'])

/** True while something is left to do for a share: it is not delivered, cancelled or returned. */
export const isShareOpen = ({ status }: Pick<Fulfillment, 'status'>): boolean => !DONE.has(status)

const subtotalOf = (lines: readonly Pick<OrderLine, 'quantity' | 'unitPrice'>[]): Vnd =>
  lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0)

/** A share as far as its sums go. */
export type Priced = Pick<Fulfillment, 'lines' | 'reductions' | 'shipping'>

/** The goods of a share after its reductions. */
export const goodsOf = ({ lines, reductions = [] }: Omit<Priced, 'shipping'>): Vnd =>
  reductions.reduce((sum, { amount }) => sum - amount, subtotalOf(lines))

/** What is to be paid for a share: goods after reductions, and shipping. */
export const amountOf = (share: Priced): Vnd => goodsOf(share) + share.shipping

/** What is to be paid for the shares that are not cancelled, in whole đồng. */
export const totalOf = (order: Pick<Order, 'fulfillments'>): Vnd =>
  order.fulfillments.filter(({ status }) => status !== 'cancelled').reduce((sum, share) => sum + amountOf(share), 0)

/**
 * What each line of a share costs once every reduction is taken off the lines that it is for: a voucher's is spread over
 * all of them in proportion. The amounts add up to {@link goodsOf}.
 */
export function netAmounts({ lines, reductions = [] }: Omit<Priced, 'shipping'>): Vnd[] {
  const off = (sku: string): Vnd =>
    reductions.reduce((sum, entry) => (entry.kind === 'buyMore' && entry.sku === sku ? sum + entry.amount : sum), 0)
  const own = lines.map(({ sku, quantity, unitPrice }) => quantity * unitPrice - off(sku))
  const vouchers = reductions.reduce((sum, { kind, amount }) => (kind === 'voucher' ? sum + amount : sum), 0)
  const shared = spread(vouchers, own)
  return own.map((amount, index) => amount - (shared[index] ?? 0))
}
