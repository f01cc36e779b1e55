import { cart } from './cart.js'
import { checkout } from './checkout.js'
import { orders } from './orders.js'

const vi = { cart: cart.vi, checkout: checkout.vi, orders: orders.vi }

const en: typeof vi = { cart: cart.en, checkout: checkout.en, orders: orders.en }

/** Words of cart, checkout and orders. */
export const trade = { vi, en }
