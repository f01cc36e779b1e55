import { type FactValues } from './facts.js'
import type { EntryDigest } from './digest.js'
import { nameOf, type KeyHash } from './key-hash.js'
import { KeyTable } from './key-table.js'
import { NumberList } from './number-list.js'
import type { OrderIndex } from './order-index.js'

const STATES = ['sale', 'void', 'voidedSale'] as const satisfies readonly FactValues['transactions'][]

/** An address is kept as one more than it is, so that 0 says that there is none. */
const NOWHERE = 0

/** What the rules ask about ledger entries, and where the journal keeps the sales of an order or external number. */
export class LedgerIndex {
  readonly #states = new KeyTable()
  /** Where the sale with a number of a platform stands; `NOWHERE` when it was taken back, so that the number is free. */
  readonly #numbers = new KeyTable()
  /** By the order's ordinal. */
  readonly #ofOrder = new NumberList()
  /** Further lines with sales of an order; all of an order's sales stand in one line, as a rule. */
  readonly #furtherOfOrder = new Map<number, number[]>()
  /** Sales that name an order which is not on record. */
  readonly #ofOthers = new Map<string, number[]>()
  /** Where each entry stands, in the order in which they came; those of one line follow each other. */
  readonly #addresses = new NumberList()

  constructor(private readonly orders: OrderIndex) {}

  get size(): number {
    return this.#addresses.length
  }

  /** So many entries now come: they are taken in together, up to `settle`. */
  expect(entries: number): void {
    this.#states.expect(entries, STATES.length)
  }

  settle(): void {
    this.#states.settle()
  }

  record({ id, voids, order, number, counted }: EntryDigest, address: number): void {
    this.#addresses.push(address)
    this.#states.set(id, STATES.indexOf(counted.kind))
    if (counted.kind === 'void') {
      if (voids !== null) this.#states.set(voids, STATES.indexOf('voidedSale'))
      if (number !== null) this.#numbers.set(number, NOWHERE)
      return
    }
    if (number !== null) this.#numbers.set(number, address + 1)
    if (order !== null) this.#noteOrder(order, address)
  }

  #noteOrder(order: KeyHash, address: number): void {
    const ordinal = this.orders.ordinalOf(order)
    const isFirst = ordinal !== undefined && (this.#ofOrder.at(ordinal) ?? NOWHERE) === NOWHERE
    if (isFirst && this.#ofOthers.size === 0) {
      this.#ofOrder.set(ordinal, address + 1)
      return
    }
    const known = this.addressesOfOrder(order)
    if (known.includes(address)) return
    if (ordinal === undefined) this.#ofOthers.set(nameOf(order), [...known, address])
    else if (isFirst) this.#ofOrder.set(ordinal, address + 1)
    else this.#furtherOfOrder.set(ordinal, [...(this.#furtherOfOrder.get(ordinal) ?? []), address])
  }

  /** The line in which the entry stands that came as this one, 0 for the first, and its place among that line's entries. */
  placeOf(ordinal: number): { readonly address: number; readonly index: number } | undefined {
    const address = this.#addresses.at(ordinal)
    if (address === undefined) return undefined
    let first = ordinal
    while (first > 0 && this.#addresses.at(first - 1) === address) first -= 1
    return { address, index: ordinal - first }
  }

  stateOf(id: KeyHash): FactValues['transactions'] | undefined {
    const state = this.#states.get(id)
    return state === undefined ? undefined : STATES[state]
  }

  /** Where the sale with this number of a platform stands. */
  addressOfNumber(number: KeyHash): number | undefined {
    const place = this.#numbers.get(number) ?? NOWHERE
    return place === NOWHERE ? undefined : place - 1
  }

  addressesOfOrder(order: KeyHash): readonly number[] {
    const ordinal = this.orders.ordinalOf(order)
    const others = this.#ofOthers.size === 0 ? [] : (this.#ofOthers.get(nameOf(order)) ?? [])
    if (ordinal === undefined) return others
    const first = this.#ofOrder.at(ordinal) ?? NOWHERE
    if (first === NOWHERE) return others
    return [...others, first - 1, ...(this.#furtherOfOrder.get(ordinal) ?? [])]
  }
}
