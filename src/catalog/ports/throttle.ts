import { isStillAhead } from '../clock-set-back.js'

/** How many tries are free, and how long one waits after that; in tries and milliseconds. */
export interface ThrottleRule {
  /** So many tries are free: people mistype, and villages share an address behind their carrier. */
  readonly free: number
  /** The first wait; each further try doubles it. */
  readonly firstWait: number
  /** No wait is longer. */
  readonly longestWait: number
  /** So long after the first try, or after the last one, all are forgotten. */
  readonly forget: number
  /** Whether `forget` is counted from the first try or from the last. */
  readonly since: 'first' | 'last'
}

/** So many tries in a span of milliseconds, which begins with the first of them. */
export const perSpan = (most: number, span: number): ThrottleRule => ({
  free: most,
  firstWait: span,
  longestWait: span,
  forget: span,
  since: 'first',
})

/** One thing by which tries are counted, such as the orders of an address. */
export interface ThrottleKey {
  /** Whose tries are counted, and of what. */
  readonly name: string
  readonly rule: ThrottleRule
}

/** What is counted under a name; times in milliseconds since 1970. */
export interface Tried {
  readonly count: number
  /** When the next try is taken; 0 while tries are free. */
  readonly freeAt: number
  /** When all of it is forgotten. */
  readonly endsAt: number
}

/** What became of a try: taken and counted under all its names, or under none since one of them has to wait. */
export interface TryOutcome {
  readonly isTaken: boolean
  /** Milliseconds until the next try is taken; 0 when it is taken now. */
  readonly wait: number
  /** For each key, in their order. */
  readonly tried: readonly Tried[]
}

/**
 * Counts tries and says how long to wait before the next: the delay grows, nothing is locked for good. Each try is
 * counted before it is made, so that many at the same time count too. Processes that share a database share the counts;
 * while it does not answer, each counts on its own.
 */
export interface Throttle {
  /** Counts `times` tries under each name, unless one of them has to wait. Never rejects. */
  take(keys: readonly ThrottleKey[], now: Date, times?: number): Promise<TryOutcome>
  /** Takes back one try under each name, or all of them: it turned out right. Never rejects. */
  giveBack(names: readonly string[], which: 'one' | 'all'): Promise<void>
}

/** What was counted before the clock was set back is forgotten, so that nobody is shut out until it has caught up. */
const isCounted = (found: Tried | undefined, rule: ThrottleRule, now: number): found is Tried =>
  found !== undefined && isStillAhead(found.endsAt, now, rule.forget)

/** What is counted after further tries. */
export function addTries(found: Tried | undefined, rule: ThrottleRule, now: number, times: number): Tried {
  const isKept = isCounted(found, rule, now)
  const count = (isKept ? found.count : 0) + times
  const endsAt = isKept && rule.since === 'first' ? found.endsAt : now + rule.forget
  const grown = Math.min(rule.longestWait, rule.firstWait * 2 ** Math.min(30, count - rule.free))
  return { count, endsAt, freeAt: count < rule.free ? 0 : Math.min(endsAt, now + grown) }
}

/** Milliseconds until another try is taken. */
export const waitOf = (found: Tried | undefined, rule: ThrottleRule, now: number): number =>
  isCounted(found, rule, now) ? Math.max(0, Math.min(found.freeAt, found.endsAt) - now) : 0
