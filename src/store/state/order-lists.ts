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
  /** Of each phone number its newest order; of each order the one before it of the same number, and the number. */
  readonly #newest = new NumberList(Int32Array)
  readonly #before = new NumberList(Int32Array)
  readonly #phoneOf = new NumberList(Int32Array)
  /** Orders whose phone number is not taken in yet. */
  #batch: KeyBatch | null = null

  /** So many orders now come: their phone numbers are taken in together, up to `settle`. */
  expect(orders: number): void {
    this.settle()
    for (const list of [this.#before, this.#phoneOf]) list.makeRoom(orders)
    if (orders > 0) this.#batch = new KeyBatch(orders)
  }

  settle(): void {
    const batch = this.#batch
    if (batch === null) return
    this.#batch = null
    this.#phones.makeRoom(this.#newest.length + batch.length)
    batch.forEach((phone, ordinal) => this.#link(this.#numberOf(phone), ordinal))
    this.#phones.trim()
  }

  /** `isNew`: no version of the order came before. */
  put({ shares, phone }: Listed, ordinal: number, isNew: boolean): void {
    for (const { producerId, isOpen } of shares) this.#noteProducer(producerId, ordinal, isOpen)
    this.#open.set(
      ordinal,
      shares.some(({ isOpen }) => isOpen),
    )
    if (isNew && this.#batch?.isFull === false) this.#batch.add(phone, ordinal)
    else this.#notePhone(phone, ordinal)
  }

  #noteProducer(producerId: string, ordinal: number, isOpen: boolean): void {
    let orders = this.#ofProducer.get(producerId)
    if (!orders) this.#ofProducer.set(producerId, (orders = new NumberList(Uint32Array)))
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
      this.#newest.push(NONE)
    }
    return number
  }

  #link(number: number, ordinal: number): void {
    this.#phoneOf.set(ordinal, number)
    const newer = this.#olderThan(number, ordinal)
    if (newer === NONE) {
      this.#before.set(ordinal, this.#newest.at(number) ?? NONE)
      this.#newest.set(number, ordinal)
    } else {
      this.#before.set(ordinal, this.#before.at(newer) ?? NONE)
      this.#before.set(newer, ordinal)
    }
  }

  /** The order of a number that comes directly after this one; NONE when none does. */
  #olderThan(number: number, ordinal: number): number {
    let newer = NONE
    for (let one = this.#newest.at(number) ?? NONE; one > ordinal; one = this.#before.at(one) ?? NONE) newer = one
    return newer
  }

  #unlink(number: number, ordinal: number): void {
    const newer = this.#olderThan(number, ordinal)
    const older = this.#before.at(ordinal) ?? NONE
    if (newer === NONE) this.#newest.set(number, older)
    else this.#before.set(newer, older)
  }

  /** Newest first, all below `end`. */
  *ofPhone(phone: KeyHash, end: number): Generator<number> {
    this.settle()
    const number = this.#phones.get(phone)
    if (number === undefined) return
    for (let one = this.#newest.at(number) ?? NONE; one !== NONE; one = this.#before.at(one) ?? NONE)
      if (one < end) yield one
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
