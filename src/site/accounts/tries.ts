import { CatalogError } from '../../catalog/errors.js'
import type { TakeInTurn } from '../../access/take-in-turn.js'
import type { Throttle, ThrottleKey } from '../../access/throttle.js'
import type { Security } from '../security.js'

/** Tries at a password or a code: each is counted before it is made, so that many at the same time count too. */
export class Tries {
  constructor(
    private readonly throttle: Throttle,
    private readonly turns: TakeInTurn,
    private readonly security: Security,
    private readonly now: () => Date,
  ) {}

  /** @throws {CatalogError} `TOO_MANY_TRIES` with the seconds to wait. */
  take(keys: readonly ThrottleKey[]): void {
    const now = this.now()
    const wait = this.throttle.waitFor(keys, now)
    if (wait > 0) {
      this.security.note('throttled')
      throw new CatalogError('TOO_MANY_TRIES', { details: { seconds: Math.ceil(wait / 1000) } })
    }
    this.throttle.fail(keys, now)
  }

  /** The try was right: it does not count after all. */
  succeed(keys: readonly ThrottleKey[]): void {
    this.throttle.succeed(keys)
  }

  /** The try was wrong. */
  fail(): void {
    this.security.note('failedSignIn')
  }

  /** Runs work as heavy as a hash of a password. */
  heavy<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.run(work)
  }
}
