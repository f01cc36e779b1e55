import { peopleHandlers } from './desk/people-handlers.js'
import { transferHandlers } from './desk/transfer-handlers.js'
import { webhookHandlers } from './desk/webhook-handlers.js'
import { assigningHandlers } from './office/assigning-handlers.js'
import { importHandlers } from './office/import-handlers.js'
import { keyHandlers } from './office/key-handlers.js'
import { listingHandlers } from './office/listing-handlers.js'
import { moderationHandlers } from './office/moderation-handlers.js'
import { dataRequestHandlers } from './office/data-request-handlers.js'
import { officeDeskHandlers } from './office/office-desk-handlers.js'
import { certificateHandlers } from './office/certificate-handlers.js'
import { platformHandlers } from './office/platform-handlers.js'
import { reportHandlers } from './office/report-handlers.js'
import { reportRowHandlers } from './office/report-row-handlers.js'
import { reviewHandlers } from './office/review-handlers.js'
import { scheduleHandlers } from './office/schedule-handlers.js'
import { searchHandlers } from './office/search-handlers.js'
import { showcaseHandlers } from './office/showcase-handlers.js'
import { sourceHandlers } from './office/source-handlers.js'
import { deskHandlers } from './producer/desk-handlers.js'
import { goodsHandlers } from './producer/goods-handlers.js'
import { lotHandlers } from './producer/lot-handlers.js'
import { offerHandlers } from './producer/offer-handlers.js'
import { photoHandlers } from './producer/photo-handlers.js'
import { profileHandlers } from './desk/profile-handlers.js'
import { settlingHandlers } from './producer/settling-handlers.js'
import { standingHandlers } from './producer/standing-handlers.js'
import { submissionHandlers } from './producer/submission-handlers.js'
import { afterPurchaseHandlers } from './shop/after-purchase-handlers.js'
import { aroundHandlers } from './shop/around-handlers.js'
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
  ...dataRequestHandlers,
  ...aroundHandlers,
  ...afterPurchaseHandlers,
  ...lotHandlers,
  ...offerHandlers,
  ...profileHandlers,
  ...photoHandlers,
  ...standingHandlers,
  ...settlingHandlers,
  ...transferHandlers,
  ...webhookHandlers,
  ...peopleHandlers,
  ...keyHandlers,
  ...assigningHandlers,
  ...moderationHandlers,
  ...reportRowHandlers,
  ...scheduleHandlers,
  ...searchHandlers,
  ...showcaseHandlers,
  ...importHandlers,
  ...platformHandlers,
  ...certificateHandlers,
  ...sourceHandlers,
}
