import { AgedMap } from '../aged-map.js'
import { addTries, waitOf, type TryOutcome, type Throttle, type ThrottleKey, type Tried } from './throttle.js'

/** More names than this are not remembered; those of which nothing was heard for longest are forgotten first. */
const MOST_NAMES = 50_000
/** With each try so many of the oldest are looked at, so that what has ended does not stay. */
const SWEPT = 2

/** Counts tries in the memory of one process. */
export class MemoryThrottle implements Throttle {
  readonly #tried = new AgedMap<string, Tried>()

  take(keys: readonly ThrottleKey[], now: Date, times = 1): Promise<TryOutcome> {
    return Promise.resolve(this.takeNow(keys, now, times))
  }

  /** What `take` does, at once. */
  takeNow(keys: readonly ThrottleKey[], now: Date, times = 1): TryOutcome {
    const at = now.getTime()
    this.#sweep(at)
    const found = keys.map(({ name }) => this.#tried.get(name))
    const wait = Math.max(0, ...keys.map(({ rule }, index) => waitOf(found[index], rule, at)))
    if (wait > 0)
      return { isTaken: false, wait, tried: found.map((tried) => tried ?? { count: 0, freeAt: at, endsAt: at }) }
    const tried = keys.map(({ name, rule }, index) => {
      const added = addTries(found[index], rule, at, times)
      this.set(name, added)
      return added
    })
    return { isTaken: true, wait: 0, tried }
  }

  giveBack(names: readonly string[], which: 'one' | 'all'): Promise<void> {
    for (const name of names) {
      const found = this.#tried.get(name)
      if (which === 'one' && found && found.count > 1)
        this.#tried.set(name, { ...found, count: found.count - 1, freeAt: 0 })
      else this.#tried.delete(name)
    }
    return Promise.resolve()
  }

  /** Takes over what is counted elsewhere. */
  set(name: string, tried: Tried): void {
    this.#tried.set(name, tried)
    const oldest = this.#tried.size > MOST_NAMES ? this.#tried.oldest() : null
    if (oldest) this.#tried.delete(oldest[0])
  }

  #sweep(at: number): void {
    for (let left = SWEPT; left > 0; left -= 1) {
      const oldest = this.#tried.oldest()
      if (!oldest || oldest[1].endsAt > at) return
      this.#tried.delete(oldest[0])
    }
  }
}
