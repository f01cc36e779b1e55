import type { Figures } from '../figures.js'
import type { Baskets } from './baskets.js'
import { FigureRows } from './figure-rows.js'
import { NumberedPairs } from './numbered-pairs.js'
import { Numbers } from './numbers.js'

/** A loop that is entered often is compiled sooner, and again sooner when another kind of question comes. */
const AT_ONCE = 4096

/** By number, 1 for what is wanted; null for all products. */
export interface Marks {
  readonly places: Uint8Array
  readonly baskets: Uint8Array
  readonly products: Uint8Array | null
}

/** The sums of what is wanted, by the numbers of what they are of. */
export interface Sums {
  readonly byPlace: FigureRows
  readonly byProducer: FigureRows
  readonly byProduct: FigureRows
}

/**
 * A count for each place and basket that met. A million of them are looked through for every question, so nothing is kept
 * twice: each product of a basket occurs in all its transactions, and order lines and units are those of its products.
 */
export class CountRows {
  readonly #rows = new NumberedPairs()
  readonly #transactions = new Numbers()
  readonly #amounts = new Numbers()
  /** What a row counts of each product of its basket: a run that ends where the next row's begins. */
  readonly #firstPart = new Numbers([0])
  readonly #orderLines = new Numbers()
  readonly #units = new Numbers()
  readonly #partAmounts = new Numbers()

  get length(): number {
    return this.#transactions.length
  }

  place(row: number): number {
    return this.#rows.firsts.at(row)
  }

  basket(row: number): number {
    return this.#rows.seconds.at(row)
  }

  /** The row of a place and a basket of so many products; a new one of zeros when there is none. */
  rowOf(place: number, basket: number, products: number): number {
    const row = this.#rows.numberOf(place, basket)
    if (row < this.length) return row
    this.#transactions.push(0)
    this.#amounts.push(0)
    for (let product = 0; product < products; product++)
      for (const column of [this.#orderLines, this.#units, this.#partAmounts]) column.push(0)
    this.#firstPart.push(this.#orderLines.length)
    return row
  }

  add(row: number, transactions: number, amount: number): void {
    this.#transactions.add(row, transactions)
    this.#amounts.add(row, amount)
  }

  /** Adds order lines of the basket's `product`-th product. */
  addPart(row: number, product: number, orderLines: number, units: number, amount: number): void {
    const part = this.#firstPart.at(row) + product
    this.#orderLines.add(part, orderLines)
    this.#units.add(part, units)
    this.#partAmounts.add(part, amount)
  }

  at(row: number): Figures {
    let [orderLines, units] = [0, 0]
    for (let part = this.#firstPart.at(row); part < this.#firstPart.at(row + 1); part++) {
      orderLines += this.#orderLines.at(part)
      units += this.#units.at(part)
    }
    return { transactions: this.#transactions.at(row), orderLines, units, amount: this.#amounts.at(row) }
  }

  /** What a row counts of the basket's `product`-th product. */
  partAt(row: number, product: number): Figures {
    const part = this.#firstPart.at(row) + product
    return {
      transactions: this.#transactions.at(row),
      orderLines: this.#orderLines.at(part),
      units: this.#units.at(part),
      amount: this.#partAmounts.at(part),
    }
  }

  /**
   * Sums what is wanted in one pass. Of some products only their own lines, units and đồng count, and a transaction with
   * several of them is one transaction.
   */
  sum(marks: Marks, known: Baskets): Sums {
    const sums = {
      byPlace: new FigureRows(marks.places.length),
      byProducer: new FigureRows(known.producers.items.length),
      byProduct: new FigureRows(known.products.items.length),
    }
    for (let from = 0; from < this.length; from += AT_ONCE)
      this.#addRows(from, Math.min(from + AT_ONCE, this.length), marks, known, sums)
    return sums
  }

  /** In the loop there are arrays and numbers alone: what calls for each row would cost is most of what a question costs. */
  #addRows(
    from: number,
    to: number,
    { places, baskets, products }: Marks,
    known: Baskets,
    { byPlace, byProducer, byProduct }: Sums,
  ): void {
    const placeOf = this.#rows.firsts.values
    const basketOf = this.#rows.seconds.values
    const transactions = this.#transactions.values
    const amounts = this.#amounts.values
    const firstPart = this.#firstPart.values
    const orderLines = this.#orderLines.values
    const units = this.#units.values
    const partAmounts = this.#partAmounts.values
    const producerOf = known.producerOf.values
    const firstProduct = known.firstProduct.values
    const productOf = known.productOf.values
    for (let row = from; row < to; row++) {
      const place = placeOf[row] as number
      if (places[place] === 0) continue
      const basket = basketOf[row] as number
      if (baskets[basket] === 0) continue
      const count = transactions[row] as number
      let linesOfRow = 0
      let unitsOfRow = 0
      let amountOfRow = 0
      const end = firstPart[row + 1] as number
      let at = firstProduct[basket] as number
      for (let part = firstPart[row] as number; part < end; part++) {
        const product = productOf[at++] as number
        if (products !== null && products[product] === 0) continue
        const ownLines = orderLines[part] as number
        const ownUnits = units[part] as number
        const ownAmount = partAmounts[part] as number
        linesOfRow += ownLines
        unitsOfRow += ownUnits
        amountOfRow += ownAmount
        byProduct.add(product, count, ownLines, ownUnits, ownAmount)
      }
      if (products === null) amountOfRow = amounts[row] as number
      byPlace.add(place, count, linesOfRow, unitsOfRow, amountOfRow)
      byProducer.add(producerOf[basket] as number, count, linesOfRow, unitsOfRow, amountOfRow)
    }
  }
}
