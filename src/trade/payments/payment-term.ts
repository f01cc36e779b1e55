import type { Instant } from '../../catalog/day.js'
import type { Fulfillment } from '../../catalog/order.js'

/** The term of a share whose money has not come and whose goods are not sent; null without one. */
export function termOf({ payment, status }: Fulfillment): Instant | null {
  const isKept = status === 'placed' || status === 'accepted' || status === 'packed'
  const isOwed = payment?.status === 'due' || payment?.status === 'reported' || payment?.status === 'mismatch'
  return (isKept && isOwed && payment.payBy) || null
}

/** True when the money of a share has not come by its term: its goods are kept from others for nothing. */
export function isOverdue(share: Fulfillment, now: Date): boolean {
  const term = termOf(share)
  return term !== null && Date.parse(term) <= now.getTime()
}

/** What was paid in the last minute is told of some minutes later. */
const GRACE_MS = 30 * 60_000

/**
 * From when on the shop itself ends a share that nobody has accepted or told any money of, in milliseconds since 1970;
 * null for any other, which waits for a person.
 */
export function unpaidEnd(share: Fulfillment): number | null {
  const term = share.status === 'placed' && share.payment?.status === 'due' ? termOf(share) : null
  return term && Date.parse(term) + GRACE_MS
}
