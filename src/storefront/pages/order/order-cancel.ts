import { CatalogError } from '../../../catalog/errors.js'
import type { Order } from '../../../catalog/order.js'
import { parse } from '../../../catalog/parse.js'
import { line } from '../../../catalog/text.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { openKnownOrder } from '../../shopping/known-orders.js'
import { toOrderView } from '../../shopping/order-view.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'
import { orderPage } from './order.js'
import { lookupPage } from './order-lookup.js'

const Reason = line(300, 0)

function confirmPage(order: Order, visit: Visit, refused: { text: string; status: number } | null): PageReply {
  const words = visit.messages.trade
  const title = words.orders.cancelTitle(order.code)
  const view = {
    ...toOrderView(order, visit),
    backHref: visit.links.to(`/orders/${order.code}`),
    reason: visit.form.get('reason') ?? '',
    refused: refused?.text ?? null,
  }
  return page('shop/order-cancel', { title: refused ? words.checkout.errorTitle(title) : title }, view, {
    personal: true,
    status: refused?.status ?? 200,
    trail: [
      { label: { text: words.orders.lookup, lang: null }, path: '/orders' },
      { label: { text: order.code, lang: null }, path: `/orders/${order.code}` },
      { label: { text: words.orders.cancel, lang: null }, path: null },
    ],
  })
}

/** Asks once more before an order is cancelled. */
export const cancelOrder: Handler = async (visit) => {
  const known = await openKnownOrder(visit)
  if (!known) return lookupPage(visit)
  const isOpen = known.order.fulfillments.some(({ status }) => status === 'placed')
  return isOpen ? confirmPage(known.order, visit, null) : redirect(visit.links.to(`/orders/${known.order.code}`))
}

export const postCancelOrder: Handler = async (visit) => {
  const words = visit.messages.trade.orders
  const known = await openKnownOrder(visit)
  if (!known) return lookupPage(visit)
  const { order, phone } = known
  try {
    const reason = parse(Reason, singleField(visit.form, 'reason'))
    await visit.catalog.cancelOrder(order.code, phone, reason === '' ? undefined : reason)
    return redirect(visit.links.to(`/orders/${order.code}`, { cancelled: 1 }))
  } catch (error) {
    if (!(error instanceof CatalogError) || visit.wantsJson) throw error
    if (error.code === 'INVALID_INPUT')
      return confirmPage(order, visit, { text: words.cancelBadReason, status: error.status })
    if (error.code === 'STORE_UNAVAILABLE') {
      visit.site.onError(error, { method: visit.method, path: visit.path })
      return confirmPage(order, visit, { text: words.unavailable, status: error.status })
    }
    if (error.code !== 'NOT_ALLOWED_NOW') throw error
    const now = (await visit.catalog.findOrder(order.code, phone)) ?? order
    return orderPage(now, visit, { status: error.status, notice: { tone: 'bad', text: words.cancelTooLate } })
  }
}
