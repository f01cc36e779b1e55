import { randomUUID } from 'node:crypto'
import { setImmediate, setTimeout as delay } from 'node:timers/promises'
import type { Commit, Committed } from '../../catalog/store.js'
import { toCommitted, type ChangeFeed, type ChangeRow } from './change-feed.js'
import { toDocument } from './document.js'
import type { Database } from './database.js'
import { isPassing, stateOf, toCatalogError, uncertain } from './failures.js'
import { toCatalogRefusal, type Refusal } from './refusals.js'

/** Waits between attempts, in milliseconds; after the last attempt the commit is refused. */
const PAUSES = [30, 120, 500]
/** The most commits in one database transaction. */
const BATCH = 50

interface Waiting {
  /** Names the commit, so that it is made once although it may be sent again. */
  readonly id: string
  readonly commit: Required<Commit>
  readonly resolve: (committed: Committed) => void
  readonly reject: (error: unknown) => void
}

/** A row of `commit_batch`: a commit of another process when `place` is null, else what became of one of ours, from 1. */
interface Row {
  readonly place: number | null
  readonly new_revision: string | null
  readonly change: ChangeRow['document'] | null
  readonly refusal: Refusal | null
}

/**
 * Sends the commits of this process in the order in which they came. While one database transaction is under way the
 * next commits gather, and go together: one round trip and one write to disk for all of them.
 */
export class CommitQueue {
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null

  constructor(
    private readonly database: Database,
    private readonly feed: ChangeFeed,
  ) {}

  commit({ puts = [], transactions = [], stock = [], audit = [] }: Commit): Promise<Committed> {
    return new Promise<Committed>((resolve, reject) => {
      this.#waiting.push({ id: randomUUID(), commit: { puts, transactions, stock, audit }, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** Resolves when nothing waits. */
  async settle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whoever comes in the same moment shares the transaction.
      await setImmediate()
      const batch = this.#waiting.splice(0, BATCH)
      try {
        await this.feed.whileAnswered(async () => this.#settleBatch(batch, await this.#send(batch)))
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    this.#running = null
  }

  /**
   * Sends a batch until the database answers. An attempt whose answer was lost may have been kept: sent again under the
   * same ids, the batch is then found on record and not made twice.
   */
  async #send(batch: readonly Waiting[]): Promise<Row[]> {
    const ids = batch.map(({ id }) => id)
    const commits = batch.map(({ commit }) => toDocument(commit))
    let isUncertain = false
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await this.#attempt(ids, commits)
      if ('rows' in outcome) return outcome.rows
      const { error, wasSent } = outcome
      isUncertain ||= wasSent && stateOf(error) === null
      const pause = PAUSES[attempt]
      const mayHelp = isUncertain || (wasSent && isPassing(error))
      if (pause === undefined || !mayHelp) throw isUncertain ? uncertain(error) : toCatalogError(error)
      await delay(pause * (0.5 + Math.random()))
    }
  }

  async #attempt(
    ids: readonly string[],
    commits: readonly string[],
  ): Promise<{ rows: Row[] } | { error: unknown; wasSent: boolean }> {
    let wasSent = false
    try {
      const client = await this.database.connect()
      try {
        wasSent = true
        const { rows } = await client.query<Row>(
          `select * from ${this.database.schema}.commit_batch($1::uuid[], $2::json[], $3::bigint)`,
          [ids, commits, this.feed.position],
        )
        client.release()
        return { rows }
      } catch (error) {
        client.release(true)
        throw error
      }
    } catch (error) {
      return { error, wasSent }
    }
  }

  #settleBatch(batch: readonly Waiting[], rows: readonly Row[]): void {
    const ofOthers = rows.flatMap(({ place, new_revision: revision, change: document }) =>
      place === null && revision !== null && document !== null ? [toCommitted({ revision, document })] : [],
    )
    this.feed.follow(ofOthers)
    for (const { place, new_revision: revision, refusal } of rows) {
      const waiting = place === null ? undefined : batch[place - 1]
      if (!waiting) continue
      if (refusal) waiting.reject(toCatalogRefusal(refusal))
      else {
        const committed = { revision: Number(revision), ...waiting.commit }
        this.feed.follow([committed])
        waiting.resolve(committed)
      }
    }
  }
}
