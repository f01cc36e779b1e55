import type { Product } from '../../catalog/product.js'
import type { Freshness, Mark } from '../../site/freshness.js'
import type { Drawn } from './drawn.js'
import type { Language } from '../../catalog/text.js'
import type { Links } from '../links.js'

/** Some 4 kB each: all of a province, and of the whole country what shoppers look for again and again. */
const MOST_CARDS = 8000

const NO_STOCK: ReadonlySet<string> = new Set()

/** What a card shows depends on this of a visit. */
interface Asking {
  readonly language: Language
  readonly links: Links
  readonly shownStock: (sku: string) => number | null
}

interface Card {
  readonly drawn?: Drawn | undefined
}

interface Entry {
  readonly card: Card
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

  /** @param make - Makes the card for a visit that notes whose stock it shows; one and the same for all cards. */
  get<V extends Asking, C extends Card>(product: Product, visit: V, make: (visit: V) => C): C {
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
    return entry.card as C
  }

  /** Lets go of what is no longer true; false while nothing made now is to be kept. */
  #begin(): boolean {
    if (this.#mark && this.freshness.holds(this.#mark, NO_STOCK)) return true
    this.#entries.clear()
    this.#mark = this.freshness.mark()
    return this.#mark !== null
  }
}

const isTrue = ({ stock }: Entry, visit: Asking): boolean =>
  stock.every(([sku, shown]) => visit.shownStock(sku) === shown)

function toEntry<V extends Asking>(visit: V, make: (visit: V) => Card): Entry {
  const stock = new Map<string, number | null>()
  const shownStock = (sku: string): number | null => {
    const shown = visit.shownStock(sku)
    stock.set(sku, shown)
    return shown
  }
  return { card: { ...make({ ...visit, shownStock }), drawn: { html: null } }, stock: [...stock] }
}
