import type * as z from 'zod'
import type { Certificate } from './certificate.js'
import type { Listing } from './listing.js'
import type { Platform } from './platform.js'
import type { Producer } from './producer.js'
import type { Product } from './product.js'

/**
 * A record as a caller hands it in, plain strings where the record is branded. Version and time of change are the
 * catalog's to set.
 */
export type Draft<S extends z.ZodType> = Omit<z.input<S>, 'version' | 'changedAt'> & {
  /** The version that the change is based on; when given and out of date, the change is refused with `CONFLICT`. */
  readonly baseVersion?: number
}

/** Units that came in (positive) or went out (negative) other than by an order. The first one opens a variant for sale. */
export interface StockAdjustment {
  readonly sku: string
  /** Units, positive or negative, not 0. */
  readonly quantity: number
}

/** Records to add or change, and movements of stock: all of them or none. */
export interface CatalogChanges {
  readonly producers?: readonly Draft<typeof Producer>[]
  readonly products?: readonly Draft<typeof Product>[]
  readonly certificates?: readonly Draft<typeof Certificate>[]
  readonly platforms?: readonly Draft<typeof Platform>[]
  readonly listings?: readonly Draft<typeof Listing>[]
  /** Movements beside the levels there are, not levels. */
  readonly stock?: readonly StockAdjustment[]
}

/** The collections that change by drafts; the others change by commands of their own. */
export type DraftCollection = Exclude<keyof CatalogChanges, 'stock'>
