import { fileRefusal } from '../csv/file-refusal.js'
import { cellText, type SheetCell } from './cell-text.js'
import { toPlainZip } from './plain-zip.js'
import { sheetParts, type Merge } from './sheet-parts.js'
import { unpackWorkbook } from './unpack.js'
import { WORKBOOK_LIMITS } from './workbook-limits.js'
import { tooLarge } from './zip-entries.js'

/** A sheet as rows of text, from its first row on. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** Gives the cells of a column that were merged into one the same text, as they read: one producer for several products. */
function fillDown(rows: string[][], merges: readonly Merge[]): void {
  for (const { top, left, bottom, right } of merges) {
    if (left !== right) continue
    const text = rows[top]?.[left] ?? ''
    for (let row = top + 1; row <= Math.min(bottom, rows.length - 1); row++) {
      const cells = rows[row]
      if (cells && left < cells.length) cells[left] = text
    }
  }
}

/** How much is handed over, a cell without text as one character. */
const charactersOf = (rows: readonly (readonly string[])[]): number =>
  rows.reduce((sum, cells) => cells.reduce((row, cell) => row + cell.length + 1, sum), 0)

/** Cells whose formula fails, as text (`#DIV/0!`): a fault of the row is better than a blank that says nothing. */
const withFailures = (parts: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> =>
  new Map(
    [...parts].map(([name, bytes]): [string, Buffer] => {
      if (!name.startsWith('xl/worksheets/')) return [name, bytes]
      const xml = bytes.toString('utf8').replace(/(<(?:\w+:)?c\s[^<>]*\bt=)(["'])e\2/g, '$1$2str$2')
      return [name, Buffer.from(xml)]
    }),
  )

const unreadable = (error: unknown) => {
  const where = error instanceof Error ? (/row (\d+), col (\d+)/.exec(error.message)?.slice(1) ?? []) : []
  const [row, column] = where
  return row === undefined
    ? fileRefusal(
        'Không đọc được tệp Excel này; hãy mở và lưu lại bằng Excel hoặc LibreOffice.',
        'This Excel file cannot be read; open it in Excel or LibreOffice and save it anew.',
      )
    : fileRefusal(
        `Không đọc được ô ở dòng ${row}, cột ${column ?? ''} của tệp Excel; hãy gõ lại ô này.`,
        `The cell in row ${row}, column ${column ?? ''} of the Excel file cannot be read; type it anew.`,
      )
}

/**
 * Reads the sheets of a workbook that are not hidden. Formulas stand for the value that was saved with them, merged
 * cells of a column each have the text.
 *
 * @throws {CatalogError} `INVALID_INPUT` when the file is no workbook, unsafe, or larger than the limits.
 */
export async function readSheets(file: Buffer): Promise<readonly Sheet[]> {
  const parts = unpackWorkbook(file)
  const described = sheetParts(parts)
  if (described.length > WORKBOOK_LIMITS.sheets)
    throw fileRefusal(
      `Tệp Excel có ${described.length} trang; tối đa ${WORKBOOK_LIMITS.sheets}.`,
      `The workbook has ${described.length} sheets; at most ${WORKBOOK_LIMITS.sheets} are read.`,
    )
  const zip = toPlainZip(withFailures(parts))
  const bytes = zip.buffer.slice(zip.byteOffset, zip.byteOffset + zip.byteLength) as ArrayBuffer
  const { default: readWorkbook } = await import('read-excel-file/universal')
  const sheets = await readWorkbook(bytes).catch((error: unknown) => {
    throw unreadable(error)
  })
  let room: number = WORKBOOK_LIMITS.characters
  return sheets.flatMap(({ sheet, data }, index) => {
    const part = described[index]
    // A chart on a sheet of its own has no cells, whatever the package's types say.
    const cells = data as unknown as SheetCell[][] | undefined
    if (part?.isHidden || !cells) return []
    const rows = cells.map((row) => row.map(cellText))
    fillDown(rows, part?.merges ?? [])
    room -= charactersOf(rows)
    if (room < 0) throw tooLarge()
    return [{ name: sheet, rows }]
  })
}
