import type { Producer } from '../catalog/producer.js'
import type { Product, Variant } from '../catalog/product.js'
import type { Vnd } from '../catalog/vnd.js'

/** What a shipping rule may look at: one producer's share of a cart. */
export interface Shipment {
  readonly producer: Producer
  /** What is in the parcel. */
  readonly lines: readonly { readonly product: Product; readonly variant: Variant; readonly quantity: number }[]
  /** Goods after buy-more reductions, before vouchers. */
  readonly subtotal: Vnd
  /** Code of the province of today where it goes; null as long as nobody has said so. */
  readonly destination: string | null
}

/** The shipping charge for one producer's share, in whole đồng, VAT included. */
export type ShippingRule = (shipment: Shipment) => Vnd

/** The same charge for every producer's share, nothing from a sum of goods on. */
export const flatShipping =
  ({ charge, freeFrom }: { readonly charge: Vnd; readonly freeFrom: Vnd }): ShippingRule =>
  ({ subtotal }) =>
    subtotal >= freeFrom ? 0 : charge
