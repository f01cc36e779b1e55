import type { Day } from '../catalog/day.js'

/** What is turned away and counted: for the office to see that the doors hold. */
export const SECURITY_EVENTS = ['failedSignIn', 'throttled', 'refusedRight', 'crossSite', 'unknownPath'] as const
export type SecurityEvent = (typeof SECURITY_EVENTS)[number]

export type SecurityCounts = Readonly<Record<SecurityEvent, number>>

const NONE: SecurityCounts = { failedSignIn: 0, throttled: 0, refusedRight: 0, crossSite: 0, unknownPath: 0 }

/** Counts by day what was turned away, since the process began. */
export class Security {
  readonly #days = new Map<Day, SecurityCounts>()

  constructor(private readonly today: () => Day) {}

  note(event: SecurityEvent): void {
    const day = this.today()
    const counts = this.#days.get(day) ?? NONE
    this.#days.set(day, { ...counts, [event]: counts[event] + 1 })
  }

  /** Newest first. */
  days(): readonly { readonly day: Day; readonly counts: SecurityCounts }[] {
    return [...this.#days].map(([day, counts]) => ({ day, counts })).toReversed()
  }
}
