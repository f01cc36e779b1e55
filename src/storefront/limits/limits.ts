import type { Request } from 'express'
import { knownDevice } from './ordering-device.js'
import { byAddress, limit, limitFailures, limitReads } from './limit.js'

/** Against guessing codes and phone numbers: failed look-ups count. */
export const limitGuessing = limitFailures({ name: 'look-ups', most: 20, minutes: 15 })

/** Against questions and complaints sent by machines, from an address which a village may share. */
export const limitSending = limit({ name: 'messages', most: 30, minutes: 10 })

/** A form or a JSON document that names a voucher. */
function namesVoucher(request: Request): boolean {
  const body: unknown = request.body
  if (typeof body === 'string') return /(?:^|&)voucher=[^&]|"voucher"/.test(body)
  return typeof body === 'object' && body !== null && 'voucher' in body && body.voucher !== ''
}

/** Against trying out voucher codes: requests that name one and fail count. */
export const limitVoucherGuesses = limitFailures({
  name: 'vouchers',
  most: 20,
  minutes: 15,
  by: (request) => (namesVoucher(request) ? byAddress(request) : null),
})

/**
 * Against requests to the checkout by machines. Devices that have not ordered here before share a limit by address, set
 * above what people of a village do who share that address behind their carrier; those that have are not shut out by them.
 */
export const limitOrders = limit(
  {
    name: 'orders',
    most: 60,
    minutes: 1,
    by: (request, site) => (knownDevice(request, site) === null ? byAddress(request) : null),
  },
  { name: 'orders-of-address', most: 300, minutes: 1 },
)

/** True for a form whose button orders; the others of the checkout look up a place or count anew. */
const isToOrder = (body: unknown): boolean => typeof body !== 'string' || !/(?:^|&)action=(?!order(?:&|$))\w/.test(body)

/** Against orders that nobody means to accept: one device asks for so many in an hour. */
export const limitDeviceOrders = limit({
  name: 'orders-of-device',
  most: 40,
  minutes: 60,
  by: (request, site) => (isToOrder(request.body) ? knownDevice(request, site) : null),
})

/** Against a flood of notices from somebody who does not have the secret. */
export const limitNotices = limitFailures({ name: 'notices', most: 50, minutes: 15 })

/** Bundles of the whole catalog are long: other sites ask now and then. */
export const limitBundles = limit({ name: 'bundles', most: 30, minutes: 10 })

/**
 * Against machines that try addresses which no page has: so many are told so, more are turned away. It stands behind all
 * pages, so whoever shares that address sees them as ever.
 */
export const limitUnknownPaths = limitReads({ name: 'unknown-paths', most: 60, minutes: 5 })

/** Against requests for accounts and passwords made by machines. */
export const limitRequests = limit({ name: 'requests', most: 20, minutes: 15 })
