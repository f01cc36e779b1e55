import { formatCount } from '../format.js'
import { readPage, searchPage, toPaging } from '../list/paging.js'
import { communeTitle, provinceName } from '../models/place-words.js'
import { showsIllustration, toProductCard } from '../models/product-card.js'
import { notFound } from '../refusal.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'

const PAGE_SIZE = 24

/** A commune of today: its products, and the producers that make them. */
export const commune: Handler = (visit) => {
  const { browse, around, find } = visit.messages
  const { state, reference } = visit.catalog
  const { places } = reference
  const province = places.findProvinceBySlug(visit.params.slug ?? '')
  const found = places.findCommune('2025-07', visit.params.commune ?? '')
  if (province?.list !== '2025-07' || found?.provinceCode !== province.code) throw notFound()
  const search = (number: number) =>
    visit.catalog.search({
      text: '',
      filters: { facets: { province: [province.code], commune: [found.code] } },
      sort: 'stars',
      page: number,
      pageSize: PAGE_SIZE,
    })
  const result = searchPage(search, readPage(visit.query, Infinity))
  const cards = result.hits.map(({ id }) => toProductCard(state.get('products', id), visit))
  const name = communeTitle(found, visit)
  const within = provinceName(province, visit)
  const hrefOf = (number: number) => visit.links.to(visit.path, { page: number > 1 ? number : null })
  const view = {
    title: around.province.title(`${name}, ${within}`),
    found: browse.productCount(formatCount(result.total, visit.language)),
    cards,
    paging: toPaging(result.page, result.pageCount, hrefOf),
    producers: result.facets.producer.flatMap(({ value, count }) => {
      const producer = state.find('producers', value)
      if (!producer) return []
      const href = visit.links.to(`/producers/${producer.slug}`)
      return [{ href, name: producer.name, count: formatCount(count, visit.language) }]
    }),
    province: { href: visit.links.to(`/provinces/${province.slug}`), name: find.allOf(within) },
  }
  const onPage = result.page > 1 ? ` – ${browse.pageNumber(formatCount(result.page, visit.language))}` : ''
  const head = {
    title: `${view.title}${onPage}`,
    description: around.province.description(`${name}, ${within}`, view.found),
    canonical: result.page > 1 ? `${visit.path}?page=${result.page}` : visit.path,
    noIndex: result.total === 0,
  }
  const trail = [
    { label: { text: around.provinces, lang: null }, path: '/provinces' },
    { label: { text: within, lang: null }, path: `/provinces/${province.slug}` },
    { label: { text: name, lang: null }, path: null },
  ]
  return page('shop/commune', head, view, { trail, illustrative: showsIllustration(cards) })
}
