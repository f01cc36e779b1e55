import { afterPurchaseOperations } from '../../src/api/operations/after-purchase.js'
import { dataRequestOperations } from '../../src/api/operations/data-requests.js'
import { lotOperations } from '../../src/api/operations/lots.js'
import { offerOperations } from '../../src/api/operations/offers.js'
import { officeDeskOperations } from '../../src/api/operations/office-desk.js'
import { officeRecordOperations } from '../../src/api/operations/office-records.js'
import { peopleOperations } from '../../src/api/operations/people.js'
import { profileOperations } from '../../src/api/operations/profile.js'
import { settlingOperations } from '../../src/api/operations/settling.js'
import { showcaseOperations } from '../../src/api/operations/showcase.js'
import { webhookOperations } from '../../src/api/operations/webhooks.js'

/** The operations that `api-desk.test.ts` calls; the rest is called by `api-contract` and `api-with-keys`. */
export const DESK_OPERATIONS: ReadonlySet<string> = new Set([
  ...Object.keys({
    ...afterPurchaseOperations,
    ...dataRequestOperations,
    ...lotOperations,
    ...offerOperations,
    ...officeDeskOperations,
    ...officeRecordOperations,
    ...peopleOperations,
    ...profileOperations,
    ...settlingOperations,
    ...showcaseOperations,
    ...webhookOperations,
  }),
  'withdrawSubmission',
  'addPhoto',
  'arrangePhotos',
  'listOwnListings',
  'listOwnQuestions',
  'listOwnReviews',
  'listPublicPlatforms',
  'listOnPlatform',
  'getFigures',
  'listAnnouncements',
])
