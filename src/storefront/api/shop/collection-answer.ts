import type * as z from 'zod'
import type { Collection } from '../../../api/schemas/shop/collection.js'
import type { ProductCollection } from '../../../catalog/office/product-collection.js'
import type { Visit } from '../../visit.js'

/** A collection as its public page shows it. */
export const toCollection = (
  { slug, title, text, from, until }: ProductCollection,
  visit: Visit,
): z.input<typeof Collection> => ({
  slug,
  title,
  text: text ?? null,
  from,
  until: until ?? null,
  page: visit.links.absolute(`/collections/${slug}`),
})
