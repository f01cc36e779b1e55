import * as z from 'zod'
import { Day } from '../../../catalog/day.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'
import { platformFacts } from '../platform.js'
import { Product } from './product.js'
import { Words } from '../words.js'

/** A platform with what is counted there today. */
const Platform = named(
  'Platform',
  z.strictObject({
    ...platformFacts,
    description: Words.nullable(),
    /** Recognised products that are listed there. */
    listed: z.int(),
    /** All products that are listed there. */
    listedOfAnyKind: z.int(),
  }),
)
export const PublicPlatforms = named(
  'PublicPlatforms',
  z.strictObject({ day: Day, recognized: z.int(), next: Next, platforms: z.array(Platform) }),
)
export const PlatformProducts = named(
  'PlatformProducts',
  z.strictObject({ platform: Platform, total: z.int(), next: Next, products: z.array(Product) }),
)
