import type { Actor } from '../access/actor.js'
import type { BankNotice } from '../catalog/bank-notice.js'
import type { ProducerId } from '../catalog/ids.js'
import type { Order } from '../catalog/order.js'
import type { PaymentNotice, PaymentProvider } from '../catalog/payment-provider.js'
import type { PaymentStatus } from '../catalog/payment.js'
import { planPaymentStep, type PaymentDetails } from '../trade/payment-steps.js'
import type { BankNotices } from './bank-notices.js'
import type { OrderBook } from './order-book.js'

/** The ways of paying, and what is told about the payments of an order's shares. */
export class Payments {
  constructor(
    private readonly book: OrderBook,
    private readonly notices: BankNotices,
    /** The site's ways of paying, in the order in which they are offered. */
    readonly providers: readonly PaymentProvider[],
  ) {}

  /** Null for a way that the site does not have, or no more. */
  find(id: string): PaymentProvider | null {
    return this.providers.find((provider) => provider.id === id) ?? null
  }

  /**
   * Takes what a provider has told, once for each of its references: the share that it names is paid, or a person is shown
   * what does not fit.
   *
   * @throws {CatalogError} `INVALID_INPUT`; `DUPLICATE` when another payment bears the same reference.
   */
  async receive(provider: PaymentProvider, notice: PaymentNotice): Promise<BankNotice> {
    const { reference, amount, text, paidAt } = notice
    const told = { reference: `${provider.id}:${reference}`, amount, text, paidAt: paidAt.toISOString() }
    return (await this.notices.record(told, provider.id)).notice
  }

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
