import * as z from 'zod'
import { Day, Instant } from '../../../catalog/day.js'
import { ReportSchedule as ScheduleRecord } from '../../../catalog/notify/report-schedule.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'

const { name, filters, every, day, language, formats, recipients, toFolder } = ScheduleRecord.shape
const fields = { name, filters, every, day, language, formats, recipients, toFolder }

/** A report that is made by itself once a period is over; `filters` as in the report's address: `province=dak-lak`. */
export const ReportSchedule = named(
  'ReportSchedule',
  z.strictObject({
    id: z.string(),
    version: z.int(),
    ...fields,
    since: Day,
    latest: z.strictObject({ period: z.string(), at: Instant }).nullable(),
    failure: z.strictObject({ at: Instant, why: z.string(), next: Instant }).nullable(),
  }),
)
export const ReportSchedules = named(
  'ReportSchedules',
  z.strictObject({ next: Next, schedules: z.array(ReportSchedule) }),
)
export const ScheduleBody = named('ScheduleBody', z.strictObject(fields))
