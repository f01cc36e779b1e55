import type { Product } from '../../catalog/product.js'
import type { Range } from '../../search/words/tokenize.js'
import { priceOn } from '../../catalog/prices/price.js'
import { say, vietnamese, type Said } from '../language.js'
import type { Visit } from '../visit.js'
import type { Drawn } from './drawn.js'
import { shownVariant, toOffer, type Offer } from './offer.js'
import { ratingShort } from './review-rows.js'
import { toPictures, type Picture } from './picture.js'
import { toShortPlace } from './place-words.js'
import { toRecognition, type RecognitionWord } from './recognition.js'

interface NamePart {
  readonly text: string
  readonly isHit: boolean
}

/** A product as it stands in a list. */
export interface ProductCard {
  readonly href: string
  readonly name: Said
  /** The name cut where the searched words begin and end. */
  readonly parts: readonly NamePart[]
  readonly picture: Picture
  readonly recognition: RecognitionWord | null
  readonly place: string
  readonly producer: Said | null
  readonly offer: Offer | null
  /** `4,6/5 (12 đánh giá)`; null while nobody has reviewed it. */
  readonly rating: string | null
  /** True when other variants cost more. */
  readonly isFrom: boolean
  /** `−17%` where the shown price is that of a sale, other words where another variant's is; null where none is. */
  readonly sale: string | null
  /** True where the picture stands in the window at once and is not to wait for its turn. */
  readonly isAtOnce?: boolean
  /** Where the card is kept: what `once` in the templates drew of it, all but its name. */
  readonly drawn?: Drawn | undefined
}

function cut(text: string, ranges: readonly Range[]): NamePart[] {
  const parts: NamePart[] = []
  let end = 0
  for (const [start, stop] of ranges) {
    parts.push({ text: text.slice(end, start), isHit: false }, { text: text.slice(start, stop), isHit: true })
    end = stop
  }
  parts.push({ text: text.slice(end), isHit: false })
  return parts.filter((part) => part.text !== '')
}

/** @param highlights - Where the searched words stand in the Vietnamese name. */
export function toProductCard(product: Product, visit: Visit, highlights: readonly Range[] = []): ProductCard {
  const card = visit.site.cards.get(product, visit, (noting) => makeCard(product, noting))
  const { text } = card.name
  return highlights.length === 0 || text !== product.name.vi ? card : { ...card, parts: cut(text, highlights) }
}

function makeCard(product: Product, visit: Visit): ProductCard {
  const { state } = visit.catalog
  const name = say(product.name, visit.language)
  const producer = product.producerId && state.find('producers', product.producerId)
  const variant = shownVariant(product, visit)
  const rating = visit.catalog.reviews.ratingOf(product.id)
  const today = visit.catalog.today()
  const shown = product.variants.flatMap((entry) => priceOn(entry, today) ?? [])
  const offer = variant && toOffer(variant, visit)
  const hasSale = shown.some(({ former }) => former !== null)
  return {
    href: visit.links.to(`/products/${product.slug}`),
    name,
    parts: cut(name.text, []),
    picture: toPictures(product, visit)[0],
    recognition: toRecognition(product, visit),
    place: toShortPlace(product.place ?? product.origin, visit),
    producer: producer ? vietnamese(producer.name, visit.language) : null,
    offer,
    rating: rating && ratingShort(rating, visit),
    isFrom: new Set(shown.map(({ price }) => price)).size > 1,
    sale: hasSale ? (offer?.discount ?? visit.messages.trade.paying.onSale) : null,
  }
}

/** The card as it stands among the first of a page, whose pictures stand in the window at once. */
export const atOnce = (card: ProductCard): ProductCard => ({
  ...card,
  isAtOnce: true,
  drawn: card.drawn && (card.drawn.atOnce ??= { html: null }),
})

/** True when a card shows a price that is made up for show. */
export const showsIllustration = (cards: readonly ProductCard[]): boolean =>
  cards.some(({ offer }) => offer?.illustrative === true)
