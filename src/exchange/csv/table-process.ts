import { answer, sendInPieces } from '../aside/answer.js'
import type { Limits } from './limits.js'
import { readTable } from './read-table.js'

/** What a CSV file is read from. */
export interface TableTask {
  readonly file: Uint8Array
  readonly limits: Limits
}

async function read({ file, limits }: TableTask): Promise<readonly string[]> {
  const { headings, rows } = await readTable(Buffer.from(file.buffer, file.byteOffset, file.byteLength), limits)
  await sendInPieces(rows)
  return headings
}

/** The process in which a CSV file is read: the rows in pieces, the headings as its answer. */
await answer((task) => read(task as TableTask))
