import type { CatalogCollection } from '../../catalog/store.js'
import type { Sku } from '../../catalog/ids.js'
import type { CatalogTables } from './catalog-tables.js'
import type { FactKind, Facts, FactValues } from './facts.js'
import type { KeptCommit } from '../journal/journal.js'
import { LedgerIndex } from './ledger-index.js'
import { OrderIndex } from './order-index.js'
import type { ClaimKind } from './rules.js'

/** All that is durable, as memory knows it: the catalog whole, orders and ledger by where they stand in the journal. */
export class CommittedState implements Facts {
  readonly orders = new OrderIndex()
  readonly ledger = new LedgerIndex()

  constructor(readonly tables: CatalogTables) {}

  /** Follows the next commit; one that a checkpoint holds already only adds its orders and entries to the indexes. */
  apply({ revision, placed, end }: KeptCommit): void {
    for (const { address, part } of placed) {
      for (const { collection, record } of part.puts) if (collection === 'orders') this.orders.put(record, address)
      for (const transaction of part.transactions) this.ledger.record(transaction, address)
    }
    if (revision <= this.tables.revision) return
    this.tables.put(placed.flatMap(({ part }) => part.puts))
    for (const { part } of placed) this.tables.move(part.stock)
    this.tables.revision = revision
    this.tables.position = end
  }

  get<K extends FactKind>(kind: K, key: string): FactValues[K] | undefined {
    return this.#facts[kind](key)
  }

  readonly #record =
    <C extends CatalogCollection>(collection: C) =>
    (id: string) =>
      this.tables.records[collection].get(id) as FactValues[C] | undefined

  readonly #holder = (kind: ClaimKind) => (value: string) => this.tables.holders[kind].get(value)

  readonly #facts: { readonly [K in FactKind]: (key: string) => FactValues[K] | undefined } = {
    producers: this.#record('producers'),
    products: this.#record('products'),
    certificates: this.#record('certificates'),
    platforms: this.#record('platforms'),
    listings: this.#record('listings'),
    producerSlug: this.#holder('producerSlug'),
    productSlug: this.#holder('productSlug'),
    platformSlug: this.#holder('platformSlug'),
    sku: this.#holder('sku'),
    listingPair: this.#holder('listingPair'),
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
