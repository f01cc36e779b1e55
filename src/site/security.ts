import type { Day } from '../catalog/day.js'
import type { SecurityDay } from '../catalog/office/security-day.js'
import { CatalogError } from '../catalog/errors.js'
import type { Actor } from '../access/actor.js'
import { maySomewhere } from '../access/rights.js'
import type { SiteContext } from './context.js'

/** What is turned away and counted: for the office to see that the doors hold. */
export const SECURITY_EVENTS = ['failedSignIn', 'throttled', 'refusedRight', 'crossSite', 'unknownPath'] as const
export type SecurityEvent = (typeof SECURITY_EVENTS)[number]
export type SecurityCounts = Readonly<Record<SecurityEvent, number>>

export interface CountedDay {
  readonly day: Day
  readonly counts: SecurityCounts
}

/** A flood must not become a flood of commits: counts are written this often, and when the site closes. */
const WRITTEN_EVERY_MS = 300_000

const NONE: SecurityCounts = { failedSignIn: 0, throttled: 0, refusedRight: 0, crossSite: 0, unknownPath: 0 }

const sum = (a: SecurityCounts, b: SecurityCounts): SecurityCounts => ({
  failedSignIn: a.failedSignIn + b.failedSignIn,
  throttled: a.throttled + b.throttled,
  refusedRight: a.refusedRight + b.refusedRight,
  crossSite: a.crossSite + b.crossSite,
  unknownPath: a.unknownPath + b.unknownPath,
})

/** Counts by day what was turned away, and keeps the counts in coarse steps. */
export class Security {
  /** Counted by this process and not written yet. */
  readonly #waiting = new Map<Day, SecurityCounts>()
  readonly #timer: NodeJS.Timeout

  constructor(private readonly site: SiteContext) {
    // A disk that is full now has room later: what could not be written waits for the next time.
    this.#timer = setInterval(() => void this.write().catch(() => undefined), WRITTEN_EVERY_MS)
    this.#timer.unref()
  }

  note(event: SecurityEvent): void {
    const day = this.site.today()
    this.#waiting.set(day, sum(this.#waiting.get(day) ?? NONE, { ...NONE, [event]: 1 }))
  }

  /** The days on which anything was turned away, newest first. @throws {CatalogError} `FORBIDDEN` */
  days(actor: Actor): readonly CountedDay[] {
    if (!maySomewhere(actor, 'security.view')) throw new CatalogError('FORBIDDEN')
    const kept = this.site.state.all('securityDays').map(({ id }) => id)
    return [...new Set([...kept, ...this.#waiting.keys()])]
      .toSorted()
      .toReversed()
      .map((day) => ({ day, counts: sum(this.#kept(day), this.#waiting.get(day) ?? NONE) }))
  }

  /** Makes the counts so far durable. */
  async write(): Promise<void> {
    for (const [day, counts] of [...this.#waiting]) {
      this.#waiting.delete(day)
      await this.#add(day, counts).catch((error: unknown) => {
        this.#waiting.set(day, sum(this.#waiting.get(day) ?? NONE, counts))
        throw error
      })
    }
  }

  /** Writes what waits, if it can be written, and counts no more. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.write().catch(() => undefined)
  }

  #kept(day: Day): SecurityCounts {
    return this.site.state.find('securityDays', day) ?? NONE
  }

  #add(day: Day, counts: SecurityCounts): Promise<SecurityDay> {
    return this.site.change(() => {
      const record = this.site.draft('securityDays', { id: day, ...sum(this.#kept(day), counts) })
      return { commit: { puts: [this.site.put('securityDays', record)] }, result: record }
    })
  }
}
