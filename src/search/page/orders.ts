import type { Sort } from '../index-port.js'
import type { Products } from '../index/products.js'
import type { Order } from '../rank/live-order.js'
import { byName } from '../rank/name-order.js'
import type { Orders as LiveOrders } from '../rank/orders.js'
import type { SortKeys } from './sort-keys.js'

/** The orders of a catalog small enough to be sorted anew after a change. */
export class Orders implements Pick<LiveOrders, 'touch' | 'get'> {
  #made: { [S in Sort]?: Order } = {}

  constructor(
    private readonly products: Products,
    private readonly keys: SortKeys,
  ) {}

  touch(): void {
    this.#made = {}
  }

  get(sort: Sort): Order {
    return (this.#made[sort] ??= this.#sort(sort))
  }

  #sort(sort: Sort): Order {
    const { products, keys } = this
    const slots =
      sort === 'name'
        ? Uint32Array.from(products.ids.keys())
            .filter((slot) => products.isLive(slot))
            .sort(byName(products))
        : this.get('name')
            .slots.slice()
            .sort((a, b) => keys.key(sort, a) - keys.key(sort, b))
    const ranks = new Uint32Array(products.size)
    slots.forEach((slot, rank) => (ranks[slot] = rank))
    return { slots, ranks }
  }
}
