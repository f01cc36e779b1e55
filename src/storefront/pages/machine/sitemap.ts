import type { Instant } from '../../../catalog/day.js'
import { facets } from '../../list/facet-values.js'
import { notFound } from '../../refusal.js'
import type { BodyReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import type { Visit } from '../../visit.js'
import { xml, xmlReply } from './xml.js'

/** Addresses in one part of the sitemap; sitemaps.org allows 50,000 and 50 MB. */
const PER_PART = 10_000
const FIXED = [
  '/',
  '/products',
  '/provinces',
  '/producers',
  '/platforms',
  '/figures',
  '/stars',
  '/ranking',
  '/open-data',
  '/api',
  '/help',
]

interface Entry {
  readonly path: string
  readonly changedAt: Instant | null
}

const fixed = (path: string): Entry => ({ path, changedAt: null })

/** Provinces and communes of today that have products. */
function listPlaces(visit: Visit): Entry[] {
  const { catalog } = visit
  const all = catalog.search({ text: '', filters: { facets: {} }, sort: 'name', page: 1, pageSize: 1 })
  const { places } = catalog.reference
  return all.facets.province.flatMap(({ value }) => {
    const province = facets.province.fromValue(value, visit)
    if (!province) return []
    const path = `/provinces/${province.param}`
    const within = catalog.search({
      text: '',
      filters: { facets: { province: [value] } },
      sort: 'name',
      page: 1,
      pageSize: 1,
    })
    const communes = within.facets.commune.filter((commune) => places.findCommune('2025-07', commune.value))
    return [fixed(path), ...communes.map((commune) => fixed(`${path}/${commune.value}`))]
  })
}

const KINDS: Readonly<Record<string, (visit: Visit) => readonly Entry[]>> = {
  pages: (visit) => [
    ...FIXED.map(fixed),
    ...listPlaces(visit),
    ...visit.catalog.productCollections
      .shownOn(visit.catalog.today())
      .map(({ slug, changedAt }) => ({ path: `/collections/${slug}`, changedAt })),
  ],
  platforms: ({ catalog }) =>
    catalog.state.all('platforms').map(({ slug, changedAt }) => ({ path: `/platforms/${slug}`, changedAt })),
  products: ({ catalog }) =>
    catalog.state
      .all('products')
      .filter(({ status }) => status === 'published')
      .map(({ slug, changedAt }) => ({ path: `/products/${slug}`, changedAt })),
  producers: ({ catalog }) =>
    catalog.state.all('producers').map(({ slug, changedAt }) => ({ path: `/producers/${slug}`, changedAt })),
}

const lastmod = (changedAt: Instant | null): string => (changedAt === null ? '' : `<lastmod>${changedAt}</lastmod>`)

const latest = (entries: readonly Entry[]): Instant | null =>
  entries.reduce<Instant | null>(
    (last, { changedAt }) => (changedAt !== null && (last === null || changedAt > last) ? changedAt : last),
    null,
  )

const parts = (entries: readonly Entry[]): (readonly Entry[])[] =>
  Array.from({ length: Math.ceil(entries.length / PER_PART) }, (_, index) =>
    entries.slice(index * PER_PART, (index + 1) * PER_PART),
  )

/** The sitemap's table of contents: a part for each kind of page, more where they are many. */
export const sitemapIndex: Handler = (visit): BodyReply => {
  const rows = Object.entries(KINDS).flatMap(([kind, list]) =>
    parts(list(visit)).map((part, index) => {
      const address = visit.links.absolute(`/sitemaps/${kind}-${index + 1}.xml`)
      return `<sitemap><loc>${xml(address)}</loc>${lastmod(latest(part))}</sitemap>`
    }),
  )
  return xmlReply(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</sitemapindex>`,
  )
}

/** One part: each page by its address, with its English sister. */
export const sitemapPart: Handler = (visit): BodyReply => {
  const [, kind = '', number = ''] = /^([a-z]+)-([1-9]\d{0,4})$/.exec(visit.params.part ?? '') ?? []
  const list = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  const part = list && parts(list(visit))[Number(number) - 1]
  if (!part) throw notFound()
  const rows = part.map(({ path, changedAt }) => {
    const vi = xml(visit.links.absolute(path))
    const en = xml(visit.links.absolute(path, { lang: 'en' }))
    const sisters = `<xhtml:link rel="alternate" hreflang="vi" href="${vi}"/><xhtml:link rel="alternate" hreflang="en" href="${en}"/>`
    return `<url><loc>${vi}</loc>${lastmod(changedAt)}${sisters}</url>`
  })
  return xmlReply(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${rows.join('\n')}\n</urlset>`,
  )
}
