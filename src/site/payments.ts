import type { Actor } from '../access/actor.js'
import type { ProducerId } from '../catalog/ids.js'
import type { Order } from '../catalog/order.js'
import type { PaymentStatus } from '../catalog/payment.js'
import { planPaymentStep, type PaymentDetails } from '../trade/payment-steps.js'
import type { OrderBook } from './order-book.js'

/** What is told about the payments of an order's shares. */
export class Payments {
  constructor(private readonly book: OrderBook) {}

  /**
   * The buyer says to have paid a share.
   *
   * @throws {CatalogError} `NOT_FOUND`, `NOT_ALLOWED_NOW`.
   */
  report(code: string, phone: string, producerId: string): Promise<Order> {
    return this.book.change({ code, phone }, (order, { now }) => toCommit(order, producerId, 'reported', now, {}))
  }

  /**
   * The producer, or the office for it, has seen the money. Pressed twice it is one payment: the second is refused.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `NOT_ALLOWED_NOW`.
   */
  confirm(actor: Actor, code: string, producerId: string, details: PaymentDetails = {}): Promise<Order> {
    return this.#step(actor, code, producerId, 'paid', details)
  }

  /**
   * Money went back: after a cancellation, or when another sum came than was due.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `NOT_ALLOWED_NOW`.
   */
  refund(actor: Actor, code: string, producerId: string, details: PaymentDetails = {}): Promise<Order> {
    return this.#step(actor, code, producerId, 'refunded', details)
  }

  #step(actor: Actor, code: string, producerId: string, status: PaymentStatus, details: PaymentDetails) {
    return this.book.change({ code }, (order, { now }) => toCommit(order, producerId, status, now, details), {
      actor,
      right: 'payment.manage',
      action: `payments.${status}`,
      producerId: producerId as ProducerId,
      reason: details.reason,
    })
  }
}

function toCommit(before: Order, producerId: string, status: PaymentStatus, now: Date, details: PaymentDetails) {
  const order = planPaymentStep(before, producerId as ProducerId, status, now, details)
  return { order, commit: { puts: [{ collection: 'orders' as const, record: order }] } }
}
