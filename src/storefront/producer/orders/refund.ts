import { amountOf, type Fulfillment } from '../../../catalog/order.js'
import type { Vnd } from '../../../catalog/vnd.js'

/** True when the producer holds money that it has to send back, or may: another sum came, or the share was called off. */
export function mayRefund({ status, payment }: Fulfillment): boolean {
  if (payment?.status === 'mismatch') return true
  return payment?.status === 'paid' && (status === 'cancelled' || status === 'returned')
}

/** What came in for a share as far as it is known, else what was asked for it. */
export const receivedFor = (share: Fulfillment): Vnd =>
  share.payment?.history.findLast(({ amount }) => amount !== undefined)?.amount ?? amountOf(share)
