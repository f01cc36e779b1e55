import type { Day } from '../catalog/day.js'
import type { PlatformId, ProducerId, ProductId } from '../catalog/ids.js'
import type { ProvinceKey } from '../catalog/places/place.js'
import type { CountedTransaction } from '../catalog/transaction.js'
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
  readonly #baskets = new Numbered<Basket>()
  readonly #producers = new Numbered<ProducerId | null>()
  readonly #products = new Numbered<ProductId>()
  /** The month of each span, the producer of each basket. */
  readonly #monthOf = new Numbers()
  readonly #producerOf = new Numbers()
  /** Each basket's products: a run that ends where the next basket's begins. */
  readonly #productOf = new Numbers()
  readonly #firstProduct = new Numbers([0])
  /** A place is a span and a market, a row a place and a basket. */
  readonly #places = new NumberedPairs()
  readonly #rows = new NumberedPairs()
  readonly #whole = new FigureRows()
  /** What a row counts of each product of its basket: a run that ends where the next row's begins. */
  readonly #parts = new FigureRows()
  readonly #firstPart = new Numbers([0])

  #latest: Place | null = null

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
    const row = this.#rows.numberOf(this.#placeOf(entry), this.#basketNumber(entry.producerId, productIds))
    if (row < this.#whole.length) return row
    this.#whole.append()
    for (let product = 0; product < productIds.length; product++) this.#parts.append()
    this.#firstPart.push(this.#parts.length)
    return row
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

  #basketNumber(producerId: ProducerId | null, productIds: readonly ProductId[]): number {
    return this.#baskets.numberOf(`${producerId ?? ''}|${productIds.join('|')}`, () => {
      this.#producerOf.push(this.#producers.numberOf(producerId ?? '', () => producerId))
      for (const id of productIds) this.#productOf.push(this.#products.numberOf(id, () => id))
      this.#firstProduct.push(this.#productOf.length)
      return { producerId, productIds }
    })
  }

  /** Sums what is wanted in one pass over the counts. */
  sum(wanted: Wanted): Summary {
    const { places, baskets, products } = this.#marks(wanted)
    const byPlace = new FigureRows(this.#places.length)
    const byProducer = new FigureRows(this.#producers.items.length)
    const byProduct = new FigureRows(this.#products.items.length)
    for (let row = 0; row < this.#whole.length; row++) {
      const place = this.#rows.first(row)
      if (places[place] === 0) continue
      const basket = this.#rows.second(row)
      if (baskets[basket] === 0) continue
      const producer = this.#producerOf.at(basket)
      const first = this.#firstPart.at(row)
      const offset = first - this.#firstProduct.at(basket)
      const end = this.#firstPart.at(row + 1)
      if (!products) {
        for (let part = first; part < end; part++)
          byProduct.addRow(this.#productOf.at(part - offset), this.#parts, part)
        byPlace.addRow(place, this.#whole, row)
        byProducer.addRow(producer, this.#whole, row)
        continue
      }
      for (let part = first; part < end; part++) {
        const product = this.#productOf.at(part - offset)
        if (products[product] === 0) continue
        byProduct.addRow(product, this.#parts, part)
        byPlace.addContents(place, this.#parts, part)
        byProducer.addContents(producer, this.#parts, part)
      }
      // A transaction with several of them is one transaction.
      const transactions = this.#whole.transactions(row)
      byPlace.add(place, transactions, 0, 0, 0)
      byProducer.add(producer, transactions, 0, 0, 0)
    }
    const byMarket = new FigureRows(this.#markets.items.length)
    const byMonth = new FigureRows(this.#months.items.length)
    for (let place = 0; place < this.#places.length; place++) {
      byMonth.addRow(this.#monthOf.at(this.#places.first(place)), byPlace, place)
      byMarket.addRow(this.#places.second(place), byPlace, place)
    }
    return {
      byMarket: pairs(this.#markets.items, byMarket),
      byMonth: pairs(this.#months.items, byMonth),
      byProducer: pairs(this.#producers.items, byProducer),
      byProduct: pairs(this.#products.items, byProduct),
    }
  }

  /** 1 for each place and each basket that is wanted: a basket when one of its products is. */
  #marks({ span, market, basket, product }: Wanted) {
    const spans = span && this.#spans.marks(span)
    const markets = market && this.#markets.marks(market)
    const places = new Uint8Array(this.#places.length)
    for (let place = 0; place < places.length; place++)
      if (spans?.[this.#places.first(place)] !== 0 && markets?.[this.#places.second(place)] !== 0) places[place] = 1
    const products = product && this.#products.marks(product)
    const baskets = basket ? this.#baskets.marks(basket) : new Uint8Array(this.#baskets.items.length).fill(1)
    if (products)
      for (let number = 0; number < baskets.length; number++) if (!this.#holdsOne(number, products)) baskets[number] = 0
    return { places, baskets, products }
  }

  #holdsOne(basket: number, products: Uint8Array): boolean {
    const end = this.#firstProduct.at(basket + 1)
    for (let at = this.#firstProduct.at(basket); at < end; at++) if (products[this.#productOf.at(at)] === 1) return true
    return false
  }

  /** Transactions, units and đồng by span, platform and province; what is nothing is left out. */
  totals(): readonly (Span & Market & { readonly figures: Figures })[] {
    const sums = new FigureRows(this.#places.length)
    for (let row = 0; row < this.#whole.length; row++) sums.addRow(this.#rows.first(row), this.#whole, row)
    return Array.from({ length: sums.length }, (_, place) => ({
      ...this.#place(place),
      figures: sums.at(place),
    })).filter(({ figures }) => !isNothing(figures))
  }

  #place(number: number): Span & Market {
    const span = this.#spans.items[this.#places.first(number)]
    const market = this.#markets.items[this.#places.second(number)]
    return { ...span, ...market } as Span & Market
  }

  /** Every count by a name of its own, for comparison. */
  *named(): Generator<readonly [name: string, Figures]> {
    for (let row = 0; row < this.#whole.length; row++) {
      const place = this.#place(this.#rows.first(row))
      const basket = this.#baskets.items[this.#rows.second(row)]
      if (!basket) continue
      const { producerId, productIds } = basket
      const name = [place.from, place.until, place.platformId, place.province, producerId ?? '–', ...productIds]
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
