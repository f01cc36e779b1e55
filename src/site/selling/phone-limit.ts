import { isFromLater } from '../../catalog/clock-set-back.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Order } from '../../catalog/order.js'
import type { Store } from '../../catalog/store.js'
import type { Security } from '../security.js'
import { ordersOf } from './orders-of.js'
import { settled } from './settled.js'

const DAY = 24 * 3600 * 1000

/** True when some of it is paid at the door, whatever way the buyer chose: not every producer takes each. */
const hasCash = ({ fulfillments }: Order): boolean =>
  fulfillments.some(({ payment }) => (payment?.method ?? 'cashOnDelivery') === 'cashOnDelivery')

/**
 * Against orders for cash that nobody means to accept: one phone places so many in 24 hours and no more. The store's
 * orders are counted, so a restart forgets nothing and several processes on one database share the limit. Orders of one
 * phone in this process wait for each other, so that many at once count exactly.
 */
export class PhoneLimit {
  /** The last order of each phone that is on its way to the store; resolves when it is there or refused. */
  readonly #underway = new Map<string, Promise<unknown>>()

  /** @param most - Orders in 24 hours; null for any number. */
  constructor(
    private readonly most: number | null,
    private readonly store: Pick<Store, 'listOrders'>,
    private readonly security: Pick<Security, 'note'>,
    private readonly now: () => Date,
  ) {}

  /**
   * Runs `place` when the phone of the order may place one more.
   *
   * @throws {CatalogError} `TOO_MANY_ORDERS`, which is counted for the office.
   */
  async within<T>(order: Order, place: () => Promise<T>): Promise<T> {
    const { most } = this
    const { phone } = order.recipient
    if (most === null || !hasCash(order)) return place()
    const before = this.#underway.get(phone) ?? Promise.resolve()
    const placing = before.then(async () => {
      if ((await this.#placedBy(phone, most)) < most) return place()
      this.security.note('throttled')
      throw new CatalogError('TOO_MANY_ORDERS')
    })
    const own = settled(placing)
    this.#underway.set(phone, own)
    try {
      return await placing
    } finally {
      if (this.#underway.get(phone) === own) this.#underway.delete(phone)
    }
  }

  /** Cash orders of the last 24 hours, `most` of them at most. */
  async #placedBy(phone: Order['recipient']['phone'], most: number): Promise<number> {
    const now = this.now().getTime()
    let placed = 0
    for await (const order of ordersOf(this.store, { phone }, most)) {
      const at = Date.parse(order.placedAt)
      if (at <= now - DAY) break
      if (hasCash(order) && !isFromLater(at, now)) placed += 1
      if (placed === most) break
    }
    return placed
  }
}
