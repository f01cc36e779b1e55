import type { SearchDocument, SearchFacts, Sort } from '../index-port.js'
import { atOnce } from './at-once.js'
import type { NameOrder } from './name-order.js'

const NO_PRICE = 2 ** 34
/** Above any price of a kilogram of the smallest pack. */
const NO_UNIT_PRICE = Number.MAX_SAFE_INTEGER
const RECOGNITION = { valid: 0, unconfirmed: 1, lapsed: 2 } as const
const MOST_STARS = 5

/**
 * Numbers that rise in the order of each sort; ties go by Vietnamese name order, then by id.
 *
 * `relevance` is the order of what fits equally well, and of everything when nothing was searched for: valid
 * certificates first, then more stars, then what is in stock. In `stars` a lapsed certificate counts as no star.
 */
const KEYS: { readonly [S in Sort]: (facts: SearchFacts) => number } = {
  relevance: ({ recognition, stars, inStock }) =>
    (RECOGNITION[recognition] * 8 + MOST_STARS - (stars ?? 0)) * 2 + Number(!inStock),
  priceAsc: ({ price }) => price ?? NO_PRICE,
  priceDesc: ({ price }) => NO_PRICE - (price ?? 0),
  unitPrice: ({ unitPrice }) => unitPrice ?? NO_UNIT_PRICE,
  newest: ({ changedAt }) => 2 ** 33 - Math.floor(Date.parse(changedAt) / 1000),
  stars: ({ recognition, stars, inStock }) =>
    ((recognition === 'lapsed' ? MOST_STARS : MOST_STARS - (stars ?? 0)) * 4 + RECOGNITION[recognition]) * 2 +
    Number(!inStock),
  name: () => 0,
}

const SORTS = Object.keys(KEYS) as Sort[]

/** All slots in an order, and by slot the place in it. */
export interface Order {
  readonly slots: Uint32Array
  readonly ranks: Uint32Array
}

/** The whole catalog in the order of each sort, made when first asked for and kept until a change concerns it. */
export class Orders {
  readonly #made = new Map<Sort, Order>()
  #changes = 0

  constructor(
    private readonly documents: readonly (SearchDocument | undefined)[],
    private readonly names: NameOrder,
  ) {}

  /** A product came, went, or changed its name. */
  forget(): void {
    this.#changes++
    this.#made.clear()
  }

  /** Only what is filtered and sorted by has changed. */
  follow(before: SearchFacts, after: SearchFacts): void {
    this.#changes++
    for (const sort of SORTS) if (KEYS[sort](before) !== KEYS[sort](after)) this.#made.delete(sort)
  }

  get(sort: Sort): Order {
    let order = this.#made.get(sort)
    if (!order) this.#made.set(sort, (order = atOnce(this.#make(sort))))
    return order
  }

  /** Makes the order that every search needs, step by step; a change meanwhile leaves it to the next search. */
  *settle(): Generator<void, void> {
    if (this.#made.has('relevance')) return
    const changes = this.#changes
    const order = yield* this.#make('relevance')
    if (this.#changes === changes) this.#made.set('relevance', order)
  }

  /** Sorts plain numbers, each made of a key and a place in the order of names, which is far quicker than comparing. */
  *#make(sort: Sort): Generator<void, Order> {
    const byName = this.names.slots
    const size = Math.max(1, byName.length)
    const keys = new Float64Array(byName.length)
    for (let rank = 0; rank < keys.length; rank++) keys[rank] = this.#key(sort, byName[rank] as number) * size + rank
    yield
    keys.sort()
    yield
    const slots = new Uint32Array(keys.length)
    const ranks = new Uint32Array(this.documents.length)
    for (let rank = 0; rank < keys.length; rank++) {
      const slot = byName[(keys[rank] as number) % size] as number
      slots[rank] = slot
      ranks[slot] = rank
    }
    return { slots, ranks }
  }

  #key(sort: Sort, slot: number): number {
    const document = this.documents[slot]
    const key = document ? KEYS[sort](document.facts) : 0
    return Number.isFinite(key) ? key : 0
  }
}
