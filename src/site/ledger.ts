import { reachOf } from '../access/rights.js'
import type { Actor } from '../access/actor.js'
import { covers, lastDay } from '../catalog/period.js'
import type { Transaction } from '../catalog/transaction.js'
import { readProductFilter } from '../reports/product-filter.js'
import { provinceScope } from '../reports/province-scope.js'
import type { TransactionQuery } from '../reports/transactions.js'
import type { SiteContext } from './context.js'

/** Entries of the ledger that stand behind a figure. */
export interface LedgerRows {
  readonly rows: readonly Transaction[]
  /** True when there are more than were asked for. */
  readonly hasMore: boolean
}

/** Reads the entries behind the figures of a report. */
export class Ledger {
  constructor(private readonly site: SiteContext) {}

  /**
   * The first entries, in the order of the ledger, that a query counts: sales and what voids them. Only what lies within
   * the actor's reach.
   *
   * @throws {CatalogError} `INVALID_INPUT` when a province is asked "as then" for a day on which it did not exist.
   */
  async listBehind(query: TransactionQuery, limit: number, actor: Actor): Promise<LedgerRows> {
    const isMeant = this.#question(query, actor)
    const rows: Transaction[] = []
    for await (const entry of this.site.store.readTransactions()) {
      if (!isMeant(entry)) continue
      if (rows.length === limit) return { rows, hasMore: true }
      rows.push(entry)
    }
    return { rows, hasMore: false }
  }

  #question(query: TransactionQuery, actor: Actor): (entry: Transaction) => boolean {
    const { period, province, mode, platformId, filter = {} } = query
    const { places } = this.site.reference
    const scope = provinceScope(places, province, mode, lastDay(period))
    const { producerId, ...bounds } = filter
    const isProductMeant = readProductFilter(bounds, this.site.state, places, mode, lastDay(period))
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
      (producerId === undefined || entry.producerId === producerId) &&
      (isProductMeant === null || entry.lines.some(({ productId }) => isProductMeant(productId))) &&
      isWithinReach(entry)
  }
}
