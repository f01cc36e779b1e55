import { CatalogError } from '../../catalog/errors.js'
import type { Cell } from '../csv/to-csv.js'
import type { ReportDocument } from '../report/report-document.js'
import { reportPdf } from '../report/report-pdf.js'
import { reportWorkbook } from '../report/report-workbook.js'
import { toWorkbook } from '../xlsx/to-workbook.js'
import { Lane } from './lane.js'
import { runProcess } from './run-process.js'
import type { WritingTask, WrittenTables } from './writing-task.js'

/** Rows that are gathered at once: a few milliseconds. What has fewer is written here, a process of its own would cost more. */
const BATCH = 100
const HEAP_MB = 512
const MILLISECONDS = 60_000

const writing = new Lane()

/** Processes of their own run what is built. From its sources, as tests run it, the catalog writes its files itself. */
const isBuilt = import.meta.url.endsWith('.js')

async function inProcess(task: WritingTask, pieces?: Iterable<unknown>): Promise<Buffer> {
  const bytes = await writing.take(() =>
    runProcess<Uint8Array>({
      program: new URL('./writing-process.js', import.meta.url),
      data: task,
      ...(pieces ? { pieces } : {}),
      heapMb: HEAP_MB,
      milliseconds: MILLISECONDS,
      tooMuch: () => new CatalogError('FILE_TOO_HEAVY'),
    }),
  )
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function* inBatches(rows: Iterable<readonly Cell[]>): Generator<(readonly Cell[])[], void> {
  let batch: (readonly Cell[])[] = []
  for (const row of rows) {
    if (batch.push(row) < BATCH) continue
    yield batch
    batch = []
  }
  yield batch
}

function* followedByNull(first: unknown, rest: Iterable<unknown>): Generator {
  yield first
  yield* rest
  yield null
}

/**
 * Writes a table as an Excel workbook while shoppers are served: its rows are gathered some at a time, and written by a process of its own
 * within its memory and time.
 *
 * @throws {CatalogError} `FILE_TOO_HEAVY` beyond them; `FILES_WAITING` when many are being written.
 */
export async function workbookFile(
  headings: readonly string[],
  rows: Iterable<readonly Cell[]>,
  sheet: string,
): Promise<Buffer> {
  const batches = inBatches(rows)
  const first = batches.next().value ?? []
  if (first.length < BATCH) return toWorkbook(headings, first, sheet)
  if (!isBuilt) return toWorkbook(headings, [first, ...batches].flat(), sheet)
  return inProcess({ kind: 'table', headings, sheet }, followedByNull(first, batches))
}

/** Such as a report on one province: written in the time of a few pages. */
const isShort = ({ summary, tables }: ReportDocument): boolean =>
  [summary, ...tables].reduce((sum, { rows }) => sum + rows.length, 0) < BATCH

/** A report as an Excel workbook, written like {@link workbookFile}. @throws {CatalogError} as that does. */
export const reportWorkbookFile = async (document: ReportDocument): Promise<Buffer> =>
  isBuilt && !isShort(document) ? inProcess({ kind: 'reportWorkbook', document }) : reportWorkbook(document)

/** A report on paper, written like {@link workbookFile}. @throws {CatalogError} as that does, and `NOT_INSTALLED`. */
export const reportPdfFile = (document: ReportDocument, written: WrittenTables): Promise<Buffer> =>
  isBuilt ? inProcess({ kind: 'reportPdf', document, written }) : reportPdf(document, written)
