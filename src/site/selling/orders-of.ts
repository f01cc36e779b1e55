import type { Order } from '../../catalog/order.js'
import type { OrderQuery, Store } from '../../catalog/store.js'

const PAGE = 200

/** All orders that a query describes, the newest first, read by pages of `limit`. */
export async function* ordersOf(
  store: Pick<Store, 'listOrders'>,
  query: Omit<OrderQuery, 'limit' | 'after'>,
  limit = PAGE,
): AsyncGenerator<Order> {
  let after: string | null = null
  do {
    const page = await store.listOrders({ ...query, limit, after })
    yield* page.orders
    after = page.next
  } while (after !== null)
}
