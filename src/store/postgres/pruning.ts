import type { Database } from './database.js'

const HOUR = 3_600_000
/** Rows in one statement, so that none holds others up. */
const BATCH = 5000

/**
 * Removes rows of `changes` that no process can need any more. They serve to catch up with commits of others and to find
 * a commit whose answer was lost: a matter of seconds. A process that was away for longer than they are kept notices
 * that they are gone, and stops writing rather than go on with a wrong memory.
 */
export class Pruning {
  readonly #timer: NodeJS.Timeout
  #running: Promise<void>

  constructor(
    private readonly database: Database,
    private readonly days: number,
  ) {
    this.#running = this.#prune()
    this.#timer = setInterval(() => {
      this.#running = this.#prune()
    }, HOUR)
    this.#timer.unref()
  }

  async #prune(): Promise<void> {
    const { schema } = this.database
    for (let removed = BATCH; removed === BATCH;) {
      const rows = await this.database
        .query(
          `delete from ${schema}.changes where revision in (
             select revision from ${schema}.changes where committed_at < now() - make_interval(days => $1)
             order by revision limit ${BATCH}
           ) returning revision`,
          [this.days],
        )
        // A database that is away is the feed's to report; the next hour is soon enough.
        .catch(() => [])
      removed = rows.length
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#running
  }
}
