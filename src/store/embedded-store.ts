import type { Low } from 'lowdb'
import type { AuditEntry } from '../catalog/audit.js'
import { CatalogError } from '../catalog/errors.js'
import { MemoryThrottle } from '../catalog/ports/memory-throttle.js'
import type { SentFiles } from '../catalog/ports/sent-files.js'
import type { OrderId, PlatformId, TransactionId } from '../catalog/ids.js'
import type { Order } from '../catalog/order.js'
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
} from '../catalog/store.js'
import type { Transaction } from '../catalog/transaction.js'
import type { CatalogTables } from './state/catalog-tables.js'
import { Checkpoints, type Written } from './checkpoint/checkpoints.js'
import { CommitQueue } from './commit-queue.js'
import { pageOfLedger } from './embedded-ledger.js'
import { pageOfOrders } from './embedded-orders.js'
import type { CommittedState } from './state/committed-state.js'
import type { DiskWatch } from './disk/disk-space.js'
import { closed, toCatalogError, type Report } from './failures.js'
import { saleNumber } from './state/facts.js'
import type { KeyHash } from './state/key-hash.js'
import type { Journal } from './journal/journal.js'
import type { Part } from './journal/journal-lines.js'
import type { TradeIndex } from './trade-index/trade-index.js'
import { pageOf, type PageQuery } from './paging.js'

export interface EmbeddedStoreParts {
  /** lowdb's database: the catalog in memory, and how its checkpoints are kept. */
  readonly database: Low<CatalogTables>
  readonly checkpoint: Written
  readonly state: CommittedState
  readonly journal: Journal
  /** Kept beside the journal, so that the next start need not read all of it; null where there is no disk. */
  readonly index: TradeIndex | null
  readonly sentFiles: SentFiles
  readonly report: Report
  /** Looks how full the disk is; null where there is none. */
  readonly disk: DiskWatch | null
  /** Gives the folder free; the last thing that closing does. */
  readonly release: () => Promise<void>
}

/** What a checkpoint spares the next start: the catalog's records, and stock that moves by itself. Trade is read anyway. */
const changesOf = ({ puts, transactions, stock }: Committed): number =>
  puts.filter(({ collection }) => collection !== 'orders').length + (transactions.length > 0 ? 0 : stock.length)

/** A store in one process: a journal that is the truth, a lowdb database that holds what it amounts to. */
export class EmbeddedStore implements Store {
  /** One process has the folder to itself. */
  readonly throttle = new MemoryThrottle()
  readonly sentFiles: SentFiles
  readonly #state: CommittedState
  readonly #journal: Journal
  readonly #index: TradeIndex | null
  readonly #queue: CommitQueue
  readonly #checkpoints: Checkpoints
  readonly #release: () => Promise<void>
  readonly #listeners = new Set<(committed: Committed) => void>()
  /** How many commits are under way, and who waits for the last of them. */
  #underWay = 0
  #whenIdle: (() => void) | null = null
  readonly #disk: DiskWatch | null
  #refusing: StoreHealth['refusing'] = null
  #closing: Promise<void> | null = null

