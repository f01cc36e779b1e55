import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null | undefined

/**
 * What a spreadsheet would run further on in a text: where it takes semicolons, as in Vietnam, or tabs to separate cells,
 * one begins there, and so does one after a line end. A dash before a space begins an item of a list.
 */
const BEGINS_ANEW = /((?:[;\t]|[\r\n](?!- ))[ \u00a0"]*)(?=[=+\-@＝＋－＠])/gu

/** Without one of these nothing does: most texts are done with at a glance, in a tenth of the time. */
const MAY_BEGIN_ANEW = /[;\t\r\n]/

const guard = (cell: Cell): Cell =>
  typeof cell === 'string' && MAY_BEGIN_ANEW.test(cell) ? cell.replace(BEGINS_ANEW, "$1'") : cell

/** A part of what {@link toCsv} writes; the byte order mark stands in the first one. */
export const toCsvPart = (rows: readonly (readonly Cell[])[], isFirst: boolean): string =>
  stringify(
    rows.map((row) => row.map(guard)),
    // Told how a record ends, it quotes none of the line breaks within by itself; a program may end a record at any.
    { bom: isFirst, escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: 'windows' },
  )

/**
 * Writes rows as CSV for Excel and other programs: UTF-8 with byte order mark, comma, CRLF (RFC 4180). A text that a
 * spreadsheet would run as a formula (`= + - @`, their full-width forms, tab, carriage return) gets an apostrophe in
 * front, also further on where a cell may begin; numbers stay numbers.
 */
export const toCsv = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  toCsvPart([headings, ...rows], true)
