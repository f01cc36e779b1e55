import * as z from 'zod'
import { Day } from '../../../catalog/day.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'
import { Product } from './product.js'
import { Words } from '../words.js'

/** Products that the office puts together for a season or an event. */
export const Collection = named(
  'Collection',
  z.strictObject({
    slug: z.string(),
    title: Words,
    text: Words.nullable(),
    from: Day,
    until: Day.nullable(),
    page: z.string(),
  }),
)

export const CollectionDetail = named('CollectionDetail', Collection.extend({ products: z.array(Product) }))

export const Collections = named('Collections', z.strictObject({ next: Next, collections: z.array(Collection) }))
