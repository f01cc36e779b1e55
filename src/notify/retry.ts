const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]

/** How long after each failed attempt the next one is made, in milliseconds, as Standard Webhooks proposes. */
const DELAYS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR]

/** No attempt is put off for longer, in milliseconds. */
export const LONGEST_DELAY = 1.2 * Math.max(...DELAYS)

/**
 * When the next attempt is due after the last one failed, up to a fifth later so that many do not come at once; null
 * when it was the last.
 *
 * @param attempts - Made so far, at least 1.
 * @param random - From 0 up to, not including, 1.
 */
export function nextAttempt(attempts: number, now: Date, random: number): Date | null {
  const delay = DELAYS[attempts - 1]
  return delay === undefined ? null : new Date(now.getTime() + Math.round(delay * (1 + random / 5)))
}
