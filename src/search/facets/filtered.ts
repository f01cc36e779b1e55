import type { SearchResult } from '../index-port.js'

/** What some filters find. */
export interface Filtered {
  /** The slots that pass every filter, in the order in which they were given. */
  readonly slots: Uint32Array
  /** By slot: 1 for those that pass. Only where what was found is kept. */
  readonly marks?: Uint8Array
  readonly facets: SearchResult['facets']
  readonly inStockCount: number
}
