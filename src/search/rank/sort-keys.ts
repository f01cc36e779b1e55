import type { SearchFacts, Sort } from '../index-port.js'
import { withRoom } from '../index/room.js'

const NO_PRICE = 2 ** 40
const RECOGNITION = { valid: 0, unconfirmed: 1, lapsed: 2 } as const
const MOST_STARS = 5

/**
 * Numbers that rise in the order of each sort; ties go by Vietnamese name order, then by id.
 *
 * `relevance` is the order of what fits equally well, and of everything when nothing was searched for: valid
 * certificates first, then more stars, then what is in stock. In `stars` a lapsed certificate counts as no star.
 */
export const KEYS: { readonly [S in Exclude<Sort, 'name'>]: (facts: SearchFacts) => number } = {
  relevance: ({ recognition, stars, inStock }) =>
    (RECOGNITION[recognition] * 8 + MOST_STARS - (stars ?? 0)) * 2 + Number(!inStock),
  priceAsc: ({ price }) => price ?? NO_PRICE,
  priceDesc: ({ price }) => -(price ?? 0),
  unitPrice: ({ unitPrice }) => unitPrice ?? NO_PRICE,
  newest: ({ changedAt }) => -Math.floor(Date.parse(changedAt) / 1000) || 0,
  stars: ({ recognition, stars, inStock }) =>
    ((recognition === 'lapsed' ? MOST_STARS : MOST_STARS - (stars ?? 0)) * 4 + RECOGNITION[recognition]) * 2 +
    Number(!inStock),
}

export type KeyedSort = keyof typeof KEYS
export const KEYED_SORTS = Object.keys(KEYS) as KeyedSort[]

const NONE: readonly Sort[] = []

/** The numbers of all products, a column for each sort but that by name. */
export class SortKeys {
  readonly columns = {
    relevance: new Uint8Array(0) as Uint8Array,
    stars: new Uint8Array(0) as Uint8Array,
    priceAsc: new Float64Array(0) as Float64Array,
    priceDesc: new Float64Array(0) as Float64Array,
    unitPrice: new Float64Array(0) as Float64Array,
    newest: new Float64Array(0) as Float64Array,
  }
  /** Slots below this were put before. */
  #used = 0

  /** Takes what a product is sorted by, and returns the sorts in which it moves: none where the slot is used for the first time. */
  put(slot: number, facts: SearchFacts): readonly Sort[] {
    const moved = slot < this.#used ? this.#movedBy(slot, facts) : NONE
    this.#used = Math.max(this.#used, slot + 1)
    if (slot >= this.columns.relevance.length) this.#makeRoom(slot + 1)
    const { relevance, stars, priceAsc, priceDesc, unitPrice, newest } = this.columns
    relevance[slot] = KEYS.relevance(facts)
    stars[slot] = KEYS.stars(facts)
    priceAsc[slot] = KEYS.priceAsc(facts)
    priceDesc[slot] = KEYS.priceDesc(facts)
    unitPrice[slot] = KEYS.unitPrice(facts)
    newest[slot] = KEYS.newest(facts)
    return moved
  }

  #movedBy(slot: number, facts: SearchFacts): Sort[] {
    return KEYED_SORTS.filter((sort) => this.columns[sort][slot] !== KEYS[sort](facts))
  }

  /** Takes columns that others made; see {@link columns}. */
  takeOver(columns: Readonly<Record<string, Uint8Array | Float64Array>>): void {
    Object.assign(this.columns, columns)
    this.#used = this.columns.relevance.length
  }

  #makeRoom(size: number): void {
    const { columns } = this
    for (const sort of ['relevance', 'stars'] as const) columns[sort] = withRoom(columns[sort], size)
    for (const sort of ['priceAsc', 'priceDesc', 'unitPrice', 'newest'] as const)
      columns[sort] = withRoom(columns[sort], size)
  }
}
