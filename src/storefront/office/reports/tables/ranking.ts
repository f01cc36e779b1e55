import type { ReportTable } from '../../../../exchange/report/report-document.js'
import { provinceName } from '../../../models/place-words.js'
import { count, text, vnd, type TableFrame } from './frame.js'

/** Where the provinces stand, by the key that the report names. */
export function rankingTable({ query, figures, visit, days, cutOff, asked }: TableFrame): ReportTable {
  const { tables, columns } = visit.messages.reports
  const { define, ranking: words } = visit.messages.figures
  const { rows } = figures.ranking
  return {
    id: 'ranking',
    title: tables.ranking,
    time: query.key === 'productsOnPlatforms' ? cutOff : days,
    definition: `${define.keys[query.key]} ${define.ties}`,
    columns: [
      text(columns.province),
      count(columns.rank),
      query.key === 'amount' ? vnd(columns.amount) : count(words.keys[query.key]),
    ],
    rows: rows.map(({ province, rank, value }) => ({
      cells: [provinceName(province, visit), rank, value],
      bar: value / (rows[0]?.value ?? 1),
      isAsked: province.key === asked?.key,
    })),
  }
}
