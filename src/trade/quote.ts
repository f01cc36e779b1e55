import type { CatalogError } from '../catalog/errors.js'
import type { Sku } from '../catalog/ids.js'
import type { Producer } from '../catalog/producer.js'
import type { Product, Variant } from '../catalog/product.js'
import type { Vnd } from '../catalog/vnd.js'

/** What a shopper wants to buy: units per SKU. */
export type Cart = ReadonlyMap<Sku, number>

export interface QuoteLine {
  readonly product: Product
  readonly variant: Variant
  readonly quantity: number
  readonly unitPrice: Vnd
  readonly amount: Vnd
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
  readonly unavailable: readonly Sku[]
  readonly goods: Vnd
  readonly shipping: Vnd
  readonly total: Vnd
  readonly forAdults: boolean
  /** True when every line can be ordered as it stands. */
  readonly orderable: boolean
}
