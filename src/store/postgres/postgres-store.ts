import type { AuditEntry } from '../../catalog/audit.js'
import { fieldError } from '../../catalog/errors.js'
import type { OrderId, PlatformId, TransactionId } from '../../catalog/ids.js'
import type { Order } from '../../catalog/order.js'
import type {
  AuditPage,
  Commit,
  Committed,
  LedgerPage,
  OrderPage,
  OrderQuery,
  Snapshot,
  Store,
  StoreHealth,
} from '../../catalog/store.js'
import type { Transaction } from '../../catalog/transaction.js'
import type { SentFiles } from '../../catalog/ports/sent-files.js'
import type { Throttle } from '../../catalog/ports/throttle.js'
import { closed } from '../failures.js'
import type { ChangeFeed } from './change-feed.js'
import { CommitQueue } from './commit-queue.js'
import type { Database } from './database.js'
import type { Listener } from './listener.js'
import { loadSnapshot } from './load-snapshot.js'
import { toOrderQuery } from './order-query.js'
import { PostgresSentFiles } from './postgres-sent-files.js'
import { PostgresThrottle } from './postgres-throttle.js'
import type { Pruning } from './pruning.js'

/** The most orders or audit entries on one page. */
const MAX_PAGE = 1000
/** Ledger entries that one question brings. */
const LEDGER_PAGE = 2000
/** Revision and position of an entry; and a place behind all of them. */
const LEDGER_PLACE = /^\d{1,15}\.\d{1,9}$/
const LEDGER_END = '999999999999999.0'

type Documents<T> = { readonly document: T } & Record<string, unknown>

function checkPage(limit: number, after?: string | null): void {
  if (!Number.isInteger(limit) || limit < 1) throw fieldError('limit', 'tooSmall', { minimum: 1 })
  if (limit > MAX_PAGE) throw fieldError('limit', 'tooLarge', { maximum: MAX_PAGE })
  if (after != null && !/^\d{1,15}$/.test(after)) throw fieldError('after', 'badFormat', { example: '1200' })
}

/** A shop in a PostgreSQL schema, which other processes may share. */
export class PostgresStore implements Store {
  readonly #queue: CommitQueue
  readonly #schema: string
  readonly throttle: Throttle
  readonly sentFiles: SentFiles
  #closing: Promise<void> | null = null

