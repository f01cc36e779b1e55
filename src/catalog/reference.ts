import type { Banks } from './banks.js'
import type { Places } from './places.js'
import type { ProductGroups } from './product-groups.js'
import type { Regions } from './regions.js'

/** Reference data that every site shares. */
export interface Reference {
  readonly places: Places
  readonly groups: ProductGroups
  readonly banks: Banks
  readonly regions: Regions
}
