import { reportPdf } from '../report/report-pdf.js'
import { reportWorkbook } from '../report/report-workbook.js'
import { toWorkbook } from '../xlsx/to-workbook.js'
import { answer, type Pieces } from './answer.js'
import type { Rows, WritingTask } from './writing-task.js'

async function receiveRows(pieces: Pieces): Promise<Rows> {
  const all: Rows[number][] = []
  for await (const [rows] of pieces as AsyncIterable<[Rows | null]>) {
    if (rows === null) break
    for (const row of rows) all.push(row)
  }
  return all
}

async function write(task: WritingTask, pieces: Pieces): Promise<Buffer> {
  if (task.kind === 'reportPdf') return reportPdf(task.document, task.written)
  if (task.kind === 'reportWorkbook') return reportWorkbook(task.document)
  return toWorkbook(task.headings, await receiveRows(pieces), task.sheet)
}

/** The process in which a file is written: the bytes are its answer. */
await answer((task, pieces) => write(task as WritingTask, pieces))
