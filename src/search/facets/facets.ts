import { FACET_NAMES, FacetColumn } from './facet-columns.js'
import { countValues } from './facet-counts.js'
import { withRoom } from '../index/room.js'
import type { FacetCount, FacetName, SearchFacts, SearchFilters, SearchResult } from '../index-port.js'

export interface Filtered {
  /** The slots that pass every filter, in the order in which they were given. */
  readonly slots: Uint32Array
  readonly facets: SearchResult['facets']
  readonly inStockCount: number
}

/** Price and stock of all products, and their facets: filters and counts in one pass over columns of numbers. */
export class Facets {
  readonly columns = FACET_NAMES.map((name) => ({ name, column: new FacetColumn(name) }))
  /** By slot: the lowest price, NaN where none is stated. */
  prices: Float64Array = new Float64Array(0)
  inStock: Uint8Array = new Uint8Array(0)
  #passed: Uint32Array = new Uint32Array(0)

  put(slot: number, facts: SearchFacts): void {
    this.prices = withRoom(this.prices, slot + 1)
    this.inStock = withRoom(this.inStock, slot + 1)
    this.prices[slot] = facts.price ?? NaN
    this.inStock[slot] = Number(facts.inStock)
    for (const { column } of this.columns) column.put(slot, facts)
  }

  /** Filters, and counts every facet's values under all filters but its own. */
  filter(slots: Uint32Array, filters: SearchFilters): Filtered {
    const { minPrice = -Infinity, maxPrice = Infinity, inStock = false } = filters
    const byPrice = minPrice > 0 || maxPrice < Infinity
    this.#passed = withRoom(this.#passed, slots.length)
    const chosen = this.columns.flatMap(({ name, column }) => {
      const values = filters.facets[name] ?? []
      return values.length > 0
        ? [{ name, codes: column.codes, accepted: column.accepted(values), alone: [] as number[] }]
        : []
    })
    let [passed, inStockCount] = [0, 0]
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as number
      const price = this.prices[slot] as number
      if (byPrice && !(price >= minPrice && price <= maxPrice)) continue
      let failed: (typeof chosen)[number] | null = null
      let failures = 0
      for (const facet of chosen)
        if (facet.accepted[facet.codes[slot] as number] === 0) {
          failures++
          failed = facet
        }
      const hasStock = this.inStock[slot] === 1
      if (failures === 0 && hasStock) inStockCount++
      if (failures > 1 || (inStock && !hasStock)) continue
      if (failed) failed.alone.push(slot)
      else this.#passed[passed++] = slot
    }
    const found = this.#passed.subarray(0, passed)
    const entries = this.columns.map(({ name, column }) => {
      const alone = chosen.find((facet) => facet.name === name)?.alone ?? []
      return [name, countValues(column, [found, alone], filters.facets[name] ?? [])] as const
    })
    return { slots: found, inStockCount, facets: Object.fromEntries(entries) as { [F in FacetName]: FacetCount[] } }
  }
}
