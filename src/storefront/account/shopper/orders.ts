import { CatalogError } from '../../../catalog/errors.js'
import { totalOf, type Order } from '../../../catalog/order.js'
import { formatCount, formatInstant, formatVnd } from '../../format.js'
import { readPage, toPaging } from '../../list/paging.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { lookUpProblems, orderCodeRule, readLookUp, type LookUpProblems } from '../../shopping/look-up.js'
import { statusesOf } from '../../shopping/fulfillment-words.js'
import { shopperOf } from '../../shopping/own-account.js'
import type { Visit } from '../../visit.js'

const PAGE_SIZE = 20

function toRow(order: Order, visit: Visit) {
  const { shopper } = visit.messages
  const lines = order.fulfillments.flatMap((share) => share.lines)
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return {
    code: order.code,
    href: visit.links.to(`/orders/${order.code}`),
    placedAt: formatInstant(order.placedAt),
    status: statusesOf(order, visit),
    goods: lines.map(({ name }) => name).join(', '),
    items: shopper.orders.items(formatCount(count, visit.language)),
    total: formatVnd(totalOf(order)),
    again: visit.links.to(`/orders/${order.code}/again`),
  }
}

async function ordersPage(visit: Visit, wrong: Partial<LookUpProblems> = {}): Promise<PageReply> {
  const { shoppers } = visit.catalog.accounts
  const count = shopperOf(visit)?.shopper.orders.length ?? 0
  const pageCount = Math.max(1, Math.ceil(count / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const orders = await shoppers.listOrders(visit.sessionToken, { skip: (current - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  const words = visit.messages.shopper.orders
  const view = {
    rows: orders.map((order) => toRow(order, visit)),
    paging: toPaging(current, pageCount, (number) => visit.links.to('/account/orders', { page: number })),
    typed: { code: visit.form.get('code') ?? visit.query.get('code') ?? '', phone: visit.form.get('phone') ?? '' },
    isAdded: visit.query.has('added'),
    problems: Object.entries(wrong)
      .map(([name, text]) => ({ text, href: `#${name}` }))
      .filter(({ text }) => text !== null),
    errors: wrong,
  }
  return page('account/orders', { title: words.title }, view, { status: Object.keys(wrong).length > 0 ? 404 : 200 })
}

/** The orders that a shopper placed while signed in, or proved to be theirs. */
export const ownOrders: Handler = (visit) => ordersPage(visit)

/** Adds an order by its code and phone number; a wrong pair counts as a guess. */
export const postOwnOrder: Handler = async (visit) => {
  const typed = readLookUp(visit)
  const problems = lookUpProblems(typed, orderCodeRule(visit), visit)
  if (problems && !visit.wantsJson) return ordersPage(visit, problems)
  try {
    await visit.catalog.accounts.shoppers.addOrder(visit.sessionToken, typed.code, typed.phone)
    return redirect(visit.links.to('/account/orders', { added: 1 }))
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'NOT_FOUND' || visit.wantsJson) throw error
    return ordersPage(visit, { code: visit.messages.shopper.orders.notFound })
  }
}
