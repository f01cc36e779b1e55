import { RETURN_STEPS } from '../../../catalog/return-request.js'
import type { ProducerOrder } from '../../../site/selling/order-desk.js'
import { page, redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { mayRefund } from './refund.js'
import { toRow } from './share-view.js'

const PAGE = 30
/** Among so many of the newest finished orders, those with a return to answer or money to send back are looked for. */
const FINISHED = 100

const isToSettle = ({ share }: ProducerOrder): boolean =>
  mayRefund(share) || (share.returns ?? []).some(({ status }) => RETURN_STEPS[status].length > 0)

async function ordersToSettle(producerId: string, visit: Visit): Promise<readonly ProducerOrder[]> {
  const page = { limit: FINISHED, isOpen: false }
  const { orders } = await visit.catalog.orderDesk.list(personOf(visit), producerId, page)
  return orders.filter(isToSettle)
}

/** New orders first, then those in work; or all of them, newest first. */
export const orders: Handler = async (visit) => {
  const { id } = producerOf(visit)
  const isAll = visit.query.get('show') === 'all'
  const { orders: found, next } = await visit.catalog.orderDesk.list(personOf(visit), id, {
    limit: PAGE,
    after: visit.query.get('after'),
    ...(isAll ? {} : { isOpen: true }),
  })
  const rows = found.map((one) => toRow(one, visit))
  const words = visit.messages.dispatch
  const settling = isAll ? [] : (await ordersToSettle(id, visit)).map((one) => toRow(one, visit))
  const groups = isAll
    ? [{ id: 'all', title: words.tabs.all, rows }]
    : [
        { id: 'fresh', title: words.fresh, rows: rows.filter(({ status }) => status === 'placed') },
        { id: 'working', title: words.working, rows: rows.filter(({ status }) => status !== 'placed') },
        ...(settling.length > 0 ? [{ id: 'settle', title: words.toSettle, rows: settling }] : []),
      ]
  const view = {
    groups,
    isAll,
    tabs: [
      { label: words.tabs.open, href: visit.links.to('/producer/orders'), isCurrent: !isAll },
      { label: words.tabs.all, href: visit.links.to('/producer/orders', { show: 'all' }), isCurrent: isAll },
    ],
    next: next && visit.links.to('/producer/orders', { show: isAll ? 'all' : null, after: next }),
  }
  return page('producer/orders', { title: words.title }, view)
}

/** Opens an order by its code, typed, or read from a label as an address that ends in it. */
export const findOrder: Handler = (visit) => {
  const typed = visit.query.get('code') ?? ''
  const code = typed.split('/').at(-1)?.trim() ?? ''
  return redirect(visit.links.to(code === '' ? '/producer/orders' : `/producer/orders/${encodeURIComponent(code)}`))
}
