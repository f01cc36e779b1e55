import type { FilterWords } from './filter-words.js'
import type { SearchFilters } from '../index-port.js'

/** Filters that were chosen, and those that were typed; where both speak of one thing the chosen one counts. */
export function mergeFilters(chosen: Partial<SearchFilters> | undefined, typed: readonly FilterWords[]): SearchFilters {
  return typed.reduce(
    (merged, { filters }) => ({
      facets: { ...filters.facets, ...merged.facets },
      minPrice: merged.minPrice ?? filters.minPrice,
      maxPrice: merged.maxPrice ?? filters.maxPrice,
      inStock: merged.inStock ?? filters.inStock,
    }),
    { facets: {}, ...chosen },
  )
}
