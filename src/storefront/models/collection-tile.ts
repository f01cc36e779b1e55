import type { Product } from '../../catalog/product.js'
import type { ProductCollection } from '../../catalog/office/product-collection.js'
import { formatDay } from '../format.js'
import { say, type Said } from '../language.js'
import type { Visit } from '../visit.js'

const MOST_FOUND = 48

/** A collection as it is announced on the home page. */
export interface CollectionTile {
  readonly href: string
  readonly title: Said
  readonly until: string | null
}

export const toCollectionTile = ({ slug, title, until }: ProductCollection, visit: Visit): CollectionTile => ({
  href: visit.links.to(`/collections/${slug}`),
  title: say(title, visit.language),
  until: until === undefined ? null : visit.messages.find.until(formatDay(until)),
})

/** The published products of a collection: those named, then those that its words find. */
export function productsIn({ productIds, query }: ProductCollection, visit: Visit, most = MOST_FOUND): Product[] {
  const { state } = visit.catalog
  const search = { filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: most } as const
  const found = query === undefined ? [] : visit.catalog.search({ ...search, text: query }).hits.map(({ id }) => id)
  return [...new Set([...productIds, ...found])]
    .flatMap((id) => state.find('products', id) ?? [])
    .filter(({ status }) => status === 'published')
    .slice(0, Math.max(most, productIds.length))
}
