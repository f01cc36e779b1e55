import type { Handler } from '../route.js'
import type { Reply } from '../reply.js'

/** The most addresses that one sitemap may hold (sitemaps.org). */
const MAX_ADDRESSES = 50_000
const FIXED = ['/', '/products', '/provinces', '/producers', '/platforms', '/figures', '/stars', '/ranking', '/help']

const xml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const text = (type: string, body: string): Reply => ({ kind: 'body', type: `${type}; charset=utf-8`, body })

/** Every public page by its address. */
export const sitemap: Handler = ({ catalog, links }) => {
  const { state, reference } = catalog
  const products = state.all('products').filter(({ status }) => status === 'published')
  const addresses = [
    ...FIXED.map((path) => ({ path, changedAt: null })),
    ...reference.places.provinces(catalog.today()).map(({ slug }) => ({ path: `/provinces/${slug}`, changedAt: null })),
    ...state.all('platforms').map(({ slug, changedAt }) => ({ path: `/platforms/${slug}`, changedAt })),
    ...products.map(({ slug, changedAt }) => ({ path: `/products/${slug}`, changedAt })),
    ...state.all('producers').map(({ slug, changedAt }) => ({ path: `/producers/${slug}`, changedAt })),
  ].slice(0, MAX_ADDRESSES)
  const entries = addresses.map(({ path, changedAt }) => {
    const changed = changedAt === null ? '' : `<lastmod>${changedAt}</lastmod>`
    return `<url><loc>${xml(links.absolute(path))}</loc>${changed}</url>`
  })
  const start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
  return text('application/xml', `${start}\n${entries.join('\n')}\n</urlset>\n`)
}

/** Where robots may go; read by them only when the shop is mounted at the root of its host. */
export const robots: Handler = ({ links }) => {
  const closed = ['/cart', '/checkout', '/orders', '/suggest', '/account', '/office', '/producer/'].map(
    (path) => `Disallow: ${links.to(path)}`,
  )
  return text('text/plain', ['User-agent: *', ...closed, `Sitemap: ${links.absolute('/sitemap.xml')}`, ''].join('\n'))
}
