export type Cell = string | number | null | undefined

/**
 * What a spreadsheet would run further on in a text: where it takes semicolons, as in Vietnam, or tabs to separate cells,
 * one begins there, and so does one after a line end. A dash before a space begins an item of a list.
 */
const BEGINS_ANEW = /((?:[;\t]|[\r\n](?!- ))[ \u00a0"]*)(?=[=+\-@＝＋－＠])/gu
/** Most cells hold none of these, and to look for them takes a tenth of the time. */
const SEPARATOR = /[;\t\r\n]/
const FORMULA = /^[=+\-@\t\r＝＋－＠]/
const QUOTED = /[",\r\n]/

function written(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null || cell === undefined ? '' : String(cell)
  if (cell === '') return ''
  let text = SEPARATOR.test(cell) ? cell.replace(BEGINS_ANEW, "$1'") : cell
  if (FORMULA.test(text)) text = `'${text}`
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A part of what {@link toCsv} writes; the byte order mark stands in the first one. */
export function toCsvPart(rows: readonly (readonly Cell[])[], isFirst: boolean): string {
  let text = isFirst ? '\uFEFF' : ''
  for (const row of rows) {
    for (const [index, cell] of row.entries()) text += index === 0 ? written(cell) : `,${written(cell)}`
    text += '\r\n'
  }
  return text
}

/**
 * Writes rows as CSV for Excel and other programs: UTF-8 with byte order mark, comma, CRLF (RFC 4180). A text that a
 * spreadsheet would run as a formula (`= + - @`, their full-width forms, tab, carriage return) gets an apostrophe in
 * front, also further on where a cell may begin; numbers stay numbers.
 */
export const toCsv = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  toCsvPart([headings, ...rows], true)
