import type { Day } from '../catalog/day.js'
import type { PlatformId, ProducerId, ProductId } from '../catalog/ids.js'
import type { ProvinceKey } from '../catalog/places/place.js'
import type { CountedTransaction } from '../catalog/transaction.js'
import { Baskets, type Basket } from './counting/baskets.js'
import { CountRows, type Sums } from './counting/count-rows.js'
import { FigureRows } from './counting/figure-rows.js'
import { Numbered } from './counting/numbered.js'
import { NumberedPairs } from './counting/numbered-pairs.js'
import { Numbers } from './counting/numbers.js'
import { isNothing, type Figures } from './figures.js'

/** A platform and a province as it then was. */
export interface Market {
  readonly platformId: PlatformId
  readonly province: ProvinceKey
}

/** One day for an order, the whole span for a platform's statement. */
export interface Span {
  readonly from: Day
  readonly until: Day
}

/** Which counts to sum; what is left out sets no bound. */
export interface Wanted {
  readonly span?: ((span: Span) => boolean) | undefined
  readonly market?: ((market: Market) => boolean) | undefined
  readonly basket?: ((basket: Basket) => boolean) | undefined
  /** A transaction counts when a wanted product occurs in it; of its lines, units and đồng only those of wanted products. */
  readonly product?: ((productId: ProductId) => boolean) | undefined
}

/** Sums of the wanted counts; what is nothing is left out. */
export interface Summary {
  readonly byMarket: Iterable<readonly [Market, Figures]>
  /** `2024-03`; null for what is stated for a span that no month holds. */
  readonly byMonth: Iterable<readonly [string | null, Figures]>
  readonly byProducer: Iterable<readonly [ProducerId | null, Figures]>
  /** Transactions in which the product occurs: one may hold several products, so these overlap. */
  readonly byProduct: Iterable<readonly [ProductId, Figures]>
}

/** Where an entry is counted: the number of its span and market together. */
interface Place extends Span, Market {
  readonly number: number
}

/**
 * The counts by day × platform × province × producer × products, kept along with every commit and never made by reading
 * the ledger again; `recount` proves that they equal it. Products that were sold together are counted together, so any
 * choice of products is counted exactly. A voiding entry takes its facts off the day of the sale.
 */
export class TransactionCounts {
  readonly #spans = new Numbered<Span>()
  readonly #markets = new Numbered<Market>()
  readonly #months = new Numbered<string | null>()
  /** The month of each span. */
  readonly #monthOf = new Numbers()
  /** A place is a span and a market. */
  readonly #places = new NumberedPairs()
  readonly #baskets = new Baskets()
  readonly #rows = new CountRows()

  #latest: Place | null = null

  apply(entries: readonly CountedTransaction[]): void {
    for (const entry of entries) this.#count(entry, entry.kind === 'sale' ? 1 : -1)
  }

  #count(entry: CountedTransaction, sign: number): void {
    const { lines, producerId } = entry
    const productIds = lines.length < 2 ? lines.map(({ productId }) => productId) : productsOf(entry)
    const basket = this.#baskets.numberOf(producerId, productIds)
    const row = this.#rows.rowOf(this.#placeOf(entry), basket, productIds.length)
    this.#rows.add(row, sign * entry.count, sign * (entry.amount ?? 0))
    for (const { productId, quantity, amount } of lines)
      this.#rows.addPart(row, productIds.indexOf(productId), sign, sign * quantity, sign * amount)
  }

  /** Most entries fall on the day and into the market of the one before. */
  #placeOf({ from, until, platformId, province }: Span & Market): number {
    const latest = this.#latest
    if (
      latest?.from === from &&
      latest.until === until &&
      latest.platformId === platformId &&
      latest.province === province
    )
      return latest.number
    const span = this.#spanNumber({ from, until })
    const market = this.#markets.numberOf(`${platformId}|${province}`, () => ({ platformId, province }))
    const number = this.#places.numberOf(span, market)
    this.#latest = { from, until, platformId, province, number }
    return number
  }

  #spanNumber({ from, until }: Span): number {
    return this.#spans.numberOf(`${from}|${until}`, () => {
      const month = from.slice(0, 7) === until.slice(0, 7) ? from.slice(0, 7) : null
      this.#monthOf.push(this.#months.numberOf(month ?? '', () => month))
      return { from, until }
    })
  }

  /** Sums what is wanted in one pass over the counts. */
  sum(wanted: Wanted): Summary {
    const { byPlace, byProducer, byProduct } = this.#sums(wanted)
    const byMarket = new FigureRows(this.#markets.items.length)
    const byMonth = new FigureRows(this.#months.items.length)
    for (let place = 0; place < byPlace.length; place++) {
      byMonth.addRow(this.#monthOf.at(this.#places.firsts.at(place)), byPlace, place)
      byMarket.addRow(this.#places.seconds.at(place), byPlace, place)
    }
    return {
      byMarket: pairs(this.#markets.items, byMarket),
      byMonth: pairs(this.#months.items, byMonth),
      byProducer: pairs(this.#baskets.producers.items, byProducer),
      byProduct: pairs(this.#baskets.products.items, byProduct),
    }
  }

  #sums({ span, market, basket, product }: Wanted): Sums {
    const spans = span && this.#spans.marks(span)
    const markets = market && this.#markets.marks(market)
    const places = new Uint8Array(this.#places.length)
    for (let place = 0; place < places.length; place++)
      if (spans?.[this.#places.firsts.at(place)] !== 0 && markets?.[this.#places.seconds.at(place)] !== 0)
        places[place] = 1
    const products = product ? this.#baskets.products.marks(product) : null
    return this.#rows.sum({ places, baskets: this.#baskets.marks(basket, products), products }, this.#baskets)
  }

  /** Transactions, units and đồng by span, platform and province; what is nothing is left out. */
  totals(): readonly (Span & Market & { readonly figures: Figures })[] {
    const { byPlace } = this.#sums({})
    return Array.from({ length: byPlace.length }, (_, place) => ({
      ...this.#place(place),
      figures: byPlace.at(place),
    })).filter(({ figures }) => !isNothing(figures))
  }

  #place(number: number): Span & Market {
    const span = this.#spans.items[this.#places.firsts.at(number)]
    const market = this.#markets.items[this.#places.seconds.at(number)]
    return { ...span, ...market } as Span & Market
  }

  /** Every count by a name of its own, for comparison. */
  *named(): Generator<readonly [name: string, Figures]> {
    for (let row = 0; row < this.#rows.length; row++) {
      const place = this.#place(this.#rows.place(row))
      const { producerId, productIds } = this.#baskets.at(this.#rows.basket(row))
      const name = [place.from, place.until, place.platformId, place.province, producerId ?? '–', ...productIds]
      yield [name.join(' · '), this.#rows.at(row)]
      for (const [index, productId] of productIds.entries())
        if (productIds.length > 1) yield [[...name, `(${productId})`].join(' · '), this.#rows.partAt(row, index)]
    }
  }
}

/** The products of a transaction, each once, in an order that does not depend on the order of its lines. */
const productsOf = ({ lines }: CountedTransaction): readonly ProductId[] =>
  [...new Set(lines.map(({ productId }) => productId))].sort()

/** One after the other as they are asked for: there may be many thousand, and most who ask make rows of their own. */
const pairs = <T>(items: readonly T[], sums: FigureRows): Iterable<readonly [T, Figures]> => ({
  *[Symbol.iterator]() {
    for (const [index, item] of items.entries()) if (!sums.isNothing(index)) yield [item, sums.at(index)]
  },
})
