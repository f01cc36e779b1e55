import type { Person } from '../../../access/actor.js'
import { CatalogError } from '../../../catalog/errors.js'
import type { ImportRecord } from '../../../catalog/office/import-record.js'
import type { ImportPreview } from '../../../exchange/import/preview-import.js'

/** What is said of a file when it is sent, and which columns were matched by hand since. */
export interface JobFacts {
  readonly kind: ImportRecord['kind']
  readonly fileName: string
  readonly placesBefore2025: boolean
  /** How long the file is. */
  readonly bytes: number
  /** Field by heading. */
  readonly columns: Readonly<Record<string, string>>
  /** What holds for all rows, by field. */
  readonly forAllRows?: Readonly<Record<string, string>>
}

/** A file that somebody has sent, from its check to its end, as one process knows it. */
export interface ImportJob {
  readonly id: string
  readonly accountId: string
  readonly facts: JobFacts
  /** Why it is checked once more: its process has ended before its work did, or the preview had to make room for others. */
  readonly again: 'resumed' | 'putAway' | null
  state: 'checking' | 'ready' | 'putAway' | 'applying' | 'done' | 'failed'
  progress: { readonly done: number; readonly total: number }
  /** The headings of the file, also of one that lacks a column; none before it is read. */
  columns: ImportPreview['columns']
  preview: ImportPreview | null
  /** Why it cannot be read, or was refused. */
  error: unknown
  applied: { readonly done: number; readonly known: number } | null
  /** Who has asked to import so many rows before this process had checked them; null for nobody, and once they are. */
  wish: { readonly person: Person; readonly rows: number } | null
}

export const newJob = (
  facts: Pick<ImportJob, 'id' | 'accountId' | 'facts'> &
    Partial<Pick<ImportJob, 'again' | 'state' | 'applied' | 'wish'>>,
): ImportJob => ({
  again: null,
  state: 'checking',
  applied: null,
  wish: null,
  ...facts,
  progress: { done: 0, total: 0 },
  columns: [],
  preview: null,
  error: null,
})

/** So many rows of a file that was checked would add or change something. */
export const rowsToDo = ({ counts }: ImportPreview): number => counts.new + counts.changed

/** What is being done with it, as people see it: one that somebody has confirmed already is not offered once more. */
export const stepOf = ({ state, wish }: ImportJob): ImportJob['state'] =>
  state === 'ready' && wish ? 'applying' : state

/** Whether it had no place among the many that are worked on: it is tried again when it is asked for. */
export const isTurnedAway = ({ error }: ImportJob): boolean =>
  error instanceof CatalogError && error.code === 'FILES_WAITING'

/** What was imported, as the record of it tells in whichever process. */
export const doneOf = ({ kind, rows, transactions }: ImportRecord): { done: number; known: number } =>
  kind === 'sales' ? { done: transactions.length, known: rows - transactions.length } : { done: rows, known: 0 }
