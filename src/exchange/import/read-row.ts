import type { FieldIssue } from '../../catalog/errors.js'
import { parse } from '../../catalog/parse.js'
import type { TableRow } from '../csv/read-table.js'
import type { Column, Columns } from './column.js'
import { gatherIssues, refuseRow, rowIssue } from './fault.js'
import type { ColumnMap } from './map-columns.js'

/** Our own exports put an apostrophe before what a spreadsheet would run; it is not part of the text. */
const PROTECTED = /(^|[;\t\r\n][ \u00a0"]*)'(?=[=+\-@＝＋－＠])/gu
const FORMULA = /^=/u
/** What a spreadsheet shows where a formula fails. */
const FAILED = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!)$/
/** Digits and signs as wide as a Chinese character, which some keyboards type: `４`, `／`. */
const WIDE = /[！-～]/gu
const toNarrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)
/** Nothing is meant by a lone dash. */
const DASH = /^[-–—]$/u

/** The text that a cell means: trimmed, without protection; empty for a blank cell or a dash. */
export function cellText(row: TableRow, position: number | undefined): string {
  const text = (position === undefined ? '' : (row.cells[position] ?? ''))
    .trim()
    .replace(PROTECTED, '$1')
    .replace(WIDE, toNarrow)
  return DASH.test(text) ? '' : text
}

const formula = rowIssue(
  '',
  'Ô này là công thức; hãy thay bằng giá trị của nó.',
  'This cell is a formula; put its value in its place.',
)

const failed = rowIssue(
  '',
  'Công thức trong ô này bị lỗi; hãy thay bằng giá trị đúng.',
  'The formula in this cell fails; put the right value in its place.',
)

function readCell({ read, required }: Column, text: string): unknown {
  if (text === '' && !required) return undefined
  if (FORMULA.test(text)) throw refuseRow(formula)
  if (FAILED.test(text)) throw refuseRow(failed)
  return parse(read, text)
}

const wrongWidth = (cells: number, width: number): FieldIssue =>
  rowIssue(
    '',
    `Dòng này có ${cells} ô, còn tiêu đề có ${width} cột: thiếu hoặc thừa dấu phân cách, hoặc thiếu dấu ngoặc kép.`,
    `This row has ${cells} cells while there are ${width} headings: a separator is missing or too many, or a quotation mark is missing.`,
  )

type Values = Readonly<Record<string, unknown>>

/**
 * Reads what is stated for all rows, so that a fault in it is told once.
 *
 * @throws {CatalogError} `INVALID_INPUT`, paths being field names.
 */
export function readForAllRows(columns: Columns, map: ColumnMap): Values {
  const stated = Object.fromEntries(Object.entries(columns).filter(([field]) => map.forAllRows.has(field)))
  const read = readRow({ number: 0, cells: [] }, 0, stated, map)
  if ('issues' in read) throw refuseRow(...read.issues)
  return read.value
}

/**
 * Reads one row by its columns: a value for each field; or the issues of all its cells, paths being field names, and
 * the values of the others.
 */
export function readRow(
  row: TableRow,
  width: number,
  columns: Columns,
  { positions, forAllRows }: ColumnMap,
): { value: Values } | { issues: readonly FieldIssue[]; readable: Values } {
  const surplus = row.cells.slice(width).some((cell) => cell.trim() !== '')
  if (row.cells.length < width || surplus) return { issues: [wrongWidth(row.cells.length, width)], readable: {} }
  const values: Record<string, unknown> = {}
  const issues: FieldIssue[] = []
  for (const [field, column] of Object.entries(columns)) {
    const text = forAllRows.get(field) ?? cellText(row, positions.get(field))
    const read = gatherIssues(() => readCell(column, text))
    if ('value' in read) values[field] = read.value
    else issues.push(...read.issues.map((issue) => ({ ...issue, path: field })))
  }
  return issues.length > 0 ? { issues, readable: values } : { value: values }
}
