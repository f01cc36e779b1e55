import type { Certificate } from '../../catalog/certificate.js'
import { dayAt } from '../../catalog/day.js'
import { formatPack } from '../../catalog/packs/pack-words.js'
import type { Producer } from '../../catalog/producer.js'
import type { Product, Variant } from '../../catalog/product.js'
import { shownCertificate } from '../../catalog/standing.js'
import { priceOn } from '../../catalog/prices/price.js'
import { photoPath } from '../photos.js'
import { sharePicturePath } from '../share/share-picture-path.js'
import type { Visit } from '../visit.js'
import { toShortPlace } from './place-words.js'
import { STANDING_TONES } from './recognition.js'

const SCHEMA = { '@context': 'https://schema.org' } as const

const addressOf = ({ place }: Producer, visit: Visit): object =>
  place
    ? { address: { '@type': 'PostalAddress', addressCountry: 'VN', addressRegion: toShortPlace(place, visit) } }
    : {}

const toOrganization = (producer: Producer, visit: Visit): object => ({
  '@type': 'Organization',
  name: producer.name,
  url: visit.links.absolute(`/producers/${producer.slug}`),
  ...addressOf(producer, visit),
})

/** schema.org facts of a producer. */
export const toProducerFacts = (producer: Producer, visit: Visit): object => ({
  ...SCHEMA,
  ...toOrganization(producer, visit),
  ...(producer.phone ? { telephone: producer.phone } : {}),
  ...(producer.website ? { sameAs: producer.website } : {}),
  ...(producer.story ? { description: producer.story.vi } : {}),
})

/** schema.org facts of the site: who runs it, and how to search it. */
export const toSiteFacts = ({ site, links, language }: Visit): object => ({
  ...SCHEMA,
  '@type': 'WebSite',
  name: site.name[language],
  url: links.absolute('/'),
  inLanguage: ['vi', 'en'],
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${links.absolute('/products')}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
  ...(site.owner ? { publisher: { '@type': 'Organization', name: site.owner.name } } : {}),
})

/** A certificate that counts today; one that has run out or cannot be dated is left to the page, which says so. */
function toCertification({ stars, decisionNumber, recognizedBy, issuedOn, expiresOn }: Certificate): object {
  const issuer = recognizedBy?.name
  return {
    '@type': 'Certification',
    name: 'OCOP',
    ...(stars === null
      ? {}
      : { certificationRating: { '@type': 'Rating', ratingValue: stars, bestRating: 5, worstRating: 1 } }),
    ...(decisionNumber ? { certificationIdentification: decisionNumber } : {}),
    ...(issuer ? { issuedBy: { '@type': 'Organization', name: issuer } } : {}),
    ...(issuedOn ? { validFrom: issuedOn } : {}),
    ...(expiresOn ? { expires: expiresOn } : {}),
  }
}

function toOfferFacts(variant: Variant, url: string, producer: Producer | null, visit: Visit): object[] {
  const stock = visit.shownStock(variant.sku)
  const shown = priceOn(variant, visit.catalog.today())
  if (variant.illustrative || shown === null || stock === null || !visit.site.sells) return []
  return [
    {
      '@type': 'Offer',
      name: formatPack(variant.packSize, 'vi'),
      sku: variant.sku,
      ...(variant.gtin ? { gtin: variant.gtin } : {}),
      price: shown.price,
      ...(shown.until ? { priceValidUntil: shown.until } : {}),
      priceCurrency: 'VND',
      itemCondition: 'https://schema.org/NewCondition',
      availability: `https://schema.org/${stock > 0 ? 'InStock' : 'OutOfStock'}`,
      ...(producer ? { seller: { '@type': 'Organization', name: producer.name } } : {}),
      url,
    },
  ]
}

/**
 * schema.org facts of a product. Prices that are made up for show are left out: a search engine would pass them on as
 * real ones.
 */
export function toProductFacts(product: Product, visit: Visit): object {
  const { state, reference } = visit.catalog
  const url = visit.links.absolute(`/products/${product.slug}`)
  const producer = product.producerId && state.find('producers', product.producerId)
  const offers = product.variants.flatMap((variant) => toOfferFacts(variant, url, producer, visit))
  const shown = shownCertificate(state.certificatesOf(product.id), visit.catalog.today())
  const isGood = shown !== null && STANDING_TONES[shown.standing] === 'good'
  const pictures = product.photos.map((photo) => visit.links.absolute(photoPath(photo)))
  return {
    ...SCHEMA,
    '@type': 'Product',
    name: product.name.vi,
    ...(product.name.en ? { alternateName: product.name.en } : {}),
    url,
    image: pictures.length > 0 ? pictures : [visit.links.absolute(sharePicturePath(product, 'vi'))],
    ...(product.description ? { description: product.description.vi } : {}),
    ...(product.classification ? { category: reference.groups.group(product.classification.group).vi } : {}),
    countryOfOrigin: { '@type': 'Country', name: 'VN' },
    ...(producer ? { manufacturer: toOrganization(producer, visit) } : {}),
    ...(isGood ? { hasCertification: toCertification(shown.certificate) } : {}),
    ...(offers.length > 0 ? { offers } : {}),
    ...toReviewFacts(product, visit),
  }
}

/** At most so many reviews stand in the facts; search engines read the mean. */
const MOST_REVIEWS = 5

/** The mean and the newest reviews. They are of people who received the goods, so they are facts even in a sample shop. */
function toReviewFacts({ id }: Product, visit: Visit): object {
  const rating = visit.catalog.reviews.ratingOf(id)
  if (!rating) return {}
  const { anonymous } = visit.messages.care.reviews
  return {
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: rating.average,
      reviewCount: rating.count,
      bestRating: 5,
      worstRating: 1,
    },
    review: visit.catalog.reviews
      .shownOf(id)
      .slice(0, MOST_REVIEWS)
      .map((review) => ({
        '@type': 'Review',
        reviewRating: { '@type': 'Rating', ratingValue: review.rating, bestRating: 5, worstRating: 1 },
        author: { '@type': 'Person', name: review.author ?? anonymous },
        datePublished: dayAt(review.writtenAt),
        ...(review.text === undefined ? {} : { reviewBody: review.text }),
      })),
  }
}
