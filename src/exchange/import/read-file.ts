import { fileRefusal, withoutHeadings } from '../csv/file-refusal.js'
import { LIMITS, type Limits } from '../csv/limits.js'
import type { Table } from '../csv/read-table.js'
import { readTableAside } from '../csv/read-table-aside.js'
import { isArchive, readWorkbook } from '../xlsx/read-workbook.js'
import { findTable, type IsHeading } from './find-table.js'

export interface FileOptions {
  readonly limits?: Limits | undefined
  /** The sheet to read; by default the one whose headings fit best. */
  readonly sheet?: string | undefined
}

/** A file's table, and from which sheet of how many it is; no sheets for CSV. */
export interface TableFile {
  readonly table: Table
  readonly sheet: string | null
  readonly sheets: readonly string[]
}

/**
 * Reads a file that people import, CSV or Excel, told apart by how it begins.
 *
 * @throws {CatalogError} `INVALID_INPUT` when it cannot be read as a table, is unsafe or larger than the limits.
 */
export async function readFile(file: Buffer, isHeading: IsHeading, options: FileOptions = {}): Promise<TableFile> {
  const limits = options.limits ?? LIMITS
  if (!isArchive(file)) return { table: await readTableAside(file, limits), sheet: null, sheets: [] }
  const sheets = await readWorkbook(file)
  const names = sheets.map(({ name }) => name)
  const wanted = options.sheet === undefined ? sheets : sheets.filter(({ name }) => name === options.sheet)
  if (wanted.length === 0 && options.sheet !== undefined)
    throw fileRefusal(
      `Tệp Excel không có trang “${options.sheet}”; có: ${names.join(', ')}.`,
      `The workbook has no sheet “${options.sheet}”; it has ${names.join(', ')}.`,
    )
  const found = await findTable(wanted, isHeading, limits)
  if (!found) throw withoutHeadings()
  return { table: found.table, sheet: found.sheet, sheets: names }
}
