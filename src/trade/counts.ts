import type { Day } from '../catalog/day.js'
import type { PlatformId, ProducerId, ProductId } from '../catalog/ids.js'
import type { ProvinceKey } from '../catalog/places/place.js'
import type { CountedTransaction } from '../catalog/transaction.js'
import { FigureRows } from './counting/figure-rows.js'
import { Numbered } from './counting/numbered.js'
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

/** Who sold what: a producer, and the products that occur together in one transaction; none when a platform does not say. */
export interface Basket {
  readonly producerId: ProducerId | null
  readonly productIds: readonly ProductId[]
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
  readonly byMarket: readonly (readonly [Market, Figures])[]
  /** `2024-03`; null for what is stated for a span that no month holds. */
  readonly byMonth: readonly (readonly [string | null, Figures])[]
  readonly byProducer: readonly (readonly [ProducerId | null, Figures])[]
  /** Transactions in which the product occurs: one may hold several products, so these overlap. */
  readonly byProduct: readonly (readonly [ProductId, Figures])[]
}

/** A span and a market with their numbers, and their rows by basket. */
interface Place extends Span, Market {
  readonly span: number
  readonly market: number
  readonly rows: Map<number, number>
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
  readonly #baskets = new Numbered<Basket>()
  readonly #producers = new Numbered<ProducerId | null>()
  readonly #products = new Numbered<ProductId>()
  /** The month of each span, the producer of each basket. */
  readonly #monthOf = new Numbers()
  readonly #producerOf = new Numbers()
  /** One row for each span, market and basket; found by basket within a span and market. */
  readonly #whole = new FigureRows()
  readonly #rows = new Numbered<Map<number, number>>()
  readonly #spanOf = new Numbers()
  readonly #marketOf = new Numbers()
  readonly #basketOf = new Numbers()
  /** Each row's products stand in a run of parts, which ends where the next row's begins. */
  readonly #parts = new FigureRows()
  readonly #firstPart = new Numbers()
  readonly #productOf = new Numbers()

  #latest: Place | null = null

  constructor() {
    this.#firstPart.push(0)
  }

  apply(entries: readonly CountedTransaction[]): void {
    for (const entry of entries) this.#count(entry, entry.kind === 'sale' ? 1 : -1)
  }

