import { cart } from './cart.js'
import { checkout } from './checkout.js'
import { orders } from './orders.js'
import { paying } from './paying.js'
import { returning } from './returning.js'

const vi = { cart: cart.vi, checkout: checkout.vi, orders: orders.vi, paying: paying.vi, returning: returning.vi }

const en: typeof vi = {
  cart: cart.en,
  checkout: checkout.en,
  orders: orders.en,
  paying: paying.en,
  returning: returning.en,
}

/** Words of cart, checkout and orders. */
export const trade = { vi, en }
