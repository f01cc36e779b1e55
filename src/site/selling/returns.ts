import type { Actor } from '../../access/actor.js'
import type { ProducerId } from '../../catalog/ids.js'
import type { Order } from '../../catalog/order.js'
import type { PaymentProvider } from '../../catalog/ports/payment-provider.js'
import type { ReturnStatus } from '../../catalog/return-request.js'
import type { StepContext } from '../../trade/fulfillment.js'
import { shareOf } from '../../trade/payments/payment-steps.js'
import { planReturnRequest, planReturnStep, refundOf, type ReturnDetails } from '../../trade/returns.js'
import type { ChangedOrder, OrderBook } from './order-book.js'
import { openRefund } from './refunds.js'

/** Goods that go back. */
export class Returns {
  constructor(
    private readonly book: OrderBook,
    private readonly providers: readonly PaymentProvider[],
  ) {}

  /**
   * The buyer asks to give goods of a share back: `{ reason, words?, lines: [{ sku, quantity }] }`.
   *
   * @throws {CatalogError} `NOT_FOUND`, `NOT_ALLOWED_NOW`, `INVALID_INPUT` field by field.
   */
  request(code: string, phone: string, producerId: string, wish: unknown): Promise<Order> {
    return this.book.change({ code, phone }, (current, { now }) => {
      const order = planReturnRequest(current, producerId as ProducerId, wish, now)
      return { order, commit: { puts: [{ collection: 'orders', record: order }] } }
    })
  }

  /**
   * The producer answers a return, the share's `index`th from 0. With `refunded` the provider that took the money sends it
   * back; what it cannot send was sent by hand.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `NOT_ALLOWED_NOW`, `INVALID_INPUT` at `reason`, `restock` or `amount`;
   * `REFUND_NOT_SENT`.
   */
  answer(
    actor: Actor,
    code: string,
    producerId: string,
    index: number,
    status: ReturnStatus,
    details: Omit<ReturnDetails, 'reference'> = {},
  ): Promise<Order> {
    const id = producerId as ProducerId
    const sendBack = openRefund(this.providers)
    const plan = async (order: Order, step: StepContext): Promise<ChangedOrder> => {
      const byHand = planReturnStep(order, id, index, status, step, details)
      if (status !== 'refunded') return byHand
      this.book.site.seen.check(byHand.commit)
      const share = shareOf(order, id)
      const amount = refundOf(share, index, details.withShipping ?? false)
      const reference = await sendBack(order, share, { amount, mark: `T${index + 1}`, reason: details.reason })
      return reference === undefined
        ? byHand
        : planReturnStep(order, id, index, status, step, { ...details, reference })
    }
    return this.book.change({ code }, plan, {
      actor,
      right: 'order.advance',
      action: `returns.${status}`,
      producerId: id,
      reason: details.reason,
    })
  }
}
