import os from 'node:os'

/** A clock that runs so much ahead of or behind the machine's own between two looks has jumped. */
const JUMP_MS = 30_000
/** A clock that was far behind, as one without a battery is at its first look, is set right by a jump ahead, too. */
const LONGEST_DOUBT_MS = 24 * 3_600_000

/**
 * Says for how long a clock has run evenly. A machine that was asleep, or whose time was set, shows another hour at
 * once: whoever ends things by their hour then waits until what others have to say of them had time to come in. What a
 * clock was set ahead while its machine was awake is most likely wrong: it is believed once as much time has passed, or a day.
 */
export class SteadyClock {
  #since: number
  #last: { readonly time: number; readonly ticks: number; readonly uptime: number }

  /**
   * @param now - The clock that is watched. Whatever is set, `performance.now` runs on evenly while the machine is awake,
   *   and `os.uptime` while it is asleep, too.
   */
  constructor(private readonly now: () => Date) {
    this.#last = this.#read()
    this.#since = this.#last.ticks
  }

  /** For how long it has run evenly, in milliseconds, as far as looks at least every minute can tell; below 0 while it is not believed. */
  look(): number {
    const { time, ticks, uptime } = this.#read()
    const passed = ticks - this.#last.ticks
    const jump = time - this.#last.time - passed
    const asleep = uptime - this.#last.uptime - passed
    if (Math.abs(jump) > JUMP_MS) this.#since = ticks + (jump - asleep > JUMP_MS ? Math.min(jump, LONGEST_DOUBT_MS) : 0)
    this.#last = { time, ticks, uptime }
    return ticks - this.#since
  }

  #read() {
    return { time: this.now().getTime(), ticks: performance.now(), uptime: os.uptime() * 1000 }
  }
}
