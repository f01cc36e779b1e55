import type { Province } from '../../catalog/places/places.js'
import type { SearchResult } from '../../search/index-port.js'
import { formatCount, formatDay } from '../format.js'
import { facets } from '../list/facet-values.js'
import { readPage, toPaging } from '../list/paging.js'
import { provinceName } from '../models/place-words.js'
import { showsIllustration, toProductCard } from '../models/product-card.js'
import { notFound } from '../refusal.js'
import { page, type Step } from '../reply.js'
import type { Handler } from '../route.js'
import type { Visit } from '../visit.js'

const SHOWN = 12
const PAGE_SIZE = 24

const find = (visit: Visit, province: string | null): SearchResult =>
  visit.catalog.search({
    text: '',
    filters: { facets: province === null ? {} : { province: [province] } },
    sort: 'stars',
    page: 1,
    pageSize: SHOWN,
  })

const toLink = (province: Province, visit: Visit) => ({
  name: provinceName(province, visit),
  href: visit.links.to(`/provinces/${province.slug}`),
})

/** The units that went into this one, unless it is itself unchanged. */
const formerUnits = (province: Province, visit: Visit): readonly Province[] => {
  const former = visit.catalog.reference.places.predecessors(province)
  return former.length > 1 ? former : []
}

const toTrail = (visit: Visit, province?: Province): Step[] => [
  { label: { text: visit.messages.around.provinces, lang: null }, path: province ? '/provinces' : null },
  ...(province ? [{ label: { text: provinceName(province, visit), lang: null }, path: null }] : []),
]

/** Every province of today, what went into it, and how many products it has. */
export const provinces: Handler = (visit) => {
  const { around } = visit.messages
  const { places } = visit.catalog.reference
  const counts = new Map(find(visit, null).facets.province.map(({ value, count }) => [value, count]))
  const rows = places.provinces(visit.catalog.today()).map((province) => ({
    ...toLink(province, visit),
    kind: places.kindOf(province, visit.catalog.today(), visit.language),
    former: formerUnits(province, visit).map((unit) => provinceName(unit, visit)),
    count: formatCount(counts.get(province.code) ?? 0, visit.language),
    isEmpty: !counts.has(province.code),
  }))
  const head = { title: around.provinces, description: around.province.listDescription }
  return page('shop/provinces', head, { rows }, { trail: toTrail(visit) })
}

/** A province of today: its products, communes, and the units that it was made of. */
function today(province: Province, visit: Visit) {
  const { browse, around } = visit.messages
  const result = find(visit, province.code)
  const cards = result.hits.map(({ id }) => toProductCard(visit.catalog.state.get('products', id), visit))
  const communes = result.facets.commune.flatMap(({ value, count }) => {
    const known = facets.commune.fromValue(value, visit)
    if (!known) return []
    const href = visit.links.to(`/provinces/${province.slug}/${known.param}`)
    return [{ name: known.label, href, count: formatCount(count, visit.language) }]
  })
  const view = {
    name: provinceName(province, visit),
    found: browse.productCount(formatCount(result.total, visit.language)),
    everything: visit.links.to('/products', { province: province.slug }),
    former: formerUnits(province, visit).map((unit) => toLink(unit, visit)),
    became: null,
    communes,
    cards,
    paging: toPaging(1, 1, () => ''),
  }
  const head = {
    title: around.province.title(view.name),
    description: around.province.description(view.name, view.found),
  }
  return page('shop/province', head, view, { trail: toTrail(visit, province), illustrative: showsIllustration(cards) })
}

/** A province of the time before July 2025: what it became, and what was recognised there. */
function former(province: Province, visit: Visit) {
  const { browse, around } = visit.messages
  const found = visit.catalog.state
    .all('products')
    .filter(
      ({ status, origin }) =>
        status === 'published' && origin.list === province.list && origin.province === province.code,
    )
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const cards = found
    .slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE)
    .map((product) => toProductCard(product, visit))
  const hrefOf = (number: number) => visit.links.to(visit.path, { page: number > 1 ? number : null })
  const successor = visit.catalog.reference.places.successor(province)
  const view = {
    name: provinceName(province, visit),
    found: browse.productCount(formatCount(found.length, visit.language)),
    everything: null,
    former: [],
    became: { ...toLink(successor, visit), until: province.validUntil && formatDay(province.validUntil) },
    communes: [],
    cards,
    paging: toPaging(current, pageCount, hrefOf),
  }
  const head = { title: around.province.formerTitle(view.name) }
  return page('shop/province', head, view, { trail: toTrail(visit, province), illustrative: showsIllustration(cards) })
}

export const province: Handler = (visit) => {
  const found = visit.catalog.reference.places.findProvinceBySlug(visit.params.slug ?? '')
  if (!found) throw notFound()
  return found.list === '2025-07' ? today(found, visit) : former(found, visit)
}
