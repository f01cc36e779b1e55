/** The clocks of machines that share a database differ by less than this, in milliseconds. */
export const CLOCK_SKEW = 5 * 60_000

/**
 * True for an end that was set at most so long ahead and is not reached. One that lies further ahead was set before the
 * clock was set back: whoever waited for it would wait for as long as the clock was wrong.
 *
 * @param longest - The most that such an end is set ahead, in milliseconds.
 */
export const isStillAhead = (end: number, now: number, longest: number): boolean =>
  end > now && end <= now + longest + CLOCK_SKEW

/** True for what is noted as later than now by more than clocks differ: it was noted before the clock was set back. */
export const isFromLater = (at: number, now: number): boolean => at > now + CLOCK_SKEW
