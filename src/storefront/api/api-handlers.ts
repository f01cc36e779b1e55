import { listingHandlers } from './office/listing-handlers.js'
import { officeDeskHandlers } from './office/office-desk-handlers.js'
import { reportHandlers } from './office/report-handlers.js'
import { reviewHandlers } from './office/review-handlers.js'
import { deskHandlers } from './producer/desk-handlers.js'
import { goodsHandlers } from './producer/goods-handlers.js'
import { submissionHandlers } from './producer/submission-handlers.js'
import { careHandlers } from './shop/care-handlers.js'
import { orderHandlers } from './shop/order-handlers.js'
import { shopHandlers } from './shop/shop-handlers.js'
import type { Handlers } from './handlers.js'

/** What carries out each operation of the table. */
export const apiHandlers: Handlers = {
  ...shopHandlers,
  ...orderHandlers,
  ...careHandlers,
  ...goodsHandlers,
  ...submissionHandlers,
  ...deskHandlers,
  ...reviewHandlers,
  ...listingHandlers,
  ...reportHandlers,
  ...officeDeskHandlers,
}
