import type { ReportTable } from '../../../exchange/report/report-document.js'
import type { Visit } from '../../visit.js'
import type { ReportFigures } from './report-figures.js'
import type { ReportQuery } from './report-query.js'
import { coverageTable } from './tables/coverage.js'
import { toFrame } from './tables/frame.js'
import { monthsTable } from './tables/months.js'
import { rankingTable } from './tables/ranking.js'
import { summaryTable } from './tables/summary.js'
import { platformsTable, producersTable, productsTable, provincesTable } from './tables/shares.js'
import { totalsTable } from './tables/totals.js'

const TABLES = [
  coverageTable,
  totalsTable,
  platformsTable,
  monthsTable,
  provincesTable,
  producersTable,
  productsTable,
  rankingTable,
]

/** Makes the tables of a report. Every number in them comes from the counts; a table without rows is left out. */
export function reportTables(query: ReportQuery, figures: ReportFigures, visit: Visit) {
  const frame = toFrame(query, figures, visit)
  const tables: readonly ReportTable[] = TABLES.map((table) => table(frame)).filter(({ rows }) => rows.length > 0)
  return { summary: summaryTable(frame), tables }
}
