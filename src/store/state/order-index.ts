import type { Order } from '../../catalog/order.js'
import { KeyTable } from './key-table.js'
import { OrderLists, type Listed } from './order-lists.js'

/** Where the newest version of each order stands in the journal. Orders are numbered as they come: 0, 1, 2 … */
export class OrderIndex {
  readonly lists = new OrderLists()
  readonly #ids = new KeyTable()
  readonly #codes = new KeyTable()
  readonly #keys = new KeyTable()
  readonly #addresses: number[] = []
  readonly #versions: number[] = []

  get size(): number {
    return this.#addresses.length
  }

  put(order: Pick<Order, 'id' | 'code' | 'idempotencyKey' | 'version'> & Listed, address: number): void {
    const ordinal = this.#ids.get(order.id) ?? this.size
    this.#addresses[ordinal] = address
    this.#versions[ordinal] = order.version
    this.#ids.set(order.id, ordinal)
    this.#codes.set(order.code, ordinal)
    this.#keys.set(order.idempotencyKey, ordinal)
    this.lists.put(order, ordinal)
  }

  ordinalOf(id: string): number | undefined {
    return this.#ids.get(id)
  }

  ordinalOfCode(code: string): number | undefined {
    return this.#codes.get(code)
  }

  ordinalOfKey(idempotencyKey: string): number | undefined {
    return this.#keys.get(idempotencyKey)
  }

  addressOf(ordinal: number): number | undefined {
    return this.#addresses[ordinal]
  }

  versionOf(ordinal: number): number | undefined {
    return this.#versions[ordinal]
  }
}
