import type { Day } from '../catalog/day.js'
import type { PlatformId, ProductId } from '../catalog/ids.js'
import type { ProvinceKey } from '../catalog/place.js'
import type { Transaction } from '../catalog/transaction.js'

/** What is counted, each apart: transactions are not order lines, and neither are units. `amount` is whole đồng without shipping. */
export interface Figures {
  readonly transactions: number
  readonly orderLines: number
  readonly units: number
  readonly amount: number
}

/** Where a count belongs: a span of days (one day for an order), a platform and a province as it then was. */
export interface CellKey {
  readonly from: Day
  readonly until: Day
  readonly platformId: PlatformId
  readonly province: ProvinceKey
  /** Null for the transactions as such; a product for those in which it occurs, which overlap. */
  readonly productId: ProductId | null
}

export interface Cell extends CellKey, Figures {}

export const NOTHING: Figures = { transactions: 0, orderLines: 0, units: 0, amount: 0 }

export const addFigures = (a: Figures, b: Figures, sign = 1): Figures => ({
  transactions: a.transactions + sign * b.transactions,
  orderLines: a.orderLines + sign * b.orderLines,
  units: a.units + sign * b.units,
  amount: a.amount + sign * b.amount,
})

const isNothing = (figures: Figures): boolean =>
  figures.transactions === 0 && figures.orderLines === 0 && figures.units === 0 && figures.amount === 0

const idOf = ({ from, until, platformId, province, productId }: CellKey): string =>
  [from, until, platformId, province, productId ?? ''].join('|')

const figuresOf = (lines: Transaction['lines'], count: number, amount: number): Figures => ({
  transactions: count,
  orderLines: lines.length,
  units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  amount,
})

/** The cells that one ledger entry counts in, with what it adds to each. */
function cellsOf(entry: Transaction): Cell[] {
  const { from, until, platformId, province, lines, count, amount } = entry
  const key = { from, until, platformId, province }
  const whole: Cell = { ...key, productId: null, ...figuresOf(lines, count, amount ?? 0) }
  const products = new Set(lines.map(({ productId }) => productId))
  const parts = [...products].map((productId): Cell => {
    const own = lines.filter((line) => line.productId === productId)
    return {
      ...key,
      productId,
      ...figuresOf(
        own,
        count,
        own.reduce((sum, line) => sum + line.amount, 0),
      ),
    }
  })
  return [whole, ...parts]
}

/**
 * The counts by day × platform × province × product, kept along with every commit and never made by reading the ledger
 * again; `recount` proves that they equal it. A voiding entry takes its facts off the day of the sale.
 */
export class TransactionCounts {
  readonly #cells = new Map<string, Cell>()

  apply(entries: readonly Transaction[]): void {
    for (const entry of entries) {
      const sign = entry.kind === 'sale' ? 1 : -1
      for (const cell of cellsOf(entry)) this.#add(cell, sign)
    }
  }

  #add(cell: Cell, sign: number): void {
    const id = idOf(cell)
    const sum = addFigures(this.#cells.get(id) ?? NOTHING, cell, sign)
    if (isNothing(sum)) this.#cells.delete(id)
    else this.#cells.set(id, { ...cell, ...sum })
  }

  /** Cells that are not empty, in no particular order. */
  cells(): IterableIterator<Cell> {
    return this.#cells.values()
  }

  find(key: CellKey): Figures {
    return this.#cells.get(idOf(key)) ?? NOTHING
  }
}
