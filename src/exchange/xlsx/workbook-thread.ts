import { workerData } from 'node:worker_threads'
import { answer } from '../aside/answer.js'
import { readSheets } from './read-sheets.js'

/** The thread in which a workbook is read. */
await answer(readSheets(Buffer.from(workerData as Uint8Array)))
