import { answer, sendInPieces } from '../aside/answer.js'
import { readSheets } from './read-sheets.js'

async function read(file: Uint8Array): Promise<readonly { readonly name: string; readonly rows: number }[]> {
  const sheets = await readSheets(Buffer.from(file))
  for (const { rows } of sheets) await sendInPieces(rows)
  return sheets.map(({ name, rows }) => ({ name, rows: rows.length }))
}

/** The process in which a workbook is read: the rows of its sheets in pieces, then how many are of which sheet. */
await answer((file) => read(file as Uint8Array))
