import { MAX_QUANTITY } from '../../catalog/order.js'
import type { CartChoices } from '../../site/catalog.js'
import type { Cart, Quote, QuoteLine, QuoteShare } from '../../trade/quote.js'
import { formatCount, formatVnd, formatWholePack } from '../format.js'
import { say, vietnamese, type Said } from '../language.js'
import { toWays, type WayView } from '../payments/ways.js'
import { toPictures, type Picture } from '../models/picture.js'
import type { Visit } from '../visit.js'
import { toReductions, toVat, vatOfQuote, type ReductionLine } from './basket-sums.js'
import { freeShippingHint } from './free-shipping.js'

/** A line of goods, as the cart and the checkout show it. */
interface BasketLine {
  readonly sku: string
  readonly href: string
  readonly picture: Picture
  readonly name: Said
  readonly variant: Said
  readonly quantity: number
  readonly count: string
  readonly unitPrice: string
  /** The price before a sale; null where there is none. */
  readonly former: string | null
  readonly amount: string
  /** What stands in the way; `left` units could be had instead, 0 when it is sold out. */
  readonly problem: { readonly text: string; readonly left: number; readonly take: string } | null
  readonly less: number
  readonly more: number | null
  readonly illustrative: boolean
}

/** One producer's goods with what their delivery costs. */
interface BasketShare {
  readonly producer: Said
  readonly href: string
  readonly lines: readonly BasketLine[]
  readonly id: string
  readonly subtotal: string
  readonly reductions: readonly ReductionLine[]
  readonly shipping: string
  /** Where the goods can be fetched, and whether the buyer has chosen to. */
  readonly pickUp: { readonly text: string; readonly hours: string | null; readonly isChosen: boolean } | null
  readonly freeHint: { readonly text: string; readonly name: Said } | null
}

/** A quote in words: goods by producer, costs, and what cannot be ordered. */
export interface Basket {
  readonly shares: readonly BasketShare[]
  readonly unavailable: readonly { readonly sku: string; readonly name: Said }[]
  readonly goods: string
  /** What is taken off altogether; null when nothing is. */
  readonly reduction: string | null
  readonly shipping: string
  readonly total: string
  /** True while the shipping charge waits for the place of delivery. */
  readonly isLeast: boolean
  readonly vat: { readonly label: string; readonly amount: string } | null
  /** True when the province or the way of delivery changes what is to be paid. */
  readonly hasOwnTerms: boolean
  /** The ways of paying that some producer of the basket takes. */
  readonly ways: readonly WayView[]
  /** True when the buyer fetches everything: no address is needed. */
  readonly isFetched: boolean
  readonly orderable: boolean
  readonly forAdults: boolean
  readonly illustrative: boolean
}

/** The product's name, with the variant's where the product comes in several. */
export function nameOfSku(sku: string, visit: Visit): Said {
  const found = visit.catalog.state.findBySku(sku)
  return found
    ? say(found.product.name, visit.language)
    : { text: visit.messages.trade.cart.unknownProduct(sku), lang: null }
}

const toShipping = (amount: number, isLeast: boolean, visit: Visit): string => {
  if (isLeast) return visit.messages.trade.paying.leastShipping(formatVnd(amount))
  return amount === 0 ? visit.messages.trade.cart.free : formatVnd(amount)
}

function toProblem({ problem, available }: QuoteLine, visit: Visit): BasketLine['problem'] {
  if (!problem) return null
  const words = visit.messages.trade.cart
  const left = formatCount(available, visit.language)
  return available === 0
    ? { text: words.soldOut, left: 0, take: words.remove }
    : { text: words.onlyLeft(left), left: available, take: words.takeLeft(left) }
}

function toLine(line: QuoteLine, visit: Visit): BasketLine {
  const { product, variant, quantity, unitPrice, former, amount } = line
  const pack = formatWholePack(variant.packSize, visit.language)
  return {
    sku: variant.sku,
    href: visit.links.to(`/products/${product.slug}`),
    picture: toPictures(product, visit)[0],
    name: say(product.name, visit.language),
    variant: variant.name ? say(variant.name, visit.language) : { text: pack, lang: null },
    quantity,
    count: formatCount(quantity, visit.language),
    unitPrice: formatVnd(unitPrice),
    former: former === null ? null : formatVnd(former),
    amount: formatVnd(amount),
    problem: toProblem(line, visit),
    less: quantity - 1,
    more: quantity < Math.min(line.available, MAX_QUANTITY) ? quantity + 1 : null,
    illustrative: variant.illustrative === true,
  }
}

function toPickUp({ terms, pickUp }: QuoteShare, visit: Visit): BasketShare['pickUp'] {
  const offer = terms?.pickUp
  if (!offer) return null
  return {
    text: visit.messages.trade.paying.pickUp(offer.address),
    hours: offer.hours ?? null,
    isChosen: pickUp !== null,
  }
}

const toShare = (share: QuoteShare, cart: Cart, choices: CartChoices, visit: Visit): BasketShare => ({
  id: share.producer.id,
  producer: vietnamese(share.producer.name, visit.language),
  href: visit.links.to(`/producers/${share.producer.slug}`),
  lines: share.lines.map((line) => toLine(line, visit)),
  subtotal: formatVnd(share.subtotal),
  reductions: toReductions(share.reductions, (sku) => nameOfSku(sku, visit).text, visit),
  shipping: toShipping(share.shipping, share.isShippingLeast, visit),
  pickUp: toPickUp(share, visit),
  freeHint: freeShippingHint(share, cart, choices, visit),
})

/** True when the buyer fetches all that is ordered. */
export const isFetched = ({ shares }: Quote): boolean =>
  shares.length > 0 && shares.every(({ pickUp }) => pickUp !== null)

/** @param choices - With which the quote was made. */
export function toBasket(cart: Cart, quote: Quote, visit: Visit, choices: CartChoices = {}): Basket {
  const shares = quote.shares.map((share) => toShare(share, cart, choices, visit))
  const words = visit.messages.trade.paying
  const total = formatVnd(quote.total)
  return {
    shares,
    unavailable: quote.unavailable.map((sku) => ({ sku, name: nameOfSku(sku, visit) })),
    goods: formatVnd(quote.goods),
    reduction: quote.reduction === 0 ? null : `−${formatVnd(quote.reduction)}`,
    shipping: toShipping(quote.shipping, quote.isShippingLeast, visit),
    total: quote.isShippingLeast ? words.leastShipping(total) : total,
    isLeast: quote.isShippingLeast,
    vat: toVat(vatOfQuote(quote), visit),
    hasOwnTerms: quote.shares.some(({ terms }) => terms?.shipping !== undefined || terms?.pickUp !== undefined),
    ways: toWays(quote, visit),
    isFetched: isFetched(quote),
    orderable: quote.orderable,
    forAdults: quote.forAdults,
    illustrative: shares.some(({ lines }) => lines.some(({ illustrative }) => illustrative)),
  }
}
