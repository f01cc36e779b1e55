import type { CatalogRecords, ClaimKind } from '../../catalog/collections.js'

/** What the rules ask about orders, the ledger and stock, each kind by a key of text. */
interface TradeFacts {
  /** By order id. The ordinal counts orders as they come: 0, 1, 2 … */
  readonly orders: { readonly version: number; readonly ordinal: number }
  /** How many orders there are; its key is `all`. */
  readonly orderCount: number
  /** By code, by key: the order's ordinal. */
  readonly orderCode: number
  readonly idempotencyKey: number
  /** By {@link saleNumber}. */
  readonly externalNumber: true
  /** By transaction id. A sale that was voided can be voided no more. */
  readonly transactions: 'sale' | 'void' | 'voidedSale'
  /** By SKU: units. */
  readonly stock: number
}
export type TradeFact = keyof TradeFacts

/** What the rules of a commit ask about: a record by its id, and by a value that one record may hold alone that record's id. */
export type FactValues = TradeFacts & CatalogRecords & { readonly [kind in ClaimKind]: string }
export type FactKind = keyof FactValues

export interface Facts {
  get<K extends FactKind>(kind: K, key: string): FactValues[K] | undefined
}

/** Ids hold no space, so the first one ends the platform. */
export const saleNumber = (platformId: string, externalNumber: string): string => `${platformId} ${externalNumber}`

interface Change {
  readonly kind: FactKind
  readonly key: string
  value: FactValues[FactKind] | undefined
}

/** So many changes are looked through one by one; beyond, they are found by kind and key. */
const FEW = 32

/** Changes laid over facts that stay as they are. Dropping the overlay takes the changes back. */
export class Overlay implements Facts {
  /** All changes while they are few, which those of one commit are as a rule: no order needs a table of its own. */
  #few: Change[] = []
  #byKind: Map<FactKind, Map<string, Change>> | null = null

  constructor(private readonly base: Facts) {}

  get<K extends FactKind>(kind: K, key: string): FactValues[K] | undefined {
    const change = this.#find(kind, key)
    return change ? (change.value as FactValues[K] | undefined) : this.base.get(kind, key)
  }

  set<K extends FactKind>(kind: K, key: string, value: FactValues[K] | undefined): void {
    const change = this.#find(kind, key)
    if (change) change.value = value
    else this.#add({ kind, key, value })
  }

  #find(kind: FactKind, key: string): Change | undefined {
    if (this.#byKind) return this.#byKind.get(kind)?.get(key)
    for (const change of this.#few) if (change.kind === kind && change.key === key) return change
    return undefined
  }

  #add(change: Change): void {
    if (!this.#byKind && this.#few.length < FEW) {
      this.#few.push(change)
      return
    }
    if (!this.#byKind) {
      this.#byKind = new Map()
      for (const one of this.#few) this.#place(one)
      this.#few = []
    }
    this.#place(change)
  }

  #place(change: Change): void {
    const byKind = (this.#byKind ??= new Map<FactKind, Map<string, Change>>())
    let changes = byKind.get(change.kind)
    if (!changes) byKind.set(change.kind, (changes = new Map<string, Change>()))
    changes.set(change.key, change)
  }

  #forEach(use: (change: Change) => void): void {
    this.#few.forEach(use)
    this.#byKind?.forEach((changes) => changes.forEach(use))
  }

  /** Adds the changes of an overlay that lies on this one. */
  adopt(upper: Overlay): void {
    upper.#forEach(({ kind, key, value }) => this.set(kind, key, value))
  }

  /** Takes over all changes of an overlay that lies on this one, in the place of its own, and leaves that one without any. */
  takeOver(upper: Overlay): void {
    this.#few = upper.#few
    this.#byKind = upper.#byKind
    upper.clear()
  }

  clear(): void {
    this.#few = []
    this.#byKind = null
  }
}
