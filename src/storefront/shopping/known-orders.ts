import type { Order } from '../../catalog/order.js'
import { readOrderCode } from '../../site/codes.js'
import type { SetCookie } from '../cookies/cookies.js'
import type { Visit } from '../visit.js'
import { shopperSession } from './own-account.js'

const DAYS_30 = 30 * 24 * 3600
const PREFIX = 'order-'
const PATH = '/orders'

/**
 * Lets this device open an order again. The cookie holds the phone number of the order, which together with its code is
 * what opens it anywhere: nothing in it could be forged that does not have to be known anyway.
 */
export const keepOrder = ({ code, recipient }: Pick<Order, 'code' | 'recipient'>): SetCookie => ({
  name: `${PREFIX}${code}`,
  value: recipient.phone.replace('+', ''),
  maxAge: DAYS_30,
  path: PATH,
})

/** Codes of the orders that this device can open, in the order in which the browser names them. */
export const knownCodes = (visit: Visit): string[] =>
  [...visit.cookies.keys()].filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length))

export const forgetOrders = (visit: Visit): SetCookie[] =>
  knownCodes(visit).map((code) => ({ name: `${PREFIX}${code}`, value: null, path: PATH }))

/** The phone number that this device holds for an order; null when it holds none. */
export const phoneFor = (code: string, visit: Visit): string | null =>
  visit.cookies.get(`${PREFIX}${readOrderCode(code)}`) ?? null

/** The order named by the address, if this device may open it, or the account of whoever is signed in on it. */
export async function openKnownOrder(visit: Visit): Promise<{ order: Order; phone: string } | null> {
  const code = visit.params.code ?? ''
  const phone = phoneFor(code, visit)
  const order = phone === null ? null : await visit.catalog.findOrder(code, phone)
  if (order && phone !== null) return { order, phone }
  const own = await visit.catalog.accounts.shoppers.openOrder(shopperSession(visit), readOrderCode(code))
  return own && { order: own, phone: own.recipient.phone }
}