  constructor(
    private readonly database: Database,
    private readonly feed: ChangeFeed,
    private readonly listener: Listener | null,
    private readonly pruning: Pruning | null,
  ) {
    this.#queue = new CommitQueue(database, feed)
    this.#schema = database.schema
    this.sentFiles = new PostgresSentFiles(database)
    this.throttle = new PostgresThrottle(database, () => feed.lost !== null || this.#closing !== null)
  }

  async load(): Promise<Snapshot> {
    this.#refuseWhenClosed()
    const snapshot = await loadSnapshot(this.database)
    this.feed.startAfter(snapshot.revision)
    return snapshot
  }

  async commit(commit: Commit): Promise<Committed> {
    this.#refuseWhenClosed()
    this.feed.refuseWhenStopped()
    return this.#queue.commit(commit)
  }

  watch(listener: (committed: Committed) => void): () => void {
    return this.feed.watch(listener)
  }

  catchUp(): Promise<void> {
    return this.feed.catchUp()
  }

  findOrder(id: OrderId): Promise<Order | null> {
    return this.#findOrder('id', id)
  }

  findOrderByCode(code: string): Promise<Order | null> {
    return this.#findOrder('code', code)
  }

  findOrderByKey(idempotencyKey: string): Promise<Order | null> {
    return this.#findOrder('idempotency_key', idempotencyKey)
  }

  async #findOrder(column: 'id' | 'code' | 'idempotency_key', value: string): Promise<Order | null> {
    // PostgreSQL holds no such text, and refuses to look for it.
    if (value.includes('\0')) return null
    const [row] = await this.#query<Documents<Order>>(
      `select document from ${this.#schema}.orders where ${column} = $1`,
      [value],
    )
    return row?.document ?? null
  }

  async listOrders(query: OrderQuery): Promise<OrderPage> {
    const { limit, after } = query
    checkPage(limit, after)
    const { text, values } = toOrderQuery(this.#schema, query)
    const rows = await this.#query<Documents<Order> & { ordinal: string }>(text, values)
    const orders = rows.slice(0, limit).map(({ document }) => document)
    return { orders, next: rows.length > limit ? (rows[limit - 1]?.ordinal ?? null) : null }
  }

  /** Up to the last commit that watchers have heard of, so that what was counted is not counted again. */
  async *readTransactions(): AsyncGenerator<Transaction> {
    const end = this.feed.position
    let [revision, position] = ['0', 0]
    for (let found = LEDGER_PAGE; found === LEDGER_PAGE;) {
      const rows = await this.#query<Documents<Transaction> & { revision: string; position: number }>(
        `select revision, position, document from ${this.#schema}.ledger
         where (revision, position) > ($1, $2) and revision <= $3 order by revision, position limit ${LEDGER_PAGE}`,
        [revision, position, end],
      )
      for (const row of rows) {
        ;({ revision, position } = row)
        yield row.document
      }
      found = rows.length
    }
  }

  async listTransactions({ limit, after }: { limit: number; after?: string | null }): Promise<LedgerPage> {
    checkPage(limit)
    const place = after ?? LEDGER_END
    if (!LEDGER_PLACE.test(place)) throw fieldError('after', 'badFormat', { example: '1200.0' })
    const [revision, position] = place.split('.')
    const rows = await this.#query<Documents<Transaction> & { revision: string; position: number }>(
      `select revision, position, document from ${this.#schema}.ledger
       where (revision, position) < ($1, $2) order by revision desc, position desc limit $3`,
      [revision, position, limit + 1],
    )
    const entries = rows.map(({ revision: at, position: within, document }) => ({
      entry: document,
      place: `${at}.${within}`,
    }))
    return {
      entries: entries.slice(0, limit),
      next: entries.length > limit ? (entries[limit - 1]?.place ?? null) : null,
    }
  }

  async findSalesOf(orderId: OrderId): Promise<readonly Transaction[]> {
    const rows = await this.#query<Documents<Transaction>>(
      `select document from ${this.#schema}.ledger sale where order_id = $1 and kind = 'sale'
       and not exists (select from ${this.#schema}.ledger_keys void where void.voids = sale.id)
       order by revision, position`,
      [orderId],
    )
    return rows.map(({ document }) => document)
  }

  async findExternalNumbers(
    platformId: PlatformId,
    numbers: readonly string[],
  ): Promise<ReadonlyMap<string, TransactionId>> {
    const rows = await this.#query<{ external_number: string; id: TransactionId }>(
      `select external_number, id from ${this.#schema}.ledger_keys
       where kind = 'sale' and platform_id = $1 and external_number = any ($2) order by revision, position`,
      [platformId, numbers],
    )
    return new Map(rows.map(({ external_number: number, id }) => [number, id]))
  }

  async listAudit({ limit, after }: { limit: number; after?: string | null }): Promise<AuditPage> {
    checkPage(limit, after)
    const rows = await this.#query<Documents<AuditEntry> & { ordinal: string }>(
      `select ordinal, document from ${this.#schema}.audit where ordinal < $1 order by ordinal desc limit $2`,
      [after ?? Number.MAX_SAFE_INTEGER, limit + 1],
    )
    const entries = rows.slice(0, limit).map(({ document }) => document)
    return { entries, next: rows.length > limit ? (rows[limit - 1]?.ordinal ?? null) : null }
  }

  async *readAudit(): AsyncGenerator<AuditEntry> {
    let last = '0'
    for (let found = LEDGER_PAGE; found === LEDGER_PAGE;) {
      const rows = await this.#query<Documents<AuditEntry> & { ordinal: string }>(
        `select ordinal, document from ${this.#schema}.audit where ordinal > $1 order by ordinal limit ${LEDGER_PAGE}`,
        [last],
      )
      for (const row of rows) {
        last = row.ordinal
        yield row.document
      }
      found = rows.length
    }
  }

  #query<Row extends Record<string, unknown>>(text: string, values: unknown[]): Promise<Row[]> {
    this.#refuseWhenClosed()
    return this.database.query<Row>(text, values)
  }

  #refuseWhenClosed(): void {
    if (this.#closing) throw closed()
  }

  health(): StoreHealth {
    return { refusing: this.feed.lost, disk: null }
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#shutDown())
  }

  async #shutDown(): Promise<void> {
    await this.#queue.settle()
    await Promise.all([this.feed.close(), this.listener?.close(), this.pruning?.close()])
    await this.database.close()
  }
}
