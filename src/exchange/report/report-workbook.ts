import type { CellObject, SheetData } from 'write-excel-file/node'
import { unstated, type ColumnKind, type ReportDocument, type ReportTable } from './report-document.js'

/** Excel's own limits on a sheet's name. */
const NAME_LENGTH = 31
const NOT_IN_NAMES = /[[\]:*?/\\]/g

const FORMATS: Readonly<Record<Exclude<ColumnKind, 'text'>, string>> = { count: '#,##0', vnd: '#,##0', share: '0.0%' }
const WIDTHS: Readonly<Record<ColumnKind, number>> = { text: 44, count: 16, vnd: 20, share: 12 }

/** A text is a text, whatever it begins with: it is written as a string and never as a formula. */
const text = (value: string, more: Partial<CellObject> = {}): CellObject => ({
  value,
  type: String,
  wrap: true,
  alignVertical: 'top',
  ...more,
})

const heading = (value: string): CellObject => text(value, { fontWeight: 'bold', backgroundColor: '#EDE7D9' })

function toCell(cell: string | number | null, kind: ColumnKind, notStated: string): CellObject {
  if (cell === null) return text(unstated(kind, notStated), { align: 'right' })
  if (typeof cell === 'string' || kind === 'text') return text(String(cell))
  return { value: cell, type: Number, format: FORMATS[kind] }
}

const sheetName = (title: string, taken: Set<string>): string => {
  const plain = title.replace(NOT_IN_NAMES, ' ')
  const name = (plain.length > NAME_LENGTH ? plain.slice(0, NAME_LENGTH + 1).replace(/\s\S*$/u, '') : plain)
    .slice(0, NAME_LENGTH)
    .trim()
  const free = taken.has(name) ? `${name.slice(0, NAME_LENGTH - 3)} ${taken.size}` : name
  taken.add(free)
  return free
}

function toSheet(table: ReportTable, document: ReportDocument): SheetData {
  const { columns, rows } = table
  return [
    [text(table.title, { fontWeight: 'bold', wrap: false })],
    [text(table.time, { wrap: false })],
    columns.map(({ label }) => heading(label)),
    ...rows.map(({ cells }) =>
      cells.map((cell, index) => toCell(cell, columns[index]?.kind ?? 'text', document.words.notStated)),
    ),
    [],
    [text(table.definition, { columnSpan: columns.length }), ...columns.slice(1).map(() => null)],
  ]
}

/**
 * A report as an Excel workbook: what was asked for, when it was made and what each figure counts on the first sheet, the
 * figures that people quote on the second, a table on each further one. Numbers are numbers; no text is ever a formula.
 */
export async function reportWorkbook(document: ReportDocument): Promise<Buffer> {
  const { default: writeWorkbook } = await import('write-excel-file/node')
  const taken = new Set<string>()
  const { words } = document
  const tables = [document.summary, ...document.tables]
  const first = [
    [text(document.title, { fontWeight: 'bold', wrap: false })],
    [text(document.site, { wrap: false })],
    [],
    ...document.facts.map(([label, value]) => [heading(label), text(value)]),
    [],
    [heading(words.definitions)],
    ...tables.map(({ title, definition }) => [text(title), text(definition)]),
  ]
  const sheets = [
    { data: first, sheet: sheetName(words.facts, taken), columns: [{ width: 30 }, { width: 90 }] },
    ...tables.map((table) => ({
      data: toSheet(table, document),
      sheet: sheetName(table.title, taken),
      columns: table.columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
      stickyRowsCount: 3,
    })),
  ]
  return writeWorkbook(sheets).toBuffer()
}
