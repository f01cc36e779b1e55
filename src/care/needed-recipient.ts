import { addDays, dayAt, type Day } from '../catalog/day.js'
import { NO_PHONE, type Fulfillment, type Order } from '../catalog/order.js'
import { without } from '../catalog/without.js'
import { isErased } from './erasure.js'
import { shortName } from './short-name.js'

/** So long after a cancellation its producer may ring the buyer: to say why, or to agree on something else. */
const CALL_DAYS = 7

/** True while money for the share may have to go back to its buyer. */
const mayOweMoney = ({ payment }: Fulfillment): boolean =>
  payment?.status === 'paid' || payment?.status === 'mismatch' || payment?.status === 'reported'

/**
 * An order with no more of its recipient than the producer of a share needs on a day (Law 91/2025/QH15: personal data are
 * for the purpose that they were given for). Goods that are fetched, and those that are cancelled, are sent nowhere: no
 * address. A cancelled share keeps name and number for a week, or until money that came for it was sent back.
 */
export function neededRecipient(order: Order, share: Fulfillment, today: Day): Order {
  if (isErased(order)) return order
  const { recipient } = order
  if (share.status !== 'cancelled')
    return share.pickUp ? { ...order, recipient: without(recipient, 'place', 'street') } : order
  const rest = without(recipient, 'place', 'street', 'note')
  const cancelledAt = share.history.at(-1)?.at
  const mayCall = cancelledAt !== undefined && today <= addDays(dayAt(cancelledAt), CALL_DAYS)
  if (mayCall || mayOweMoney(share)) return { ...order, recipient: rest }
  return { ...order, recipient: { ...rest, name: shortName(recipient.name), phone: NO_PHONE } }
}
