import { CatalogError } from '../../catalog/errors.js'
import type { Order } from '../../catalog/order.js'
import type { Store } from '../../catalog/store.js'
import type { Security } from '../security.js'

const DAY = 24 * 3600 * 1000

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
  async within<T>({ recipient: { phone }, payment }: Order, place: () => Promise<T>): Promise<T> {
    const { most } = this
    if (most === null || payment !== 'cashOnDelivery') return place()
    const before = this.#underway.get(phone) ?? Promise.resolve()
    const placing = before.then(async () => {
      if ((await this.#placedBy(phone, most)) < most) return place()
      this.security.note('throttled')
      throw new CatalogError('TOO_MANY_ORDERS')
    })
    const settled = placing.catch(() => undefined)
    this.#underway.set(phone, settled)
    try {
      return await placing
    } finally {
      if (this.#underway.get(phone) === settled) this.#underway.delete(phone)
    }
  }

  /** Cash orders of the last 24 hours, `most` of them at most. */
  async #placedBy(phone: Order['recipient']['phone'], most: number): Promise<number> {
    const since = this.now().getTime() - DAY
    const { orders } = await this.store.listOrders({ phone, limit: most })
    return orders.filter(({ payment, placedAt }) => payment === 'cashOnDelivery' && Date.parse(placedAt) > since).length
  }
}
