import { CatalogError, fieldError } from '../catalog/errors.js'
import type { ProducerId } from '../catalog/ids.js'
import type { Reduction } from '../catalog/order.js'
import type { Producer } from '../catalog/producer.js'
import { isForAdults, type Product, type Variant } from '../catalog/product.js'
import type { PickUp, SaleTerms } from '../catalog/payments/sale-terms.js'
import type { CatalogState } from '../catalog/state.js'
import type { Vnd } from '../catalog/vnd.js'
import type { Voucher } from '../catalog/prices/voucher.js'
import { buyMoreReduction } from './buy-more.js'
import { priceOn } from '../catalog/prices/price.js'
import { shareShipping, type ShippingContext } from './share-shipping.js'
import { voucherOffer } from './voucher-offer.js'

/** What a shopper wants to buy: units per SKU, as it came; what is no SKU of the catalog is not for sale. */
export type Cart = ReadonlyMap<string, number>

/** What a shopper has chosen so far; nothing has to be. */
export interface QuoteChoices {
  /** Code of the province of today where the goods go. */
  readonly destination?: string | null
  /** Producers at whose door the buyer fetches the goods; those who offer no pick-up deliver. */
  readonly pickUp?: ReadonlySet<string>
  readonly voucher?: string
  /** Tells whether the buyer's phone has used a voucher already. */
  readonly isUsedByBuyer?: (voucher: Voucher) => boolean
}

export interface QuoteLine {
  readonly product: Product
  readonly variant: Variant
  readonly quantity: number
  /** With a running sale counted in. */
  readonly unitPrice: Vnd
  /** The price before the sale, where there is one. */
  readonly former: Vnd | null
  /** Before reductions. */
  readonly amount: Vnd
  /** Units in stock. */
  readonly available: number
  /** Why this line cannot be ordered as it stands; null when it can. */
  readonly problem: CatalogError | null
}

/** One producer's share, as it would be ordered now. */
export interface QuoteShare {
  readonly producer: Producer
  readonly lines: readonly QuoteLine[]
  /** Goods before reductions. */
  readonly subtotal: Vnd
  readonly reductions: readonly Reduction[]
  readonly shipping: Vnd
  /** True when the charge is the least that it may be, until it is said where the goods go. */
  readonly isShippingLeast: boolean
  /** Where the buyer fetches the goods; null for a delivery. */
  readonly pickUp: PickUp | null
  /** How this producer sells; null when it follows the shop's rules. */
  readonly terms: SaleTerms | null
}

/** What a cart would cost if it were ordered now, in whole đồng. */
export interface Quote {
  /** By producer, in the order of the cart. */
  readonly shares: readonly QuoteShare[]
  /** SKUs of the cart that are no longer for sale. */
  readonly unavailable: readonly string[]
  /** Before reductions. */
  readonly goods: Vnd
  /** What sales of several units and the voucher take off. */
  readonly reduction: Vnd
  readonly shipping: Vnd
  /** True while no place is chosen: shipping costs at least this. */
  readonly isShippingLeast: boolean
  /** What is paid: goods without the reduction, and shipping. */
  readonly total: Vnd
  /** The voucher that was asked for, when it takes something off. */
  readonly voucher: Voucher | null
  /** True when the cart holds alcohol: the buyer has to confirm being 18 or older. */
  readonly forAdults: boolean
  /** True when the cart holds something and every line can be ordered as it stands. */
  readonly orderable: boolean
}

/** What prices depend on beside the cart. */
export interface QuoteContext extends ShippingContext {
  readonly state: CatalogState
}

/** A variant can be bought here when it is published, has a producer to fill the order, a price and a stated stock. */
export function isForSale(product: Product, variant: Variant, stock: number | null): boolean {
  return product.status === 'published' && product.producerId !== null && variant.price !== null && stock !== null
}

function quoteLine(
  { state, today }: QuoteContext,
  sku: string,
  quantity: number,
): (QuoteLine & { producerId: ProducerId }) | null {
  const found = state.findBySku(sku)
  const available = state.stockOf(sku)
  if (!found || available === null || !isForSale(found.product, found.variant, available)) return null
  const { product, variant } = found
  const { producerId } = product
  const shown = priceOn(variant, today)
  if (producerId === null || shown === null) return null
  const { price: unitPrice, former } = shown
  const problem =
    quantity > available ? new CatalogError('OUT_OF_STOCK', { details: { sku, available, wanted: quantity } }) : null
  return { product, variant, quantity, unitPrice, former, amount: unitPrice * quantity, available, problem, producerId }
}

