import * as z from 'zod'
import { Day, Instant } from '../day.js'
import { ProductCollectionId, ProductId, Slug, Version } from '../ids.js'
import { Photo } from '../product.js'
import { line, localizedLine, localizedParagraphs } from '../text.js'

/** Products that the office puts together for a season or an event, such as "Quà Tết", by hand or by a search. */
export const ProductCollection = z.strictObject({
  id: ProductCollectionId,
  version: Version,
  slug: Slug,
  title: localizedLine(100),
  text: localizedParagraphs(2000).optional(),
  cover: Photo.optional(),
  /** The first and the last day on which the home page shows it; its own page stays. */
  from: Day,
  until: Day.optional(),
  /** In the order in which they stand. */
  productIds: z.array(ProductId).max(60),
  /** Words to search for; what they find stands after the products that are named. */
  query: line(200).optional(),
  status: z.enum(['published', 'withdrawn']),
  changedAt: Instant,
})
export type ProductCollection = z.infer<typeof ProductCollection>
