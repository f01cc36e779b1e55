import type { CatalogCollection, ClaimKind } from '../../catalog/collections.js'
import type { Sku } from '../../catalog/ids.js'
import { AuditIndex } from './audit-index.js'
import type { CatalogTables } from './catalog-tables.js'
import { Digester, type PartDigest } from './digest.js'
import type { FactKind, Facts, FactValues, TradeFact } from './facts.js'
import type { KeptCommit } from '../journal/journal.js'
import { KeyHasher } from './key-hash.js'
import { LedgerIndex } from './ledger-index.js'
import { OrderIndex } from './order-index.js'

/** All that is durable, as memory knows it: the catalog whole, orders and ledger by where they stand in the journal. */
export class CommittedState implements Facts {
  readonly orders = new OrderIndex()
  readonly ledger = new LedgerIndex(this.orders)
  readonly audit = new AuditIndex()
  readonly #digester: Digester

  constructor(
    readonly tables: CatalogTables,
    readonly hasher = new KeyHasher(),
  ) {
    this.#digester = new Digester(hasher)
  }

  /**
   * Follows the next commit; one that a checkpoint holds already only adds its orders and entries to the indexes. Gives
   * back what the indexes now know of it.
   */
  apply({ revision, placed, end }: KeptCommit): readonly PartDigest[] {
    const digests = placed.map((one) => this.#digester.part(one))
    for (const digest of digests) this.follow(digest)
    if (revision <= this.tables.revision) return digests
    const [first] = placed
    this.tables.put(placed.length === 1 && first ? first.part.puts : placed.flatMap(({ part }) => part.puts))
    for (const { part } of placed) this.tables.move(part.stock)
    this.tables.revision = revision
    this.tables.position = end
    return digests
  }

  /** So many orders and ledger entries now come: they are taken in together, up to `settle`. */
  expect(orders: number, entries: number): void {
    this.orders.expect(orders)
    this.ledger.expect(entries)
  }

  settle(): void {
    this.orders.settle()
    this.ledger.settle()
  }

  /** Adds the orders and entries of one line to the indexes. */
  follow({ address, orders, entries, audit }: PartDigest): void {
    for (const order of orders) this.orders.put(order, address)
    for (const entry of entries) this.ledger.record(entry, address)
    this.audit.record(address, audit)
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
      const ordinal = this.orders.ordinalOf(this.hasher.hash(id))
      const version = ordinal === undefined ? undefined : this.orders.versionOf(ordinal)
      return ordinal === undefined || version === undefined ? undefined : { version, ordinal }
    },
    orderCount: () => this.orders.size,
    orderCode: (code) => this.orders.ordinalOfCode(this.hasher.hash(code)),
    idempotencyKey: (key) => this.orders.ordinalOfKey(this.hasher.hash(key)),
    externalNumber: (number) =>
      this.ledger.addressOfNumber(this.hasher.hash(number)) === undefined ? undefined : true,
    transactions: (id) => this.ledger.stateOf(this.hasher.hash(id)),
    stock: (sku) => this.tables.stock.get(sku as Sku),
  }
}
