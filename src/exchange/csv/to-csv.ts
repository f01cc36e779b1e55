import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null | undefined

/** A part of what {@link toCsv} writes; the byte order mark stands in the first one. */
export const toCsvPart = (rows: readonly (readonly Cell[])[], isFirst: boolean): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: isFirst, escape_formulas: true, record_delimiter: 'windows' },
  )

/**
 * Writes rows as CSV for Excel and other programs: UTF-8 with byte order mark, comma, CRLF (RFC 4180). A text that a
 * spreadsheet would run as a formula (`= + - @`, their full-width forms, tab, carriage return) gets an apostrophe in
 * front; numbers stay numbers.
 */
export const toCsv = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  toCsvPart([headings, ...rows], true)
