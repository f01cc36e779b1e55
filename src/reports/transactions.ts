import type { PlatformId, ProductId } from '../catalog/ids.js'
import { covers, lastDay, type Period } from '../catalog/period.js'
import type { PlaceMode, Places, Province } from '../catalog/places.js'
import { addFigures, NOTHING, type Cell, type Figures, type TransactionCounts } from '../trade/counts.js'
import { provinceScope } from './province-scope.js'

export interface TransactionQuery {
  readonly period: Period
  readonly province: Province | null
  readonly mode: PlaceMode
  readonly platformId?: PlatformId | undefined
  /** Counts only the transactions in which the product occurs, and its own lines, units and amount. */
  readonly productId?: ProductId | undefined
}

/** Transactions of a period, and how they fall on platforms, provinces and products. */
export interface TransactionFigures {
  readonly query: TransactionQuery
  readonly total: Figures
  readonly byPlatform: readonly ({ readonly platformId: PlatformId } & Figures)[]
  readonly byProvince: readonly ({ readonly province: Province } & Figures)[]
  /** Transactions in which the product occurs: one may hold several products, so these do not add up to the total. */
  readonly byProduct: readonly ({ readonly productId: ProductId } & Figures)[]
}

/** Sums figures by a key that a cell may lack; cells without one are left out. */
class Tally<K> {
  readonly #sums = new Map<K, Figures>()

  add(key: K | null, cell: Cell): void {
    if (key !== null) this.#sums.set(key, addFigures(this.#sums.get(key) ?? NOTHING, cell))
  }

  /** Most transactions first. */
  rows<R>(toRow: (key: K, figures: Figures) => R): R[] {
    return [...this.#sums]
      .sort(([, a], [, b]) => b.transactions - a.transactions || b.amount - a.amount)
      .map(([key, { transactions, orderLines, units, amount }]) =>
        toRow(key, { transactions, orderLines, units, amount }),
      )
  }
}

/** Reads the counts that are kept along with the ledger; the ledger itself is not scanned. */
export function transactionsOf(query: TransactionQuery, counts: TransactionCounts, places: Places): TransactionFigures {
  const { period, province, mode, platformId, productId } = query
  const scope = provinceScope(places, province, mode, lastDay(period))
  const total = new Tally<'total'>()
  const platforms = new Tally<PlatformId>()
  const provinces = new Tally<Province>()
  const products = new Tally<ProductId>()
  for (const cell of counts.cells()) {
    if (!covers(period, cell.from, cell.until) || !scope.includesKey(cell.province)) continue
    if (platformId !== undefined && cell.platformId !== platformId) continue
    if (cell.productId !== null) products.add(cell.productId, cell)
    if (cell.productId !== (productId ?? null)) continue
    total.add('total', cell)
    platforms.add(cell.platformId, cell)
    provinces.add(scope.standsUnder(cell.province), cell)
  }
  return {
    query,
    total: total.rows((_, figures) => figures)[0] ?? NOTHING,
    byPlatform: platforms.rows((id, figures) => ({ platformId: id, ...figures })),
    byProvince: provinces.rows((unit, figures) => ({ province: unit, ...figures })),
    byProduct: products.rows((id, figures) => ({ productId: id, ...figures })),
  }
}
