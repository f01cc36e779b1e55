import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null | undefined

/**
 * Writes rows as CSV for Excel and other programs: UTF-8 with byte order mark, comma, CRLF (RFC 4180). A text that a
 * spreadsheet would run as a formula (`= + - @`, their full-width forms, tab, carriage return) gets an apostrophe in
 * front; numbers stay numbers.
 */
export const toCsv = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([[...headings], ...rows.map((row) => [...row])], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
