import type { Order } from '../../../catalog/order.js'
import { toDialled } from '../../../catalog/phone.js'
import type { Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { checkoutPage } from '../../shopping/checkout-page.js'
import { goodsProblems } from '../../shopping/checkout-problems.js'
import { newKey } from '../../shopping/checkout-request.js'
import { openKnownOrder } from '../../shopping/known-orders.js'
import { choicesOf, EMPTY_FORM, type OrderForm } from '../../shopping/order-form.js'
import { withAddress } from '../../shopping/own-account.js'
import type { Visit } from '../../visit.js'
import { lookupPage } from './order-lookup.js'

/** The form with the recipient of an order of before; the note was of that order alone. */
function formOf({ recipient, fulfillments }: Order): OrderForm {
  const { name, phone, place, street = '' } = recipient
  const pickUp = fulfillments.flatMap((share) => (share.pickUp ? [share.producerId] : []))
  const form = { ...EMPTY_FORM, pickUp }
  if (place) return withAddress(form, { id: '', name, phone, place, street })
  return { ...form, recipient: { ...form.recipient, name, phone: toDialled(phone) } }
}

function again(order: Order, visit: Visit): Reply {
  const lines = order.fulfillments.flatMap((share) => share.lines)
  const cart = new Map(lines.map(({ sku, quantity }) => [String(sku), quantity]))
  const form = formOf(order)
  const quote = visit.catalog.quote(cart, choicesOf(form, visit))
  const opened = { cart, form, isBuyNow: true, isAgain: true, key: newKey() }
  return checkoutPage(opened, quote, visit, { problems: goodsProblems(quote, visit) })
}

/** The checkout with the goods and the recipient of an order that this device may open: one more press orders again. */
export const orderAgain: Handler = async (visit) => {
  const known = await openKnownOrder(visit)
  return known ? again(known.order, visit) : lookupPage(visit)
}
