import * as z from 'zod'
import { Day, Instant } from './day.js'
import { RefusalsId, Version } from './ids.js'

/**
 * How often deliveries to one phone came back unaccepted. The id is a digest of the number:
 * no number and no order is kept here, so the count stays when personal data go.
 */
export const DeliveryRefusals = z.strictObject({
  id: RefusalsId,
  version: Version,
  count: z.int().min(1),
  lastOn: Day,
  changedAt: Instant,
})
export type DeliveryRefusals = z.infer<typeof DeliveryRefusals>
