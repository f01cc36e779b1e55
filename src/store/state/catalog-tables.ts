import type { CatalogCollection, CatalogRecords, Put, Snapshot, StockMovement } from '../../catalog/store.js'
import type { Sku } from '../../catalog/ids.js'
import type { Position } from '../journal/journal.js'
import { claimsOf, type ClaimKind } from './rules.js'

export const COLLECTIONS = [
  'producers',
  'products',
  'certificates',
  'platforms',
  'listings',
] as const satisfies readonly CatalogCollection[]

/** The catalog as the last commit left it: the data of the lowdb database, and of its checkpoints. */
export class CatalogTables {
  revision = 0
  /** The end of the last commit in the journal; null before the first, and when nothing is kept on disk. */
  position: Position | null = null
  readonly records: { readonly [C in CatalogCollection]: Map<string, CatalogRecords[C]> } = {
    producers: new Map(),
    products: new Map(),
    certificates: new Map(),
    platforms: new Map(),
    listings: new Map(),
  }
  readonly stock = new Map<Sku, number>()
  /** Of each value that one record holds alone, the id of that record. */
  readonly holders: { readonly [K in ClaimKind]: Map<string, string> } = {
    producerSlug: new Map(),
    productSlug: new Map(),
    platformSlug: new Map(),
    sku: new Map(),
    listingPair: new Map(),
  }

  /** Records of several puts may swap values, so all are given up before any is taken. */
  put(puts: readonly Put[]): void {
    for (const put of puts) {
      if (put.collection === 'orders') continue
      const records = this.records[put.collection] as Map<string, CatalogRecords[CatalogCollection]>
      const previous = records.get(put.record.id)
      if (previous)
        for (const [kind, value] of claimsOf(put.collection, previous as never))
          if (this.holders[kind].get(value) === previous.id) this.holders[kind].delete(value)
      records.set(put.record.id, put.record)
    }
    for (const { collection, record } of puts)
      if (collection !== 'orders' && this.records[collection].get(record.id) === record)
        for (const [kind, value] of claimsOf(collection, record as never)) this.holders[kind].set(value, record.id)
  }

  move(stock: readonly StockMovement[]): void {
    for (const { sku, quantity } of stock) this.stock.set(sku, (this.stock.get(sku) ?? 0) + quantity)
  }

  snapshot(): Snapshot {
    const { producers, products, certificates, platforms, listings } = this.records
    return {
      revision: this.revision,
      records: {
        producers: [...producers.values()],
        products: [...products.values()],
        certificates: [...certificates.values()],
        platforms: [...platforms.values()],
        listings: [...listings.values()],
      },
      stock: new Map(this.stock),
    }
  }
}
