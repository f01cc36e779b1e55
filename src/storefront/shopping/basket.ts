import { MAX_QUANTITY } from '../../catalog/order.js'
import type { Cart, Quote, QuoteLine, QuoteShare } from '../../trade/quote.js'
import { formatCount, formatPack, formatVnd } from '../format.js'
import { say, vietnamese, type Said } from '../language.js'
import { toPictures, type Picture } from '../models/picture.js'
import type { Visit } from '../visit.js'
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
  readonly subtotal: string
  readonly shipping: string
  readonly freeHint: { readonly text: string; readonly name: Said } | null
}

/** A quote in words: goods by producer, costs, and what cannot be ordered. */
export interface Basket {
  readonly shares: readonly BasketShare[]
  readonly unavailable: readonly { readonly sku: string; readonly name: Said }[]
  readonly goods: string
  readonly shipping: string
  readonly total: string
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

const toShipping = (amount: number, visit: Visit): string =>
  amount === 0 ? visit.messages.trade.cart.free : formatVnd(amount)

function toProblem({ problem, available }: QuoteLine, visit: Visit): BasketLine['problem'] {
  if (!problem) return null
  const words = visit.messages.trade.cart
  const left = formatCount(available, visit.language)
  return available === 0
    ? { text: words.soldOut, left: 0, take: words.remove }
    : { text: words.onlyLeft(left), left: available, take: words.takeLeft(left) }
}

function toLine(line: QuoteLine, visit: Visit): BasketLine {
  const { product, variant, quantity, unitPrice, amount } = line
  const pack = formatPack(variant.packSize, visit.language)
  return {
    sku: variant.sku,
    href: visit.links.to(`/products/${product.slug}`),
    picture: toPictures(product, visit)[0],
    name: say(product.name, visit.language),
    variant: variant.name ? say(variant.name, visit.language) : { text: pack, lang: null },
    quantity,
    count: formatCount(quantity, visit.language),
    unitPrice: formatVnd(unitPrice),
    amount: formatVnd(amount),
    problem: toProblem(line, visit),
    less: quantity - 1,
    more: quantity < Math.min(line.available, MAX_QUANTITY) ? quantity + 1 : null,
    illustrative: variant.illustrative === true,
  }
}

const toShare = (share: QuoteShare, cart: Cart, visit: Visit): BasketShare => ({
  producer: vietnamese(share.producer.name, visit.language),
  href: visit.links.to(`/producers/${share.producer.slug}`),
  lines: share.lines.map((line) => toLine(line, visit)),
  subtotal: formatVnd(share.subtotal),
  shipping: toShipping(share.shipping, visit),
  freeHint: freeShippingHint(share, cart, visit),
})

export function toBasket(cart: Cart, quote: Quote, visit: Visit): Basket {
  const shares = quote.shares.map((share) => toShare(share, cart, visit))
  return {
    shares,
    unavailable: quote.unavailable.map((sku) => ({ sku, name: nameOfSku(sku, visit) })),
    goods: formatVnd(quote.goods),
    shipping: toShipping(quote.shipping, visit),
    total: formatVnd(quote.total),
    orderable: quote.orderable,
    forAdults: quote.forAdults,
    illustrative: shares.some(({ lines }) => lines.some(({ illustrative }) => illustrative)),
  }
}
