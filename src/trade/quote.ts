import { CatalogError } from '../catalog/errors.js'
import type { ProducerId } from '../catalog/ids.js'
import { subtotalOf } from '../catalog/order.js'
import type { Producer } from '../catalog/producer.js'
import { isForAdults, type Product, type Variant } from '../catalog/product.js'
import type { CatalogState } from '../catalog/state.js'
import type { Vnd } from '../catalog/vnd.js'
import type { ShippingRule } from './shipping.js'

/** What a shopper wants to buy: units per SKU, as it came; what is no SKU of the catalog is not for sale. */
export type Cart = ReadonlyMap<string, number>

export interface QuoteLine {
  readonly product: Product
  readonly variant: Variant
  readonly quantity: number
  readonly unitPrice: Vnd
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
  readonly subtotal: Vnd
  readonly shipping: Vnd
}

export interface Quote {
  readonly shares: readonly QuoteShare[]
  /** SKUs of the cart that are no longer for sale. */
  readonly unavailable: readonly string[]
  readonly goods: Vnd
  readonly shipping: Vnd
  readonly total: Vnd
  /** True when the cart holds alcohol: the buyer has to confirm being 18 or older. */
  readonly forAdults: boolean
  /** True when the cart holds something and every line can be ordered as it stands. */
  readonly orderable: boolean
}

/** A variant can be bought here when it is published, has a producer to fill the order, a price and a stated stock. */
export function isForSale(product: Product, variant: Variant, stock: number | null): boolean {
  return product.status === 'published' && product.producerId !== null && variant.price !== null && stock !== null
}

function quoteLine(
  state: CatalogState,
  sku: string,
  quantity: number,
): (QuoteLine & { producerId: ProducerId }) | null {
  const found = state.findBySku(sku)
  const available = state.stockOf(sku)
  if (!found || available === null || !isForSale(found.product, found.variant, available)) return null
  const { product, variant } = found
  const { producerId } = product
  const { price } = variant
  if (producerId === null || price === null) return null
  const problem =
    quantity > available ? new CatalogError('OUT_OF_STOCK', { details: { sku, available, wanted: quantity } }) : null
  return { product, variant, quantity, unitPrice: price, amount: price * quantity, available, problem, producerId }
}

/** Prices a cart as it would be ordered now: shares by producer in the order of the cart, shipping, and what stands in the way. */
export function quoteCart(state: CatalogState, cart: Cart, shippingRule: ShippingRule): Quote {
  const byProducer = new Map<ProducerId, QuoteLine[]>()
  const unavailable: string[] = []
  for (const [sku, quantity] of cart) {
    const quoted = quoteLine(state, sku, quantity)
    if (!quoted) {
      unavailable.push(sku)
      continue
    }
    const { producerId, ...line } = quoted
    byProducer.set(producerId, [...(byProducer.get(producerId) ?? []), line])
  }
  const shares = [...byProducer].map(([producerId, lines]): QuoteShare => {
    const producer = state.get('producers', producerId)
    const subtotal = subtotalOf(lines)
    return { producer, lines, subtotal, shipping: shippingRule({ producer, lines, subtotal }) }
  })
  const lines = shares.flatMap((share) => share.lines)
  const goods = shares.reduce((sum, share) => sum + share.subtotal, 0)
  const shipping = shares.reduce((sum, share) => sum + share.shipping, 0)
  return {
    shares,
    unavailable,
    goods,
    shipping,
    total: goods + shipping,
    forAdults: lines.some(({ product }) => isForAdults(product)),
    orderable: lines.length > 0 && unavailable.length === 0 && lines.every(({ problem }) => problem === null),
  }
}
