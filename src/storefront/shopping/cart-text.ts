import { Sku } from '../../catalog/ids.js'
import { MAX_LINES, Quantity } from '../../catalog/order.js'
import type { Cart } from '../../trade/quote.js'

/** A cart as text that needs no escaping in a cookie, a form field or an address: `CF-250*2.HONEY*1`. */
export const writeCart = (cart: Cart): string => [...cart].map(([sku, quantity]) => `${sku}*${quantity}`).join('.')

/** Reads such a text. It comes from outside, so what is no line of a cart is left out, and so is what exceeds its limit. */
export function readCart(text: string): Cart {
  const cart = new Map<Sku, number>()
  for (const entry of text.split('.')) {
    const [name, digits, ...rest] = entry.split('*')
    const sku = Sku.safeParse(name)
    const quantity = Quantity.safeParse(/^\d{1,3}$/.test(digits ?? '') ? Number(digits) : null)
    if (sku.success && quantity.success && rest.length === 0 && cart.size < MAX_LINES) cart.set(sku.data, quantity.data)
  }
  return cart
}

export const unitsIn = (cart: Cart): number => [...cart.values()].reduce((sum, quantity) => sum + quantity, 0)
