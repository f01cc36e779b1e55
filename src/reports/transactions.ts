import type { PlatformId, ProducerId, ProductId } from '../catalog/ids.js'
import { covers, lastDay, type Period } from '../catalog/period.js'
import type { PlaceMode, Places, Province } from '../catalog/places/places.js'
import type { CatalogState } from '../catalog/state.js'
import type { TransactionCounts, Wanted } from '../trade/counts.js'
import { addFigures, NOTHING, type Figures } from '../trade/figures.js'
import { isSaleOf, readProductFilter, type ProductFilter } from './product-filter.js'
import { provinceScope, type ProvinceScope } from './province-scope.js'

/** Which transactions are counted. */
export interface TransactionQuery {
  readonly period: Period
  /** One province; null for the country. */
  readonly province: Province | null
  readonly mode: PlaceMode
  readonly platformId?: PlatformId | undefined
  /** Counts only the transactions in which the product occurs, and its own lines, units and amount. */
  readonly productId?: ProductId | undefined
  /**
   * Counts only the transactions in which such a product occurs, and the lines, units and amounts of such products. A
   * producer's transactions are those that name the producer, or none and one of its products.
   */
  readonly filter?: ProductFilter | undefined
}

/** Transactions of a period, and how they fall on platforms, provinces, months, producers and products; most first. */
export interface TransactionFigures {
  readonly query: TransactionQuery
  readonly total: Figures
  readonly byPlatform: readonly ({ readonly platformId: PlatformId } & Figures)[]
  readonly byProvince: readonly ({ readonly province: Province } & Figures)[]
  /** In the order of time, `2024-03`; what is stated for a longer span stands in no month. */
  readonly byMonth: readonly ({ readonly month: string } & Figures)[]
  /** What platforms do not name a producer for is left out. */
  readonly byProducer: readonly ({ readonly producerId: ProducerId } & Figures)[]
  /** Transactions in which the product occurs: one may hold several products, so these do not add up to the total. */
  readonly byProduct: readonly ({ readonly productId: ProductId } & Figures)[]
}

const mostFirst = (a: Figures, b: Figures): number => b.transactions - a.transactions || b.amount - a.amount

/** Sums figures by a key; what has none is left out. */
class Tally<K> {
  readonly #sums = new Map<K, Figures>()

  add(key: K | null, figures: Figures): void {
    if (key !== null) this.#sums.set(key, addFigures(this.#sums.get(key) ?? NOTHING, figures))
  }

  rows<R>(toRow: (key: K, figures: Figures) => R): R[] {
    return [...this.#sums].sort(([, a], [, b]) => mostFirst(a, b)).map(([key, figures]) => toRow(key, figures))
  }
}

/** A row for each sum that is of something known. */
function rowsOf<K, R>(sums: Iterable<readonly [K | null, Figures]>, toRow: (key: K, figures: Figures) => R): R[] {
  const rows: R[] = []
  for (const [key, figures] of sums) if (key !== null) rows.push(toRow(key, figures))
  return rows
}

/** What of the counts a query asks for. */
function wantedBy(query: TransactionQuery, state: CatalogState, places: Places, scope: ProvinceScope): Wanted {
  const { period, mode, platformId, productId, filter = {} } = query
  const { producerId, ...bounds } = filter
  const isMeant = readProductFilter(bounds, state, places, mode, lastDay(period))
  const isOwn = producerId && isSaleOf(producerId, state)
  return {
    span: ({ from, until }) => covers(period, from, until),
    market: (market) =>
      (platformId === undefined || market.platformId === platformId) && scope.includesKey(market.province),
    basket: isOwn && (({ producerId: seller, productIds }) => isOwn(seller, productIds)),
    product: productId ? (id) => id === productId && (isMeant?.(id) ?? true) : (isMeant ?? undefined),
  }
}

/** Reads the counts that are kept along with the ledger; the ledger itself is not scanned. */
export function transactionsOf(
  query: TransactionQuery,
  state: CatalogState,
  counts: TransactionCounts,
  places: Places,
): TransactionFigures {
  const scope = provinceScope(places, query.province, query.mode, lastDay(query.period))
  const { byMarket, byMonth, byProducer, byProduct } = counts.sum(wantedBy(query, state, places, scope))
  const total = new Tally<'total'>()
  const platforms = new Tally<PlatformId>()
  const provinces = new Tally<Province>()
  for (const [{ platformId, province }, figures] of byMarket) {
    total.add('total', figures)
    platforms.add(platformId, figures)
    provinces.add(scope.standsUnder(province), figures)
  }
  return {
    query,
    total: total.rows((_, figures) => figures)[0] ?? NOTHING,
    byPlatform: platforms.rows((platformId, figures) => ({ platformId, ...figures })),
    byProvince: provinces.rows((province, figures) => ({ province, ...figures })),
    byMonth: rowsOf(byMonth, (month, figures) => ({ month, ...figures })).sort((a, b) => (a.month < b.month ? -1 : 1)),
    // Of many thousand rows, each field by itself: copied from another object they would take twice as long and much memory.
    byProducer: rowsOf(byProducer, (producerId, { transactions, orderLines, units, amount }) => {
      return { producerId, transactions, orderLines, units, amount }
    }).sort(mostFirst),
    byProduct: rowsOf(byProduct, (productId, { transactions, orderLines, units, amount }) => {
      return { productId, transactions, orderLines, units, amount }
    }).sort(mostFirst),
  }
}
