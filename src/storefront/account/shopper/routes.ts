import { get, inFront, post, type Route } from '../../route.js'
import { limitGuessing, limitRequests } from '../../limits/limits.js'
import { addresses, postAddress, postPreferAddress, postRemoveAddress } from './addresses.js'
import { ownData, ownDataFile, postCloseAccount } from './data.js'
import { join, postJoin } from './join.js'
import { ownOrders, postOwnOrder } from './orders.js'

const own = inFront('account')
const SELLING = { selling: true } as const

/** What somebody keeps as a shopper. */
export const shopperRoutes: readonly Route[] = [
  get('/account/join', join, SELLING),
  post('/account/join', postJoin, { ...SELLING, guard: limitRequests }),
  own.get('/account/orders', ownOrders, SELLING),
  own.post('/account/orders', postOwnOrder, { ...SELLING, guard: limitGuessing }),
  own.get('/account/addresses', addresses, SELLING),
  own.post('/account/addresses', postAddress, SELLING),
  own.post('/account/addresses/remove', postRemoveAddress, SELLING),
  own.post('/account/addresses/prefer', postPreferAddress, SELLING),
  own.get('/account/data', ownData, SELLING),
  own.get('/account/data.json', ownDataFile, SELLING),
  own.post('/account/close', postCloseAccount, SELLING),
]
