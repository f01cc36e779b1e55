import { reachOf } from '../access/rights.js'
import type { Actor } from '../access/actor.js'
import { dayAt } from '../catalog/day.js'
import type { ProductId } from '../catalog/ids.js'
import { covers, lastDay } from '../catalog/period.js'
import type { LedgerPage } from '../catalog/store.js'
import type { Transaction } from '../catalog/transaction.js'
import { isSaleOf, readProductFilter } from '../reports/product-filter.js'
import { provinceScope } from '../reports/province-scope.js'
import type { TransactionQuery } from '../reports/transactions.js'
import type { SiteContext } from './context.js'

/** Entries of the ledger that stand behind a figure. */
export interface LedgerRows {
  /** The latest recorded first. */
  readonly rows: readonly Transaction[]
  /** Hand it back for the next page; null on the last. */
  readonly next: string | null
}

/** Entries that one question of the store brings. */
const BATCH = 1000
/** One page reads no more entries than this and then says where to go on, so that it never takes long. */
const MOST_READ = 50_000

/** Reads the entries behind the figures of a report. */
export class Ledger {
  constructor(private readonly site: SiteContext) {}

  /**
   * A page of the entries that a query counts: sales and what voids them, the latest recorded first. Only what lies
   * within the actor's reach. A page may hold fewer rows than were asked for, none even, and yet not be the last.
   *
   * @throws {CatalogError} `INVALID_INPUT` when a province is asked "as then" for a day on which it did not exist, and
   * at `after` for a place that no page gave.
   */
  async listBehind(
    query: TransactionQuery,
    { limit, after = null }: { limit: number; after?: string | null },
    actor: Actor,
  ): Promise<LedgerRows> {
    const isMeant = this.#question(query, actor)
    const rows: Transaction[] = []
    let read = 0
    let last: string | null = null
    for await (const { entry, place } of this.#since(query, after)) {
      if (isMeant(entry)) {
        if (rows.length === limit) return { rows, next: last }
        rows.push(entry)
        last = place
      }
      read += 1
      if (read >= MOST_READ) return { rows, next: place }
    }
    return { rows, next: null }
  }

  /** All the entries that a query counts, as {@link listBehind} gives them, in batches. */
  async *readBehind(query: TransactionQuery, actor: Actor): AsyncGenerator<readonly Transaction[]> {
    const isMeant = this.#question(query, actor)
    let rows: Transaction[] = []
    for await (const { entry } of this.#since(query, null)) {
      if (isMeant(entry)) rows.push(entry)
      if (rows.length < BATCH) continue
      yield rows
      rows = []
    }
    if (rows.length > 0) yield rows
  }

  /** Backwards to the beginning of the period: nothing is recorded before it has happened. */
  async *#since({ period }: TransactionQuery, from: string | null): AsyncGenerator<LedgerPage['entries'][number]> {
    let after = from
    do {
      const { entries, next } = await this.site.store.listTransactions({ limit: BATCH, after })
      for (const placed of entries) {
        if (dayAt(placed.entry.recordedAt) < period.start) return
        yield placed
      }
      after = next
    } while (after !== null)
  }

  #question(query: TransactionQuery, actor: Actor): (entry: Transaction) => boolean {
    const { period, province, mode, platformId, productId, filter = {} } = query
    const { places } = this.site.reference
    const scope = provinceScope(places, province, mode, lastDay(period))
    const { producerId, ...bounds } = filter
    const isProductMeant = readProductFilter(bounds, this.site.state, places, mode, lastDay(period))
    const isOwn = producerId && isSaleOf(producerId, this.site.state)
    const isMeant = (id: ProductId): boolean => (productId ?? id) === id && (isProductMeant?.(id) ?? true)
    const reach = reachOf(actor, 'report.view')
    const isWithinReach = ({ province: key, producerId: seller }: Transaction): boolean => {
      if (reach.everything || (seller !== null && reach.producers.has(seller))) return true
      const unit = places.province(key)
      return unit !== null && reach.provinces.has(places.successor(unit).key)
    }
    return (entry) =>
      covers(period, entry.from, entry.until) &&
      (platformId === undefined || entry.platformId === platformId) &&
      scope.includesKey(entry.province) &&
      (!isOwn ||
        isOwn(
          entry.producerId,
          entry.lines.map((line) => line.productId),
        )) &&
      ((!productId && !isProductMeant) || entry.lines.some((line) => isMeant(line.productId))) &&
      isWithinReach(entry)
  }
}
