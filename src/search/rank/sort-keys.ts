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

  /** Takes what a product is sorted by, and returns the sorts in which it moves. */
  put(slot: number, facts: SearchFacts): Sort[] {
    const { columns } = this
    const moved: Sort[] = []
    for (const sort of KEYED_SORTS) {
      const column = withRoom<Uint8Array | Float64Array>(columns[sort], slot + 1)
      const key = KEYS[sort](facts)
      if (column[slot] !== key) moved.push(sort)
      column[slot] = key
      ;(columns as Record<string, Uint8Array | Float64Array>)[sort] = column
    }
    return moved
  }
}
