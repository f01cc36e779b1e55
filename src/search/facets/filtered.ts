import type { SearchResult } from '../index-port.js'

/** What some filters find. */
export interface Filtered {
  /** The slots that pass every filter, in the order in which they were given. */
  readonly slots: Uint32Array
  readonly facets: SearchResult['facets']
  readonly inStockCount: number
}
