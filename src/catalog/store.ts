import type { AuditEntry } from './audit.js'
import type { CatalogCollection, CatalogRecords } from './collections.js'
import type { OrderId, PlatformId, ProducerId, Sku, TransactionId } from './ids.js'
import type { Order } from './order.js'
import type { PhoneNumber } from './phone.js'
import type { SentFiles } from './ports/sent-files.js'
import type { LocalizedText } from './text.js'
import type { Throttle } from './ports/throttle.js'
import type { Transaction } from './transaction.js'

export type { CatalogCollection, CatalogRecords } from './collections.js'

/** Every kind of record that a store keeps, by its collection. */
export type Records = CatalogRecords & { readonly orders: Order }
/** The name of a collection, `products` or `orders`. */
export type Collection = keyof Records

/** Writes one record. It must follow the stored version: version 1 when there is none, otherwise one more. */
export type Put = { readonly [C in Collection]: { readonly collection: C; readonly record: Records[C] } }[Collection]

/** A change of one variant's stock. A level is the sum of its movements and never falls below zero. */
export interface StockMovement {
  readonly sku: Sku
  /** Units, positive for what came in. */
  readonly quantity: number
  readonly reason: 'adjustment' | 'order' | 'cancellation'
  /** The order that takes or gives back. */
  readonly orderId?: OrderId
}

/** Changes that happen together or not at all. */
export interface Commit {
  readonly puts?: readonly Put[]
  /** Entries that the ledger gets, in this order. */
  readonly transactions?: readonly Transaction[]
  readonly stock?: readonly StockMovement[]
  /** Entries that the audit trail gets, in this order. */
  readonly audit?: readonly AuditEntry[]
}

/** A commit that is durable, with the catalog's revision after it. */
export interface Committed extends Required<Commit> {
  /** One more than that of the commit before. */
  readonly revision: number
}

/** What a store holds in memory as it is opened. */
export interface Snapshot {
  /** That of the last commit; 0 before the first. */
  readonly revision: number
  readonly records: { readonly [C in CatalogCollection]: readonly CatalogRecords[C][] }
  /** Units by SKU; a variant without stated stock is not among them. */
  readonly stock: ReadonlyMap<Sku, number>
}

/** Which orders a page is of; what is left out does not matter. */
export interface OrderQuery {
  /** So many at the most; at least 1. */
  readonly limit: number
  /** What the page before gave as `next`. */
  readonly after?: string | null
  /** Orders in which this producer has a share. */
  readonly producerId?: ProducerId | undefined
  /** The recipient's number, as it is kept: `+84905123456`. */
  readonly phone?: PhoneNumber | undefined
  /** True: something is left to do, in the producer's share when `producerId` is given, else in any. False: nothing is. */
  readonly isOpen?: boolean | undefined
}

/** Some orders of a longer list. */
export interface OrderPage {
  /** Newest first. */
  readonly orders: readonly Order[]
  /** Hand it back for the next page; null on the last. */
  readonly next: string | null
}

/** Some entries of the audit trail. */
export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditEntry[]
  /** Hand it back for the next page; null on the last. */
  readonly next: string | null
}

/** Some entries of the ledger. */
export interface LedgerPage {
  /** Newest first. Each with its place: a page `after` it begins with the one that was recorded before it. */
  readonly entries: readonly { readonly entry: Transaction; readonly place: string }[]
  /** Hand it back for the next page; null on the last. */
  readonly next: string | null
}

/** How the store does, for those who look after the shop. */
export interface StoreHealth {
  /** Why changes are refused at present; null while they are taken. */
  readonly refusing: LocalizedText | null
  /** Bytes of the disk that holds the data, and whether it is time to make room; null when the store does not know. */
  readonly disk: { readonly free: number; readonly total: number; readonly isLow: boolean } | null
}

/**
 * What the shop asks of a database. Each adapter passes the one contract suite in `src/testing`.
 *
 * `commit` is atomic and durable: when its promise resolves the changes survive a power cut, and until then nobody
 * sees them; when it rejects, nothing has changed anywhere. Records handed in and out are not to be modified.
 */
export interface Store {
  /** Everything that lives in memory. Called once, before the first commit. */
  load(): Promise<Snapshot>

  /**
   * @throws {CatalogError} `CONFLICT` when a record's version does not follow the stored one; `OUT_OF_STOCK` when a
   * level would fall below zero; `DUPLICATE` for an order code, idempotency key, or (platform, external number) of a
   * sale that is taken, a SKU or a (product, platform) listing pair that another record holds, or a transaction voided
   * twice; `NOT_FOUND` when what is to be voided is no sale on record; `STORE_UNAVAILABLE` when the disk or the database
   * refuses. Only `STORE_STOPPED` and `STORE_UNCERTAIN` leave open whether the changes were kept: a write failed and
   * could not be taken back either, or the connection was lost in the middle of it.
   */
  commit(commit: Commit): Promise<Committed>

  /** Calls `listener` once for each commit of any process, in order of revision, before `commit` resolves for the caller's own. */
  watch(listener: (committed: Committed) => void): () => void

  /**
   * Resolves when watchers have heard of every commit that any process had made before the call, or when that cannot be
   * had at present: it neither throws nor waits for long. Asked when something is missing that another process may just
   * have made, by strangers too, so however often it is called, it must cost the database little.
   */
  catchUp(): Promise<void>

  /** By its id; null when there is none. */
  findOrder(id: OrderId): Promise<Order | null>
  /** By what buyers type, `7K2M9-QX4TB`; null when there is none. */
  findOrderByCode(code: string): Promise<Order | null>
  /** By the key that the buyer's program made; null when there is none. */
  findOrderByKey(idempotencyKey: string): Promise<Order | null>
  /** @throws {CatalogError} `INVALID_INPUT` for a page of no size, and for a place that no page gave. */
  listOrders(query: OrderQuery): Promise<OrderPage>

  /** The whole ledger in the order in which it was recorded. */
  readTransactions(): AsyncIterable<Transaction>
  /** The ledger by page, without reading what came before. @throws as {@link listOrders} */
  listTransactions(page: { limit: number; after?: string | null }): Promise<LedgerPage>
  /** The sales recorded for an order, without those that were voided since. */
  findSalesOf(orderId: OrderId): Promise<readonly Transaction[]>
  /** Which of these numbers of a platform have a sale on record. One that was voided with its number gives it free. */
  findExternalNumbers(platformId: PlatformId, numbers: readonly string[]): Promise<ReadonlyMap<string, TransactionId>>

  /** The audit trail by page. */
  listAudit(page: { limit: number; after?: string | null }): Promise<AuditPage>
  /** The whole audit trail in the order in which it was recorded. */
  readAudit(): AsyncIterable<AuditEntry>

  /** Known without asking the disk or the database, so it may be called often. */
  health(): StoreHealth

  /** Counts tries against guessing and floods, for all processes on the store. `MemoryThrottle` is one for a single process. */
  readonly throttle: Throttle

  /** Files on their way into the catalog, for all processes on the store. `MemorySentFiles` keeps them for a single process. */
  readonly sentFiles: SentFiles

  /** Frees the folder or connection once every commit under way has ended. Calling it twice is harmless. */
  close(): Promise<void>
}
