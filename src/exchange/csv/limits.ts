import type { CatalogError } from '../../catalog/errors.js'
import { fileRefusal } from './file-refusal.js'

/** How much one table may hold. Checked while reading, before any cell is interpreted. */
export interface Limits {
  readonly bytes: number
  readonly rows: number
  readonly columns: number
  /** Characters of one cell. */
  readonly cell: number
}

/** Room for a national catalog (100,000 products) and no more. */
export const LIMITS: Limits = { bytes: 64 * 1024 * 1024, rows: 100_000, columns: 100, cell: 10_000 }

/** @throws {CatalogError} `INVALID_INPUT` for a file with too many bytes. */
export function checkBytes(bytes: number, limits: Limits): void {
  if (bytes <= limits.bytes) return
  const [is, most] = [Math.ceil(bytes / 2 ** 20), Math.floor(limits.bytes / 2 ** 20)]
  throw fileRefusal(
    `Tệp lớn quá: ${is} MB; tối đa ${most} MB.`,
    `The file is too large: ${is} MB; at most ${most} MB are read.`,
  )
}

/** @throws {CatalogError} `INVALID_INPUT` for a row with too many cells, or a cell with too much text. */
export function checkSize(cells: readonly string[], number: number, limits: Limits): void {
  if (cells.length > limits.columns)
    throw fileRefusal(
      `Dòng ${number} có ${cells.length} cột; tối đa ${limits.columns}.`,
      `Row ${number} has ${cells.length} columns; at most ${limits.columns} are read.`,
    )
  const long = cells.findIndex((cell) => cell.length > limits.cell)
  if (long !== -1)
    throw fileRefusal(
      `Ô ở dòng ${number}, cột ${long + 1} dài quá; tối đa ${limits.cell} ký tự.`,
      `The cell in row ${number}, column ${long + 1} is too long; at most ${limits.cell} characters are read.`,
    )
}

export const tooManyRows = ({ rows }: Limits): CatalogError =>
  fileRefusal(`Tệp có hơn ${rows} dòng.`, `The file has more than ${rows} rows.`)
