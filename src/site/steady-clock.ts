/** A clock that runs so much ahead of or behind the machine's own between two looks has jumped. */
const JUMP_MS = 30_000

/**
 * Says for how long a clock has run evenly. A machine that was asleep, or whose time was set, shows another hour at
 * once: whoever ends things by their hour then waits until what others have to say of them had time to come in.
 */
export class SteadyClock {
  #since: number
  #last: { readonly time: number; readonly ticks: number }

  /** @param now - The clock that is watched; `performance.now` runs on evenly whatever is set. */
  constructor(private readonly now: () => Date) {
    this.#last = this.#read()
    this.#since = this.#last.ticks
  }

  /** For how long it has run evenly, in milliseconds, as far as looks at least every minute can tell. */
  look(): number {
    const { time, ticks } = this.#read()
    const jump = time - this.#last.time - (ticks - this.#last.ticks)
    if (Math.abs(jump) > JUMP_MS) this.#since = ticks
    this.#last = { time, ticks }
    return ticks - this.#since
  }

  #read() {
    return { time: this.now().getTime(), ticks: performance.now() }
  }
}
