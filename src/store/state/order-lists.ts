import { BitList } from './bit-list.js'
import type { OrderDigest } from './digest.js'
import { KeyBatch } from './key-batch.js'
import type { KeyHash } from './key-hash.js'
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
  /** Phone numbers as they come: 0, 1, 2 … */
  readonly #phones = new KeyTable()
  /**
   * Of each phone number its newest order; of each order the one before it of the same number, and the number. Orders are
   * kept as one more than their ordinal, so that 0 says that there is none.
   */
  readonly #newest = new NumberList()
  readonly #before = new NumberList()
  readonly #phoneOf = new NumberList()
  /** Orders that came in large number and whose phone number is not taken in yet. */
  #batch: KeyBatch | null = null

  /** So many orders now come: their phone numbers are taken in together, up to `settle`. */
  expect(orders: number): void {
    this.settle()
    for (const list of [this.#before, this.#phoneOf]) list.makeRoom(orders)
    if (orders === 0) return
    // No more phone numbers than orders; often far fewer, so what is too much is given up at the end.
    this.#phones.makeRoom(orders)
    this.#batch = new KeyBatch(orders)
  }

  settle(): void {
    if (this.#batch === null) return
    this.#take(this.#batch)
    this.#batch = null
    this.#phones.trim()
  }

  #take(batch: KeyBatch): void {
    batch.drain((phone, ordinal) => this.#link(this.#numberOf(phone), ordinal))
  }

  /** `isNew`: no version of the order came before. */
  put({ shares, phone }: Listed, ordinal: number, isNew: boolean): void {
    for (const { producerId, isOpen } of shares) this.#noteProducer(producerId, ordinal, isOpen)
    this.#open.set(
      ordinal,
      shares.some(({ isOpen }) => isOpen),
    )
    if (isNew && this.#batch) this.#noteLater(this.#batch, phone, ordinal)
    else this.#notePhone(phone, ordinal)
  }

  #noteLater(batch: KeyBatch, phone: KeyHash, ordinal: number): void {
    batch.add(phone, ordinal)
    if (batch.isFull) this.#take(batch)
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

  #notePhone(phone: KeyHash, ordinal: number): void {
    this.settle()
    const number = this.#numberOf(phone)
    const known = this.#phoneOf.at(ordinal)
    if (known === number) return
    if (known !== undefined) this.#unlink(known, ordinal)
    this.#link(number, ordinal)
  }

  #numberOf(phone: KeyHash): number {
    let number = this.#phones.get(phone)
    if (number === undefined) {
      number = this.#newest.length
      this.#phones.set(phone, number)
      this.#newest.push(NONE + 1)
    }
    return number
  }

  #link(number: number, ordinal: number): void {
    this.#phoneOf.set(ordinal, number)
    const newer = this.#olderThan(number, ordinal)
    if (newer === NONE) {
      this.#before.set(ordinal, this.#newestOf(number) + 1)
      this.#newest.set(number, ordinal + 1)
    } else {
      this.#before.set(ordinal, this.#beforeOf(newer) + 1)
      this.#before.set(newer, ordinal + 1)
    }
  }

  #newestOf(number: number): number {
    return (this.#newest.at(number) ?? 0) - 1
  }

  #beforeOf(ordinal: number): number {
    return (this.#before.at(ordinal) ?? 0) - 1
  }

  /** The order of a number that comes directly after this one; NONE when none does. */
  #olderThan(number: number, ordinal: number): number {
    let newer = NONE
    for (let one = this.#newestOf(number); one > ordinal; one = this.#beforeOf(one)) newer = one
    return newer
  }

  #unlink(number: number, ordinal: number): void {
    const newer = this.#olderThan(number, ordinal)
    const older = this.#beforeOf(ordinal)
    if (newer === NONE) this.#newest.set(number, older + 1)
    else this.#before.set(newer, older + 1)
  }

  /** Newest first, all below `end`. */
  *ofPhone(phone: KeyHash, end: number): Generator<number> {
    this.settle()
    const number = this.#phones.get(phone)
    if (number === undefined) return
    for (let one = this.#newestOf(number); one !== NONE; one = this.#beforeOf(one)) if (one < end) yield one
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
