import type { Product } from '../../catalog/product.js'
import type { Freshness, Mark } from '../../site/freshness.js'
import type { ProductCard } from '../models/product-card.js'
import type { Visit } from '../visit.js'

/** Some 3 kB each: more than the products that a shop's lists show again and again. */
const MOST_CARDS = 3000

const NO_STOCK: ReadonlySet<string> = new Set()

interface Entry {
  readonly card: ProductCard
  /** The stock that it shows, as people see it. */
  readonly stock: readonly (readonly [sku: string, shown: number | null])[]
}

/**
 * Cards of products as lists show them, kept while they are true: one that nobody has asked for in these words is made of
 * cards that others have asked for. The ones asked for longest ago make room.
 */
export class KeptCards {
  readonly #entries = new Map<string, Entry>()
  /** Asked for once, lately: of products that searches find once in a while nothing is kept. */
  readonly #asked = new Set<string>()
  #mark: Mark | null = null

  /** @param isKept - False while views are edited: what was drawn of a card is kept with it. */
  constructor(
    private readonly freshness: Freshness,
    private readonly isKept: boolean,
  ) {}

  get size(): number {
    return this.#entries.size
  }

  /** @param make - Makes the card for a visit that notes whose stock it shows. */
  get(product: Product, visit: Visit, make: (visit: Visit) => ProductCard): ProductCard {
    if (!this.isKept || !this.#begin()) return make(visit)
    const key = `${visit.language} ${product.id} ${visit.links.to('')}`
    const known = this.#entries.get(key)
    if (!known && !this.#asked.delete(key)) {
      if (this.#asked.size === MOST_CARDS) this.#asked.clear()
      this.#asked.add(key)
      return make(visit)
    }
    this.#entries.delete(key)
    const entry = known && isTrue(known, visit) ? known : toEntry(visit, make)
    this.#entries.set(key, entry)
    if (this.#entries.size > MOST_CARDS) this.#entries.delete(this.#entries.keys().next().value ?? '')
    return entry.card
  }

  /** Lets go of what is no longer true; false while nothing made now is to be kept. */
  #begin(): boolean {
    if (this.#mark && this.freshness.holds(this.#mark, NO_STOCK)) return true
    this.#entries.clear()
    this.#mark = this.freshness.mark()
    return this.#mark !== null
  }
}

const isTrue = ({ stock }: Entry, visit: Visit): boolean =>
  stock.every(([sku, shown]) => visit.shownStock(sku) === shown)

function toEntry(visit: Visit, make: (visit: Visit) => ProductCard): Entry {
  const stock = new Map<string, number | null>()
  const shownStock = (sku: string): number | null => {
    const shown = visit.shownStock(sku)
    stock.set(sku, shown)
    return shown
  }
  return { card: { ...make({ ...visit, shownStock }), drawn: { html: null } }, stock: [...stock] }
}
