import { randomUUID } from 'node:crypto'
import type { Person } from '../../../access/actor.js'
import type { ImportRecord } from '../../../catalog/import-record.js'
import { CatalogError } from '../../../catalog/errors.js'
import type { ImportTarget } from '../../../exchange/import/import-kind.js'
import { previewImport, type ImportPreview } from '../../../exchange/import/preview-import.js'
import type { Catalog } from '../../../site/catalog.js'
import { IMPORT_KINDS } from './kinds.js'

/** A file that somebody has sent, from its check to its end. Kept in this process alone. */
export interface ImportJob {
  readonly id: string
  readonly accountId: string
  readonly kind: ImportRecord['kind']
  readonly fileName: string
  readonly bytes: Buffer
  readonly placesBefore2025: boolean
  columns: ReadonlyMap<string, string>
  state: 'checking' | 'ready' | 'applying' | 'done' | 'failed'
  progress: { readonly done: number; readonly total: number }
  preview: ImportPreview | null
  /** Why it cannot be read, or was refused. */
  error: unknown
  applied: { readonly done: number; readonly known: number } | null
}

/** Files at a time: of one person, and of all. The oldest gives way. */
const MOST_OWN = 3
const MOST = 20

export type JobStart = Pick<ImportJob, 'kind' | 'fileName' | 'bytes' | 'placesBefore2025'>

/** The imports under way. A large file is checked in turns, so the shop goes on meanwhile. */
export class ImportJobs {
  readonly #jobs = new Map<string, ImportJob>()

  constructor(private readonly catalog: Catalog) {}

  start(person: Person, facts: JobStart): ImportJob {
    this.#makeRoom(person)
    const job: ImportJob = {
      ...facts,
      id: randomUUID(),
      accountId: person.accountId,
      columns: new Map(),
      state: 'checking',
      progress: { done: 0, total: 0 },
      preview: null,
      error: null,
      applied: null,
    }
    this.#jobs.set(job.id, job)
    void this.#check(job)
    return job
  }

  /** @throws {CatalogError} `NOT_FOUND` for another person's file too. */
  get(person: Person, id: string): ImportJob {
    const job = this.#jobs.get(id)
    if (job?.accountId !== person.accountId) throw new CatalogError('NOT_FOUND', { details: { what: 'import', id } })
    return job
  }

  /** Checks the file again with the columns as the person has matched them. */
  recheck(job: ImportJob, columns: ReadonlyMap<string, string>): void {
    if (job.state !== 'ready' && job.state !== 'failed') return
    job.columns = columns
    void this.#check(job)
  }

  /** Puts it into the catalog, all or nothing, with a record by which it can be taken back. */
  apply(person: Person, job: ImportJob): void {
    if (job.state !== 'ready' || !job.preview || job.preview.faults.length > 0) return
    job.state = 'applying'
    const { preview, kind, fileName } = job
    const facts = { kind, fileName, rows: preview.counts.new + preview.counts.changed }
    const target: ImportTarget = {
      save: async (changes) => {
        await this.catalog.imports.save(person, facts, changes)
        return { revision: 0, puts: [], stock: [], transactions: [], audit: [] }
      },
      recordPlatformSales: (sales) => this.catalog.imports.record(person, facts, sales),
    }
    void preview.apply(target).then(
      (applied) => Object.assign(job, { state: 'done', applied }),
      (error: unknown) => Object.assign(job, { state: 'failed', error }),
    )
  }

  async #check(job: ImportJob): Promise<void> {
    Object.assign(job, { state: 'checking', error: null, progress: { done: 0, total: 0 } })
    try {
      job.preview = await previewImport(IMPORT_KINDS[job.kind], job.bytes, this.catalog, {
        columns: job.columns,
        placesBefore2025: job.placesBefore2025,
        onProgress: (done, total) => (job.progress = { done, total }),
      })
      job.state = 'ready'
    } catch (error) {
      Object.assign(job, { state: 'failed', error })
    }
  }

  #makeRoom({ accountId }: Person): void {
    const own = [...this.#jobs.values()].filter((job) => job.accountId === accountId)
    const oldest = own.length >= MOST_OWN ? own[0] : this.#jobs.size >= MOST ? [...this.#jobs.values()][0] : undefined
    if (oldest) this.#jobs.delete(oldest.id)
  }
}

const jobsByCatalog = new WeakMap<Catalog, ImportJobs>()

/** The imports under way on a catalog. */
export function importJobsOf(catalog: Catalog): ImportJobs {
  let jobs = jobsByCatalog.get(catalog)
  if (!jobs) jobsByCatalog.set(catalog, (jobs = new ImportJobs(catalog)))
  return jobs
}
