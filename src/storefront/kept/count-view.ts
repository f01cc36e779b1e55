import type { Request } from 'express'
import type { Catalog } from '../../site/catalog.js'

/** A product's page, and none below it. */
const PRODUCT = /^\/products\/([a-z0-9-]{1,100})\/?$/
/** Programs that say so: search engines, previews of links in messages, scripts. */
const PROGRAM =
  /bot|crawl|spider|slurp|preview|facebookexternalhit|zalo(?!.*mobile)|curl|wget|python|lighthouse|headless/i

/**
 * Counts that somebody opens a product's page. Programs do not count, nor browsers that load a page ahead; nothing of who
 * asks is kept.
 */
export function countView(request: Request, catalog: Catalog): void {
  const slug = request.method === 'GET' ? PRODUCT.exec(request.path)?.[1] : undefined
  if (slug === undefined || request.headers['sec-purpose'] !== undefined) return
  const agent = request.headers['user-agent'] ?? ''
  if (agent !== '' && !PROGRAM.test(agent)) catalog.views.note(slug)
}
