import type { Places } from './places.js'
import type { ProductGroups } from './product-groups.js'

/** Reference data that every site shares. */
export interface Reference {
  readonly places: Places
  readonly groups: ProductGroups
}
