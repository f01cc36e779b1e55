import { setTimeout as delay } from 'node:timers/promises'

/** One catch-up begins at most in so many milliseconds. */
const EVERY_MS = 100
/** Nobody waits longer for one. */
const PATIENCE_MS = 2000

/**
 * Lets all who miss something at the same time share one question to the database, and asks few of them: strangers who
 * guess at secrets must not make it work. Who comes while one is under way waits for the next, since what was asked before
 * may know nothing of what is missed.
 */
export class SharedCatchUp {
  #next: Promise<void> | null = null
  #running: Promise<void> = Promise.resolve()
  #begun = -Infinity

  /** @param work - Brings everything that is committed when it begins. */
  constructor(private readonly work: () => Promise<void>) {}

  /** Resolves once a catch-up that began after this call has ended, well or not, or took too long. */
  async run(): Promise<void> {
    const stop = new AbortController()
    const patience = delay(PATIENCE_MS, undefined, { signal: stop.signal }).catch(() => undefined)
    await Promise.race([(this.#next ??= this.#begin()), patience])
    stop.abort()
  }

  async #begin(): Promise<void> {
    await this.#running
    await delay(Math.max(0, this.#begun + EVERY_MS - performance.now()))
    this.#begun = performance.now()
    this.#next = null
    // That the database does not answer is told by the feed, which asks all the time.
    this.#running = this.work().catch(() => undefined)
    await this.#running
  }
}
