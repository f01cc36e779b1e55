import type * as z from 'zod'
import type { officeDeskOperations } from '../../../api/operations/office-desk.js'
import type { ReportSchedule as ScheduleSchema } from '../../../api/schemas/office/schedule.js'
import type { ReportSchedule } from '../../../catalog/notify/report-schedule.js'
import { takePage } from '../cursor.js'
import { readReportQuery } from '../../office/reports/report-query.js'
import { requireFilterReach } from '../../office/reports/report-reach.js'
import { quietVisit } from '../../quiet-visit.js'
import type { HandlersOf } from '../handlers.js'

type Part = Pick<typeof officeDeskOperations, 'listSchedules' | 'addSchedule' | 'removeSchedule'>

const toSchedule = (schedule: ReportSchedule): z.input<typeof ScheduleSchema> => {
  const { id, version, name, filters, every, day, language, formats, recipients, toFolder, since } = schedule
  const { latest, failure } = schedule
  return {
    id,
    version,
    name,
    filters,
    every,
    day,
    language,
    formats,
    recipients,
    toFolder,
    since,
    latest: latest ?? null,
    failure: failure ?? null,
  }
}

/** Reports that are made by themselves. */
export const scheduleHandlers: HandlersOf<Part> = {
  listSchedules: ({ actor, query, visit }) => {
    const { entries, next } = takePage(visit.catalog.reportSchedules.list(actor), query)
    return { body: { next, schedules: entries.map(toSchedule) } }
  },

  addSchedule: async ({ actor, body, visit }) => {
    const { site, language, catalog } = visit
    const asked = quietVisit(site, '/office/reports', new URLSearchParams(body.filters), language)
    requireFilterReach(readReportQuery(asked).query.filter, actor, catalog)
    return { body: toSchedule(await catalog.reportSchedules.create(actor, body)) }
  },

  removeSchedule: async ({ actor, params, visit }) => {
    await visit.catalog.reportSchedules.remove(actor, params.id)
    return { body: { done: true } }
  },
}
