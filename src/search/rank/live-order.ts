import { atOnce } from './at-once.js'
import { firstAfter } from './sort-in-steps.js'

/** All slots in an order, and by slot the place in it. */
export interface Order {
  readonly slots: Uint32Array
  readonly ranks: Uint32Array
}

export interface OrderRule {
  readonly isLive: (slot: number) => boolean
  /** Never 0 for two products. */
  readonly compare: (a: number, b: number) => number
  /** Sorts all products as they are at the first step. */
  sortAll(): Generator<void, Uint32Array>
}

/** Above so many changes at once it is cheaper to sort anew. */
const MOST_CHANGES = 1000

/** An order of the catalog that is made when first asked for and kept as products come, change and go. */
export class LiveOrder {
  #order: Order | null = null
  /** What may have come, moved or gone since. */
  readonly #touched = new Set<number>()
  /** How often sorting has begun: what ends after another began, or after too many changes, counts for nothing. */
  #attempts = 0
  #isSorting = false

  constructor(private readonly rule: OrderRule) {}

  /** A product came, went, or has another place now. */
  touch(slot: number): void {
    if (!this.#order && !this.#isSorting) return
    this.#touched.add(slot)
    if (this.#touched.size > MOST_CHANGES) this.#forget()
  }

  /** From now on all slots in order are these; null when they have to be sorted first. */
  restore(slots: Uint32Array | null): void {
    this.#forget()
    if (slots) this.#take(slots)
  }

  get(): Order {
    if (!this.#order) {
      this.#forget()
      this.#take(atOnce(this.rule.sortAll()))
    }
    return this.#upToDate()
  }

  /** Makes the order step by step; whoever needs it before the last step makes it at once. */
  *settle(): Generator<void, void> {
    if (!this.#order) {
      this.#forget()
      this.#isSorting = true
      const attempt = this.#attempts
      const slots = yield* this.rule.sortAll()
      if (attempt !== this.#attempts) return
      this.#take(slots)
    }
    this.#upToDate()
  }

  #forget(): void {
    this.#attempts++
    this.#isSorting = false
    this.#order = null
    this.#touched.clear()
  }

  #take(slots: Uint32Array): void {
    this.#isSorting = false
    this.#order = { slots, ranks: ranksOf(slots, 0, new Uint32Array(0)) }
  }

  #upToDate(): Order {
    const order = this.#order as Order
    if (this.#touched.size === 0) return order
    const { isLive, compare } = this.rule
    const gone = [...this.#touched].flatMap((slot) =>
      order.slots[order.ranks[slot] ?? 0] === slot ? [order.ranks[slot] as number] : [],
    )
    const kept = without(
      order.slots,
      gone.sort((a, b) => a - b),
    )
    const come = [...this.#touched].filter((slot) => isLive(slot)).sort(compare)
    const places = come.map((slot) => firstAfter(kept, slot, compare))
    this.#touched.clear()
    const slots = withThese(kept, come, places)
    const ranks = ranksOf(slots, Math.min(gone[0] ?? Infinity, places[0] ?? Infinity), order.ranks)
    return (this.#order = { slots, ranks })
  }
}

/** The numbers without those at these rising places. */
function without(numbers: Uint32Array, places: readonly number[]): Uint32Array {
  const kept = new Uint32Array(numbers.length - places.length)
  let from = 0
  places.forEach((place, i) => {
    kept.set(numbers.subarray(from, place), from - i)
    from = place + 1
  })
  kept.set(numbers.subarray(from), from - places.length)
  return kept
}

/** The numbers with others before what stands at these rising places. */
function withThese(numbers: Uint32Array, others: readonly number[], places: readonly number[]): Uint32Array {
  const joined = new Uint32Array(numbers.length + others.length)
  let from = 0
  others.forEach((other, i) => {
    const place = places[i] as number
    joined.set(numbers.subarray(from, place), from + i)
    joined[place + i] = other
    from = place
  })
  joined.set(numbers.subarray(from), from + others.length)
  return joined
}

/** The places of slots from one place on; those before it have theirs. */
function ranksOf(slots: Uint32Array, from: number, known: Uint32Array): Uint32Array {
  let ranks = known
  let most = 0
  for (let rank = from; rank < slots.length; rank++) most = Math.max(most, slots[rank] as number)
  if (most >= ranks.length) {
    ranks = new Uint32Array(Math.ceil((most + 1) * 1.25))
    ranks.set(known)
  }
  for (let rank = from; rank < slots.length; rank++) ranks[slots[rank] as number] = rank
  return ranks
}
