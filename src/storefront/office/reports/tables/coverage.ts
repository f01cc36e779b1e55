import type { ReportTable } from '../../../../exchange/report/report-document.js'
import { count, platformName, share, text, type TableFrame } from './frame.js'

/** Recognised products on each platform, "n of m". */
export function coverageTable({ figures, visit, cutOff }: TableFrame): ReportTable {
  const { tables, columns } = visit.messages.reports
  const { define } = visit.messages.figures
  const { coverage, yearBefore } = figures
  const before = new Map(yearBefore?.coverage.platforms.map(({ platformId, listed }) => [platformId, listed]))
  return {
    id: 'coverage',
    title: tables.coverage,
    time: cutOff,
    definition: `${define.recognized} ${define.listed}`,
    columns: [
      text(columns.platform),
      count(columns.listed),
      count(columns.ofAll),
      share(columns.share),
      count(columns.anyKind),
      count(columns.yearBefore),
    ],
    rows: coverage.platforms.map(({ platformId, listed, share: part, listedOfAnyKind }) => ({
      cells: [
        platformName(platformId, visit),
        listed,
        coverage.recognized,
        part,
        listedOfAnyKind,
        yearBefore ? (before.get(platformId) ?? 0) : null,
      ],
      bar: part ?? 0,
    })),
  }
}
