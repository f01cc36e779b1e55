import type { Cart } from '../../trade/quote.js'
import type { SetCookie } from '../cookies/cookies.js'
import type { Visit } from '../visit.js'
import { readCart, unitsIn, writeCart } from './cart-text.js'

const DAYS_90 = 90 * 24 * 3600

/** The shopper's cart. It holds what is wanted and nothing else: prices and stock are asked of the catalog each time. */
export const cartOf = (visit: Visit): Cart => readCart(visit.cookies.get('cart') ?? '')

/** Keeps a cart on the shopper's device, and beside it the number in the badge, which the page's script may read. */
export function keepCart(cart: Cart): SetCookie[] {
  const isEmpty = cart.size === 0
  return [
    { name: 'cart', value: isEmpty ? null : writeCart(cart), maxAge: DAYS_90 },
    { name: 'cart-count', value: isEmpty ? null : String(unitsIn(cart)), maxAge: DAYS_90, readable: true },
  ]
}
