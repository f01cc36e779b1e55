import type { ReportRow, ReportTable } from '../../../../exchange/report/report-document.js'
import type { PeriodFigures } from '../report-figures.js'
import { changeOf, count, share, text, type TableFrame } from './frame.js'

/** The figures that people quote, as numbers to go on calculating with; the page and the paper show them in boxes. */
export function summaryTable({ query, figures, visit, days, cutOff, counted, asked }: TableFrame): ReportTable {
  const { tables, columns, measures } = visit.messages.reports
  const { define, ranking: words } = visit.messages.figures
  const measure = (label: string, read: (values: PeriodFigures) => number): ReportRow => {
    const before = figures.yearBefore ? read(figures.yearBefore) : null
    return { cells: [label, read(figures), before, changeOf(read(figures), before ?? undefined)] }
  }
  const own = figures.ranking.rows.find(({ province }) => province.key === asked?.key)
  return {
    id: 'summary',
    title: tables.summary,
    time: `${cutOff}. ${days}`,
    definition: `${define.recognized} ${define.onAnyPlatform} ${counted}`,
    columns: [text(columns.measure), count(columns.value), count(columns.yearBefore), share(columns.change)],
    rows: [
      measure(measures.recognized, ({ coverage }) => coverage.recognized),
      measure(measures.onAnyPlatform, ({ coverage }) => coverage.onAnyPlatform),
      measure(measures.transactions, ({ transactions }) => transactions.total.transactions),
      ...(own ? [{ cells: [measures.rank(words.keys[query.key]), own.rank, null, null] }] : []),
    ],
  }
}
