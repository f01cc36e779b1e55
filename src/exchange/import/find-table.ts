import { checkSize, tooManyRows, type Limits } from '../csv/limits.js'
import { isBlank, type Table, type TableRow } from '../csv/read-table.js'
import { visible } from '../csv/visible.js'
import { inSlices } from '../../site/requests/give-way.js'
import type { Sheet } from '../xlsx/read-sheets.js'

/** Headings stand in one of the first rows, below titles and emblems. */
const SEARCHED = 30

/** Whether a text is a heading that the import understands. */
export type IsHeading = (text: string) => boolean

const score = (cells: readonly string[], isHeading: IsHeading): number => cells.filter(isHeading).length

/** The row with the most headings: the first of them. Null when no row has any. */
function findHeadings(sheet: Sheet, isHeading: IsHeading): { at: number; score: number } | null {
  let best: { at: number; score: number } | null = null
  for (const [at, cells] of sheet.rows.slice(0, SEARCHED).entries()) {
    const found = score(cells, isHeading)
    if (found > (best?.score ?? 0)) best = { at, score: found }
  }
  return best
}

/** A row that numbers the columns, as forms have it below the headings: (1) (2) (3). */
const isNumbering = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 1 && filled.every((cell, index) => cell.replace(/[()\s]/g, '') === String(index + 1))
}

/** Headings of two rows, where a wide one stands over narrow ones: the lower ones say more. */
const join = (upper: readonly string[], lower: readonly string[]): string[] =>
  upper.map((heading, index) => (lower[index]?.trim() ? lower[index] : heading))

/**
 * The table in a sheet: its headings in one row or two, with titles above and a row of column numbers below, and its
 * rows with the numbers that the spreadsheet shows.
 *
 * @throws {CatalogError} `INVALID_INPUT` above the limits.
 */
async function toTable(sheet: Sheet, at: number, isHeading: IsHeading, limits: Limits): Promise<Table> {
  const upper = sheet.rows[at] ?? []
  const lower = sheet.rows[at + 1] ?? []
  const isDouble = score(lower, isHeading) > 0
  const headings = (isDouble ? join(upper, lower) : upper).map((heading) => visible(heading).trim())
  const first = at + (isDouble ? 2 : 1)
  const rows: TableRow[] = []
  let number = first
  for await (const cells of inSlices(sheet.rows.slice(first))) {
    number++
    if (isBlank(cells) || (number === first + 1 && isNumbering(cells))) continue
    checkSize(cells, number, limits)
    if (rows.push({ number, cells }) > limits.rows) throw tooManyRows(limits)
  }
  return { headings, rows }
}

/** Finds the sheet, and in it the table, whose headings the import understands best; the first sheet that has any text when none do. */
export async function findTable(
  sheets: readonly Sheet[],
  isHeading: IsHeading,
  limits: Limits,
): Promise<{ sheet: string; table: Table } | null> {
  const candidates = sheets.flatMap((sheet) => {
    const headings = findHeadings(sheet, isHeading)
    const first = sheet.rows.findIndex((cells) => !isBlank(cells))
    return first === -1 ? [] : [{ sheet, at: headings?.at ?? first, score: headings?.score ?? 0 }]
  })
  const best = candidates.toSorted((a, b) => b.score - a.score)[0]
  return best ? { sheet: best.sheet.name, table: await toTable(best.sheet, best.at, isHeading, limits) } : null
}
