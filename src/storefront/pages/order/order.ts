import type { Order } from '../../../catalog/order.js'
import { NO_PROBLEMS, type FormProblems } from '../../form-problems.js'
import { page, type PageReply, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { openKnownOrder } from '../../shopping/known-orders.js'
import { shopperOf } from '../../shopping/own-account.js'
import type { BegunPayment } from '../../shopping/payment-view.js'
import { toOrderView } from '../../shopping/order-view.js'
import type { Visit } from '../../visit.js'
import { lookupPage } from './order-lookup.js'

interface More {
  /** What has just happened to the order. */
  readonly notice?: { readonly tone: 'good' | 'bad'; readonly text: string }
  readonly status?: number
  /** What is wrong with the form that corrects the recipient. */
  readonly problems?: FormProblems
  /** A payment that has just been begun. */
  readonly begun?: BegunPayment
}

/** True while a provider's word that the money came is still awaited. */
const isOwed = ({ fulfillments }: Order): boolean =>
  fulfillments.some(({ payment, status }) => payment?.text && payment.status === 'due' && status !== 'cancelled')

/** What the address says has just been done. */
function doneNotice(order: Order, { query, messages }: Visit): More['notice'] | null {
  const words = messages.trade
  if (query.has('corrected')) return { tone: 'good', text: words.orders.correct.saved }
  if (query.has('cancelled')) return { tone: 'good', text: words.orders.cancelled }
  if (query.has('paid')) return { tone: 'good', text: words.paying.reported }
  if (query.has('back') && isOwed(order)) return { tone: 'good', text: words.paying.waiting }
  return query.has('return') ? { tone: 'good', text: words.returning.sent } : null
}

/** Whether the order stands in the account of whoever is signed in, and the way to put it there. */
function toAccountLink({ id, code }: Order, visit: Visit) {
  const found = shopperOf(visit)
  const path = found ? '/account/orders' : '/account/join'
  return { isKept: found?.shopper.orders.includes(id) === true, href: visit.links.to(path, { code }) }
}

export function orderPage(order: Order, visit: Visit, more: More = {}): PageReply {
  const { notice, begun, problems = NO_PROBLEMS } = more
  const status = more.status ?? problems.status
  const words = visit.messages.trade.orders
  const view = {
    ...problems,
    ...toOrderView(order, visit, begun),
    isNew: visit.query.has('placed'),
    account: toAccountLink(order, visit),
    notice: notice ?? doneNotice(order, visit),
  }
  const name = view.isNew ? `${words.placedTitle} · ${order.code}` : words.title(order.code)
  const title = problems.problems.length > 0 ? visit.messages.trade.checkout.errorTitle(name) : name
  return page('shop/order', { title }, view, {
    personal: true,
    illustrative: view.illustrative,
    trail: [
      { label: { text: words.lookup, lang: null }, path: '/orders' },
      { label: { text: order.code, lang: null }, path: null },
    ],
    status,
  })
}

/** An order for those whose device may open it; others are asked for the phone number. */
export const order: Handler = async (visit): Promise<Reply> => {
  const known = await openKnownOrder(visit)
  return known ? orderPage(known.order, visit) : lookupPage(visit)
}
