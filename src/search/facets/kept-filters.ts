import type { SearchFilters } from '../index-port.js'
import type { Filtered } from './filtered.js'

/** Lists of a shop that are asked for again and again: all, those in stock, those of each province and each star. */
const MOST_KEPT = 24

/** What some filters find in the whole catalog, while it stays as it is; the ones asked for longest ago make room. */
export class KeptFilters {
  #slots: Uint32Array | null = null
  readonly #found = new Map<string, Filtered>()

  /** To be called when a product's facts change. */
  forget(): void {
    this.#slots = null
  }

  /** @param slots - Of the whole catalog in an order, which is another array once a product came, moved or went. */
  get(slots: Uint32Array, filters: SearchFilters, filter: () => Filtered): Filtered {
    if (this.#slots !== slots) this.#found.clear()
    this.#slots = slots
    const key = JSON.stringify(filters)
    const known = this.#found.get(key)
    const found = known ?? withOwnSlots(filter())
    this.#found.delete(key)
    this.#found.set(key, found)
    if (this.#found.size > MOST_KEPT) this.#found.delete(this.#found.keys().next().value ?? '')
    return found
  }
}

/** Working memory is used again by the next search. */
function withOwnSlots(found: Filtered): Filtered {
  const slots = found.slots.slice()
  const marks = new Uint8Array(slots.reduce((most, slot) => Math.max(most, slot), -1) + 1)
  for (const slot of slots) marks[slot] = 1
  return { ...found, slots, marks }
}
