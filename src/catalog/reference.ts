import type { Banks } from './payments/banks.js'
import type { Places } from './places/places.js'
import type { ProductGroups } from './product-groups.js'
import type { Regions } from './places/regions.js'

/** Reference data that every site shares. */
export interface Reference {
  readonly places: Places
  readonly groups: ProductGroups
  readonly banks: Banks
  readonly regions: Regions
}