const buyMoreOf = ({ variant, unitPrice, quantity }: QuoteLine): Reduction[] => {
  const amount = buyMoreReduction(variant.buyMore ?? [], unitPrice, quantity)
  return amount === 0 ? [] : [{ kind: 'buyMore', sku: variant.sku, amount }]
}

const sum = (amounts: readonly Vnd[]): Vnd => amounts.reduce((total, amount) => total + amount, 0)

function quoteShare(
  producerId: ProducerId,
  lines: readonly QuoteLine[],
  context: QuoteContext,
  { destination = null, pickUp }: QuoteChoices,
): QuoteShare {
  const producer = context.state.get('producers', producerId)
  const terms = context.state.find('saleTerms', producerId)
  const subtotal = sum(lines.map(({ amount }) => amount))
  const reductions = lines.flatMap(buyMoreOf)
  const fetched = pickUp?.has(producerId) ? (terms?.pickUp ?? null) : null
  const shipment = { producer, lines, subtotal: subtotal - sum(reductions.map(({ amount }) => amount)), destination }
  const { charge, isLeast } = fetched
    ? { charge: 0, isLeast: false }
    : shareShipping(shipment, terms?.shipping, context)
  return {
    producer,
    lines,
    subtotal,
    reductions,
    shipping: charge,
    isShippingLeast: isLeast,
    pickUp: fetched,
    terms,
  }
}

const withVoucher = (share: QuoteShare, code: string, amount: Vnd): QuoteShare =>
  amount === 0 ? share : { ...share, reductions: [...share.reductions, { kind: 'voucher', code, amount }] }

/** @throws {CatalogError} `INVALID_INPUT` for a cart that is no Map. */
export function requireCart(cart: Cart): void {
  if (!(cart instanceof Map)) throw fieldError('cart', 'wrongType', { expected: 'Map (SKU → quantity)' })
}

/**
 * Prices a cart as it would be ordered now: shares by producer in the order of the cart, every reduction by itself,
 * shipping, and what stands in the way. Amounts are whole đồng; those of the shares add up to the total.
 *
 * @throws {CatalogError} `INVALID_INPUT` for a cart that is no Map.
 */
export function quoteCart(cart: Cart, context: QuoteContext, choices: QuoteChoices = {}): Quote {
  requireCart(cart)
  const { state, today } = context
  const byProducer = new Map<ProducerId, QuoteLine[]>()
  const unavailable: string[] = []
  for (const [sku, quantity] of cart) {
    const quoted = quoteLine(context, sku, quantity)
    if (!quoted) {
      unavailable.push(sku)
      continue
    }
    const { producerId, ...line } = quoted
    byProducer.set(producerId, [...(byProducer.get(producerId) ?? []), line])
  }
  const plain = [...byProducer].map(([producerId, lines]) => quoteShare(producerId, lines, context, choices))
  const offer = choices.voucher
    ? voucherOffer(
        choices.voucher,
        plain.map((share) => ({ producerId: share.producer.id, goods: goodsOfShare(share) })),
        state,
        today,
        choices.isUsedByBuyer,
      )
    : null
  const shares = offer
    ? plain.map((share, index) => withVoucher(share, offer.voucher.code, offer.byShare[index] ?? 0))
    : plain
  const lines = shares.flatMap((share) => share.lines)
  const goods = sum(shares.map((share) => share.subtotal))
  const reduction = goods - sum(shares.map(goodsOfShare))
  const shipping = sum(shares.map((share) => share.shipping))
  return {
    shares,
    unavailable,
    goods,
    reduction,
    shipping,
    isShippingLeast: shares.some(({ isShippingLeast }) => isShippingLeast),
    total: goods - reduction + shipping,
    voucher: offer?.voucher ?? null,
    forAdults: lines.some(({ product }) => isForAdults(product)),
    orderable: lines.length > 0 && unavailable.length === 0 && lines.every(({ problem }) => problem === null),
  }
}

const goodsOfShare = ({ subtotal, reductions }: QuoteShare): Vnd =>
  subtotal - sum(reductions.map(({ amount }) => amount))
