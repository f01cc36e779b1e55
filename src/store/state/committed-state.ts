import type { CatalogCollection, ClaimKind } from '../../catalog/collections.js'
import type { Sku } from '../../catalog/ids.js'
import { AuditIndex } from './audit-index.js'
import type { CatalogTables } from './catalog-tables.js'
import type { FactKind, Facts, FactValues, TradeFact } from './facts.js'
import type { KeptCommit } from '../journal/journal.js'
import { LedgerIndex } from './ledger-index.js'
import { OrderIndex } from './order-index.js'

/** All that is durable, as memory knows it: the catalog whole, orders and ledger by where they stand in the journal. */
export class CommittedState implements Facts {
  readonly orders = new OrderIndex()
  readonly ledger = new LedgerIndex()
  readonly audit = new AuditIndex()

  constructor(readonly tables: CatalogTables) {}

  /** Follows the next commit; one that a checkpoint holds already only adds its orders and entries to the indexes. */
  apply({ revision, placed, end }: KeptCommit): void {
    for (const { address, part } of placed) {
      for (const { collection, record } of part.puts) if (collection === 'orders') this.orders.put(record, address)
      for (const transaction of part.transactions) this.ledger.record(transaction, address)
      this.audit.record(address, part.audit.length)
    }
    if (revision <= this.tables.revision) return
    this.tables.put(placed.flatMap(({ part }) => part.puts))
    for (const { part } of placed) this.tables.move(part.stock)
    this.tables.revision = revision
    this.tables.position = end
  }

  get<K extends FactKind>(kind: K, key: string): FactValues[K] | undefined {
    const asked: Partial<Record<string, (key: string) => unknown>> = this.#trade
    const ask = asked[kind]
    if (ask) return ask(key) as FactValues[K] | undefined
    if (kind.includes('.')) return this.tables.holderOf(kind as ClaimKind, key) as FactValues[K] | undefined
    return this.tables.records[kind as CatalogCollection].get(key) as FactValues[K] | undefined
  }

  readonly #trade: { readonly [K in TradeFact]: (key: string) => FactValues[K] | undefined } = {
    orders: (id) => {
      const ordinal = this.orders.ordinalOf(id)
      const version = ordinal === undefined ? undefined : this.orders.versionOf(ordinal)
      return ordinal === undefined || version === undefined ? undefined : { version, ordinal }
    },
    orderCount: () => this.orders.size,
    orderCode: (code) => this.orders.ordinalOfCode(code),
    idempotencyKey: (key) => this.orders.ordinalOfKey(key),
    externalNumber: (number) => (this.ledger.addressOfNumber(number) === undefined ? undefined : true),
    transactions: (id) => this.ledger.stateOf(id),
    stock: (sku) => this.tables.stock.get(sku as Sku),
  }
}
