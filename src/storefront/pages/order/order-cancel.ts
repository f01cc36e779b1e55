import { CatalogError, issueText } from '../../../catalog/errors.js'
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

interface Refused {
  readonly text: string
  readonly status: number
  readonly field: string
}

/** The shares that may be cancelled, by their numbers in the order from 1. */
const openParts = ({ fulfillments }: Order): string[] =>
  fulfillments.flatMap(({ status }, index) => (status === 'placed' ? [String(index + 1)] : []))

/**
 * @param chosen - Numbers of the shares that are ticked.
 */
function confirmPage(order: Order, visit: Visit, chosen: readonly string[], refused: Refused | null = null): PageReply {
  const words = visit.messages.trade
  const title = words.orders.cancelTitle(order.code)
  const shown = toOrderView(order, visit)
  const open = openParts(order)
  const parts = open.map((part) => ({ part, isChosen: chosen.includes(part), share: shown.shares[Number(part) - 1] }))
  const view = {
    ...shown,
    /** What there is to choose from; null for one share alone. */
    parts: parts.length > 1 ? parts : null,
    backHref: visit.links.to(`/orders/${order.code}`),
    reason: visit.form.get('reason') ?? '',
    refused,
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
  const open = openParts(known.order)
  if (open.length === 0) return redirect(visit.links.to(`/orders/${known.order.code}`))
  const asked = open.filter((part) => visit.query.getAll('part').includes(part))
  return confirmPage(known.order, visit, asked.length > 0 ? asked : open)
}

/** Whose shares are cancelled; undefined for all that still may be, also when somebody has accepted one meanwhile. */
function producersOf(order: Order, chosen: readonly string[]): string[] | undefined {
  if (chosen.length === 0 || openParts(order).every((part) => chosen.includes(part))) return undefined
  return order.fulfillments.flatMap(({ producerId }, index) => (chosen.includes(String(index + 1)) ? [producerId] : []))
}

export const postCancelOrder: Handler = async (visit) => {
  const words = visit.messages.trade.orders
  const known = await openKnownOrder(visit)
  if (!known) return lookupPage(visit)
  const { order, phone } = known
  const sent = visit.form.getAll('part')
  const chosen = sent.filter((part) => Number(part) > 0 && order.fulfillments[Number(part) - 1] !== undefined)
  const field = `part-${openParts(order)[0] ?? ''}`
  if ((visit.form.has('choose') || sent.length > 0) && chosen.length === 0)
    return confirmPage(order, visit, chosen, { text: words.cancelNone, status: 422, field })
  try {
    const reason = parse(Reason, singleField(visit.form, 'reason'))
    await visit.catalog.cancelOrder(order.code, phone, reason === '' ? undefined : reason, producersOf(order, chosen))
    return redirect(visit.links.to(`/orders/${order.code}`, { cancelled: 1 }))
  } catch (error) {
    if (!(error instanceof CatalogError) || visit.wantsJson) throw error
    const { status } = error
    const issue = error.issues.find(({ path }) => path === 'producerIds')
    if (issue) return confirmPage(order, visit, chosen, { text: issueText(issue, visit.language), status, field })
    if (error.code === 'INVALID_INPUT')
      return confirmPage(order, visit, chosen, { text: words.cancelBadReason, status, field: 'reason' })
    if (error.code === 'STORE_UNAVAILABLE') {
      visit.site.onError(error, { method: visit.method, path: visit.path })
      return confirmPage(order, visit, chosen, { text: words.unavailable, status, field: 'reason' })
    }
    if (error.code !== 'NOT_ALLOWED_NOW') throw error
    const now = (await visit.catalog.findOrder(order.code, phone)) ?? order
    return orderPage(now, visit, { status: error.status, notice: { tone: 'bad', text: words.cancelTooLate } })
  }
}
