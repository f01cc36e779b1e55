import { toCsv } from '../csv/to-csv.js'
import { toWorkbook } from '../xlsx/to-workbook.js'
import type { Rows, TableKind } from './writing-task.js'

/** A table as a file of one of the kinds. */
export const writeTable = async (
  kind: TableKind,
  headings: readonly string[],
  rows: Rows,
  sheet: string,
): Promise<Buffer> => (kind === 'csv' ? Buffer.from(toCsv(headings, rows)) : toWorkbook(headings, rows, sheet))
