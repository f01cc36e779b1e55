import type { ProductId } from '../../catalog/ids.js'
import type { SearchFilters, SearchResult } from '../../search/index-port.js'
import { formatCount } from '../format.js'
import { linkInside } from '../inside.js'
import { say } from '../language.js'
import type { QueryValues } from '../links.js'
import { provinceName } from '../models/place-words.js'
import { showsIllustration, toProductCard } from '../models/product-card.js'
import { toSiteFacts } from '../models/structured.js'
import { productsIn, toCollectionTile } from '../models/collection-tile.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'
import type { Visit } from '../visit.js'
import { toGroupTiles } from './group-tiles.js'

const ON_SHELF = 6
const SHOWN_PROVINCES = 12

const find = (visit: Visit, filters: SearchFilters): SearchResult =>
  visit.catalog.search({ text: '', filters, sort: 'stars', page: 1, pageSize: ON_SHELF * 4 })

/** Rows of products by different merits; what stands on one shelf is not repeated on the next. */
function toShelves(visit: Visit) {
  const { fiveStars, valid, inStock } = visit.messages.browse.home
  const shelves: readonly { title: string; filters: SearchFilters; query: QueryValues }[] = [
    { title: fiveStars, filters: { facets: { stars: ['5'] } }, query: { stars: 5 } },
    { title: valid, filters: { facets: { recognition: ['valid'] } }, query: { recognition: 'valid' } },
    { title: inStock, filters: { facets: {}, inStock: true }, query: { stock: 1 } },
  ]
  const shown = new Set<ProductId>()
  return shelves.flatMap(({ title, filters, query }) => {
    const ids = find(visit, filters)
      .hits.map(({ id }) => id)
      .filter((id) => !shown.has(id))
      .slice(0, ON_SHELF)
    for (const id of ids) shown.add(id)
    const cards = ids.map((id) => toProductCard(visit.catalog.state.get('products', id), visit))
    if (cards.length === 0) return []
    return [{ title: { text: title, lang: null }, until: null, href: visit.links.to('/products', query), cards }]
  })
}

const toProvinceLinks = (visit: Visit, all: SearchResult) =>
  all.facets.province.slice(0, SHOWN_PROVINCES).flatMap(({ value, count }) => {
    const province = visit.catalog.reference.places.findProvince('2025-07', value)
    if (!province) return []
    return [
      {
        name: provinceName(province, visit),
        href: visit.links.to(`/provinces/${province.slug}`),
        count: formatCount(count, visit.language),
      },
    ]
  })

const toNews = (visit: Visit) =>
  visit.catalog.announcements.shownOn(visit.catalog.today()).map(({ title, text, link }) => ({
    title: say(title, visit.language),
    text: text ? say(text, visit.language) : null,
    href: link === undefined ? null : link.startsWith('/') ? linkInside(link, visit) : link,
  }))

const toCollections = (visit: Visit) =>
  visit.catalog.productCollections.shownOn(visit.catalog.today()).flatMap((collection) => {
    const cards = productsIn(collection, visit, ON_SHELF)
      .slice(0, ON_SHELF)
      .map((product) => toProductCard(product, visit))
    return cards.length > 0 ? [{ ...toCollectionTile(collection, visit), cards }] : []
  })

/** The way in: search first, then products, the groups, further shelves of products, and the provinces. */
export const home: Handler = (visit) => {
  const { browse } = visit.messages
  const all = find(visit, { facets: {} })
  const shelves = [...toCollections(visit), ...toShelves(visit)]
  const view = {
    lead: browse.home.lead(
      formatCount(all.total, visit.language),
      formatCount(all.facets.province.length, visit.language),
    ),
    groups: toGroupTiles(visit, all.facets.group),
    news: toNews(visit),
    shelves,
    provinces: toProvinceLinks(visit, all),
    examples: browse.home.examples.map((text) => ({ text, href: visit.links.to('/products', { q: text }) })),
  }
  const head = { title: browse.home.title, description: browse.home.description, structured: [toSiteFacts(visit)] }
  return page('shop/home', head, view, {
    illustrative: shelves.some(({ cards }) => showsIllustration(cards)),
  })
}
