import type { Transaction } from '../../catalog/transaction.js'
import { saleNumber, type FactValues } from './facts.js'
import { KeyTable } from './key-table.js'

const STATES = ['sale', 'void', 'voidedSale'] as const satisfies readonly FactValues['transactions'][]

/** What the rules ask about ledger entries, and where the journal keeps the sales of an order or external number. */
export class LedgerIndex {
  readonly #states = new KeyTable()
  readonly #numbers = new KeyTable()
  readonly #ofOrder = new KeyTable()
  /** Further lines with sales of an order; all of an order's sales stand in one line, as a rule. */
  readonly #furtherOfOrder = new Map<string, number[]>()
  #size = 0

  get size(): number {
    return this.#size
  }

  record({ id, kind, voids, orderId, platformId, externalNumber }: Transaction, address: number): void {
    this.#size += 1
    this.#states.set(id, STATES.indexOf(kind))
    if (kind === 'void') {
      if (voids !== undefined) this.#states.set(voids, STATES.indexOf('voidedSale'))
      return
    }
    if (externalNumber !== undefined) this.#numbers.set(saleNumber(platformId, externalNumber), address)
    if (orderId !== undefined) this.#noteOrder(orderId, address)
  }

  #noteOrder(orderId: string, address: number): void {
    const known = this.addressesOfOrder(orderId)
    if (known.length === 0) this.#ofOrder.set(orderId, address)
    else if (!known.includes(address)) this.#furtherOfOrder.set(orderId, [...known.slice(1), address])
  }

  stateOf(id: string): FactValues['transactions'] | undefined {
    const state = this.#states.get(id)
    return state === undefined ? undefined : STATES[state]
  }

  /** Where the sale with this number of a platform stands; see {@link saleNumber}. */
  addressOfNumber(number: string): number | undefined {
    return this.#numbers.get(number)
  }

  addressesOfOrder(orderId: string): readonly number[] {
    const first = this.#ofOrder.get(orderId)
    return first === undefined ? [] : [first, ...(this.#furtherOfOrder.get(orderId) ?? [])]
  }
}
