import { isShareOpen, type Order } from '../catalog/order.js'
import type { OrderPage, OrderQuery } from '../catalog/store.js'
import type { CommittedState } from './state/committed-state.js'
import { endOf, refuseLimit } from './paging.js'

/** The orders that a query asks for, newest first, as far as the indexes tell them apart. */
function* candidates({ orders, hasher }: CommittedState, query: OrderQuery, end: number): Generator<number> {
  const { producerId, phone, isOpen } = query
  const { lists } = orders
  if (phone !== undefined) yield* lists.ofPhone(hasher.hash(phone), end)
  else if (producerId !== undefined) yield* lists.ofProducer(producerId, end, isOpen)
  else if (isOpen === true) yield* lists.open(end)
  else
    for (let ordinal = end - 1; ordinal >= 0; ordinal -= 1)
      if (isOpen !== false || !lists.isOpen(ordinal)) yield ordinal
}

/** Looks at the order itself: the indexes know hashes, and one of them was asked. */
function fits({ fulfillments, recipient }: Order, { producerId, phone, isOpen }: OrderQuery): boolean {
  if (phone !== undefined && recipient.phone !== phone) return false
  const shares = fulfillments.filter((share) => producerId === undefined || share.producerId === producerId)
  return shares.length > 0 && (isOpen === undefined || shares.some(isShareOpen) === isOpen)
}

/**
 * One page of the orders that fit.
 *
 * @throws {CatalogError} `INVALID_INPUT` for a page of no size and for a place that was never given.
 */
export async function pageOfOrders(
  state: CommittedState,
  query: OrderQuery,
  read: (ordinal: number) => Promise<Order | null>,
): Promise<OrderPage> {
  const { limit, after } = query
  refuseLimit(limit)
  const waiting = candidates(state, query, endOf(state.orders.size, after))
  const found: { readonly ordinal: number; readonly order: Order }[] = []
  // One more than is shown tells whether there is another page.
  for (let isAtEnd = false; found.length <= limit && !isAtEnd;) {
    const ordinals = take(waiting, limit + 1 - found.length)
    isAtEnd = ordinals.length === 0
    const orders = await Promise.all(ordinals.map(async (ordinal) => ({ ordinal, order: await read(ordinal) })))
    for (const { ordinal, order } of orders) if (order && fits(order, query)) found.push({ ordinal, order })
  }
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return { orders: shown.map(({ order }) => order), next: found.length > limit && last ? String(last.ordinal) : null }
}

function take<T>(items: Iterator<T>, most: number): T[] {
  const taken: T[] = []
  while (taken.length < most) {
    const next = items.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}
