import type { ProducerId, ProductId } from '../../catalog/ids.js'
import { Numbered } from './numbered.js'
import { Numbers } from './numbers.js'

/** Who sold what: a producer, and the products that occur together in one transaction; none when a platform does not say. */
export interface Basket {
  readonly producerId: ProducerId | null
  readonly productIds: readonly ProductId[]
}

/** The baskets of all transactions, their producers and their products, each with a number. */
export class Baskets {
  readonly #baskets = new Numbered<Basket>()
  readonly producers = new Numbered<ProducerId | null>()
  readonly products = new Numbered<ProductId>()
  /** The producer of each basket. */
  readonly producerOf = new Numbers()
  /** Each basket's products: a run that ends where the next basket's begins. */
  readonly productOf = new Numbers()
  readonly firstProduct = new Numbers([0])

  /** @param productIds - Each once, in an order that does not depend on the order of the lines. */
  numberOf(producerId: ProducerId | null, productIds: readonly ProductId[]): number {
    return this.#baskets.numberOf(`${producerId ?? ''}|${productIds.join('|')}`, () => {
      this.producerOf.push(this.producers.numberOf(producerId ?? '', () => producerId))
      for (const id of productIds) this.productOf.push(this.products.numberOf(id, () => id))
      this.firstProduct.push(this.productOf.length)
      return { producerId, productIds }
    })
  }

  at(number: number): Basket {
    return this.#baskets.items[number] as Basket
  }

  /** By number, 1 for each basket that is wanted and holds one of the products that are, which are any for null. */
  marks(isWanted: ((basket: Basket) => boolean) | undefined, products: Uint8Array | null): Uint8Array {
    const marks = isWanted ? this.#baskets.marks(isWanted) : new Uint8Array(this.#baskets.items.length).fill(1)
    if (products)
      for (let number = 0; number < marks.length; number++) if (!this.#holdsOne(number, products)) marks[number] = 0
    return marks
  }

  #holdsOne(basket: number, products: Uint8Array): boolean {
    const end = this.firstProduct.at(basket + 1)
    for (let at = this.firstProduct.at(basket); at < end; at++) if (products[this.productOf.at(at)] === 1) return true
    return false
  }
}
