import * as z from 'zod'
import { dayAt, toInstant } from '../catalog/day.js'
import { CatalogError } from '../catalog/errors.js'
import type { OrderId, PlatformId, TransactionId } from '../catalog/ids.js'
import { IdempotencyKey, MAX_LINES, Quantity, type Order, type Recipient } from '../catalog/order.js'
import { parse } from '../catalog/parse.js'
import { provinceKey, type ProvinceKey } from '../catalog/place.js'
import type { Places } from '../catalog/places.js'
import type { Product } from '../catalog/product.js'
import type { Producer } from '../catalog/producer.js'
import type { CatalogState } from '../catalog/state.js'
import type { Commit } from '../catalog/store.js'
import type { Transaction } from '../catalog/transaction.js'
import { quoteCart, type Cart, type Quote, type QuoteShare } from './quote.js'
import { parseRecipient } from './recipient.js'
import type { ShippingRule } from './shipping.js'

/** What a shopper sends. Prices are never taken from it. */
export interface OrderRequest {
  readonly cart: Cart
  /** `{ name, phone, province, commune, street, note? }`, codes of today's list; parsed and refused field by field. */
  readonly recipient: unknown
  /** Made by the client, 8 to 255 characters: the same key never makes a second order. */
  readonly idempotencyKey: string
  /** The buyer says to be 18 or older; needed when the cart holds alcohol. */
  readonly adult: boolean
}

/** What trade cannot make by itself: the time, identifiers, and a digest. */
export interface TradeContext {
  readonly now: Date
  readonly platformId: PlatformId
  readonly shipping: ShippingRule
  readonly newId: () => string
  /** A code that a shopper can note down and nobody can guess. */
  readonly newCode: () => string
  readonly sha256: (text: string) => string
}

/** The province to which a producer's sale counts, in the units in force on the day: the producer's, or else the product's. */
export function provinceOfSale(
  producer: Producer | null,
  product: Product | null,
  places: Places,
  now: Date,
): ProvinceKey | null {
  const place = producer?.place ?? product?.place ?? product?.origin
  return place ? (places.provinceOf(place, dayAt(now), 'asThen')?.key ?? provinceKey(place.list, place.province)) : null
}

function refuseUnlessOrderable(quote: Quote, adult: boolean): void {
  const [sku] = quote.unavailable
  if (sku) throw new CatalogError('NOT_FOR_SALE', { details: { sku } })
  for (const { lines } of quote.shares) for (const { problem } of lines) if (problem) throw problem
  if (quote.forAdults && !adult) throw new CatalogError('AGE_CONFIRMATION_REQUIRED')
}

const Key = z.strictObject({ idempotencyKey: IdempotencyKey })
const parseKey = ({ idempotencyKey }: OrderRequest): string => parse(Key, { idempotencyKey }).idempotencyKey

const nameOf = ({ product, variant }: QuoteShare['lines'][number]): string =>
  variant.name ? `${product.name.vi} – ${variant.name.vi}` : product.name.vi

/** Identifies what was asked for, so that one key cannot stand for two different orders. */
export function requestHash(cart: Cart, recipient: Recipient, sha256: (text: string) => string): string {
  const lines = [...cart].sort(([a], [b]) => (a < b ? -1 : 1))
  return sha256(JSON.stringify([lines, recipient]))
}

/**
 * Checks an order against the current state and makes the commit that places it: the order split by producer, one
 * transaction for each share, and the stock taken. The store checks stock and keys again as it commits.
 *
 * @throws {CatalogError} `INVALID_INPUT`, `EMPTY_CART`, `NOT_FOR_SALE`, `OUT_OF_STOCK`, `AGE_CONFIRMATION_REQUIRED`.
 */
export function planOrder(
  request: OrderRequest,
  state: CatalogState,
  places: Places,
  context: TradeContext,
): { order: Order; commit: Commit } {
  const { cart } = request
  if (cart.size === 0) throw new CatalogError('EMPTY_CART')
  if (cart.size > MAX_LINES)
    throw new CatalogError('INVALID_INPUT', {
      issues: [{ path: 'cart', code: 'tooMany', params: { maximum: MAX_LINES } }],
    })
  for (const quantity of cart.values()) parse(Quantity, quantity)
  const recipient = parseRecipient(request.recipient, places)
  const quote = quoteCart(state, cart, context.shipping)
  refuseUnlessOrderable(quote, request.adult)

  const at = toInstant(context.now)
  const order: Order = {
    id: context.newId() as OrderId,
    version: 1,
    code: context.newCode(),
    recipient,
    fulfillments: quote.shares.map(({ producer, lines, shipping }) => ({
      producerId: producer.id,
      lines: lines.map((line) => ({
        productId: line.product.id,
        sku: line.variant.sku,
        name: nameOf(line),
        quantity: line.quantity,
        unitPrice: line.unitPrice,
      })),
      shipping,
      status: 'placed',
      history: [{ status: 'placed', at }],
    })),
    payment: 'cashOnDelivery',
    idempotencyKey: parseKey(request),
    requestHash: requestHash(cart, recipient, context.sha256),
    placedAt: at,
    changedAt: at,
  }
  const transactions = quote.shares.map((share) => toTransaction(share, order.id, places, context))
  const stock = order.fulfillments.flatMap(({ lines }) =>
    lines.map(({ sku, quantity }) => ({ sku, quantity: -quantity, reason: 'order' as const, orderId: order.id })),
  )
  return { order, commit: { puts: [{ collection: 'orders', record: order }], transactions, stock } }
}

function toTransaction(share: QuoteShare, orderId: OrderId, places: Places, context: TradeContext): Transaction {
  const day = dayAt(context.now)
  const product = share.lines[0]?.product ?? null
  const province = provinceOfSale(share.producer, product, places, context.now)
  if (!province) throw new CatalogError('NOT_FOUND', { details: { what: 'province', id: share.producer.id } })
  return {
    id: context.newId() as TransactionId,
    kind: 'sale',
    platformId: context.platformId,
    producerId: share.producer.id,
    province,
    from: day,
    until: day,
    count: 1,
    lines: share.lines.map(({ product, variant, quantity, amount }) => ({
      productId: product.id,
      sku: variant.sku,
      quantity,
      amount,
    })),
    amount: share.subtotal,
    orderId,
    recordedAt: toInstant(context.now),
  }
}
