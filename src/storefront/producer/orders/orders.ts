import { page, redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import { producerOf } from '../current-producer.js'
import { toRow } from './share-view.js'

const PAGE = 30

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
  const groups = isAll
    ? [{ id: 'all', title: words.tabs.all, rows }]
    : [
        { id: 'fresh', title: words.fresh, rows: rows.filter(({ status }) => status === 'placed') },
        { id: 'working', title: words.working, rows: rows.filter(({ status }) => status !== 'placed') },
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