  #count(entry: CountedTransaction, sign: number): void {
    const { lines } = entry
    const productIds = lines.length < 2 ? lines.map(({ productId }) => productId) : productsOf(entry)
    const row = this.#rowOf(entry, productIds)
    const count = sign * entry.count
    let units = 0
    for (const { quantity } of lines) units += quantity
    this.#whole.add(row, count, sign * lines.length, sign * units, sign * (entry.amount ?? 0))
    const first = this.#firstPart.at(row)
    for (const { productId, quantity, amount } of lines)
      this.#parts.add(first + productIds.indexOf(productId), 0, sign, sign * quantity, sign * amount)
    for (let part = first; part < first + productIds.length; part++) this.#parts.add(part, count, 0, 0, 0)
  }

  #rowOf(entry: CountedTransaction, productIds: readonly ProductId[]): number {
    const { span, market, rows } = this.#placeOf(entry)
    const basket = this.#basketNumber(entry.producerId, productIds)
    const known = rows.get(basket)
    if (known !== undefined) return known
    const row = this.#whole.append()
    rows.set(basket, row)
    this.#spanOf.push(span)
    this.#marketOf.push(market)
    this.#basketOf.push(basket)
    for (const productId of productIds) {
      this.#parts.append()
      this.#productOf.push(this.#products.numberOf(productId, () => productId))
    }
    this.#firstPart.push(this.#parts.length)
    return row
  }

  /** Most entries fall on the day and into the market of the one before. */
  #placeOf({ from, until, platformId, province }: Span & Market): Place {
    const latest = this.#latest
    if (
      latest?.from === from &&
      latest.until === until &&
      latest.platformId === platformId &&
      latest.province === province
    )
      return latest
    const span = this.#spanNumber({ from, until })
    const market = this.#markets.numberOf(`${platformId}|${province}`, () => ({ platformId, province }))
    const number = this.#rows.numberOf(`${span}|${market}`, () => new Map())
    const rows = this.#rows.items[number] ?? new Map<number, number>()
    return (this.#latest = { from, until, platformId, province, span, market, rows })
  }

  #spanNumber({ from, until }: Span): number {
    return this.#spans.numberOf(`${from}|${until}`, () => {
      const month = from.slice(0, 7) === until.slice(0, 7) ? from.slice(0, 7) : null
      this.#monthOf.push(this.#months.numberOf(month ?? '', () => month))
      return { from, until }
    })
  }

  #basketNumber(producerId: ProducerId | null, productIds: readonly ProductId[]): number {
    return this.#baskets.numberOf(`${producerId ?? ''}|${productIds.join('|')}`, () => {
      this.#producerOf.push(this.#producers.numberOf(producerId ?? '', () => producerId))
      return { producerId, productIds }
    })
  }

  /** Sums what is wanted in one pass over the counts. */
  sum({ span, market, basket, product }: Wanted): Summary {
    const spans = span && this.#spans.marks(span)
    const markets = market && this.#markets.marks(market)
    const baskets = basket && this.#baskets.marks(basket)
    const products = product && this.#products.marks(product)
    const byMarket = new FigureRows(this.#markets.items.length)
    const byMonth = new FigureRows(this.#months.items.length)
    const byProducer = new FigureRows(this.#producers.items.length)
    const byProduct = new FigureRows(this.#products.items.length)
    const chosen = new FigureRows(1)
    for (let row = 0; row < this.#whole.length; row++) {
      const spanNumber = this.#spanOf.at(row)
      const marketNumber = this.#marketOf.at(row)
      const basketNumber = this.#basketOf.at(row)
      if (spans?.[spanNumber] === 0 || markets?.[marketNumber] === 0 || baskets?.[basketNumber] === 0) continue
      if (!this.#addParts(row, products, byProduct, chosen)) continue
      const figures = products ? chosen : this.#whole
      const from = products ? 0 : row
      byMarket.addRow(marketNumber, figures, from)
      byMonth.addRow(this.#monthOf.at(spanNumber), figures, from)
      byProducer.addRow(this.#producerOf.at(basketNumber), figures, from)
    }
    return {
      byMarket: pairs(this.#markets.items, byMarket),
      byMonth: pairs(this.#months.items, byMonth),
      byProducer: pairs(this.#producers.items, byProducer),
      byProduct: pairs(this.#products.items, byProduct),
    }
  }

  /** Adds a row's parts to their products, and those of chosen products up as a row of their own; false when none is chosen. */
  #addParts(row: number, products: Uint8Array | undefined, byProduct: FigureRows, chosen: FigureRows): boolean {
    const parts = this.#parts
    const end = this.#firstPart.at(row + 1)
    let isChosen = !products
    if (products) chosen.clear()
    for (let part = this.#firstPart.at(row); part < end; part++) {
      const product = this.#productOf.at(part)
      if (products?.[product] === 0) continue
      byProduct.addRow(product, parts, part)
      if (products) chosen.addContents(0, parts, part)
      isChosen = true
    }
    // A transaction with several of them is one transaction.
    if (products && isChosen) chosen.add(0, this.#whole.transactions(row), 0, 0, 0)
    return isChosen
  }

  /** Transactions, units and đồng by span, platform and province; what is nothing is left out. */
  totals(): readonly (Span & Market & { readonly figures: Figures })[] {
    const sums = new FigureRows()
    const places = new Numbered<Span & Market>()
    for (let row = 0; row < this.#whole.length; row++) {
      const [span, market] = [this.#spanOf.at(row), this.#marketOf.at(row)]
      const place = places.numberOf(`${span}|${market}`, () => {
        sums.append()
        return { ...this.#spans.items[span], ...this.#markets.items[market] } as Span & Market
      })
      sums.addRow(place, this.#whole, row)
    }
    return places.items.flatMap((place, index) => {
      const figures = sums.at(index)
      return isNothing(figures) ? [] : [{ ...place, figures }]
    })
  }

  /** Every count by a name of its own, for comparison. */
  *named(): Generator<readonly [name: string, Figures]> {
    for (let row = 0; row < this.#whole.length; row++) {
      const span = this.#spans.items[this.#spanOf.at(row)]
      const market = this.#markets.items[this.#marketOf.at(row)]
      const basket = this.#baskets.items[this.#basketOf.at(row)]
      if (!span || !market || !basket) continue
      const { producerId, productIds } = basket
      const name = [span.from, span.until, market.platformId, market.province, producerId ?? '–', ...productIds]
      yield [name.join(' · '), this.#whole.at(row)]
      for (const [index, productId] of productIds.entries())
        if (productIds.length > 1)
          yield [[...name, `(${productId})`].join(' · '), this.#parts.at(this.#firstPart.at(row) + index)]
    }
  }
}

/** The products of a transaction, each once, in an order that does not depend on the order of its lines. */
const productsOf = ({ lines }: CountedTransaction): readonly ProductId[] =>
  [...new Set(lines.map(({ productId }) => productId))].sort()

const pairs = <T>(items: readonly T[], sums: FigureRows): (readonly [T, Figures])[] =>
  items.flatMap((item, index) => {
    const figures = sums.at(index)
    return isNothing(figures) ? [] : [[item, figures] as const]
  })
