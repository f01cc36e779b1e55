import type { Order } from '../../catalog/order.js'
import type { OrderQuery, Store } from '../../catalog/store.js'

const PAGE = 200

/** All orders that a query describes, the newest first, read page by page. */
export async function* ordersOf(store: Store, query: Omit<OrderQuery, 'limit' | 'after'>): AsyncGenerator<Order> {
  let after: string | null = null
  do {
    const page = await store.listOrders({ ...query, limit: PAGE, after })
    yield* page.orders
    after = page.next
  } while (after !== null)
}
