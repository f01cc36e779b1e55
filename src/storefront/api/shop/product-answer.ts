import type * as z from 'zod'
import type {
  Elsewhere,
  Product as ProductSchema,
  ProductDetail,
  ShownCertificate,
} from '../../../api/schemas/shop/product.js'
import { listingStatusOn } from '../../../catalog/listing.js'
import { isForAdults, type Photo, type Product, type Variant } from '../../../catalog/product.js'
import { shownCertificate } from '../../../catalog/standing.js'
import { priceOn } from '../../../catalog/prices/price.js'
import { coverPath, COVER_SIZE } from '../../cover/cover-path.js'
import { messages } from '../../messages/dictionaries.js'
import { photoPath, photoSizes } from '../../photos.js'
import type { Visit } from '../../visit.js'

type Answer<S extends z.ZodType> = z.input<S>

/** The certificate as it stands today; null without one. */
export function toCertificate(product: Product, { catalog }: Visit): Answer<typeof ShownCertificate> | null {
  const shown = shownCertificate(catalog.state.certificatesOf(product.id), catalog.today())
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

/** A photo in its largest size, for a front that loads it from here. */
export function toPicture(photo: Photo, visit: Visit) {
  const { alt, width, height } = photo
  const largest = photoSizes(photo).at(-1)
  const shown = largest?.width ?? width
  return {
    src: visit.links.absolute(largest ? `${largest.path}.jpg` : photoPath(photo)),
    alt,
    width: shown,
    height: Math.max(1, Math.round((height * shown) / width)),
  }
}

const toCover = (product: Product, visit: Visit) => ({
  src: visit.links.absolute(coverPath(product)),
  alt: { vi: messages.vi.browse.coverAlt, en: messages.en.browse.coverAlt },
  width: COVER_SIZE,
  height: COVER_SIZE,
})

/** What anyone may know of a product: no phone, no internal note. Prices in whole đồng, VAT included. */
export function toProduct(product: Product, visit: Visit): Answer<typeof ProductSchema> {
  const { state, reference, reviews } = visit.catalog
  const producer = product.producerId && state.find('producers', product.producerId)
  const rating = reviews.ratingOf(product.id)
  const pictures = product.photos.map((photo) => toPicture(photo, visit))
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
    pictures: pictures.length > 0 ? pictures : [toCover(product, visit)],
    rating: rating && { average: rating.average, count: rating.count },
    forAdults: isForAdults(product),
    source: product.source ?? null,
    page: visit.links.absolute(`/products/${product.slug}`),
  }
}

/** Where else a product is to be found. */
export function toElsewhere(product: Product, { catalog, language }: Visit): Answer<typeof Elsewhere>[] {
  const today = catalog.today()
  return catalog.state.listingsOf(product.id).flatMap((listing) => {
    const platform = catalog.state.get('platforms', listing.platformId)
    if (platform.own) return []
    const name = (language === 'en' ? platform.name.en : undefined) ?? platform.name.vi
    return [
      {
        platform: { id: platform.id, slug: platform.slug, name },
        status: listingStatusOn(listing, platform, today),
        url: listing.url ?? null,
        price: listing.price ?? null,
        lastCheckedOn: listing.lastCheckedOn ?? null,
      },
    ]
  })
}

export const toProductDetail = (product: Product, visit: Visit): Answer<typeof ProductDetail> => ({
  ...toProduct(product, visit),
  description: product.description ?? null,
  labelFacts: product.labelFacts,
  elsewhere: toElsewhere(product, visit),
})
