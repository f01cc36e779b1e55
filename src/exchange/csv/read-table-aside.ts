import { reading } from '../aside/lane.js'
import { runProcess } from '../aside/run-process.js'
import { fileRefusal } from './file-refusal.js'
import { checkBytes, LIMITS, type Limits } from './limits.js'
import { readTable, type Table, type TableRow } from './read-table.js'
import type { TableTask } from './table-process.js'

/** A file of no more is read here: a process of its own would cost more. */
const SMALL = 128 * 1024
const HEAP_MB = 512
const MILLISECONDS = 30_000

/** Processes of their own run what is built. From its sources, as tests run it, the catalog reads its files itself. */
const isBuilt = import.meta.url.endsWith('.js')

const tooHeavy = () =>
  fileRefusal(
    'Tệp CSV này nặng quá, không đọc được một lần; hãy chia thành nhiều tệp.',
    'This CSV file is too heavy to be read at once; split it into several.',
  )

/**
 * Reads a CSV file like `readTable`, a long one in a process of its own within its memory and time.
 *
 * @throws {CatalogError} `INVALID_INPUT` as that does and beyond the limits of the process; `FILES_WAITING`.
 */
export async function readTableAside(file: Buffer, limits: Limits = LIMITS): Promise<Table> {
  checkBytes(file.length, limits)
  if (file.length <= SMALL || !isBuilt) return readTable(file, limits)
  const rows: TableRow[] = []
  const headings = await reading.take(() =>
    runProcess<readonly string[], readonly TableRow[]>({
      program: new URL('./table-process.js', import.meta.url),
      data: { file, limits } satisfies TableTask,
      onPiece: (piece) => {
        for (const row of piece) rows.push(row)
      },
      heapMb: HEAP_MB,
      milliseconds: MILLISECONDS,
      tooMuch: tooHeavy,
    }),
  )
  return { headings, rows }
}
