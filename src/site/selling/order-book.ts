import type { Actor } from '../../access/actor.js'
import type { Action } from '../../access/right-table.js'
import { CatalogError } from '../../catalog/errors.js'
import type { ProducerId } from '../../catalog/ids.js'
import type { Order } from '../../catalog/order.js'
import { parsePhone } from '../../catalog/phone.js'
import type { Commit } from '../../catalog/store.js'
import type { StepContext } from '../../trade/fulfillment.js'
import { readOrderCode, sha256 } from '../codes.js'
import type { SiteContext } from '../context.js'
import { requireForProducer, trail } from '../trail.js'

/** How an order is asked for: by its buyer with code and phone, by its producer or the office with the code alone. */
export interface OrderKey {
  readonly code: string
  readonly phone?: string
}

/** What a change of an order says in the audit trail when a producer or the office made it. */
export interface Deed {
  readonly actor: Actor
  /** What the actor has to have a right to. */
  readonly right: Action
  readonly action: string
  readonly producerId: ProducerId
  readonly reason?: string | undefined
}

/** An order one step on, and what is committed for it. */
export interface ChangedOrder {
  readonly order: Order
  readonly commit: Commit
}

/** Finds orders and changes them one step at a time, each in one commit. */
export class OrderBook {
  constructor(readonly site: SiteContext) {}

  /** Null unless the code exists and, when a phone is given in whatever spelling, it is the recipient's. */
  async find({ code, phone }: OrderKey): Promise<Order | null> {
    const order = await this.site.store.findOrderByCode(readOrderCode(code))
    return order && (phone === undefined || order.recipient.phone === parsePhone(phone)) ? order : null
  }

  /** @throws {CatalogError} `NOT_FOUND`, `FORBIDDEN` when the deed's actor may not, and what the plan throws. */
  async change(
    key: OrderKey,
    plan: (order: Order, step: StepContext) => ChangedOrder | Promise<ChangedOrder>,
    deed?: Deed,
  ): Promise<Order> {
    const { site } = this
    if (deed) requireForProducer(site, deed.actor, deed.right, deed.producerId)
    return site.change(async () => {
      const current = await this.find(key)
      if (!current) throw new CatalogError('NOT_FOUND', { details: { what: 'order', id: key.code } })
      const sales = await site.store.findSalesOf(current.id)
      const step = { now: site.now(), newId: site.newId, sha256, sales, state: site.state }
      const { order, commit } = await plan(current, step)
      const audit = deed
        ? trail(site, deed.actor, {
            action: deed.action,
            subject: { collection: 'orders', id: order.code },
            after: { producerId: deed.producerId },
            ...(deed.reason?.trim() ? { reason: deed.reason } : {}),
          })
        : []
      return { commit: { ...commit, audit: [...(commit.audit ?? []), ...audit] }, result: order }
    })
  }
}
