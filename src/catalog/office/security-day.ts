import * as z from 'zod'
import { Day, Instant } from '../day.js'
import { Version } from '../ids.js'

const Count = z.int().min(0)

/** What was turned away on one day in Vietnam, counted by every process of the site. Says nothing of who it was. */
export const SecurityDay = z.strictObject({
  id: Day,
  version: Version,
  /** Wrong passwords and wrong one-time codes. */
  failedSignIn: Count,
  /** Requests that came too fast: sign-ins, orders, look-ups of codes. */
  throttled: Count,
  /** Signed-in people who asked for what they may not do. */
  refusedRight: Count,
  /** Forms that another site's page sent. */
  crossSite: Count,
  /** Addresses that the site does not have: scans for weaknesses, mostly. */
  unknownPath: Count,
  changedAt: Instant,
})
export type SecurityDay = z.infer<typeof SecurityDay>
