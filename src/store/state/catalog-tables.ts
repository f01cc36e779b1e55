import {
  claimsOf,
  COLLECTION_NAMES,
  type CatalogCollection,
  type CatalogRecords,
  type ClaimKind,
} from '../../catalog/collections.js'
import type { Sku } from '../../catalog/ids.js'
import type { Put, Snapshot, StockMovement } from '../../catalog/store.js'
import type { Position } from '../journal/journal.js'

type Records = { readonly [C in CatalogCollection]: Map<string, CatalogRecords[C]> }
type AnyRecord = CatalogRecords[CatalogCollection]

const empty = (): Records => Object.fromEntries(COLLECTION_NAMES.map((name) => [name, new Map()])) as unknown as Records

/** The catalog as the last commit left it: the data of the lowdb database, and of its checkpoints. */
export class CatalogTables {
  revision = 0
  /** The end of the last commit in the journal; null before the first, and when nothing is kept on disk. */
  position: Position | null = null
  readonly records = empty()
  readonly stock = new Map<Sku, number>()
  /** Of each value that one record holds alone, the id of that record. */
  readonly #holders = new Map<ClaimKind, Map<string, string>>()

  holderOf(kind: ClaimKind, value: string): string | undefined {
    return this.#holders.get(kind)?.get(value)
  }

  /** Records of several puts may swap values, so all are given up before any is taken. */
  put(puts: readonly Put[]): void {
    for (const put of puts) {
      if (put.collection === 'orders') continue
      const records = this.records[put.collection] as Map<string, AnyRecord>
      const previous = records.get(put.record.id)
      if (previous) this.#giveUp(put.collection, previous)
      records.set(put.record.id, put.record)
    }
    for (const { collection, record } of puts)
      if (collection !== 'orders' && this.records[collection].get(record.id) === record) this.#take(collection, record)
  }

  #giveUp(collection: CatalogCollection, record: AnyRecord): void {
    for (const { kind, value } of claimsOf(collection, record as never)) {
      const holders = this.#holders.get(kind)
      if (holders?.get(value) === record.id) holders.delete(value)
    }
  }

  #take(collection: CatalogCollection, record: AnyRecord): void {
    for (const { kind, value } of claimsOf(collection, record as never)) {
      let holders = this.#holders.get(kind)
      if (!holders) this.#holders.set(kind, (holders = new Map<string, string>()))
      holders.set(value, record.id)
    }
  }

  move(stock: readonly StockMovement[]): void {
    for (const { sku, quantity } of stock) this.stock.set(sku, (this.stock.get(sku) ?? 0) + quantity)
  }

  snapshot(): Snapshot {
    const records = COLLECTION_NAMES.map((name) => [name, [...this.records[name].values()]])
    return {
      revision: this.revision,
      records: Object.fromEntries(records) as Snapshot['records'],
      stock: new Map(this.stock),
    }
  }
}
