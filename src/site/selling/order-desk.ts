import type { Actor } from '../../access/actor.js'
import { neededRecipient } from '../../care/needed-recipient.js'
import { CatalogError } from '../../catalog/errors.js'
import type { ProducerId } from '../../catalog/ids.js'
import type { Fulfillment, Order } from '../../catalog/order.js'
import type { OrderPage } from '../../catalog/store.js'
import { readOrderCode } from '../codes.js'
import type { SiteContext } from '../context.js'
import { requireForProducer } from '../trail.js'

/** An order with the share that a producer packs. */
export interface ProducerOrder {
  readonly order: Order
  readonly share: Fulfillment
}

/** Orders as their producers see them: only those in which they have a share, and of the recipient what they need. */
export class OrderDesk {
  constructor(private readonly site: SiteContext) {}

  /**
   * A page of a producer's orders, newest first.
   *
   * @param isOpen - True for those in whose share something is left to do.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`.
   */
  async list(
    actor: Actor,
    producerId: string,
    page: { readonly limit: number; readonly after?: string | null; readonly isOpen?: boolean | undefined },
  ): Promise<{ readonly orders: readonly ProducerOrder[]; readonly next: OrderPage['next'] }> {
    requireForProducer(this.site, actor, 'order.view', producerId)
    const { orders, next } = await this.site.store.listOrders({ ...page, producerId: producerId as ProducerId })
    return { next, orders: orders.flatMap((order) => this.#withShare(order, producerId) ?? []) }
  }

  /** @throws {CatalogError} `FORBIDDEN`; `NOT_FOUND` when the producer has no share in it either. */
  async get(actor: Actor, producerId: string, code: string): Promise<ProducerOrder> {
    requireForProducer(this.site, actor, 'order.view', producerId)
    const order = await this.site.store.findOrderByCode(readOrderCode(code))
    const found = order && this.#withShare(order, producerId)
    if (!found) throw new CatalogError('NOT_FOUND', { details: { what: 'order', id: code } })
    return found
  }

  #withShare(order: Order, producerId: string): ProducerOrder | null {
    const share = order.fulfillments.find((fulfillment) => fulfillment.producerId === producerId)
    return share ? { order: neededRecipient(order, share, this.site.today()), share } : null
  }
}
