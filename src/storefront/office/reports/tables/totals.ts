import type { ReportRow, ReportTable } from '../../../../exchange/report/report-document.js'
import type { Figures } from '../../../../trade/figures.js'
import { changeOf, count, share, stated, text, type TableFrame } from './frame.js'

/** Transactions, order lines, units and đồng of the period, beside the year before and the period before. */
export function totalsTable({ figures, visit, days, counted }: TableFrame): ReportTable {
  const { tables, columns, measures } = visit.messages.reports
  const { define } = visit.messages.figures
  const now = figures.transactions.total
  const yearBefore = figures.yearBefore?.transactions.total
  const periodBefore = figures.periodBefore?.transactions.total
  const measure = (label: string, read: (values: Figures) => number): ReportRow => ({
    cells: [
      label,
      stated(read(now), now),
      yearBefore ? stated(read(yearBefore), yearBefore) : null,
      changeOf(read(now), yearBefore && read(yearBefore)),
      periodBefore ? stated(read(periodBefore), periodBefore) : null,
    ],
  })
  return {
    id: 'totals',
    title: tables.totals,
    time: days,
    definition: `${counted} ${define.orderLines} ${define.units} ${define.amount}`,
    columns: [
      text(columns.measure),
      count(columns.value),
      count(columns.yearBefore),
      share(columns.change),
      count(columns.periodBefore),
    ],
    rows: [
      measure(measures.transactions, (values) => values.transactions),
      measure(measures.orderLines, (values) => values.orderLines),
      measure(measures.units, (values) => values.units),
      measure(measures.amount, (values) => values.amount),
    ],
  }
}
