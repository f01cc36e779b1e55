import { parentPort, workerData } from 'node:worker_threads'
import { CatalogError } from '../../catalog/errors.js'
import { readSheets } from './read-sheets.js'

/** The thread in which a workbook is read: its memory and its time are bounded by the one who starts it. */
const answer = await readSheets(Buffer.from(workerData as Uint8Array)).then(
  (sheets) => ({ sheets }),
  (error: unknown) => {
    if (error instanceof CatalogError) return { issues: error.issues }
    throw error
  },
)
parentPort?.postMessage(answer)
