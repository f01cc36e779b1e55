import { randomUUID } from 'node:crypto'
import { toPerson, type Person } from '../../../access/actor.js'
import { CatalogError } from '../../../catalog/errors.js'
import { MOST_SENT_FILES, type SentFile, type SentFiles } from '../../../catalog/ports/sent-files.js'
import { checkingLane } from '../../../exchange/aside/lane.js'
import type { ImportTarget } from '../../../exchange/import/import-kind.js'
import { previewImport } from '../../../exchange/import/preview-import.js'
import type { Catalog } from '../../../site/catalog.js'
import { workingsOf } from '../../../site/workings.js'
import { doneOf, isTurnedAway, newJob, rowsToDo, type ImportJob, type JobFacts } from './import-job.js'
import { IMPORT_KINDS } from './kinds.js'
import { PreviewShelf } from './preview-shelf.js'

/** So often a process tells the others how far it is, in milliseconds. */
const TOLD_EVERY = 2000
/** A process that says nothing for so long has ended, in milliseconds. */
const SILENCE = 15_000
/** Bytes of memory that the previews of this process take, of all its shops and offices. */
const MOST_HELD = 192 * 2 ** 20

const previews = new PreviewShelf<ImportJob>(MOST_HELD)

const gone = (id: string): CatalogError => new CatalogError('NOT_FOUND', { details: { what: 'import', id } })

/**
 * The imports under way. A large file is checked in turns, so the shop goes on meanwhile. The file lies in the store: a
 * process that is asked about one that another works on says how far that is, and goes on with it when that has ended.
 */
export class ImportJobs {
  readonly #jobs = new Map<string, ImportJob>()
  readonly #worker = randomUUID()
  readonly #sentFiles: SentFiles

  constructor(private readonly catalog: Catalog) {
    this.#sentFiles = workingsOf(catalog).sentFiles
  }

  /** @throws {CatalogError} `STORE_UNAVAILABLE` */
  async start({ accountId }: Person, said: Omit<JobFacts, 'bytes'>, bytes: Uint8Array): Promise<ImportJob> {
    const id = randomUUID()
    const facts = { ...said, bytes: bytes.length }
    await this.#sentFiles.keep({ id, accountId, facts: JSON.stringify(facts) }, bytes, this.catalog.now())
    return this.#open(newJob({ id, accountId, facts }))
  }

  /** @throws {CatalogError} `NOT_FOUND` for another person's file too, and for one that is kept no longer. */
  async find(person: Person, id: string): Promise<ImportJob> {
    const sent = await this.#sentFiles.find(id)
    const own = this.#jobs.get(id)
    if (sent?.accountId !== person.accountId) {
      if (own && !sent) this.#drop(own)
      throw gone(id)
    }
    if (own?.state === 'done') return own
    const facts = JSON.parse(sent.facts) as JobFacts
    const known = { id, accountId: sent.accountId, facts }
    const imported = this.catalog.state.find('imports', id)
    if (imported) return newJob({ ...known, state: 'done', applied: doneOf(imported) })
    if (own?.state === 'checking' || own?.state === 'applying') return own
    const held = own && this.#isHeld(own, sent) ? own : null
    const work = this.#workElsewhere(sent)
    if (work && (work.step === 'applying' || !held))
      return Object.assign(newJob({ ...known, state: work.step as ImportJob['state'] }), { progress: work })
    if (held) {
      previews.touch(held)
      return held
    }
    const isPutAway = own?.state === 'putAway'
    const again = isPutAway ? 'putAway' : sent.work ? 'resumed' : (own?.again ?? null)
    return this.#open(newJob({ ...known, again, wish: own?.wish ?? null }))
  }

  /** Checks the file again with the columns as the person has matched them. @throws {CatalogError} `STORE_UNAVAILABLE` */
  async recheck(job: ImportJob, matched: Pick<JobFacts, 'columns' | 'forAllRows'>): Promise<void> {
    const isOurs = this.#jobs.get(job.id) === job && !job.wish
    if (!isOurs || job.state === 'applying' || job.state === 'done') return
    const facts = { ...job.facts, ...matched }
    await this.#sentFiles.describe(job.id, JSON.stringify(facts))
    this.#open(newJob({ id: job.id, accountId: job.accountId, facts }))
  }

  /**
   * Puts it into the catalog, all or nothing and once, with a record by which it can be taken back. Where another process
   * has shown what it would do, this one checks it first: unless it comes to as many rows, the person is asked again.
   */
  async apply(person: Person, found: ImportJob, rows: number): Promise<void> {
    if (found.state !== 'checking') {
      this.#apply(person, found, rows)
      return
    }
    const job = this.#jobs.has(found.id) ? found : this.#open(newJob(found))
    job.wish = { person, rows }
    await this.#tell(job)
  }

