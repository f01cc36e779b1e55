import type { ReportSchedule } from '../../../catalog/notify/report-schedule.js'
import { duePeriods, reportDay } from '../../../reports/due-periods.js'
import { addDays, addMonths } from '../../../catalog/day.js'
import { periodName } from '../../figures/period-words.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatDay, formatInstant } from '../../format.js'
import { parsePeriod } from '../../../catalog/period.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { quietVisit } from '../../quiet-visit.js'
import { requireFilterReach } from './report-reach.js'
import { isWithinMakersReach } from './scheduled-report.js'
import { readReportQuery } from './report-query.js'
import { filterWords } from './to-document.js'
import { scopeName } from '../../figures/scope-name.js'

const PATH = '/office/reports/schedules'

/** The filters of the report that the page was opened from, without its period. */
function askedFilters({ method, form, query }: Visit): string {
  if (method === 'POST') return singleField(form, 'filters')
  const filters = new URLSearchParams(query)
  for (const name of ['period', 'done', 'lang']) filters.delete(name)
  return filters.toString()
}

const queryOf = (filters: string, { site, language }: Visit) =>
  readReportQuery(quietVisit(site, PATH, new URLSearchParams(filters), language)).query

/** Filters as words: "Đắk Lắk · Hạng sao: 4 sao". */
function describe(filters: string, visit: Visit): string {
  const query = queryOf(filters, visit)
  return `${scopeName(query, visit)} · ${filterWords(query, visit)}`
}

function nextDay(schedule: ReportSchedule, visit: Visit): string {
  const { catalog } = visit
  const [due] = duePeriods(schedule, addMonths(addDays(catalog.today(), 1), 14))
  return due ? formatDay(reportDay(due, schedule.day)) : '–'
}

function toRow(schedule: ReportSchedule, visit: Visit) {
  const words = visit.messages.schedules
  const { name, filters, every, day, recipients, toFolder, latest, failure } = schedule
  const orphaned = whyItRests(schedule, visit)
  return {
    id: schedule.id,
    name,
    what: describe(filters, visit),
    when: words.when(words.every[every], day),
    to: [...recipients, ...(toFolder ? [words.folder] : [])].join(', '),
    latest: latest ? words.latest(periodName(parsePeriod(latest.period), visit), formatInstant(latest.at)) : null,
    next: orphaned === null ? words.next(nextDay(schedule, visit)) : null,
    mayTakeOver: visit.catalog.reportSchedules.mayTakeOver(personOf(visit), schedule),
    orphaned,
    failure: failure ? words.failed(formatInstant(failure.at), failure.why) : null,
  }
}

function whyItRests(schedule: ReportSchedule, { catalog, messages, site }: Visit): string | null {
  const { orphaned, outOfReach } = messages.schedules
  const maker = schedule.by?.name ?? ''
  if (catalog.reportSchedules.isOrphaned(schedule)) return orphaned(maker)
  return schedule.failure && !isWithinMakersReach(schedule, site) ? outOfReach(maker) : null
}

function schedulesPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const { catalog, messages, links, form, method } = visit
  const words = messages.schedules
  const filters = askedFilters(visit)
  const isPosted = method === 'POST'
  const view = {
    ...problems,
    done: visit.query.has('done') ? words.saved : null,
    action: links.to(PATH),
    ways: catalog.reportSchedules.ways,
    rows: catalog.reportSchedules.list(personOf(visit)).map((schedule) => toRow(schedule, visit)),
    filters,
    about: describe(filters, visit),
    rhythms: (['month', 'quarter', 'halfYear', 'year'] as const).map((value) => ({ value, label: words.every[value] })),
    typed: {
      name: form.get('name') ?? '',
      every: form.get('every') ?? 'month',
      day: form.get('day') ?? '5',
      recipients: form.get('recipients') ?? '',
      xlsx: !isPosted || form.getAll('formats').includes('xlsx'),
      pdf: !isPosted || form.getAll('formats').includes('pdf'),
      toFolder: form.get('toFolder') === '1',
    },
  }
  return page('office/reports/schedules', { title: words.title }, view, {
    status: problems.status,
    trail: [
      { label: { text: messages.reports.title, lang: null }, path: '/office/reports' },
      { label: { text: words.title, lang: null }, path: null },
    ],
  })
}

/** Reports that are made by themselves, and a form for one more with the filters that one comes with. */
export const schedules: Handler = (visit) => schedulesPage(visit)

export const postSchedule: Handler = async (visit) => {
  const { form, catalog, language } = visit
  const filters = askedFilters(visit)
  requireFilterReach(queryOf(filters, visit).filter, personOf(visit), catalog)
  try {
    await catalog.reportSchedules.create(personOf(visit), {
      name: singleField(form, 'name'),
      filters,
      every: singleField(form, 'every') as 'month',
      day: Number(singleField(form, 'day')),
      language,
      formats: form.getAll('formats') as ('xlsx' | 'pdf')[],
      recipients: singleField(form, 'recipients')
        .split(/[\s,;]+/)
        .filter((address) => address !== ''),
      toFolder: form.get('toFolder') === '1',
    })
  } catch (error) {
    return schedulesPage(visit, toFormProblems(error, labelsOf(visit), visit))
  }
  return redirect(visit.links.to(PATH, { done: 1 }))
}

/** Issues about one of several addresses stand at the field that holds them all. */
const labelsOf = ({ messages: { schedules: words } }: Visit): Record<string, string> => ({
  ...words.fields,
  ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`recipients.${index}`, words.fields.recipients])),
})

export const postTakeOverSchedule: Handler = async (visit) => {
  await visit.catalog.reportSchedules.takeOver(personOf(visit), singleField(visit.form, 'id'))
  return redirect(visit.links.to(PATH, { done: 1 }))
}

export const postRemoveSchedule: Handler = async (visit) => {
  await visit.catalog.reportSchedules.remove(personOf(visit), singleField(visit.form, 'id'))
  return redirect(visit.links.to(PATH, { done: 1 }))
}
