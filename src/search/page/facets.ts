import { mostFirst, MOST_FACET_VALUES } from '../facets/facet-counts.js'
import { FACET_NAMES, valueOf } from '../facets/facet-columns.js'
import type { Facets as FacetColumns } from '../facets/facets.js'
import type { Filtered } from '../facets/filtered.js'
import type { FacetName, SearchFacts, SearchFilters } from '../index-port.js'

const valuesOf = (facts: SearchFacts, facet: FacetName): readonly string[] =>
  [valueOf(facts, facet) ?? []].flat().map(String)

/** Filters and counts by looking at the facts of each product. */
export class Facets implements Pick<FacetColumns, 'put' | 'filter'> {
  readonly #facts: SearchFacts[] = []

  put(slot: number, facts: SearchFacts): void {
    this.#facts[slot] = facts
  }

  filter(slots: Uint32Array, filters: SearchFilters): Filtered {
    const { minPrice = -Infinity, maxPrice = Infinity, inStock, facets } = filters
    const byPrice = minPrice > 0 || maxPrice < Infinity
    const counts = new Map(FACET_NAMES.map((name) => [name, new Map<string, number>()]))
    let inStockCount = 0
    const passed = slots.filter((slot) => {
      const facts = this.#facts[slot] as SearchFacts
      const { price } = facts
      if (byPrice && (price === null || price < minPrice || price > maxPrice)) return false
      const failed = FACET_NAMES.filter((name) => {
        const chosen = facets[name] ?? []
        return chosen.length > 0 && !valuesOf(facts, name).some((value) => chosen.includes(value))
      })
      const isFit = failed.length === 0
      if (isFit && facts.inStock) inStockCount++
      if (failed.length > 1 || (inStock && !facts.inStock)) return false
      for (const [name, ofName] of counts)
        if (isFit || failed.includes(name))
          for (const value of valuesOf(facts, name)) ofName.set(value, (ofName.get(value) ?? 0) + 1)
      return isFit
    })
    const listed = Array.from(counts, ([name, ofName]) => [
      name,
      Array.from(ofName, ([value, count]) => ({ value, count }))
        .sort(mostFirst)
        .filter(({ value }, i) => i < MOST_FACET_VALUES || facets[name]?.includes(value)),
    ])
    return { slots: passed, inStockCount, facets: Object.fromEntries(listed) as Filtered['facets'] }
  }
}
