import type { Product, Variant } from '../../catalog/product.js'
import { priceOn } from '../../catalog/price.js'
import { shownCertificate } from '../../catalog/standing.js'
import { notFound } from '../refusal.js'
import { json } from '../reply.js'
import type { Handler } from '../route.js'
import type { Visit } from '../visit.js'

const PAGE_SIZE = 24
const LAST_PAGE = 100_000

function toCertificate(product: Product, visit: Visit) {
  const shown = shownCertificate(visit.catalog.state.certificatesOf(product.id), visit.catalog.today())
  if (!shown) return null
  const { certificate, standing } = shown
  return {
    stars: certificate.stars,
    outcome: certificate.outcome,
    standing,
    decisionNumber: certificate.decisionNumber ?? null,
    issuedOn: certificate.issuedOn,
    source: certificate.source ?? null,
  }
}

/** A variant with what it costs today. */
function toVariant(variant: Variant, { catalog }: Visit) {
  const { sku, name, packSize, gtin, buyMore = [], vatRate, illustrative } = variant
  const shown = priceOn(variant, catalog.today())
  return {
    sku,
    name: name ?? null,
    packSize,
    price: shown?.price ?? null,
    formerPrice: shown?.former ?? null,
    saleUntil: shown?.until ?? null,
    buyMore,
    vatRate: vatRate ?? null,
    gtin: gtin ?? null,
    stock: catalog.state.stockOf(sku),
    illustrative: illustrative === true,
  }
}

/** What anyone may know of a product: no phone, no internal note. Prices in whole đồng, VAT included. */
function toProduct(product: Product, visit: Visit) {
  const { state, reference } = visit.catalog
  const producer = product.producerId && state.find('producers', product.producerId)
  return {
    id: product.id,
    slug: product.slug,
    name: product.name,
    producer: producer ? { id: producer.id, slug: producer.slug, name: producer.name } : null,
    classification: product.classification,
    origin: product.origin,
    place: reference.places.today(product.place ?? product.origin),
    certificate: toCertificate(product, visit),
    variants: product.variants.map((variant) => toVariant(variant, visit)),
    source: product.source ?? null,
    page: visit.links.absolute(`/products/${product.slug}`),
  }
}

const readPage = (text: string | null): number => {
  const number = /^\d{1,6}$/.test(text ?? '') ? Number(text) : 1
  return Math.min(Math.max(number, 1), LAST_PAGE)
}

/** Published products by relevance: `?q=ca phe&page=2`. */
export const listProducts: Handler = (visit) => {
  const { catalog, query } = visit
  const { total, page, pageCount, hits } = catalog.search({
    text: (query.get('q') ?? '').slice(0, 200),
    filters: { facets: {} },
    sort: 'relevance',
    page: readPage(query.get('page')),
    pageSize: PAGE_SIZE,
  })
  const products = hits.map(({ id }) => toProduct(catalog.state.get('products', id), visit))
  return json({ total, page, pageCount, pageSize: PAGE_SIZE, currency: 'VND', products })
}

export const getProduct: Handler = (visit) => {
  const found = visit.catalog.state.findBySlug('products', visit.params.slug ?? '')
  if (found?.status !== 'published') throw notFound()
  return json(toProduct(found, visit))
}
