import { toCsv } from '../csv/to-csv.js'
import { unstated, type ReportDocument } from './report-document.js'

/** A report as CSV, one figure a line: each line says by itself what it counts, for what and when. */
export function reportCsv({ facts, summary, tables, words }: ReportDocument): string {
  const rows = [summary, ...tables].flatMap(({ title, time, definition, columns, rows: lines }) =>
    lines.flatMap(({ cells }) =>
      cells
        .slice(1)
        .map((cell, index) => [
          title,
          cells[0] ?? '',
          columns[index + 1]?.label ?? '',
          cell ?? unstated(columns[index + 1]?.kind ?? 'text', words.notStated),
          time,
          definition,
          ...facts.map(([, value]) => value),
        ]),
    ),
  )
  return toCsv([...words.headings, ...facts.map(([label]) => label)], rows)
}
