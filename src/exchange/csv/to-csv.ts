import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null | undefined

const SAFE = { escape_formulas: true, record_delimiter: 'windows' } as const

/**
 * Writes rows as CSV for Excel and other programs: UTF-8 with byte order mark, comma, CRLF (RFC 4180). A text that a
 * spreadsheet would run as a formula (`= + - @`, their full-width forms, tab, carriage return) gets an apostrophe in
 * front; numbers stay numbers.
 */
export const toCsv = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([[...headings], ...rows.map((row) => [...row])], {
    bom: true,
    ...SAFE,
  })

/** The same as text that comes while the rows do. */
export async function* toCsvChunks(
  headings: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<string> {
  yield toCsv(headings, [])
  for await (const rows of batches)
    if (rows.length > 0)
      yield stringify(
        rows.map((row) => [...row]),
        SAFE,
      )
}
