import { drawGroupCover } from '../../cover/draw-cover.js'
import { notFound } from '../../refusal.js'
import type { BodyReply } from '../../reply.js'
import type { Handler } from '../../route.js'

const KEPT = 'public, max-age=31536000, immutable'

/** Kept for good only under the address that pages name: without its version the picture may change. */
const picture = (body: string, query: URLSearchParams): BodyReply => ({
  kind: 'body',
  type: 'image/svg+xml; charset=utf-8',
  body,
  cacheControl: query.has('v') ? KEPT : 'no-cache',
  // Cards on other sites show it.
  headers: { 'cross-origin-resource-policy': 'cross-origin' },
})

/** The drawn cover of a product. */
export const cover: Handler = ({ catalog, site, params, query }) => {
  const product = catalog.state.findBySlug('products', params.slug ?? '')
  if (product?.status !== 'published') throw notFound()
  return picture(site.drawCover(product), query)
}

/** The picture of one of the six groups. */
export const groupCover: Handler = ({ catalog, params, query }) => {
  const group = catalog.reference.groups.groups.find(({ slug }) => slug === params.slug)
  if (!group) throw notFound()
  return picture(drawGroupCover(group.code), query)
}
