import type { Actor } from '../../access/actor.js'
import type { BankNotice } from '../../catalog/payments/bank-notice.js'
import { CatalogError } from '../../catalog/errors.js'
import type { ProducerId } from '../../catalog/ids.js'
import type { Fulfillment, Order } from '../../catalog/order.js'
import type { PaymentNotice, PaymentProvider } from '../../catalog/ports/payment-provider.js'
import type { PaymentStatus } from '../../catalog/payments/payment.js'
import { planPaymentStep, shareOf, type PaymentDetails } from '../../trade/payments/payment-steps.js'
import type { BankNotices } from './bank-notices.js'
import type { ChangedOrder, Deed, OrderBook } from './order-book.js'
import { openRefund, refundableOf } from './refunds.js'

/** What is told with a refund. */
export interface RefundDetails extends PaymentDetails {
  /** Which refund of the share it is, from 1: a second press of the same button is refused. The next one when left out. */
  readonly nth?: number | undefined
}

/** How often money of a share went back. */
export const refundCount = ({ payment }: Fulfillment): number =>
  payment?.history.filter(({ status }) => status === 'refunded').length ?? 0

/** The ways of paying, and what is told about the payments of an order's shares. */
export class Payments {
  constructor(
    private readonly book: OrderBook,
    private readonly notices: BankNotices,
    /** The site's ways of paying, in the order in which they are offered. */
    readonly providers: readonly PaymentProvider[],
    /** Hours within which what is not paid in cash is to be paid; null for any time. */
    readonly payWithinHours: number | null,
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

  /** The provider that took a share's money and sends it back itself; null where a person has to. */
  sendsBack(share: Fulfillment): PaymentProvider | null {
    return refundableOf(share, this.providers)?.provider ?? null
  }

  /**
   * Money goes back: after a cancellation, or when another sum came than was due. The provider that took it sends it back;
   * what it took by hand, or takes back by none, is noted as sent by hand.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `NOT_ALLOWED_NOW`, also when `details.nth` is not the next refund of
   * the share; `REFUND_NOT_SENT`; `INVALID_INPUT` at `amount` for more than the provider still has of it.
   */
  refund(actor: Actor, code: string, producerId: string, details: RefundDetails = {}): Promise<Order> {
    const sendBack = openRefund(this.providers)
    const { nth, ...noted } = details
    let number = nth
    const plan = async (order: Order, { now }: { readonly now: Date }): Promise<ChangedOrder> => {
      const share = shareOf(order, producerId as ProducerId)
      const byHand = toCommit(order, producerId, 'refunded', now, noted)
      this.book.site.seen.check(byHand.commit)
      const next = refundCount(share) + 1
      number ??= next
      if (number !== next)
        throw new CatalogError('NOT_ALLOWED_NOW', { details: { status: 'refunded', action: 'refunded' } })
      const amount = noted.amount ?? refundableOf(share, this.providers)?.left ?? 0
      const reference = await sendBack(order, share, { amount, mark: `R${number}`, reason: noted.reason })
      if (reference === undefined) return byHand
      return toCommit(order, producerId, 'refunded', now, { ...noted, amount, reference })
    }
    return this.book.change({ code }, plan, this.#deed(actor, producerId, 'refunded', details))
  }

  #step(actor: Actor, code: string, producerId: string, status: PaymentStatus, details: PaymentDetails) {
    const deed = this.#deed(actor, producerId, status, details)
    return this.book.change({ code }, (order, { now }) => toCommit(order, producerId, status, now, details), deed)
  }

  #deed(actor: Actor, producerId: string, status: PaymentStatus, { reason }: PaymentDetails): Deed {
    const right = 'payment.manage'
    return { actor, right, action: `payments.${status}`, producerId: producerId as ProducerId, reason }
  }
}

function toCommit(before: Order, producerId: string, status: PaymentStatus, now: Date, details: PaymentDetails) {
  const order = planPaymentStep(before, producerId as ProducerId, status, now, details)
  return { order, commit: { puts: [{ collection: 'orders' as const, record: order }] } }
}
