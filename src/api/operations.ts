import type { Operation } from './operation.js'
import { careOperations } from './operations/care.js'
import { officeOperations } from './operations/office.js'
import { orderOperations } from './operations/orders.js'
import { producerOperations } from './operations/producer.js'
import { shopOperations } from './operations/shop.js'

/** The table of the JSON API: every operation, by its name. */
export const OPERATIONS = {
  ...shopOperations,
  ...orderOperations,
  ...careOperations,
  ...producerOperations,
  ...officeOperations,
} as const satisfies Record<string, Operation>

export type Operations = typeof OPERATIONS
