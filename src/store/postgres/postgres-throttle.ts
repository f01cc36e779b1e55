import { createHash } from 'node:crypto'
import { MemoryThrottle } from '../../catalog/ports/memory-throttle.js'
import { waitOf, type TryOutcome, type Throttle, type ThrottleKey, type Tried } from '../../catalog/ports/throttle.js'
import type { Database } from './database.js'

/** So long a process turns away by itself what the database has just turned away: a flood must not reach it. */
const REMEMBERED_MS = 1000
/** How often what is forgotten is taken out of the table. */
const SWEPT_EVERY_MS = 600_000
/** More names than this are not remembered. */
const MOST_REFUSED = 10_000

interface Answer extends Record<string, unknown> {
  readonly answer: { readonly isTaken: boolean; readonly tried: readonly (Tried & { readonly name: string })[] }
}

/** What stands in the table: no address and no phone number. */
const digestOf = (name: string): string => createHash('sha256').update(name).digest('base64url').slice(0, 22)

const longestWait = (keys: readonly ThrottleKey[], tried: readonly Tried[], at: number): number =>
  Math.max(0, ...keys.map(({ rule }, index) => waitOf(tried[index], rule, at)))

/** Counts tries in the database, one round trip each. While it does not answer, this process counts on its own. */
export class PostgresThrottle implements Throttle {
  readonly #own = new MemoryThrottle()
  #sweepAt = 0
  readonly #refused = new Map<string, { readonly until: number; readonly taken: TryOutcome }>()

  constructor(
    private readonly database: Pick<Database, 'query' | 'schema'>,
    private readonly isLost: () => boolean,
  ) {}

  async take(keys: readonly ThrottleKey[], now: Date, times = 1): Promise<TryOutcome> {
    const at = now.getTime()
    const id = keys.map(({ name }) => name).join('\n')
    const known = this.#refused.get(id)
    if (known && known.until > at && known.until - at <= REMEMBERED_MS)
      return { ...known.taken, wait: longestWait(keys, known.taken.tried, at) }
    this.#refused.delete(id)
    const taken = await this.#ask(keys, at, times).catch(() => null)
    if (taken === null) return this.#own.takeNow(keys, now, times)
    if (!taken.isTaken) this.#remember(id, { until: at + Math.min(REMEMBERED_MS, taken.wait), taken })
    return taken
  }

  async giveBack(names: readonly string[], which: 'one' | 'all'): Promise<void> {
    this.#refused.clear()
    await this.#own.giveBack(names, which)
    const left = which === 'one' ? 'greatest(0, count - 1)' : '0'
    await this.database
      .query(`update ${this.database.schema}.tries set count = ${left}, free_at = 0 where name = any ($1)`, [
        names.map(digestOf),
      ])
      // What is not given back is forgotten in its time.
      .catch(() => undefined)
  }

  async #ask(keys: readonly ThrottleKey[], at: number, times: number): Promise<TryOutcome | null> {
    if (this.isLost()) return null
    this.#sweep(at)
    const asked = keys.map(({ name, rule }) => ({
      name: digestOf(name),
      free: rule.free,
      first_wait: rule.firstWait,
      longest_wait: rule.longestWait,
      forget: rule.forget,
      since: rule.since,
    }))
    const [row] = await this.database.query<Answer>(
      `select ${this.database.schema}.take_tries($1::json, $2, $3) as answer`,
      [JSON.stringify(asked), at, times],
    )
    if (!row) return null
    const { isTaken, tried } = row.answer
    const found = asked.flatMap(({ name }) => tried.find((one) => one.name === name) ?? [])
    return {
      isTaken,
      wait: isTaken ? 0 : longestWait(keys, found, at),
      tried: found.map(({ count, freeAt, endsAt }) => ({ count, freeAt, endsAt })),
    }
  }

  #sweep(at: number): void {
    if (at < this.#sweepAt) return
    this.#sweepAt = at + SWEPT_EVERY_MS
    void this.database
      .query(`delete from ${this.database.schema}.tries where ends_at < $1`, [at])
      // The next time is soon enough.
      .catch(() => undefined)
  }

  #remember(id: string, refused: { readonly until: number; readonly taken: TryOutcome }): void {
    if (this.#refused.size >= MOST_REFUSED) this.#refused.clear()
    this.#refused.set(id, refused)
  }
}
