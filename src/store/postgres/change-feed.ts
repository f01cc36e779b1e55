import { setTimeout as delay } from 'node:timers/promises'
import { CatalogError } from '../../catalog/errors.js'
import type { Commit, Committed } from '../../catalog/store.js'
import type { Report } from '../failures.js'
import type { Database } from './database.js'
import { SharedCatchUp } from './shared-catch-up.js'

/** How often the database is asked for commits of others that no notice told of. */
const LOOK_MS = 500
/** The most commits that one question brings. */
const PAGE = 200

/** A row of the table of changes. */
export interface ChangeRow {
  readonly revision: string
  readonly document: Required<Omit<Commit, 'audit'>> & Pick<Commit, 'audit'>
}

export const toCommitted = ({ revision, document }: ChangeRow): Committed => ({
  revision: Number(revision),
  puts: document.puts,
  transactions: document.transactions,
  stock: document.stock,
  // Commits from before there was a trail.
  audit: document.audit ?? [],
})

/**
 * Tells watchers of every commit, those of this process and of others, once and in order of revision.
 *
 * A notice of the database only says that it is time to look; what there is to tell always comes from the revisions
 * after the last one that was told. So a notice that is lost, doubled or late costs nothing but time.
 */
export class ChangeFeed {
  readonly #listeners = new Set<(committed: Committed) => void>()
  #position: number
  #wake: () => void = () => undefined
  #noticed = 0
  #isNoticed = false
  #isAnswered = false
  #stopped: CatalogError | null = null
  #running: Promise<void> | null = null
  #lost: { vi: string; en: string } | null = null
  readonly #shared = new SharedCatchUp(() => this.#catchUp())
  #isClosed = false

  constructor(
    private readonly database: Database,
    position: number,
    private readonly report: Report,
  ) {
    this.#position = position
  }

  /** The last revision that was told. */
  get position(): number {
    return this.#position
  }

  /** Why nothing can be written at present; null while the database answers. */
  get lost(): { vi: string; en: string } | null {
    return this.#stopped ? { vi: this.#stopped.text('vi'), en: this.#stopped.text('en') } : this.#lost
  }

  /** Begins after a snapshot, unless somebody is told already. */
  startAfter(revision: number): void {
    if (this.#listeners.size === 0) this.#position = revision
  }

  /** What lay between the snapshot and the first watcher is told to that watcher. */
  watch(listener: (committed: Committed) => void): () => void {
    const own = (committed: Committed): void => listener(committed)
    this.#listeners.add(own)
    this.#running ??= this.#run()
    return () => this.#listeners.delete(own)
  }

  /** Tells watchers what is committed by now, unless the database does not answer; see {@link SharedCatchUp}. */
  async catchUp(): Promise<void> {
    if (this.#running && !this.#lost && !this.#isClosed) await this.#shared.run()
  }

  /** It is time to look. */
  look(): void {
    this.#isNoticed = true
    this.#wake()
  }

  /** Somebody's commit has this revision, perhaps our own. */
  notice(revision: number): void {
    this.#noticed = Math.max(this.#noticed, revision)
    if (!this.#isAnswered && this.#noticed > this.#position) this.look()
  }

  /** Need not look while `work` gets an answer from the database that brings all commits before its own. */
  async whileAnswered(work: () => Promise<void>): Promise<void> {
    this.#isAnswered = true
    try {
      await work()
    } finally {
      this.#isAnswered = false
      this.notice(this.#noticed)
    }
  }

  /**
   * Tells what was not told yet, of commits in order of revision.
   *
   * @throws {CatalogError} `STORE_STOPPED` when one is missing that was to be told before.
   */
  follow(commits: readonly Committed[]): void {
    for (const committed of commits) {
      if (committed.revision <= this.#position) continue
      if (committed.revision > this.#position + 1) this.#stopped = missing(this.#position + 1)
      this.refuseWhenStopped()
      this.#position = committed.revision
      for (const listener of [...this.#listeners]) this.#tell(listener, committed)
    }
  }

  /** @throws {CatalogError} `STORE_STOPPED` once a commit was missing: what is in memory can no longer be trusted. */
  refuseWhenStopped(): void {
    if (this.#stopped) throw this.#stopped
  }

  #tell(listener: (committed: Committed) => void, committed: Committed): void {
    try {
      listener(committed)
    } catch (error) {
      const [revision, said] = [committed.revision, String(error)]
      this.report({
        vi: `Nơi theo dõi lần ghi ${revision} bị lỗi (${said}); dữ liệu đã được lưu.`,
        en: `A watcher of commit ${revision} failed (${said}); the commit is stored.`,
      })
    }
  }

  async #run(): Promise<void> {
    while (!this.#isClosed) {
      const failure = await this.#catchUp().then(
        () => null,
        (error: unknown) => ({ error }),
      )
      if (failure && !this.#lost) this.report(lost(failure.error))
      if (!failure && this.#lost) this.report({ vi: 'Đã nối lại với cơ sở dữ liệu.', en: 'The database is back.' })
      this.#lost = failure && lost(failure.error)
      await this.#nextLook()
    }
  }

  async #catchUp(): Promise<void> {
    for (let found = PAGE; found === PAGE && !this.#isClosed;) {
      const rows = await this.database.query<ChangeRow & Record<string, unknown>>(
        `select revision, document from ${this.database.schema}.changes where revision > $1 order by revision limit ${PAGE}`,
        [this.#position],
      )
      this.follow(rows.map(toCommitted))
      found = rows.length
    }
  }

  async #nextLook(): Promise<void> {
    if (!this.#isNoticed && !this.#isClosed) {
      const stop = new AbortController()
      const noticed = new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      await Promise.race([noticed, delay(LOOK_MS, undefined, { signal: stop.signal }).catch(() => undefined)])
      stop.abort()
    }
    this.#isNoticed = false
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#wake()
    await this.#running
  }
}

const missing = (revision: number): CatalogError =>
  new CatalogError('STORE_STOPPED', {
    details: {
      why: `bảng changes thiếu lần ghi ${revision}`,
      whyEn: `commit ${revision} is missing from the table of changes`,
    },
  })

function lost(error: unknown): { vi: string; en: string } {
  if (error instanceof CatalogError && error.code === 'STORE_STOPPED')
    return { vi: error.text('vi'), en: error.text('en') }
  return {
    vi: `Mất liên lạc với cơ sở dữ liệu (${String(error)}): trang vẫn đọc được từ bộ nhớ, chưa ghi được gì.`,
    en: `The database is lost (${String(error)}): pages are served from memory, nothing can be written.`,
  }
}
