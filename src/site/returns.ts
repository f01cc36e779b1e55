import type { Actor } from '../access/actor.js'
import type { ProducerId } from '../catalog/ids.js'
import type { Order } from '../catalog/order.js'
import type { ReturnStatus } from '../catalog/return-request.js'
import { planReturnRequest, planReturnStep, type ReturnDetails } from '../trade/returns.js'
import type { OrderBook } from './order-book.js'

/** Goods that go back. */
export class Returns {
  constructor(private readonly book: OrderBook) {}

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
   * The producer answers a return, the share's `index`th from 0.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `NOT_ALLOWED_NOW`, `INVALID_INPUT` at `reason` or `restock`.
   */
  answer(
    actor: Actor,
    code: string,
    producerId: string,
    index: number,
    status: ReturnStatus,
    details: ReturnDetails = {},
  ): Promise<Order> {
    const id = producerId as ProducerId
    return this.book.change({ code }, (order, step) => planReturnStep(order, id, index, status, step, details), {
      actor,
      right: 'order.advance',
      action: `returns.${status}`,
      producerId: id,
      reason: details.reason,
    })
  }
}
