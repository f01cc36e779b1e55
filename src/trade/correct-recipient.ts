import * as z from 'zod'
import { toInstant } from '../catalog/day.js'
import { CatalogError, fieldError } from '../catalog/errors.js'
import type { ProducerId } from '../catalog/ids.js'
import { Recipient, type FulfillmentStatus, type Order } from '../catalog/order.js'
import { parse } from '../catalog/parse.js'
import { PhoneNumber } from '../catalog/phone.js'
import type { PlaceRef } from '../catalog/places/place.js'
import type { Places } from '../catalog/places/places.js'
import { shareOf } from './payments/payment-steps.js'

const Names = z.strictObject({ name: Recipient.shape.name, phone: PhoneNumber })
const WithAddress = Names.extend({
  /** Code of today's list. */
  commune: z.string().min(1).max(10),
  street: Recipient.shape.street.unwrap(),
})

const OfBuyer = z.strictObject({ name: Recipient.shape.name, note: Recipient.shape.note })
const OfBuyerWithAddress = OfBuyer.extend(WithAddress.pick({ commune: true, street: true }).shape)

const BEFORE_SHIPPING: ReadonlySet<FulfillmentStatus> = new Set(['placed', 'accepted', 'packed'])

/** True while the one producer of an order may correct who receives it: another one may have sent its goods already. */
export const mayCorrectRecipient = (order: Order, producerId: ProducerId): boolean => {
  const left = order.fulfillments.filter(({ status }) => status !== 'cancelled')
  return left.every((share) => share.producerId === producerId && BEFORE_SHIPPING.has(share.status)) && left.length > 0
}

/** True while the buyer may correct who receives an order: nobody has begun to work on any of it. */
export const mayCorrectOwn = ({ fulfillments }: Order): boolean => {
  const left = fulfillments.filter(({ status }) => status !== 'cancelled')
  return left.every(({ status }) => status === 'placed') && left.length > 0
}

export interface CorrectedOrder {
  readonly order: Order
  /** The fields that say something else now. */
  readonly changed: readonly string[]
}

/**
 * The order with its recipient corrected: name, phone number, and commune and street where goods are sent. The province
 * stays, since shipping is charged by it, and so does what was agreed to be paid.
 *
 * @throws {CatalogError} `NOT_FOUND` when the producer has no share; `NOT_ALLOWED_NOW` once goods are sent, and when another
 *   producer sells in the order too; `INVALID_INPUT` with the issues of all fields.
 */
export function correctRecipient(
  order: Order,
  producerId: ProducerId,
  input: unknown,
  { places, now }: { readonly places: Places; readonly now: Date },
): CorrectedOrder {
  const { status } = shareOf(order, producerId)
  if (!mayCorrectRecipient(order, producerId))
    throw new CatalogError('NOT_ALLOWED_NOW', { details: { status, action: 'correct' } })
  const { place } = order.recipient
  // Where another producer was to send something and does no longer, what is left may be fetched.
  const isSent = order.fulfillments.some((share) => share.status !== 'cancelled' && !share.pickUp)
  return withRecipient(
    order,
    place && isSent ? toPlaced(parse(WithAddress, input), place, places) : parse(Names, input),
    now,
  )
}

/**
 * The order as its buyer corrects it: name, note, and commune and street where goods are sent. The phone number stays,
 * since it opens the order, and the province with the sums.
 *
 * @throws {CatalogError} `NOT_ALLOWED_NOW` once a producer has accepted a share; `INVALID_INPUT` with the issues of all fields.
 */
export function correctOwnRecipient(
  order: Order,
  input: unknown,
  { places, now }: { readonly places: Places; readonly now: Date },
): CorrectedOrder {
  if (!mayCorrectOwn(order)) throw new CatalogError('NOT_ALLOWED_NOW', { details: { action: 'correct' } })
  const { place } = order.recipient
  const read = place ? toPlaced(parse(OfBuyerWithAddress, input), place, places) : parse(OfBuyer, input)
  const corrected = withRecipient(order, { note: undefined, ...read }, now)
  if (corrected.changed.length === 0) return corrected
  return { ...corrected, order: { ...corrected.order, buyerCorrectedAt: toInstant(now) } }
}

function withRecipient(order: Order, said: Partial<Recipient>, now: Date): CorrectedOrder {
  const before = order.recipient
  const after = { ...before, ...said }
  const changed = (['name', 'phone', 'place', 'street', 'note'] as const).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  if (changed.length === 0) return { order, changed }
  return { order: { ...order, recipient: after, version: order.version + 1, changedAt: toInstant(now) }, changed }
}

/** What was read, with its commune as a place of the province that the order goes to. */
function toPlaced<T extends { readonly commune: string }>(
  { commune, ...rest }: T,
  place: PlaceRef,
  places: Places,
): Omit<T, 'commune'> & { place: PlaceRef } {
  const found = places.findCommune('2025-07', commune)
  if (!found) throw fieldError('commune', 'notFound', { value: commune })
  if (found.provinceCode !== place.province)
    throw fieldError('commune', 'inconsistent', {
      why: 'Phí giao tính theo tỉnh: muốn giao sang tỉnh khác thì hủy đơn này và đặt lại.',
      whyEn: 'Shipping is charged by province: to send it to another one, cancel this order and place it anew.',
    })
  return { ...rest, place: { ...place, commune } }
}
