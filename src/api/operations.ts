import { afterPurchaseOperations } from './operations/after-purchase.js'
import { careOperations } from './operations/care.js'
import { dataRequestOperations } from './operations/data-requests.js'
import { lotOperations } from './operations/lots.js'
import { offerOperations } from './operations/offers.js'
import { officeDeskOperations } from './operations/office-desk.js'
import { officeRecordOperations } from './operations/office-records.js'
import { officeOperations } from './operations/office.js'
import { orderOperations } from './operations/orders.js'
import { peopleOperations } from './operations/people.js'
import { producerOperations } from './operations/producer.js'
import { profileOperations } from './operations/profile.js'
import { settlingOperations } from './operations/settling.js'
import { shopOperations } from './operations/shop.js'
import { showcaseOperations } from './operations/showcase.js'
import { submissionOperations } from './operations/submissions.js'
import { webhookOperations } from './operations/webhooks.js'

/** The table of the JSON API: every operation, by its name. */
export const OPERATIONS: Operations = {
  ...shopOperations,
  ...lotOperations,
  ...orderOperations,
  ...careOperations,
  ...afterPurchaseOperations,
  ...producerOperations,
  ...submissionOperations,
  ...offerOperations,
  ...profileOperations,
  ...settlingOperations,
  ...webhookOperations,
  ...peopleOperations,
  ...officeOperations,
  ...officeDeskOperations,
  ...dataRequestOperations,
  ...showcaseOperations,
  ...officeRecordOperations,
}

/** Named part by part, so that their types are written out once. */
export type Operations = typeof shopOperations &
  typeof lotOperations &
  typeof orderOperations &
  typeof careOperations &
  typeof afterPurchaseOperations &
  typeof producerOperations &
  typeof submissionOperations &
  typeof offerOperations &
  typeof profileOperations &
  typeof settlingOperations &
  typeof webhookOperations &
  typeof peopleOperations &
  typeof officeOperations &
  typeof officeDeskOperations &
  typeof dataRequestOperations &
  typeof showcaseOperations &
  typeof officeRecordOperations
