import { BitList } from './bit-list.js'
import type { OrderDigest } from './digest.js'
import { KeyBatch } from './key-batch.js'
import { nameOf, type KeyHash } from './key-hash.js'
import { KeyTable } from './key-table.js'
import { NumberList } from './number-list.js'

/** What an order is listed by. */
type Listed = Pick<OrderDigest, 'shares' | 'phone'>

const NONE = -1

/** The orders of each producer and of each phone number, and those with something left to do, by ordinal. */
export class OrderLists {
  /** Ascending, each twice its ordinal, and one more while its share is open. */
  readonly #ofProducer = new Map<string, NumberList>()
  readonly #open = new BitList()
  /** Of each phone number the newest of the orders that were placed with it. */
  readonly #newest = new KeyTable()
  /** Of each order the one before it of the same phone number, as one more than its ordinal: 0 says that there is none. */
  readonly #before = new NumberList()
  /** Of each order the phone number that it was placed with, as it came: 0, 1, 2 … */
  readonly #phoneOf = new NumberList()
  #phones = 0
  /** Orders by a phone number that they were given later, as few are. */
  readonly #later = new Map<string, Set<number>>()
  /** Orders that came in large number and whose phone number is not taken in yet. */
  #batch: KeyBatch | null = null

  /** So many orders now come, with ordinals up to `largest`: their phone numbers are taken in together, up to `settle`. */
  expect(orders: number, largest: number): void {
    this.settle()
    if (orders === 0) return
    // No more phone numbers than orders; often far fewer, so what is too much is given up at the end.
    this.#newest.makeRoom(orders, largest)
    this.#batch = new KeyBatch(orders)
  }

  settle(): void {
    if (this.#batch === null) return
    this.#take(this.#batch)
    this.#batch = null
    this.#newest.trim()
  }

  #take(batch: KeyBatch): void {
    batch.drain((phone, ordinal) => this.#link(phone, ordinal))
  }

  /** `isNew`: no version of the order came before. */
  put({ shares, phone }: Listed, ordinal: number, isNew: boolean): void {
    for (const { producerId, isOpen } of shares) this.#noteProducer(producerId, ordinal, isOpen)
    this.#open.set(
      ordinal,
      shares.some(({ isOpen }) => isOpen),
    )
    if (!isNew) this.#noteLater(phone, ordinal)
    else if (this.#batch === null) this.#link(phone, ordinal)
    else this.#batch.add(phone, ordinal)
    if (this.#batch?.isFull) this.#take(this.#batch)
  }

  #noteProducer(producerId: string, ordinal: number, isOpen: boolean): void {
    let orders = this.#ofProducer.get(producerId)
    if (!orders) this.#ofProducer.set(producerId, (orders = new NumberList()))
    const isNewest = (orders.at(orders.length - 1) ?? NONE) < 2 * ordinal
    const place = isNewest ? orders.length : firstNotBelow(orders, 2 * ordinal)
    const isKnown = (orders.at(place) ?? NONE) >> 1 === ordinal
    const entry = 2 * ordinal + (isOpen ? 1 : 0)
    if (isKnown || place === orders.length) orders.set(place, entry)
    else orders.insert(place, entry)
  }

  /** An order that is the newest of all. */
  #link(phone: KeyHash, ordinal: number): void {
    const before = this.#newest.get(phone)
    this.#before.set(ordinal, (before ?? NONE) + 1)
    this.#phoneOf.set(ordinal, (before === undefined ? undefined : this.#phoneOf.at(before)) ?? this.#phones++)
    this.#newest.set(phone, ordinal)
  }

  /** An order that has changed, perhaps its phone number, too. It stays listed by the one that it was placed with. */
  #noteLater(phone: KeyHash, ordinal: number): void {
    this.settle()
    const newest = this.#newest.get(phone)
    if (newest !== undefined && this.#phoneOf.at(newest) === this.#phoneOf.at(ordinal)) return
    const orders = this.#later.get(nameOf(phone))
    if (orders) orders.add(ordinal)
    else this.#later.set(nameOf(phone), new Set([ordinal]))
  }

  /** Those that have or had this phone number, newest first, all below `end`. */
  *ofPhone(phone: KeyHash, end: number): Generator<number> {
    this.settle()
    const later = [...(this.#later.get(nameOf(phone)) ?? [])].sort((a, b) => a - b)
    for (let one = this.#newest.get(phone) ?? NONE; one !== NONE; one = (this.#before.at(one) ?? 0) - 1) {
      for (; (later.at(-1) ?? NONE) > one; later.pop()) if ((later.at(-1) ?? NONE) < end) yield later.at(-1) ?? NONE
      if (one < end) yield one
    }
    for (const one of later.reverse()) if (one < end) yield one
  }

  /** Newest first, all below `end`; when `isOpen` is given, those alone whose share is open, or is not. */
  *ofProducer(producerId: string, end: number, isOpen?: boolean): Generator<number> {
    const orders = this.#ofProducer.get(producerId)
    if (!orders) return
    for (let place = firstNotBelow(orders, 2 * end) - 1; place >= 0; place -= 1) {
      const entry = orders.at(place) ?? 0
      if (isOpen === undefined || ((entry & 1) === 1) === isOpen) yield entry >> 1
    }
  }

  /** Newest first, all below `end`. */
  open(end: number): Generator<number> {
    return this.#open.descending(end)
  }

  isOpen(ordinal: number): boolean {
    return this.#open.has(ordinal)
  }
}

/** The first place in an ascending list whose number is not below `limit`. */
function firstNotBelow(numbers: NumberList, limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers.at(middle) ?? Infinity) < limit) low = middle + 1
    else high = middle
  }
  return low
}
