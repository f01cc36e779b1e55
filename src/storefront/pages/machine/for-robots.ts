import type { Handler } from '../../route.js'

const CLOSED = [
  '/cart',
  '/checkout',
  '/orders',
  '/suggest',
  '/compare',
  '/wishlist',
  '/account',
  '/office',
  '/producer/',
]

/** Where robots may go; read by them only when the shop is mounted at the root of its host. */
export const robots: Handler = ({ links }) => {
  const closed = CLOSED.map((path) => `Disallow: ${links.to(path)}`)
  const body = ['User-agent: *', ...closed, `Sitemap: ${links.absolute('/sitemap.xml')}`, ''].join('\n')
  return { kind: 'body', type: 'text/plain; charset=utf-8', body }
}
