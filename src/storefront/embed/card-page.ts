import { notFound } from '../refusal.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'
import { FOR_FRAMES } from './embed-headers.js'
import { toEmbedded } from './embedded-product.js'

/** A product as a page for a frame on another site; it needs no script there. */
export const cardPage: Handler = (visit) => {
  const product = visit.catalog.state.findBySlug('products', visit.params.slug ?? '')
  if (product?.status !== 'published') throw notFound()
  const card = toEmbedded(product, visit)
  // It has styles of its own, so the browser is not to load the shop's ahead.
  return page('embed/card', { title: card.name, noIndex: true }, card, { headers: { ...FOR_FRAMES, link: '' } })
}
