import { dayAt } from '../../../catalog/day.js'
import { ownPlatformOf } from '../../../catalog/office/exchange-source.js'
import { isForAdults, type Product } from '../../../catalog/product.js'
import { toCertificateFacts } from '../../models/certificate-facts.js'
import { toLabelRows } from '../../models/label-rows.js'
import { toListingRows } from '../../models/listing-rows.js'
import { toDelivery } from '../../models/delivery.js'
import { toOffer } from '../../models/offer.js'
import { toPictures } from '../../models/picture.js'
import { toPlaceFacts, toShortPlace } from '../../models/place-words.js'
import { toProducerCard } from '../../models/producer-card.js'
import { toQuestions } from '../../models/question-rows.js'
import { toReviews } from '../../models/review-rows.js'
import { showsIllustration, toProductCard } from '../../models/product-card.js'
import { toRecognition } from '../../models/recognition.js'
import { toProductFacts } from '../../models/structured.js'
import { toProductAddress } from '../../embed/embedded-product.js'
import { formatDay } from '../../format.js'
import { say } from '../../language.js'
import { sharePicturePath } from '../../share/share-picture-path.js'
import { movedTo } from '../../answer/moved.js'
import { notFound } from '../../refusal.js'
import { toShareLinks } from '../../models/share-links.js'
import { page, type Step } from '../../reply.js'
import type { Handler } from '../../route.js'
import type { Visit } from '../../visit.js'

const SIBLINGS = 4
/** So many reviews and answered questions stand on the product's own page. */
const SHOWN = 3

function toTrail(product: Product, visit: Visit): Step[] {
  const { groups } = visit.catalog.reference
  const { classification } = product
  const trail: Step[] = [{ label: { text: visit.messages.browse.products, lang: null }, path: '/products' }]
  if (classification) {
    const group = groups.group(classification.group)
    trail.push({ label: say(group, visit.language), path: `/products?group=${group.slug}` })
  }
  return [...trail, { label: say(product.name, visit.language), path: null }]
}

/** The programme's group and set, and whether a decision says so. */
function toKind(product: Product, visit: Visit) {
  const { classification } = product
  if (!classification) return null
  const { groups } = visit.catalog.reference
  const group = groups.group(classification.group)
  const set = classification.set === null ? null : groups.set(classification.set)
  return {
    group: { name: say(group, visit.language), href: visit.links.to('/products', { group: group.slug }) },
    set: set && {
      name: say(set, visit.language),
      href: visit.links.to('/products', { group: group.slug, set: set.number }),
    },
    isProposal: classification.basis === 'proposal',
  }
}

const toSiblings = (product: Product, visit: Visit) =>
  product.producerId === null
    ? []
    : visit.catalog.state
        .productsOf(product.producerId)
        .filter(({ id, status }) => id !== product.id && status === 'published')
        .slice(0, SIBLINGS)
        .map((sibling) => toProductCard(sibling, visit))

/** The price beside the name: that of the cheapest variant that can be bought. */
function toShownPrice(found: Product, visit: Visit) {
  const { offer, isFrom } = toProductCard(found, visit)
  return offer?.price ? { offer, isFrom } : null
}

/** The site whose signed catalog a product comes from, and as of when; null for one of this site's own. */
function toImported({ id }: Product, visit: Visit) {
  const source = visit.catalog.exchange.sourceOf(id)
  if (!source) return null
  const own = visit.catalog.state.listingsOf(id).find(({ platformId }) => platformId === ownPlatformOf(source.id))
  return {
    name: source.name,
    href: own?.url ?? source.site,
    asOf: source.latest ? formatDay(dayAt(source.latest.issuedAt)) : null,
  }
}

/** A product as its page shows it. */
export function toProductView(found: Product, visit: Visit) {
  const { state } = visit.catalog
  const name = say(found.name, visit.language)
  const offers = found.variants.map((variant) => toOffer(variant, visit))
  const siblings = toSiblings(found, visit)
  const producer = found.producerId && state.find('producers', found.producerId)
  return {
    slug: found.slug,
    name,
    pictures: toPictures(found, visit),
    kind: toKind(found, visit),
    recognition: toRecognition(found, visit),
    offers,
    price: toShownPrice(found, visit),
    chosen: offers.find(({ canBuy }) => canBuy)?.sku ?? offers[0]?.sku ?? null,
    canBuy: offers.some(({ canBuy }) => canBuy),
    most: Math.max(0, ...offers.map(({ most }) => most)),
    forAdults: isForAdults(found),
    delivery: toDelivery(found, visit),
    description: found.description ? say(found.description, visit.language) : null,
    place: toShortPlace(found.place ?? found.origin, visit),
    places: toPlaceFacts(found.origin, visit),
    certificates: toCertificateFacts(found, visit),
    label: toLabelRows(found, visit),
    listings: toListingRows(found, visit),
    producer: producer ? toProducerCard(producer, visit) : null,
    siblings,
    reviews: toReviews(found, visit, SHOWN),
    questions: toQuestions(found, visit, SHOWN),
    askHref: visit.links.to(`/products/${found.slug}/questions`),
    traceHref: visit.links.to(`/trace/${found.slug}`),
    reportHref: visit.links.to('/feedback', { about: `product:${found.id}` }),
    share: toShareLinks(`/products/${found.slug}`, visit),
    source: found.source ?? null,
    imported: toImported(found, visit),
  }
}

export const product: Handler = (visit) => {
  const found = visit.catalog.state.findBySlug('products', visit.params.slug ?? '')
  if (found?.status !== 'published') throw notFound()
  if (found.slug !== visit.params.slug) return movedTo(`/products/${found.slug}`, visit)
  const view = toProductView(found, visit)
  const { name, offers, siblings } = view
  const illustrative = offers.some((offer) => offer.illustrative) || showsIllustration(siblings)
  const head = {
    title: name.text,
    description: visit.messages.product.productDescription(name.text, view.place),
    type: 'product',
    structured: [toProductFacts(found, visit)],
    picture: sharePicturePath(found, visit.language),
    oembed: visit.links.absolute('/oembed', { url: toProductAddress(found, visit) }),
  } as const
  return page('shop/product', head, view, { trail: toTrail(found, visit), illustrative })
}
