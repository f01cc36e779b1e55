import type { OrderDigest } from './digest.js'
import type { KeyHash } from './key-hash.js'
import { KeyTable } from './key-table.js'
import { NumberList } from './number-list.js'
import { OrderLists } from './order-lists.js'

/** No other version of an order comes before its first. */
const FIRST_VERSION = 1

/** Where the newest version of each order stands in the journal. Orders are numbered as they come: 0, 1, 2 … */
export class OrderIndex {
  readonly lists = new OrderLists()
  readonly #ids = new KeyTable()
  readonly #codes = new KeyTable()
  readonly #keys = new KeyTable()
  /** What was put last; before the first one a hash that no key has. */
  readonly #latest = { high: 0, low: 0, ordinal: 0 }
  readonly #addresses = new NumberList()
  readonly #versions = new NumberList()

  get size(): number {
    return this.#addresses.length
  }

  /** So many orders now come, each in as many versions as count: they are taken in together, up to `settle`. */
  expect(orders: number): void {
    for (const table of [this.#ids, this.#codes, this.#keys]) table.expect(orders, this.size + orders)
    this.lists.expect(orders, this.size + orders)
  }

  settle(): void {
    for (const one of [this.#ids, this.#codes, this.#keys, this.lists]) one.settle()
  }

  put(order: OrderDigest, address: number): void {
    const known = order.version === FIRST_VERSION ? undefined : this.#ids.get(order.id)
    const ordinal = known ?? this.size
    if (ordinal === this.size) this.#ids.set(order.id, ordinal)
    this.#latest.high = order.id.high
    this.#latest.low = order.id.low
    this.#latest.ordinal = ordinal
    this.#addresses.set(ordinal, address)
    this.#versions.set(ordinal, order.version)
    this.#codes.set(order.code, ordinal)
    this.#keys.set(order.key, ordinal)
    this.lists.put(order, ordinal, known === undefined)
  }

  ordinalOf(id: KeyHash): number | undefined {
    // An order's own entries come directly after it.
    const latest = this.#latest
    return latest.high === id.high && latest.low === id.low ? latest.ordinal : this.#ids.get(id)
  }

  ordinalOfCode(code: KeyHash): number | undefined {
    return this.#codes.get(code)
  }

  ordinalOfKey(idempotencyKey: KeyHash): number | undefined {
    return this.#keys.get(idempotencyKey)
  }

  addressOf(ordinal: number): number | undefined {
    return this.#addresses.at(ordinal)
  }

  versionOf(ordinal: number): number | undefined {
    return this.#versions.at(ordinal)
  }
}
