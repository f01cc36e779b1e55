import { toInstant } from '../../catalog/day.js'
import { CatalogError } from '../../catalog/errors.js'
import type { ProducerId } from '../../catalog/ids.js'
import type { Fulfillment, Order } from '../../catalog/order.js'
import { PAYMENT_STEPS, type Payment, type PaymentStatus } from '../../catalog/payments/payment.js'
import type { Vnd } from '../../catalog/vnd.js'

/** What is told with a step of a payment. */
export interface PaymentDetails {
  readonly amount?: Vnd | undefined
  /** The bank's own number. */
  readonly reference?: string | undefined
  readonly reason?: string | undefined
}

export const mayFollow = (payment: Payment, status: PaymentStatus): boolean =>
  PAYMENT_STEPS[payment.status].includes(status)

/** The payment one step on. */
export function withPaymentStep(payment: Payment, status: PaymentStatus, now: Date, details: PaymentDetails): Payment {
  const { amount, reference, reason } = details
  const entry = {
    status,
    at: toInstant(now),
    ...(amount === undefined ? {} : { amount }),
    ...(reference === undefined ? {} : { reference }),
    ...(reason ? { reason } : {}),
  }
  return { ...payment, status, history: [...payment.history, entry] }
}

/** @throws {CatalogError} `NOT_FOUND` when the producer has no share of the order. */
export function shareOf(order: Order, producerId: ProducerId): Fulfillment {
  const share = order.fulfillments.find((fulfillment) => fulfillment.producerId === producerId)
  if (!share) throw new CatalogError('NOT_FOUND', { details: { what: 'fulfillment', id: producerId } })
  return share
}

/** The order with one producer's share replaced, one version on. */
export const withShare = (order: Order, share: Fulfillment, now: Date): Order => ({
  ...order,
  version: order.version + 1,
  changedAt: toInstant(now),
  fulfillments: order.fulfillments.map((other) => (other.producerId === share.producerId ? share : other)),
})

/**
 * The order with the payment of one share a step on.
 *
 * @throws {CatalogError} `NOT_FOUND` when the producer has no share; `NOT_ALLOWED_NOW` when the step may not follow.
 */
export function planPaymentStep(
  order: Order,
  producerId: ProducerId,
  status: PaymentStatus,
  now: Date,
  details: PaymentDetails,
): Order {
  const share = shareOf(order, producerId)
  const { payment } = share
  const isOpen = share.status !== 'cancelled' || status === 'refunded'
  if (!payment || !isOpen || !mayFollow(payment, status))
    throw new CatalogError('NOT_ALLOWED_NOW', { details: { status: payment?.status ?? share.status, action: status } })
  return withShare(order, { ...share, payment: withPaymentStep(payment, status, now, details) }, now)
}
