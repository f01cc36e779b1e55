import { FACET_NAMES, FacetColumn, valueOf } from './facet-columns.js'
import { countValues } from './facet-counts.js'
import type { Filtered } from './filtered.js'
import { KeptFilters } from './kept-filters.js'
import { withRoom } from '../index/room.js'
import type { FacetCount, FacetName, SearchFacts, SearchFilters } from '../index-port.js'

/** What one facet is to hold, and the slots that nothing but this facet keeps out. */
interface Choice {
  readonly name: FacetName
  readonly codes: Uint32Array
  /** By combination: 1 when it holds one of the chosen values. */
  readonly accepted: Uint8Array
  readonly alone: Uint32Array
  count: number
}

/** In {@link Facets} where a slot fails more than one facet. */
const FAILS_SEVERAL = 255

/** Price and stock of all products, and their facets: filters and counts over columns of numbers, one column at a time. */
export class Facets {
  readonly columns = FACET_NAMES.map((name) => ({ name, column: new FacetColumn() }))
  /** By slot: the lowest price, NaN where none is stated. */
  prices: Float64Array = new Float64Array(0)
  inStock: Uint8Array = new Uint8Array(0)
  #passed: Uint32Array = new Uint32Array(0)
  /** By place among the slots at work: 0 fails no facet, otherwise the number of the one that it fails. */
  #failed: Uint8Array = new Uint8Array(0)
  /** By combination of the column at work. */
  #counts: Uint32Array = new Uint32Array(0)

  readonly #kept = new KeptFilters()

  put(slot: number, facts: SearchFacts): void {
    this.#kept.forget()
    if (slot >= this.prices.length) this.prices = withRoom(this.prices, slot + 1)
    if (slot >= this.inStock.length) this.inStock = withRoom(this.inStock, slot + 1)
    this.prices[slot] = facts.price ?? NaN
    this.inStock[slot] = Number(facts.inStock)
    for (const { name, column } of this.columns) column.put(slot, valueOf(facts, name))
  }

  /** Makes ready, in steps, what every search needs. */
  *settle(): Generator<void, void> {
    for (const { column } of this.columns) yield* column.settle()
  }

  /**
   * Filters, and counts every facet's values under all filters but its own.
   *
   * @param words - What the slots fit; null for all slots in an order. Other pages, sorts and languages of a list ask for
   *   the same filters of all, so what was found is kept until a product comes, changes or goes.
   */
  filter(slots: Uint32Array, filters: SearchFilters, words: object | null): Filtered {
    const filter = () => this.#filter(slots, filters)
    return words || slots.length === 0 ? filter() : this.#kept.get(slots, filters, filter)
  }

  #filter(slots: Uint32Array, filters: SearchFilters): Filtered {
    this.#passed = withRoom(this.#passed, slots.length)
    const priced = this.#filterByPrice(slots, filters)
    const choices = this.#choicesOf(filters, priced.length)
    this.#testEach(priced, choices)
    const { passed, inStockCount } = this.#part(priced, choices, filters.inStock === true)
    const entries = this.columns.map(({ name, column }) => {
      const choice = choices.find((one) => one.name === name)
      const lists = choice ? [passed, choice.alone.subarray(0, choice.count)] : [passed]
      this.#counts = withRoom(this.#counts, column.keys.length)
      return [name, countValues(column, lists, filters.facets[name] ?? [], this.#counts)] as const
    })
    return { slots: passed, inStockCount, facets: Object.fromEntries(entries) as { [F in FacetName]: FacetCount[] } }
  }

  #filterByPrice(slots: Uint32Array, { minPrice = -Infinity, maxPrice = Infinity }: SearchFilters): Uint32Array {
    const [priced, prices] = [this.#passed, this.prices]
    if (!(minPrice > 0 || maxPrice < Infinity)) {
      priced.set(slots)
      return priced.subarray(0, slots.length)
    }
    let count = 0
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as number
      const price = prices[slot] as number
      if (price >= minPrice && price <= maxPrice) priced[count++] = slot
    }
    return priced.subarray(0, count)
  }

  #choicesOf({ facets }: SearchFilters, room: number): Choice[] {
    return this.columns.flatMap(({ name, column }) => {
      const values = facets[name] ?? []
      if (values.length === 0) return []
      return [{ name, codes: column.codes, accepted: column.accepted(values), alone: new Uint32Array(room), count: 0 }]
    })
  }

  #testEach(slots: Uint32Array, choices: readonly Choice[]): void {
    if (choices.length === 0) return
    const failed = (this.#failed = withRoom(this.#failed, slots.length))
    failed.fill(0, 0, slots.length)
    choices.forEach(({ codes, accepted }, index) => {
      for (let i = 0; i < slots.length; i++)
        if (accepted[codes[slots[i] as number] as number] === 0) failed[i] = failed[i] === 0 ? index + 1 : FAILS_SEVERAL
    })
  }

  /** Parts the slots in place: those that pass come to the front, those that fail one facet go to its choice. */
  #part(slots: Uint32Array, choices: readonly Choice[], wantsStock: boolean) {
    const [inStock, failed, isFree] = [this.inStock, this.#failed, choices.length === 0]
    let [count, inStockCount] = [0, 0]
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as number
      const stock = inStock[slot] as number
      const number = isFree ? 0 : (failed[i] as number)
      if (number === 0) inStockCount += stock
      if (wantsStock && stock === 0) continue
      if (number === 0) slots[count++] = slot
      else if (number !== FAILS_SEVERAL) {
        const choice = choices[number - 1] as Choice
        choice.alone[choice.count++] = slot
      }
    }
    return { passed: slots.subarray(0, count), inStockCount }
  }
}
