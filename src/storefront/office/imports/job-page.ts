import type { Day } from '../../../catalog/day.js'
import { CatalogError, issueText } from '../../../catalog/errors.js'
import type { Language } from '../../../catalog/text.js'
import type { Columns } from '../../../exchange/import/column.js'
import { faultsCsv } from '../../../exchange/import/faults-csv.js'
import type { ImportPreview } from '../../../exchange/import/preview-import.js'
import { NO_PROBLEMS } from '../../form-problems.js'
import { formatCount, formatDay } from '../../format.js'
import { page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { rowsToDo, stepOf, type ImportJob } from './import-job.js'
import { importJobsOf } from './import-jobs.js'
import { IMPORT_KINDS } from './kinds.js'

const PATH = '/office/imports'
/** So many entries of a list are shown; the file of faults has all of them. */
const SHOWN = 100
/** Where what a kind of file has brought is to be seen. */
const RESULT = { products: '/products', listings: '/office/platforms', sales: '/office/reports' } as const
/** So many of the new rows are shown as they will be. */
const SAMPLES = 10

/** Fields that hold a number, which people read with dots. */
const NUMBERS: ReadonlySet<string> = new Set(['price', 'count', 'quantity', 'amount'])
const BEFORE_JULY_2025 = '2025-06-30' as Day
const ISO_DAY = /^\d{4}-\d{2}(?:-\d{2})?$/

const jobHref = (visit: Visit, { id }: ImportJob): string => visit.links.to(`${PATH}/jobs/${id}`)

/** A file that is kept no longer is to be sent again, and the person is told so where it can be done. */
const orSendAgain =
  (handler: (visit: Visit, job: ImportJob) => Reply | Promise<Reply>): Handler =>
  async (visit) => {
    try {
      const job = await importJobsOf(visit.catalog).find(personOf(visit), visit.params['id'] ?? '')
      return await handler(visit, job)
    } catch (error) {
      if (!(error instanceof CatalogError) || error.code !== 'NOT_FOUND') throw error
      return redirect(visit.links.to(PATH, { again: 1 }))
    }
  }

/** Why a file was refused, in sentences; what is our own fault goes to the log. */
function reasonsOf(error: unknown, visit: Visit): string[] {
  if (!(error instanceof CatalogError)) {
    visit.site.onError(error, { method: visit.method, path: visit.path })
    return [visit.messages.shell.errors.failed.text]
  }
  if (error.issues.length === 0) return [error.text(visit.language)]
  return error.issues.slice(0, SHOWN).map((issue) => issueText(issue, visit.language))
}

const fieldsOf = ({ facts }: ImportJob, { language }: Visit): { readonly field: string; readonly label: string }[] =>
  Object.entries(IMPORT_KINDS[facts.kind].columns).map(([field, column]) => ({ field, label: column[language] }))

/** The file's columns with what each may be read as. */
function toColumnsView(job: ImportJob, visit: Visit) {
  const fields = fieldsOf(job, visit)
  return (job.preview?.columns ?? job.columns).map(({ heading, field }, index) => ({
    id: `column-${index}`,
    headingName: `heading-${index}`,
    heading,
    choices: fields.map((one) => ({ ...one, isChosen: one.field === field })),
  }))
}

/** Names that may be stated for all rows; null for a field that is typed. */
function namesFor(field: string, { catalog }: Visit): readonly string[] | null {
  if (field === 'platform') return catalog.state.all('platforms').map(({ name }) => name.vi)
  if (field !== 'province') return null
  const { places } = catalog.reference
  // Lists of before July 2025 are imported too; a name of both lists is read as in a column.
  const lists = [places.provinces(catalog.today()), places.provinces(BEFORE_JULY_2025)]
  return [...new Set(lists.flat().map(({ name }) => name))]
}

/** Fields that hold for all rows, where no column gives them. */
function toStatedView(job: ImportJob, visit: Visit) {
  const given = new Set((job.preview?.columns ?? job.columns).map(({ field }) => field))
  const columns: Columns = IMPORT_KINDS[job.facts.kind].columns
  return Object.entries(columns).flatMap(([field, column]) =>
    column.forAllRows && !given.has(field)
      ? [
          {
            name: `all-${field}`,
            label: column[visit.language],
            value: job.facts.forAllRows?.[field] ?? '',
            options: namesFor(field, visit)?.map((name) => ({ value: name, label: name })) ?? null,
          },
        ]
      : [],
  )
}

/** A fact as people write it. */
function shown(field: string, fact: string, language: Language): string {
  if (fact !== '' && NUMBERS.has(field)) return formatCount(Number(fact), language)
  return ISO_DAY.test(fact) ? formatDay(fact as Day) : fact
}

/** The first of the new rows, as the catalog will hold them; columns that none of them fills are left out, and where it was read. */
function toSampleView(job: ImportJob, planned: ImportPreview['planned'], visit: Visit) {
  const added = planned.filter(({ outcome }) => outcome === 'new')
  const rows = added.slice(0, SAMPLES).map(({ row, facts }) => ({ row, facts: facts() }))
  const fields = fieldsOf(job, visit).filter(
    ({ field }) => field !== 'source' && rows.some(({ facts }) => (facts[field] ?? '') !== ''),
  )
  return {
    headings: fields.map(({ field, label }) => ({ label, isNumber: NUMBERS.has(field) })),
    rows: rows.map(({ row, facts }) => ({
      row: formatCount(row, visit.language),
      cells: fields.map(({ field }) => shown(field, facts[field] ?? '', visit.language)),
    })),
    isPart:
      added.length > rows.length ? visit.messages.imports.sampleOf(formatCount(rows.length, visit.language)) : null,
  }
}

/** Which rows are not taken for data, so that nobody misses one; null when all are. */
function toSideRows({ sideRows }: ImportPreview, { language, messages }: Visit): string | null {
  const words = messages.imports
  if (sideRows.length === 0) return null
  const named = sideRows.slice(0, SHOWN).map(({ row, text }) => words.sideRow(formatCount(row, language), text))
  const more = sideRows.length - named.length
  return words.sideRows([...named, ...(more > 0 ? [words.more(formatCount(more, language))] : [])].join(', '))
}

function toPreviewView(job: ImportJob, preview: ImportPreview, visit: Visit) {
  const { language, messages, links } = visit
  const words = messages.imports
  const count = (value: number): string => formatCount(value, language)
  const fields = fieldsOf(job, visit)
  const labelOf = (field: string): string => fields.find((one) => one.field === field)?.label ?? field
  const rest = (total: number): string | null => (total > SHOWN ? words.more(count(total - SHOWN)) : null)
  const changed = preview.planned.filter(({ outcome }) => outcome === 'changed')
  const alike = preview.planned.filter(({ looksLike }) => looksLike !== undefined)
  const toDo = rowsToDo(preview)
  return {
    sheet: preview.sheet === null ? null : words.sheet(preview.sheet, preview.sheets.join(', ')),
    stated: preview.forAllRows.map(({ field, value }) => words.statedFor(labelOf(field), value)),
    sideRows: toSideRows(preview, visit),
    counts: (['new', 'changed', 'unchanged', 'repeated', 'faulty'] as const).map((outcome) => ({
      label: words.counts[outcome],
      value: count(preview.counts[outcome]),
      isBad: outcome === 'faulty' && preview.counts.faulty > 0,
    })),
    faults: preview.faults.slice(0, SHOWN).map(({ row, column, value, issue }) => ({
      row: count(row),
      column: column ?? '',
      value,
      text: issueText(issue, language),
    })),
    moreFaults: rest(preview.faults.length),
    faultsHref: links.to(`${PATH}/jobs/${job.id}/faults.csv`),
    changes: changed.slice(0, SHOWN).map(({ row, label, differences }) => ({
      row: count(row),
      label,
      differences: differences.map(({ field, before, after }) => ({
        field: labelOf(field),
        before: shown(field, before, language) || words.nothing,
        after: shown(field, after, language) || words.nothing,
      })),
    })),
    sample: toSampleView(job, preview.planned, visit),
    moreChanges: rest(changed.length),
    alike: alike
      .slice(0, SHOWN)
      .map(({ row, label, looksLike = '' }) => ({ row: count(row), text: words.like(label, looksLike) })),
    apply: preview.faults.length === 0 && toDo > 0 ? { rows: toDo, label: words.apply(count(toDo)) } : null,
    nothing: preview.faults.length > 0 || toDo > 0 ? null : preview.rows === 0 ? words.noRows : words.nothingNew,
  }
}

function progressOf(job: ImportJob, { language, messages }: Visit): string {
  const words = messages.imports
  const { done, total } = job.progress
  if (stepOf(job) === 'applying') return words.applying
  return total === 0 ? words.reading : words.checking(formatCount(done, language), formatCount(total, language))
}

/** One file on its way: being checked, with what it would do, being written, done. */
export const importJob: Handler = orSendAgain((visit, job) => {
  const words = visit.messages.imports
  const count = (value: number): string => formatCount(value, visit.language)
  const state = stepOf(job)
  const isRunning = state === 'checking' || state === 'applying'
  const view = {
    id: job.id,
    fileName: job.facts.fileName,
    kind: words.kinds[job.facts.kind],
    state,
    again: job.again && state !== 'done' ? words.checkedAgain[job.again] : null,
    progress: progressOf(job, visit),
    share: job.progress.total > 0 ? Math.round((job.progress.done / job.progress.total) * 100) : 0,
    reasons: state === 'failed' ? reasonsOf(job.error, visit) : [],
    preview: job.preview && state === 'ready' ? toPreviewView(job, job.preview, visit) : null,
    columns: state === 'ready' || state === 'failed' ? toColumnsView(job, visit) : [],
    stated: toStatedView(job, visit),
    ...NO_PROBLEMS,
    isMisread: state === 'failed' || (job.preview?.faults.length ?? 0) > 0,
    done: job.applied && words.done(count(job.applied.done)),
    next: { href: visit.links.to(RESULT[job.facts.kind]), label: words.results[job.facts.kind] },
    known: job.applied && job.applied.known > 0 ? words.known(count(job.applied.known)) : null,
  }
  return page('office/imports/job', { title: words.title }, view, isRunning ? { refreshAfter: 2 } : {})
})

export const importFaults: Handler = orSendAgain((visit, job) => {
  if (!job.preview) return redirect(jobHref(visit, job))
  return {
    kind: 'body',
    type: 'text/csv; charset=utf-8',
    body: faultsCsv(job.preview.faults, visit.language),
    headers: { 'content-disposition': 'attachment; filename="loi-can-sua.csv"' },
  }
})

/** Checks the file again with the columns as they were chosen. */
export const postColumns: Handler = orSendAgain(async (visit, job) => {
  const columns: Record<string, string> = {}
  for (let index = 0; visit.form.has(`heading-${index}`); index++) {
    const field = visit.form.get(`column-${index}`) ?? ''
    if (field !== '') columns[visit.form.get(`heading-${index}`) ?? ''] = field
  }
  const given = new Set(Object.values(columns))
  const fields = Object.keys(IMPORT_KINDS[job.facts.kind].columns).filter((field) => !given.has(field))
  const stated = fields.map((field): [string, string] => [field, (visit.form.get(`all-${field}`) ?? '').trim()])
  const forAllRows = Object.fromEntries(stated.filter(([, value]) => value !== ''))
  await importJobsOf(visit.catalog).recheck(job, { columns, forAllRows })
  return redirect(jobHref(visit, job))
})

export const postApply: Handler = orSendAgain(async (visit, job) => {
  await importJobsOf(visit.catalog).apply(personOf(visit), job, Number(visit.form.get('rows')))
  return redirect(jobHref(visit, job))
})
