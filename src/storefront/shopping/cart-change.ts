import { CatalogError, fieldError } from '../../catalog/errors.js'
import { Sku } from '../../catalog/ids.js'
import { MAX_LINES, MAX_QUANTITY } from '../../catalog/order.js'
import { parse } from '../../catalog/parse.js'
import type { CatalogState } from '../../catalog/state.js'
import { isForSale, type Cart } from '../../trade/quote.js'
import { singleField } from './single-field.js'

/** What a form asks of the cart: so many more units of a SKU (`add`), or exactly so many (`set`; none removes it). */
export interface CartChange {
  readonly action: 'add' | 'set'
  readonly sku: Sku
  readonly quantity: number
}

/** Plain digits alone: `1.5`, `1e21`, `-1` and full-width digits are refused rather than guessed at. */
function readQuantity(text: string, least: 0 | 1): number {
  if (text === '') throw fieldError('quantity', 'required')
  if (!/^\d+$/.test(text)) throw fieldError('quantity', 'notInteger')
  const quantity = Number(text)
  if (quantity < least) throw fieldError('quantity', 'tooSmall', { minimum: least })
  if (quantity > MAX_QUANTITY) throw fieldError('quantity', 'tooLarge', { maximum: MAX_QUANTITY })
  return quantity
}

/** @throws {CatalogError} `INVALID_INPUT` naming the field: `sku` or `quantity`. */
export const readGoods = (form: URLSearchParams, least: 0 | 1): { sku: Sku; quantity: number } => ({
  sku: parse(Sku, singleField(form, 'sku')),
  quantity: readQuantity(singleField(form, 'quantity').trim(), least),
})

/** @throws {CatalogError} `INVALID_INPUT` naming the field: `sku`, `quantity` or `action`. */
export function readCartChange(form: URLSearchParams): CartChange {
  const action = singleField(form, 'action')
  if (action !== 'add' && action !== 'set') throw fieldError('action', 'notInList', { values: 'add, set' })
  return { action, ...readGoods(form, action === 'add' ? 1 : 0) }
}

/** @throws {CatalogError} `NOT_FOR_SALE`. */
export function requireForSale(sku: Sku, state: CatalogState): void {
  const found = state.findBySku(sku)
  if (!found || !isForSale(found.product, found.variant, state.stockOf(sku)))
    throw new CatalogError('NOT_FOR_SALE', { details: { sku } })
}

/**
 * The cart after a change.
 *
 * @throws {CatalogError} `NOT_FOR_SALE`; `INVALID_INPUT` for more units or more lines than an order may hold.
 */
export function changeCart(cart: Cart, { action, sku, quantity }: CartChange, state: CatalogState): Cart {
  const next = new Map(cart)
  const wanted = action === 'add' ? (cart.get(sku) ?? 0) + quantity : quantity
  if (wanted === 0) {
    next.delete(sku)
    return next
  }
  requireForSale(sku, state)
  if (wanted > MAX_QUANTITY) throw fieldError('quantity', 'tooLarge', { maximum: MAX_QUANTITY })
  next.set(sku, wanted)
  if (next.size > MAX_LINES) throw fieldError('cart', 'tooMany', { maximum: MAX_LINES })
  return next
}
