import { isShareOpen, type Order } from '../../catalog/order.js'
import { KeyTable } from './key-table.js'

/** What an order is listed by. */
export type Listed = Pick<Order, 'fulfillments' | 'recipient'>

const NONE = -1

/** The orders of each producer and of each phone number, and those with something left to do, by ordinal. */
export class OrderLists {
  readonly #ofProducer = new Map<string, number[]>()
  readonly #open = new Set<number>()
  readonly #openOfProducer = new Map<string, Set<number>>()
  /** Phone numbers as they come: 0, 1, 2 … */
  readonly #phones = new KeyTable()
  /** Of each phone number its newest order; of each order the one before it of the same number, and the number. */
  readonly #newest: number[] = []
  readonly #before: number[] = []
  readonly #phoneOf: number[] = []

  put({ fulfillments, recipient }: Listed, ordinal: number): void {
    for (const share of fulfillments) {
      const { producerId } = share
      this.#noteProducer(producerId, ordinal)
      let open = this.#openOfProducer.get(producerId)
      if (!open) this.#openOfProducer.set(producerId, (open = new Set<number>()))
      if (isShareOpen(share)) open.add(ordinal)
      else open.delete(ordinal)
    }
    if (fulfillments.some(isShareOpen)) this.#open.add(ordinal)
    else this.#open.delete(ordinal)
    this.#notePhone(recipient.phone, ordinal)
  }

  #noteProducer(producerId: string, ordinal: number): void {
    let ordinals = this.#ofProducer.get(producerId)
    if (!ordinals) this.#ofProducer.set(producerId, (ordinals = []))
    const place = firstNotBelow(ordinals, ordinal)
    if (ordinals[place] === ordinal) return
    if (place === ordinals.length) ordinals.push(ordinal)
    else ordinals.splice(place, 0, ordinal)
  }

  #notePhone(phone: string, ordinal: number): void {
    let number = this.#phones.get(phone)
    if (number === undefined) {
      number = this.#newest.length
      this.#phones.set(phone, number)
      this.#newest.push(NONE)
    }
    const known = this.#phoneOf[ordinal]
    if (known === number) return
    if (known !== undefined) this.#unlink(known, ordinal)
    this.#phoneOf[ordinal] = number
    const newer = this.#olderThan(number, ordinal)
    if (newer === NONE) {
      this.#before[ordinal] = this.#newest[number] ?? NONE
      this.#newest[number] = ordinal
    } else {
      this.#before[ordinal] = this.#before[newer] ?? NONE
      this.#before[newer] = ordinal
    }
  }

  /** The order of a number that comes directly after this one; NONE when none does. */
  #olderThan(number: number, ordinal: number): number {
    let newer = NONE
    for (let one = this.#newest[number] ?? NONE; one > ordinal; one = this.#before[one] ?? NONE) newer = one
    return newer
  }

  #unlink(number: number, ordinal: number): void {
    const newer = this.#olderThan(number, ordinal)
    const older = this.#before[ordinal] ?? NONE
    if (newer === NONE) this.#newest[number] = older
    else this.#before[newer] = older
  }

  /** Newest first, all below `end`. */
  *ofPhone(phone: string, end: number): Generator<number> {
    const number = this.#phones.get(phone)
    if (number === undefined) return
    for (let one = this.#newest[number] ?? NONE; one !== NONE; one = this.#before[one] ?? NONE) if (one < end) yield one
  }

  /** Newest first, all below `end`; when `isOpen` is given, those alone whose share is open, or is not. */
  *ofProducer(producerId: string, end: number, isOpen?: boolean): Generator<number> {
    const open = this.#openOfProducer.get(producerId)
    if (isOpen === true) {
      yield* descending(open, end)
      return
    }
    const ordinals = this.#ofProducer.get(producerId) ?? []
    for (let place = firstNotBelow(ordinals, end) - 1; place >= 0; place -= 1) {
      const ordinal = ordinals[place]
      if (ordinal !== undefined && (isOpen === undefined || open?.has(ordinal) !== true)) yield ordinal
    }
  }

  /** Newest first, all below `end`. */
  *open(end: number): Generator<number> {
    yield* descending(this.#open, end)
  }

  isOpen(ordinal: number): boolean {
    return this.#open.has(ordinal)
  }
}

function* descending(ordinals: ReadonlySet<number> | undefined, end: number): Generator<number> {
  for (const ordinal of [...(ordinals ?? [])].sort((a, b) => b - a)) if (ordinal < end) yield ordinal
}

/** The first place in an ascending list whose number is not below `limit`. */
function firstNotBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? Infinity) < limit) low = middle + 1
    else high = middle
  }
  return low
}
