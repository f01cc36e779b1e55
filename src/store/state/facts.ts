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
  readonly value: FactValues[FactKind] | undefined
}

/** Changes laid over facts that stay as they are. Dropping the overlay takes the changes back. */
export class Overlay implements Facts {
  readonly #changes = new Map<FactKind, Map<string, Change>>()

  constructor(private readonly base: Facts) {}

  get<K extends FactKind>(kind: K, key: string): FactValues[K] | undefined {
    const change = this.#changes.get(kind)?.get(key)
    return change ? (change.value as FactValues[K] | undefined) : this.base.get(kind, key)
  }

  set<K extends FactKind>(kind: K, key: string, value: FactValues[K] | undefined): void {
    this.#of(kind).set(key, { value })
  }

  #of(kind: FactKind): Map<string, Change> {
    let changes = this.#changes.get(kind)
    if (!changes) this.#changes.set(kind, (changes = new Map<string, Change>()))
    return changes
  }

  /** Takes over the changes of an overlay that lies on this one. */
  adopt(upper: Overlay): void {
    for (const [kind, changes] of upper.#changes) {
      const own = this.#of(kind)
      for (const [key, change] of changes) own.set(key, change)
    }
  }

  /** Forgets adopted changes that the base now shows by itself, unless later ones lie over them. */
  settle(upper: Overlay): void {
    for (const [kind, changes] of upper.#changes) {
      const own = this.#of(kind)
      for (const [key, change] of changes) if (own.get(key) === change) own.delete(key)
    }
  }

  clear(): void {
    this.#changes.clear()
  }
}
