import { answer, dataOf, sendInPieces } from '../aside/answer.js'
import type { Limits } from './limits.js'
import { readTable } from './read-table.js'

const { file, limits } = dataOf() as { readonly file: Uint8Array; readonly limits: Limits }

async function read(): Promise<readonly string[]> {
  const { headings, rows } = await readTable(Buffer.from(file.buffer, file.byteOffset, file.byteLength), limits)
  sendInPieces(rows)
  return headings
}

/** The thread in which a CSV file is read: the rows in pieces, the headings as its answer. */
await answer(read())
