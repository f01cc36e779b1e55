import type { shopOperations } from '../../../api/operations/shop.js'
import { compareVietnamese, fold } from '../../../catalog/text.js'
import { productsIn } from '../../models/collection-tile.js'
import { publishedCount } from '../../models/producer-card.js'
import { notFound } from '../../refusal.js'
import { communeLabel, findCommunes, provinceChoices } from '../../shopping/place-choice.js'
import { takePage, writeCursor } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import type { aroundHandlers } from './around-handlers.js'
import { toCollection } from './collection-answer.js'
import { toProducer } from './producer-answer.js'
import { toProduct, toProductDetail } from './product-answer.js'
import { toFacetCounts, toSearchQuery } from './product-list.js'

const HOUR = 'public, max-age=3600'
const SUGGESTED = 8

type Part = Omit<typeof shopOperations, keyof typeof aroundHandlers>

export const shopHandlers: HandlersOf<Part> = {
  listProducts: ({ query, visit }) => {
    const { catalog } = visit
    const search = toSearchQuery(query, visit)
    const result = catalog.search(search)
    const { total, page, pageCount, hits, didYouMean, nearest } = result
    const next = page < pageCount ? writeCursor(page * search.pageSize, query) : null
    return {
      body: {
        total,
        page,
        pageCount,
        pageSize: search.pageSize,
        next,
        currency: 'VND',
        products: hits.map(({ id }) => toProduct(catalog.state.get('products', id), visit)),
        facets: toFacetCounts(result, visit),
        didYouMean,
        nearest: [...nearest],
      },
    }
  },

  getProduct: ({ params, visit }) => {
    const found = visit.catalog.state.findBySlug('products', params.slug)
    if (found?.status !== 'published') throw notFound()
    return { body: toProductDetail(found, visit) }
  },

  suggest: ({ query, visit: { catalog } }) => {
    const text = query.q.normalize('NFC').trim()
    const found = text === '' ? [] : catalog.suggest(text, query.limit ?? SUGGESTED)
    const suggestions = found.map(({ kind, text: shown, value }) => {
      const product = kind === 'product' ? catalog.state.find('products', value) : null
      return { kind, text: shown, value: product?.slug ?? value }
    })
    return { body: { suggestions } }
  },

  listProducers: ({ query, visit }) => {
    const words = fold(query.name ?? '')
    const found = visit.catalog.state
      .all('producers')
      .filter((producer) => fold(producer.name).includes(words) && publishedCount(producer, visit) > 0)
      .toSorted((a, b) => compareVietnamese(a.name, b.name) || (a.id < b.id ? -1 : 1))
    const { entries, next } = takePage(found, query)
    return { body: { total: found.length, next, producers: entries.map((producer) => toProducer(producer, visit)) } }
  },

  getProducer: ({ params, visit }) => {
    const found = visit.catalog.state.findBySlug('producers', params.slug)
    if (!found) throw notFound()
    const products = visit.catalog.state.productsOf(found.id).filter(({ status }) => status === 'published')
    return { body: { ...toProducer(found, visit), products: products.map((product) => toProduct(product, visit)) } }
  },

  listProvinces: ({ visit }) => {
    const { places } = visit.catalog.reference
    const labels = new Map(provinceChoices(visit).map(({ value, label }) => [value, label]))
    const provinces = places
      .provinces(visit.catalog.today())
      .map(({ code, slug, name, nameEn }) => ({ code, slug, name, nameEn, label: labels.get(code) ?? name }))
    return { body: { provinces }, cacheControl: HOUR }
  },

  listCommunes: ({ params, visit }) => {
    const { places } = visit.catalog.reference
    const province = places.findProvince('2025-07', params.code)
    if (!province) throw notFound()
    const communes = places
      .communesOf(province.code)
      .map((commune) => ({ code: commune.code, name: commune.name, label: communeLabel(commune, places, visit) }))
    return { body: { province: { code: province.code, name: province.name }, communes }, cacheControl: HOUR }
  },

  findPlaces: ({ query, visit }) => ({
    body: { communes: findCommunes(query.q ?? '', query.province ?? '', visit) },
    cacheControl: HOUR,
  }),

  listGroups: ({ visit }) => ({
    body: {
      groups: visit.catalog.reference.groups.groups.map(({ code, slug, vi, en, sets }) => ({
        code,
        slug,
        vi,
        en,
        sets: sets.map((set) => ({ number: set.number, vi: set.vi, en: set.en })),
      })),
    },
    cacheControl: HOUR,
  }),

  listCollections: ({ query, visit }) => {
    const { catalog } = visit
    const { entries, next } = takePage(catalog.productCollections.shownOn(catalog.today()), query)
    return { body: { next, collections: entries.map((one) => toCollection(one, visit)) } }
  },

  getCollection: ({ params, visit }) => {
    const found = visit.catalog.productCollections.findPublished(params.slug)
    if (!found) throw notFound()
    const products = productsIn(found, visit).map((product) => toProduct(product, visit))
    return { body: { ...toCollection(found, visit), products } }
  },
}
