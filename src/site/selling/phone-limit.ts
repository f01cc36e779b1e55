import { CatalogError } from '../../catalog/errors.js'
import type { Order } from '../../catalog/order.js'
import type { Store } from '../../catalog/store.js'
import type { Security } from '../security.js'

const DAY = 24 * 3600 * 1000

/**
 * Against orders for cash that nobody means to accept: one phone places so many in 24 hours and no more. The store's
 * orders are counted, so a restart forgets nothing and several processes on one database share the limit; orders that
 * are on their way to the store in this process count with them.
 */
export class PhoneLimit {
  readonly #underway = new Map<string, number>()

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
  async within<T>({ recipient: { phone }, payment }: Order, place: () => Promise<T>): Promise<T> {
    if (this.most === null || payment !== 'cashOnDelivery') return place()
    const others = this.#underway.get(phone) ?? 0
    this.#underway.set(phone, others + 1)
    try {
      if (others + (await this.#placedBy(phone, this.most)) >= this.most) {
        this.security.note('throttled')
        throw new CatalogError('TOO_MANY_ORDERS')
      }
      return await place()
    } finally {
      const left = (this.#underway.get(phone) ?? 1) - 1
      if (left > 0) this.#underway.set(phone, left)
      else this.#underway.delete(phone)
    }
  }

  /** Cash orders of the last 24 hours, `most` of them at most. */
  async #placedBy(phone: Order['recipient']['phone'], most: number): Promise<number> {
    const since = this.now().getTime() - DAY
    const { orders } = await this.store.listOrders({ phone, limit: most })
    return orders.filter(({ payment, placedAt }) => payment === 'cashOnDelivery' && Date.parse(placedAt) > since).length
  }
}
