import { on } from 'node:events'
import { parentPort } from 'node:worker_threads'
import { reportPdf } from '../report/report-pdf.js'
import { reportWorkbook } from '../report/report-workbook.js'
import { toWorkbook } from '../xlsx/to-workbook.js'
import { answer, dataOf } from './answer.js'
import type { Rows, WritingTask } from './writing-task.js'

async function receiveRows(): Promise<Rows> {
  const all: Rows[number][] = []
  if (parentPort)
    for await (const [rows] of on(parentPort, 'message') as AsyncIterable<[Rows | null]>) {
      if (rows === null) break
      for (const row of rows) all.push(row)
    }
  return all
}

async function write(task: WritingTask): Promise<Buffer> {
  if (task.kind === 'reportPdf') return reportPdf(task.document, task.written)
  if (task.kind === 'reportWorkbook') return reportWorkbook(task.document)
  return toWorkbook(task.headings, await receiveRows(), task.sheet)
}

/** The thread in which a file is written: the bytes are its answer. */
await answer(write(dataOf() as WritingTask))
