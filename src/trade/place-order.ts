import type { Cart } from './quote.js'

/** What a shopper sends. Prices are never taken from it. */
export interface OrderRequest {
  readonly cart: Cart
  /** `{ name, phone, province, commune, street, note? }`, codes of today's list; parsed and refused field by field. */
  readonly recipient: unknown
  readonly idempotencyKey: string
  /** The buyer says to be 18 or older; needed when the cart holds alcohol. */
  readonly adult: boolean
}
