import { Worker } from 'node:worker_threads'
import { CatalogError, type FieldIssue } from '../../catalog/errors.js'
import { fileRefusal } from '../csv/file-refusal.js'
import type { Sheet } from './read-sheets.js'
import { WORKBOOK_LIMITS } from './workbook-limits.js'
import { tooLarge } from './zip-entries.js'

const MB = 2 ** 20

/** True for what begins like a zip archive: `.xlsx`, or something else that is then refused by name. */
export const isArchive = (file: Buffer): boolean => file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))

type Answer = { readonly sheets: readonly Sheet[] } | { readonly issues: readonly FieldIssue[] }

function answerOf(file: Buffer): Promise<Answer> {
  const { heapMb, milliseconds } = WORKBOOK_LIMITS
  const worker = new Worker(new URL('./workbook-thread.js', import.meta.url), {
    workerData: Uint8Array.from(file),
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
    env: {},
    stderr: true,
  })
  return new Promise<Answer>((resolve, reject) => {
    const slow = setTimeout(() => reject(tooLarge()), milliseconds)
    worker.once('message', (answer: Answer) => resolve(answer))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error),
    )
    worker.once('exit', () => {
      clearTimeout(slow)
      reject(tooLarge())
    })
  }).finally(() => worker.terminate())
}

/**
 * Reads an Excel workbook (`.xlsx`) in a thread of its own, within {@link WORKBOOK_LIMITS}: whatever is in the file, it
 * takes no more memory and time than that, and other work goes on meanwhile.
 *
 * @throws {CatalogError} `INVALID_INPUT` when the file is no workbook, unsafe, or larger than the limits.
 */
export async function readWorkbook(file: Buffer): Promise<readonly Sheet[]> {
  if (file.length > WORKBOOK_LIMITS.bytes)
    throw fileRefusal(
      `Tệp Excel lớn quá: ${Math.ceil(file.length / MB)} MB; tối đa ${WORKBOOK_LIMITS.bytes / MB} MB.`,
      `The Excel file is too large: ${Math.ceil(file.length / MB)} MB; at most ${WORKBOOK_LIMITS.bytes / MB} MB are read.`,
    )
  const answer = await answerOf(file)
  if ('issues' in answer) throw new CatalogError('INVALID_INPUT', { issues: answer.issues })
  return answer.sheets
}
