import type { ReportTable } from '../../../../exchange/report/report-document.js'
import { count, stated, text, vnd, type TableFrame } from './frame.js'
import { mostOf } from './shares.js'

/** The period month by month, each beside the same month of the year before. */
export function monthsTable({ figures, visit, days, counted }: TableFrame): ReportTable {
  const { tables, columns, byMonth: definition } = visit.messages.reports
  const { byMonth } = figures.transactions
  const yearBefore = figures.yearBefore?.transactions.byMonth
  const before = new Map(yearBefore?.map(({ month, transactions }) => [month.slice(5), transactions]))
  const most = mostOf(byMonth)
  return {
    id: 'months',
    title: tables.months,
    time: days,
    definition: `${counted} ${definition}`,
    columns: [text(columns.month), count(columns.transactions), count(columns.yearBefore), vnd(columns.amount)],
    rows: byMonth.map(({ month, ...values }) => ({
      cells: [
        month.split('-').reverse().join('/'),
        values.transactions,
        yearBefore ? (before.get(month.slice(5)) ?? 0) : null,
        stated(values.amount, values),
      ],
      bar: most > 0 ? values.transactions / most : 0,
    })),
  }
}
