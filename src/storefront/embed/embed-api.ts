import { formatCount } from '../format.js'
import { json } from '../reply.js'
import type { Handler } from '../route.js'
import { FOR_ALL_SITES } from './embed-headers.js'
import { findEmbedded, toEmbedded } from './embedded-product.js'

const MAX_TEXT = 200
const SHOWN = 6
const SOON_STALE = 'public, max-age=60'

/** One product for a card or a badge on another site: `?slug=` or `?sku=`, and `&lang=`. */
export const embeddedProduct: Handler = (visit) => {
  const product = findEmbedded(visit)
  if (!product) return json({ error: 'There is no such product.' }, { status: 404, headers: FOR_ALL_SITES })
  return json(toEmbedded(product, visit), { headers: FOR_ALL_SITES, cacheControl: SOON_STALE })
}

/** The first products of a search, for another site: `?q=ca phe&lang=en`. */
export const embeddedSearch: Handler = (visit) => {
  const { catalog, query, links, language, messages } = visit
  const text = (query.get('q') ?? '').slice(0, MAX_TEXT)
  const { total, hits } = catalog.search({
    text,
    filters: { facets: {} },
    sort: 'relevance',
    page: 1,
    pageSize: SHOWN,
  })
  const products = hits.map(({ id }) => toEmbedded(catalog.state.get('products', id), visit))
  const { none, count, all } = messages.embed
  return json(
    {
      total,
      words: total === 0 ? none : count(formatCount(total, language)),
      all: { text: all, href: links.absolute('/products', { q: text, lang: language === 'en' ? 'en' : null }) },
      products,
    },
    { headers: FOR_ALL_SITES, cacheControl: SOON_STALE },
  )
}
