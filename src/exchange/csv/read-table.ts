import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { CsvError, parse as createParser } from 'csv-parse'
import type { CatalogError } from '../../catalog/errors.js'
import { fileRefusal, withoutHeadings } from './file-refusal.js'
import { findDelimiter } from './find-delimiter.js'
import { checkBytes, checkSize, LIMITS, tooManyRows, type Limits } from './limits.js'
import { toUtf8 } from './to-utf8.js'
import { visible } from './visible.js'

/** A row below the headings. */
export interface TableRow {
  /** As a spreadsheet numbers it, from 1. */
  readonly number: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly headings: readonly string[]
  /** Rows with at least one cell that is not blank. */
  readonly rows: readonly TableRow[]
}

/** After so many rows other work gets its turn. */
const SLICE = 500
const CHUNK = 64 * 1024

function* inChunks(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK)
}

/** @param row - The row in which reading stopped, headings being row 1. */
function toRefusal(error: CsvError, row: number): CatalogError {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return fileRefusal(
      `Dấu ngoặc kép (") mở ở dòng ${row} không được đóng; hãy đóng hoặc bỏ dấu này.`,
      `A quotation mark (") opened in row ${row} is never closed.`,
    )
  return fileRefusal(`Không đọc được CSV ở dòng ${row}.`, `Row ${row} cannot be read as CSV (${error.message}).`)
}

/** True for a row without any text. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/**
 * Reads a CSV file as rows of plain text: any of the encodings of {@link toUtf8}, separated by comma, semicolon or tab.
 * Cells are kept by position, never by heading, so no heading can reach an object's prototype. Gives other work its
 * turn while it reads.
 *
 * @throws {CatalogError} `INVALID_INPUT` when the file cannot be read as a table or is larger than `limits`.
 */
export async function readTable(file: Buffer, limits: Limits = LIMITS): Promise<Table> {
  checkBytes(file.length, limits)
  const bytes = toUtf8(file)
  const { delimiter, hintLines } = findDelimiter(bytes.subarray(0, CHUNK).toString())
  const parser = createParser({
    delimiter,
    fromLine: 1 + hintLines,
    relaxColumnCount: true,
    relaxQuotes: true,
    maxRecordSize: limits.columns * limits.cell,
  })
  Readable.from(inChunks(bytes)).pipe(parser)
  const records: TableRow[] = []
  let number = hintLines
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number++
      checkSize(cells, number, limits)
      if (!isBlank(cells)) records.push({ number, cells })
      if (records.length > limits.rows + 1) throw tooManyRows(limits)
      if (number % SLICE === 0) await nextTurn()
    }
  } catch (error) {
    throw error instanceof CsvError ? toRefusal(error, parser.info.records + 1 + hintLines) : error
  }
  const [head, ...rows] = records
  if (!head) throw withoutHeadings()
  if (head.cells.some((heading) => heading.includes('\0')))
    throw fileRefusal('Tệp hỏng hoặc không phải văn bản.', 'The file is damaged or no text file.')
  return { headings: head.cells.map((heading) => visible(heading).trim()), rows }
}
