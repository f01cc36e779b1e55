import { inFront, type Route } from '../../route.js'
import { offers } from './offers.js'
import { postPrice, price } from './price.js'
import { postVoucher, voucher } from './voucher.js'

const { get, post } = inFront('producer')
const PRICING = { may: 'stock.change', selling: true } as const
const VOUCHERS = { may: 'voucher.manage', selling: true } as const

/** Sales, buy-more rules and vouchers of a producer. */
export const offerRoutes: readonly Route[] = [
  get('/producer/offers', offers, PRICING),
  get('/producer/offers/prices/:sku', price, PRICING),
  post('/producer/offers/prices/:sku', postPrice, PRICING),
  get('/producer/offers/vouchers/:id', voucher, VOUCHERS),
  post('/producer/offers/vouchers/:id', postVoucher, VOUCHERS),
]
