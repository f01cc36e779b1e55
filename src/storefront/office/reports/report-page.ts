import { reportCsv } from '../../../exchange/report/report-csv.js'
import { reportPdfFile, reportWorkbookFile } from '../../../exchange/aside/write-aside.js'
import type { ReportDocument } from '../../../exchange/report/report-document.js'
import { maySomewhere } from '../../../access/rights.js'
import { personOf } from '../../signed-in.js'
import { toPicker } from '../../figures/picker.js'
import { formatCount } from '../../format.js'
import type { QueryProblem } from '../../figures/figures-query.js'
import { page, redirect, type BodyReply, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import type { Visit } from '../../visit.js'
import { toColumnChart } from './column-chart.js'
import { reportFigures } from './report-figures.js'
import { readOwnReportQuery, reportAddress, toFilterChoices, toReportValues, type ReportQuery } from './report-query.js'
import { rowsHref } from './rows-of.js'
import { writeFigure } from './to-document.js'
import { toReportDocument } from './to-document.js'

const PATH = '/office/reports'

/** A table as the page shows it: figures in words, each that has rows behind it with the way to them. */
function toTableView(table: ReportDocument['tables'][number], query: ReportQuery, visit: Visit) {
  const { messages, language } = visit
  const months = table.rows.map(({ cells }) => ({
    label: String(cells[0]),
    now: Number(cells[1]),
    before: cells[2] === null ? null : Number(cells[2]),
  }))
  return {
    ...table,
    chart: table.id === 'months' ? toColumnChart(months, (value) => formatCount(value, language)) : null,
    rows: table.rows.map(({ cells, bar, isAsked = false }) => ({
      name: String(cells[0]),
      cells: cells.slice(1).map((cell, index) => ({
        text: writeFigure(cell, table.columns[index + 1]?.kind ?? 'text', visit),
        href: rowsHref(table.id, String(cells[0]), index, query, visit),
        about: messages.reports.seeRows(`${String(cells[0])}, ${table.columns[index + 1]?.label ?? ''}`),
      })),
      bar: bar === undefined ? null : Math.round(Math.min(Math.max(bar, 0), 1) * 1000) / 10,
      isAsked,
    })),
  }
}

function reportPage(query: ReportQuery, problem: QueryProblem | null, visit: Visit): PageReply {
  const { messages, links } = visit
  const values = toReportValues(query, visit)
  const document = problem ? null : toReportDocument(query, reportFigures(query, visit), visit)
  const file = (ending: string): string => links.to(`${PATH}.${ending}`, values)
  const view = {
    problem,
    picker: toPicker(query, visit),
    filters: toFilterChoices(query, visit),
    document: document && { ...document, tables: document.tables.map((table) => toTableView(table, query, visit)) },
    keys: (['transactions', 'amount', 'productsOnPlatforms'] as const).map((key) => ({
      label: messages.figures.ranking.keys[key],
      href: `${links.to(PATH, toReportValues({ ...query, key }, visit))}#ranking`,
      isChosen: key === query.key,
    })),
    files: [
      { label: messages.reports.pdf, href: file('pdf') },
      { label: messages.reports.xlsx, href: file('xlsx') },
      { label: messages.reports.csv, href: file('csv') },
    ],
    schedule: maySomewhere(personOf(visit), 'report.schedule')
      ? links.to('/office/reports/schedules', { ...values, period: null })
      : null,
    bigHrefs: ['recognized', 'onAnyPlatform', 'transactions'].map((of) => links.to(`${PATH}/rows`, { ...values, of })),
  }
  return page('office/reports/report', { title: document?.title ?? messages.reports.title }, view, {
    status: problem ? 422 : 200,
  })
}

/** The figures as the office sees them, with every filter; the whole state stands in the address. */
export const report: Handler = (visit) => {
  const address = reportAddress(visit)
  if (address !== null) return redirect(address, { status: 302 })
  const { query, problem } = readOwnReportQuery(visit)
  return reportPage(query, problem, visit)
}

export const fileName = ({ province, period }: ReportQuery, ending: string): string =>
  `${['bao-cao-ocop', province?.slug, period.id.toLowerCase().replace('..', '-den-')].filter(Boolean).join('-')}.${ending}`

const download =
  (
    ending: string,
    type: string,
    write: (document: ReportDocument, visit: Visit) => Promise<Buffer> | string,
  ): Handler =>
  async (visit): Promise<BodyReply | PageReply> => {
    const { query, problem } = readOwnReportQuery(visit)
    if (problem) return reportPage(query, problem, visit)
    const document = toReportDocument(query, reportFigures(query, visit), visit)
    return {
      kind: 'body',
      type,
      body: await write(document, visit),
      headers: { 'content-disposition': `attachment; filename="${fileName(query, ending)}"` },
    }
  }

export const reportAsCsv = download('csv', 'text/csv; charset=utf-8', (document) => reportCsv(document))

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const PDF = 'application/pdf'

export const toXlsx = (document: ReportDocument): Promise<Buffer> => reportWorkbookFile(document)

export const toPdf = (document: ReportDocument, visit: Visit): Promise<Buffer> =>
  reportPdfFile(
    document,
    document.tables.map(({ columns, rows }) =>
      rows.map(({ cells }) => cells.map((cell, column) => writeFigure(cell, columns[column]?.kind ?? 'text', visit))),
    ),
  )

export const reportAsWorkbook = download('xlsx', XLSX, toXlsx)
export const reportAsPdf = download('pdf', PDF, toPdf)
