import { MemoryThrottle } from '../../catalog/ports/memory-throttle.js'
import { addTries, type TryOutcome, type Throttle, type ThrottleKey } from '../../catalog/ports/throttle.js'

const TOLD_EVERY_MS = 1000
/** What is less than this part of what is free is not worth telling yet. */
const WORTH_TELLING = 1 / 20
/** More names than this do not wait to be told. */
const MOST_WAITING = 10_000

interface Waiting {
  readonly key: ThrottleKey
  readonly times: number
  /** When it is not worth telling any more. */
  readonly endsAt: number
}

/**
 * Counts requests that only read: at once here, so that none of them waits for a database, and within a second or so
 * for the other processes of the shop.
 */
export class LaggingThrottle {
  readonly #own = new MemoryThrottle()
  readonly #waiting = new Map<string, Waiting>()
  #timer: NodeJS.Timeout | null = null

  constructor(
    private readonly shared: Pick<Throttle, 'take'>,
    private readonly now: () => Date,
  ) {}

  take(key: ThrottleKey): TryOutcome {
    const now = this.now()
    const taken = this.#own.takeNow([key], now)
    if (!taken.isTaken) return taken
    const times = (this.#waiting.get(key.name)?.times ?? 0) + 1
    if (this.#waiting.size >= MOST_WAITING) this.#waiting.clear()
    this.#waiting.set(key.name, { key, times, endsAt: now.getTime() + key.rule.forget })
    this.#timer ??= setTimeout(() => void this.#tell(), TOLD_EVERY_MS).unref()
    return taken
  }

  async #tell(): Promise<void> {
    const at = this.now().getTime()
    for (const [name, { key, times, endsAt }] of [...this.#waiting]) {
      if (endsAt > at && times < key.rule.free * WORTH_TELLING) continue
      this.#waiting.delete(name)
      if (endsAt <= at) continue
      const [tried] = (await this.shared.take([key], new Date(at), times)).tried
      const since = this.#waiting.get(name)?.times ?? 0
      if (tried) this.#own.set(name, since === 0 ? tried : addTries(tried, key.rule, at, since))
    }
    this.#timer = this.#waiting.size === 0 ? null : setTimeout(() => void this.#tell(), TOLD_EVERY_MS).unref()
  }
}