  #apply(person: Person, job: ImportJob, rows: number): void {
    const { preview, id, state } = job
    if (state !== 'ready' || !preview || preview.faults.length > 0 || rowsToDo(preview) !== rows) return
    const { kind, fileName } = job.facts
    const facts = { id, kind, fileName, rows }
    const actor = this.#asNow(person)
    const target: ImportTarget = {
      save: async (changes) => {
        await this.catalog.imports.save(actor, facts, changes)
        return { revision: 0, puts: [], stock: [], transactions: [], audit: [] }
      },
      recordPlatformSales: (sales) => this.catalog.imports.record(actor, facts, sales),
    }
    void this.#work(job, 'applying', async () => {
      const applied = await preview.apply(target)
      Object.assign(job, { state: 'done', applied })
    })
  }

  /** A person with the roles of this moment: whoever asked for it may have lost them while the file was checked. */
  #asNow(person: Person): Person {
    const account = this.catalog.state.find('accounts', person.accountId)
    return account ? toPerson(account) : { ...person, memberships: [] }
  }

  #open(job: ImportJob): ImportJob {
    this.#makeRoom(job)
    this.#jobs.set(job.id, job)
    const checked = this.#work(job, 'checking', () => this.#check(job))
    void checked.then(() => {
      const { wish, state } = job
      if (!wish || state !== 'ready') return
      job.wish = null
      this.#apply(wish.person, job, wish.rows)
    })
    return job
  }

  async #check(job: ImportJob): Promise<void> {
    const isAwaited = () => this.#jobs.get(job.id) === job || job.wish !== null
    const { kind, placesBefore2025, columns, forAllRows = {}, bytes } = job.facts
    const preview = await checkingLane(bytes).take(async () => {
      const file = isAwaited() ? await this.#sentFiles.read(job.id) : null
      if (!file) throw gone(job.id)
      return previewImport(IMPORT_KINDS[kind], Buffer.from(file), this.catalog, {
        columns: new Map(Object.entries(columns)),
        forAllRows: new Map(Object.entries(forAllRows)),
        placesBefore2025,
        onColumns: (columns) => (job.columns = columns),
        onProgress: (done, total) => (job.progress = { done, total }),
      })
    })
    if (!isAwaited()) throw gone(job.id)
    Object.assign(job, { preview, state: 'ready' })
    previews.put(job, {
      bytes: preview.memory,
      isIdle: () => job.state === 'ready' && !job.wish,
      putAway: () => Object.assign(job, { preview: null, state: 'putAway' }),
    })
  }

  /** Does one step, and tells the other processes meanwhile that it does. */
  async #work(job: ImportJob, step: 'checking' | 'applying', task: () => Promise<void>): Promise<void> {
    Object.assign(job, { state: step, error: null })
    const telling = setInterval(() => void this.#tell(job), TOLD_EVERY).unref()
    try {
      await this.#tell(job)
      await task()
    } catch (error) {
      Object.assign(job, { state: 'failed', error })
    } finally {
      clearInterval(telling)
      if (job.state !== 'ready') this.#letGo(job)
      await this.#sentFiles.note(job.id, null)
    }
  }

  /** Who waits until a file is checked and then imported sees it being imported, whichever process is asked. */
  #tell({ id, state, wish, progress }: ImportJob): Promise<void> {
    const step = wish ? 'applying' : state
    return this.#sentFiles.note(id, {
      worker: this.#worker,
      step,
      ...progress,
      at: this.catalog.now().getTime(),
    })
  }

  /** What another process does with the file; null when none does, or when it has ended in the middle of it. */
  #workElsewhere({ work }: SentFile): SentFile['work'] {
    if (!work || work.worker === this.#worker) return null
    return this.catalog.now().getTime() - work.at < SILENCE ? work : null
  }

  /** What this process knows of the file is what was last said of it, and it need not be checked once more. */
  #isHeld(job: ImportJob, { facts }: SentFile): boolean {
    return job.state !== 'putAway' && !isTurnedAway(job) && JSON.stringify(job.facts) === facts
  }

  #letGo(job: ImportJob): void {
    job.preview = null
    previews.remove(job)
  }

  #drop(job: ImportJob): void {
    this.#jobs.delete(job.id)
    if (job.state === 'ready') this.#letGo(job)
  }

  /** The newest files are known; the store keeps no more files either. */
  #makeRoom({ accountId, id }: ImportJob): void {
    const before = this.#jobs.get(id)
    if (before) this.#drop(before)
    const all = [...this.#jobs.values()]
    const own = all.filter((job) => job.accountId === accountId)
    const [oldest] = own.length >= MOST_SENT_FILES.ofOne ? own : all.length >= MOST_SENT_FILES.ofAll ? all : []
    if (oldest) this.#drop(oldest)
  }
}

const jobsByCatalog = new WeakMap<Catalog, ImportJobs>()

/** The imports under way on a catalog. */
export function importJobsOf(catalog: Catalog): ImportJobs {
  let jobs = jobsByCatalog.get(catalog)
  if (!jobs) jobsByCatalog.set(catalog, (jobs = new ImportJobs(catalog)))
  return jobs
}
