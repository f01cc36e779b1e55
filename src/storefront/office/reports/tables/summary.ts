import { yearBefore } from '../../../../catalog/period.js'
import type { ReportRow, ReportTable } from '../../../../exchange/report/report-document.js'
import type { PeriodFigures } from '../report-figures.js'
import { changeOf, count, share, text, type TableFrame } from './frame.js'

/** Where there is nothing to compare with: units that did not exist then, or a province without figures. */
const NOTHING = '–'

/** The asked province's rank by the same key a year before; null when it had none. */
function rankBefore({ query, figures, visit, asked }: TableFrame): number | null {
  if (!figures.yearBefore) return null
  const { period, mode, key, filter, platform } = query
  const { rows } = visit.catalog.ranking({ period: yearBefore(period), mode, key, filter, platformId: platform?.id })
  return rows.find(({ province }) => province.key === asked?.key)?.rank ?? null
}

/** The figures that people quote, as numbers to go on calculating with; the page and the paper show them in boxes. */
export function summaryTable(frame: TableFrame): ReportTable {
  const { query, figures, visit, days, cutOff, counted, asked } = frame
  const { tables, columns, measures } = visit.messages.reports
  const { define, ranking: words } = visit.messages.figures
  const measure = (label: string, read: (values: PeriodFigures) => number): ReportRow => {
    const before = figures.yearBefore ? read(figures.yearBefore) : null
    return { cells: [label, read(figures), before ?? NOTHING, changeOf(read(figures), before ?? undefined)] }
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
      ...(own ? [{ cells: [measures.rank(words.keys[query.key]), own.rank, rankBefore(frame) ?? NOTHING, null] }] : []),
    ],
  }
}
