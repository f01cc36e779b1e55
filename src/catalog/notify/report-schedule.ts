import * as z from 'zod'
import { Day, Instant } from '../day.js'
import { ReportScheduleId, Version } from '../ids.js'
import { line } from '../text.js'

/** How often a report is made: once for each month, quarter, half-year or year. */
export const ReportRhythm = z.enum(['month', 'quarter', 'halfYear', 'year'])
export type ReportRhythm = z.infer<typeof ReportRhythm>

/** A report that is made by itself once a period is over, and sent or laid into the operator's folder. */
export const ReportSchedule = z.strictObject({
  id: ReportScheduleId,
  version: Version,
  name: line(100),
  /** The filters as they stand in the report's address, without the period: `province=dak-lak&mode=now`. */
  filters: line(500, 0),
  every: ReportRhythm,
  /** The day of the month after the period on which it is made. */
  day: z.int().min(1).max(28),
  language: z.enum(['vi', 'en']),
  formats: z
    .array(z.enum(['xlsx', 'pdf']))
    .min(1)
    .max(2),
  recipients: z.array(z.email().max(200)).max(20),
  /** Also as files in the folder that the site's operator has named. */
  toFolder: z.boolean(),
  status: z.enum(['on', 'removed']),
  /** Who made it; only they and administrators of the whole country see it. */
  by: z.strictObject({ id: line(64).optional(), name: line(200) }).optional(),
  /** Periods whose day lay before are not made. */
  since: Day,
  /** The last period that was made, and when. */
  latest: z.strictObject({ period: line(10), at: Instant }).optional(),
  /** Which process makes which period, and until when nobody else does. */
  lease: z.strictObject({ by: line(64), period: line(10), until: Instant }).optional(),
  /** To whom the report of a period went already, while others still wait for it. */
  served: z.strictObject({ period: line(10), recipients: z.array(z.email().max(200)).max(20) }).optional(),
  /** Why the last attempt failed; the next one comes then. */
  failure: z.strictObject({ at: Instant, why: line(300), next: Instant }).optional(),
  createdAt: Instant,
  changedAt: Instant,
})
export type ReportSchedule = z.infer<typeof ReportSchedule>
