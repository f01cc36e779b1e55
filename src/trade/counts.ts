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

export const addFigures = (a: Figures, b: Figures): Figures => ({
  transactions: a.transactions + b.transactions,
  orderLines: a.orderLines + b.orderLines,
  units: a.units + b.units,
  amount: a.amount + b.amount,
})

/** Figures that are added to in place. */
type Sums = { -readonly [Measure in keyof Figures]: number }

const isNothing = (figures: Figures): boolean =>
  figures.transactions === 0 && figures.orderLines === 0 && figures.units === 0 && figures.amount === 0

/** The cells of one span, platform and province. */
interface Group {
  readonly key: Omit<CellKey, 'productId'>
  readonly whole: Sums
  readonly products: Map<ProductId, Sums>
}

const idOf = ({ from, until, platformId, province }: Group['key']): string =>
  `${from}|${until}|${platformId}|${province}`

/**
 * The counts by day × platform × province × product, kept along with every commit and never made by reading the ledger
 * again; `recount` proves that they equal it. A voiding entry takes its facts off the day of the sale.
 */
export class TransactionCounts {
  readonly #groups = new Map<string, Group>()

  apply(entries: readonly Transaction[]): void {
    for (const entry of entries) this.#count(entry, entry.kind === 'sale' ? 1 : -1)
  }

  #count(entry: Transaction, sign: number): void {
    const { whole, products } = this.#groupOf(entry)
    const { lines } = entry
    const count = sign * entry.count
    whole.transactions += count
    whole.amount += sign * (entry.amount ?? 0)
    lines.forEach(({ productId, quantity, amount }, index) => {
      const own = sumsOf(products, productId)
      for (const sums of [whole, own]) {
        sums.orderLines += sign
        sums.units += sign * quantity
      }
      own.amount += sign * amount
      // A product in several lines of a transaction occurs in one transaction.
      if (lines.findIndex((line) => line.productId === productId) === index) own.transactions += count
    })
    for (const { productId } of lines) {
      const own = products.get(productId)
      if (own && isNothing(own)) products.delete(productId)
    }
  }

  #groupOf({ from, until, platformId, province }: Transaction): Group {
    const key = { from, until, platformId, province }
    const id = idOf(key)
    let group = this.#groups.get(id)
    if (!group) this.#groups.set(id, (group = { key, whole: { ...NOTHING }, products: new Map() }))
    return group
  }

  /** Cells that are not empty, in no particular order. */
  *cells(): Generator<Cell> {
    for (const { key, whole, products } of this.#groups.values()) {
      if (!isNothing(whole)) yield { ...key, productId: null, ...whole }
      for (const [productId, sums] of products) yield { ...key, productId, ...sums }
    }
  }

  find(key: CellKey): Figures {
    const group = this.#groups.get(idOf(key))
    return (key.productId === null ? group?.whole : group?.products.get(key.productId)) ?? NOTHING
  }
}

function sumsOf(products: Map<ProductId, Sums>, productId: ProductId): Sums {
  let sums = products.get(productId)
  if (!sums) products.set(productId, (sums = { ...NOTHING }))
  return sums
}
