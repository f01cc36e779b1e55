import { CatalogError } from '../../../catalog/errors.js'
import type { ReportSchedule } from '../../../catalog/notify/report-schedule.js'
import type { Enclosure } from '../../../catalog/ports/outbound.js'
import type { WriteReport } from '../../../site/report-schedules.js'
import type { StorefrontOptions } from '../../options.js'
import { toSite, type Site } from '../../site.js'
import { quietVisit } from '../../quiet-visit.js'
import { reportFigures } from './report-figures.js'
import { fileName, PDF, toPdf, toXlsx, XLSX } from './report-page.js'
import { requireFilterReach } from './report-reach.js'
import { readReportQuery } from './report-query.js'
import { toReportDocument } from './to-document.js'

/** Whether whoever answers for a schedule may still see all that it says: who was moved to another province may not. */
export function isWithinMakersReach(schedule: ReportSchedule, site: Site): boolean {
  const { catalog } = site
  const visit = quietVisit(site, '/office/reports', new URLSearchParams(schedule.filters), schedule.language)
  const { filter } = readReportQuery(visit).query
  try {
    requireFilterReach(filter, catalog.reportSchedules.makerOf(schedule), catalog)
    return true
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    return false
  }
}

/** Makes scheduled reports: the very figures and files that the office's page gives for the same filters and period. */
export function createReportWriter(options: StorefrontOptions): WriteReport {
  const site = toSite(options)
  const { catalog } = options
  const write: WriteReport = async (schedule, period) => {
    const { filters, language, formats } = schedule
    const query = new URLSearchParams(filters)
    query.set('period', period.id)
    const visit = quietVisit(site, '/office/reports', query, language)
    const { query: asked, problem } = readReportQuery(visit)
    if (problem) throw new CatalogError('NOT_FOUND', { details: { what: 'report', id: problem.text } })
    requireFilterReach(asked.filter, catalog.reportSchedules.makerOf(schedule), catalog)
    const document = toReportDocument(asked, reportFigures(asked, visit), visit)
    const files = formats.map(async (format): Promise<Enclosure> => ({
      name: fileName(asked, format),
      type: format === 'pdf' ? PDF : XLSX,
      content: await (format === 'pdf' ? toPdf(document, visit) : toXlsx(document)),
    }))
    return { title: document.title, files: await Promise.all(files) }
  }
  return Object.assign(write, { isWithinReach: (schedule: ReportSchedule) => isWithinMakersReach(schedule, site) })
}
