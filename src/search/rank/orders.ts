import type { Sort } from '../index-port.js'
import type { Products } from '../index/products.js'
import type { TextIndex } from '../index/text-index.js'
import { LiveOrder, type Order } from './live-order.js'
import { byName, sortByName } from './name-order.js'
import { sortByCounting, sortInSteps } from './sort-in-steps.js'
import { KEYED_SORTS, type KeyedSort, type SortKeys } from './sort-keys.js'

const MOST_BYTE = 255
export const ALL_SORTS: readonly Sort[] = [...KEYED_SORTS, 'name']

/** The whole catalog in the order of each sort: made when first asked for, then kept up as products come and go. */
export class Orders {
  readonly #orders: Readonly<Record<Sort, LiveOrder>>

  constructor(
    private readonly products: Products,
    private readonly keys: SortKeys,
    text: TextIndex,
  ) {
    const isLive = (slot: number): boolean => products.isLive(slot)
    const compareNames = byName(products)
    const byKey = (sort: KeyedSort): LiveOrder =>
      new LiveOrder({
        isLive,
        compare: (a, b) => this.#key(sort, a) - this.#key(sort, b) || compareNames(a, b),
        sortAll: () => this.#sortByKey(sort),
      })
    this.#orders = {
      ...(Object.fromEntries(KEYED_SORTS.map((sort) => [sort, byKey(sort)])) as Record<KeyedSort, LiveOrder>),
      name: new LiveOrder({ isLive, compare: compareNames, sortAll: () => sortByName(products, text) }),
    }
  }

  /** A product came or went, or its name has changed; or it has another place in these sorts. */
  touch(slot: number, sorts = ALL_SORTS): void {
    for (const sort of sorts) this.#orders[sort].touch(slot)
  }

  get(sort: Sort): Order {
    return this.#orders[sort].get()
  }

  /** Takes sorts that are ready; the others are made when they are asked for. */
  restore(ready: readonly { readonly sort: Sort; readonly slots: Uint32Array }[]): void {
    for (const order of Object.values(this.#orders)) order.restore(null)
    for (const { sort, slots } of ready) this.#orders[sort].restore(slots)
  }

  /** Makes the orders that every search needs, step by step. */
  *settle(): Generator<void, void> {
    yield* this.#orders.name.settle()
    yield* this.#orders.relevance.settle()
  }

  #key(sort: KeyedSort, slot: number): number {
    return this.keys.columns[sort][slot] as number
  }

  /** Names are in order already, and what is equal keeps its order. */
  *#sortByKey(sort: KeyedSort): Generator<void, Uint32Array> {
    const { slots } = this.get('name')
    const keys = this.keys.columns[sort].slice(0, this.products.size)
    if (keys instanceof Uint8Array) return yield* sortByCounting(slots, keys, MOST_BYTE)
    return yield* sortInSteps(slots, (a, b) => (keys[a] as number) - (keys[b] as number))
  }
}