  constructor({ database, checkpoint, state, journal, index, sentFiles, report, disk, release }: EmbeddedStoreParts) {
    this.sentFiles = sentFiles
    this.#disk = disk
    this.#state = state
    this.#journal = journal
    this.#index = index
    this.#release = release
    this.#checkpoints = new Checkpoints(database, checkpoint, report)
    this.#queue = new CommitQueue(state, journal, index, (committed) => {
      for (const listener of [...this.#listeners]) {
        try {
          listener(committed)
        } catch (error) {
          const [revision, said] = [committed.revision, String(error)]
          report({
            vi: `Nơi theo dõi lần ghi ${revision} bị lỗi (${said}); dữ liệu đã được lưu.`,
            en: `A watcher of commit ${revision} failed (${said}); the commit is stored.`,
          })
        }
      }
      this.#checkpoints.note(changesOf(committed))
    })
  }

  load(): Promise<Snapshot> {
    return this.#reading(() => Promise.resolve(this.#state.tables.snapshot()))
  }

  async commit(commit: Commit): Promise<Committed> {
    if (this.#closing) throw closed()
    this.#underWay += 1
    try {
      const committed = await this.#queue.commit(commit)
      this.#refusing = null
      return committed
    } catch (error) {
      if (error instanceof CatalogError && /^STORE_/.test(error.code)) this.#refuse(error)
      throw error
    } finally {
      this.#underWay -= 1
      if (this.#underWay === 0) this.#whenIdle?.()
    }
  }

  #refuse(error: CatalogError): void {
    this.#refusing = { vi: error.text('vi'), en: error.text('en') }
    void this.#disk?.look()
  }

  health(): StoreHealth {
    return { refusing: this.#refusing, disk: this.#disk?.latest ?? null }
  }

  watch(listener: (committed: Committed) => void): () => void {
    const own = (committed: Committed): void => listener(committed)
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  /** One process has the folder to itself: there is nobody to catch up with. */
  async catchUp(): Promise<void> {}

  // The indexes keep hashes of keys, not keys: the order that is found is looked at before it is given out.

  async findOrder(id: OrderId): Promise<Order | null> {
    const order = await this.#orderAt(this.#state.orders.ordinalOf(this.#hash(id)))
    return order?.id === id ? order : null
  }

  async findOrderByCode(code: string): Promise<Order | null> {
    const order = await this.#orderAt(this.#state.orders.ordinalOfCode(this.#hash(code)))
    return order?.code === code ? order : null
  }

  async findOrderByKey(idempotencyKey: string): Promise<Order | null> {
    const order = await this.#orderAt(this.#state.orders.ordinalOfKey(this.#hash(idempotencyKey)))
    return order?.idempotencyKey === idempotencyKey ? order : null
  }

  listOrders(query: OrderQuery): Promise<OrderPage> {
    return pageOfOrders(this.#state, query, (ordinal) => this.#orderAt(ordinal))
  }

  #hash(key: string): KeyHash {
    return this.#state.hasher.hash(key)
  }

  #orderAt(ordinal: number | undefined): Promise<Order | null> {
    const { orders } = this.#state
    return this.#reading(async () => {
      const address = ordinal === undefined ? undefined : orders.addressOf(ordinal)
      if (address === undefined) return null
      const { puts } = await this.#journal.read(address)
      const records = puts.flatMap((put) => (put.collection === 'orders' ? [put.record] : []))
      return records.findLast(({ id }) => orders.ordinalOf(this.#hash(id)) === ordinal) ?? null
    })
  }

  readTransactions(): AsyncGenerator<Transaction> {
    return this.#readParts((part) => part.transactions)
  }

  listTransactions(page: PageQuery): Promise<LedgerPage> {
    const read = (address: number) => this.#journal.read(address)
    return this.#reading(() => pageOfLedger(this.#state.ledger, page, read))
  }

  readAudit(): AsyncGenerator<AuditEntry> {
    return this.#readParts((part) => part.audit)
  }

  async *#readParts<T>(itemsOf: (part: Part) => readonly T[]): AsyncGenerator<T> {
    if (this.#closing) throw closed()
    try {
      for await (const parts of this.#journal.parts()) for (const part of parts) yield* itemsOf(part)
    } catch (error) {
      throw toCatalogError(error)
    }
  }

  async listAudit(page: PageQuery): Promise<AuditPage> {
    const { audit } = this.#state
    const { ordinals, next } = pageOf(audit.size, page)
    const entries = ordinals.map((ordinal) =>
      this.#reading(async () => {
        const place = audit.placeOf(ordinal)
        return place && (await this.#journal.read(place.address)).audit[place.index]
      }),
    )
    return { entries: (await Promise.all(entries)).filter((entry) => entry !== undefined), next }
  }

  findSalesOf(orderId: OrderId): Promise<readonly Transaction[]> {
    const { ledger } = this.#state
    const addresses = ledger.addressesOfOrder(this.#hash(orderId))
    return this.#reading(async () => {
      const parts = await Promise.all(addresses.map((address) => this.#journal.read(address)))
      return parts
        .flatMap(({ transactions }) => transactions)
        .filter(
          (entry) =>
            entry.kind === 'sale' && entry.orderId === orderId && ledger.stateOf(this.#hash(entry.id)) === 'sale',
        )
    })
  }

  findExternalNumbers(platformId: PlatformId, numbers: readonly string[]): Promise<ReadonlyMap<string, TransactionId>> {
    const wanted = new Set(numbers)
    const addressOf = (number: string) => this.#state.ledger.addressOfNumber(this.#hash(saleNumber(platformId, number)))
    const addresses = new Set([...wanted].flatMap((number) => addressOf(number) ?? []))
    return this.#reading(async () => {
      const found = new Map<string, TransactionId>()
      for (const address of addresses)
        for (const { kind, id, platformId: platform, externalNumber } of (await this.#journal.read(address))
          .transactions)
          if (kind === 'sale' && platform === platformId && externalNumber !== undefined && wanted.has(externalNumber))
            if (addressOf(externalNumber) === address) found.set(externalNumber, id)
      return found
    })
  }

  /** Runs one question to the store; what the file system refuses becomes an error of the catalog. */
  async #reading<T>(question: () => Promise<T>): Promise<T> {
    if (this.#closing) throw closed()
    try {
      return await question()
    } catch (error) {
      throw toCatalogError(error)
    }
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#shutDown())
  }

  async #shutDown(): Promise<void> {
    try {
      if (this.#underWay > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve))
      // Whatever fails, no file is left open: on newer versions of Node one that is forgotten ends the process.
      await this.#checkpoints
        .close()
        .finally(() => this.#index?.close())
        .finally(() => this.#journal.close())
    } catch (error) {
      throw toCatalogError(error)
    } finally {
      this.#disk?.close()
      await this.#release()
    }
  }
}
