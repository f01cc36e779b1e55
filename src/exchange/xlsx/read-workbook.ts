import { reading } from '../aside/lane.js'
import { runProcess } from '../aside/run-process.js'
import { fileRefusal } from '../csv/file-refusal.js'
import type { Sheet } from './read-sheets.js'
import { WORKBOOK_LIMITS } from './workbook-limits.js'
import { tooLarge } from './zip-entries.js'

const MB = 2 ** 20

/** True for what begins like a zip archive: `.xlsx`, or something else that is then refused by name. */
export const isArchive = (file: Buffer): boolean => file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))

/**
 * Reads an Excel workbook (`.xlsx`) in a process of its own, within {@link WORKBOOK_LIMITS}: whatever is in the file, it
 * takes no more memory and time than that, and other work goes on meanwhile.
 *
 * @throws {CatalogError} `INVALID_INPUT` when the file is no workbook, unsafe, or larger than the limits;
 * `FILES_WAITING`.
 */
export async function readWorkbook(file: Buffer): Promise<readonly Sheet[]> {
  if (file.length > WORKBOOK_LIMITS.bytes)
    throw fileRefusal(
      `Tệp Excel lớn quá: ${Math.ceil(file.length / MB)} MB; tối đa ${WORKBOOK_LIMITS.bytes / MB} MB.`,
      `The Excel file is too large: ${Math.ceil(file.length / MB)} MB; at most ${WORKBOOK_LIMITS.bytes / MB} MB are read.`,
    )
  const { heapMb, milliseconds } = WORKBOOK_LIMITS
  const rows: (readonly string[])[] = []
  const sheets = await reading.take(() =>
    runProcess<readonly { readonly name: string; readonly rows: number }[], Sheet['rows']>({
      program: new URL('./workbook-process.js', import.meta.url),
      data: file,
      onPiece: (piece) => {
        for (const row of piece) rows.push(row)
      },
      heapMb,
      milliseconds,
      tooMuch: tooLarge,
    }),
  )
  let start = 0
  return sheets.map((sheet) => ({ name: sheet.name, rows: rows.slice(start, (start += sheet.rows)) }))
}
