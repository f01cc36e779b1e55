import { careHandlers } from './shop/care-handlers.js'
import { orderHandlers } from './shop/order-handlers.js'
import { shopHandlers } from './shop/shop-handlers.js'
import type { Handlers } from './handlers.js'

/** What carries out each operation of the table. */
export const apiHandlers: Handlers = {
  ...shopHandlers,
  ...orderHandlers,
  ...careHandlers,
}
