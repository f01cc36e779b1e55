import { CatalogError } from '../../catalog/errors.js'
import type { Throttle } from '../../catalog/ports/throttle.js'
import type { TakeInTurn } from '../../access/take-in-turn.js'
import { SIGN_IN_RULES } from '../../access/throttle.js'
import type { Security } from '../security.js'

/** One thing by which failures are counted, such as the account of a typed phone number. */
export interface TryKey {
  readonly kind: keyof typeof SIGN_IN_RULES
  readonly name: string
}

const nameOf = ({ kind, name }: TryKey): string => `sign-in ${kind} ${name}`

/** Tries at a password or a code: each is counted before it is made, so that many at the same time count too. */
export class Tries {
  constructor(
    private readonly throttle: Throttle,
    private readonly turns: TakeInTurn,
    private readonly security: Security,
    private readonly now: () => Date,
  ) {}

  /** @throws {CatalogError} `TOO_MANY_TRIES` with the seconds to wait. */
  async take(keys: readonly TryKey[]): Promise<void> {
    const rules = keys.map((key) => ({ name: nameOf(key), rule: SIGN_IN_RULES[key.kind] }))
    const { isTaken, wait } = await this.throttle.take(rules, this.now())
    if (isTaken) return
    this.security.note('throttled')
    throw new CatalogError('TOO_MANY_TRIES', { details: { seconds: Math.ceil(wait / 1000) } })
  }

  /** The try was right and does not count after all; for the account and the device, those before it do not either. */
  async succeed(keys: readonly TryKey[]): Promise<void> {
    const [addresses, others] = [
      keys.filter(({ kind }) => kind === 'address'),
      keys.filter(({ kind }) => kind !== 'address'),
    ]
    if (addresses.length > 0) await this.throttle.giveBack(addresses.map(nameOf), 'one')
    if (others.length > 0) await this.throttle.giveBack(others.map(nameOf), 'all')
  }

  /** The try was wrong. */
  fail(): void {
    this.security.note('failedSignIn')
  }

  /**
   * Runs work as heavy as a hash of a password.
   *
   * @param keys - Under which the try was taken: it does not count when its turn does not come.
   * @throws {CatalogError} `SIGN_INS_WAITING` when too much of it waits.
   */
  async heavy<T>(work: () => Promise<T>, keys: readonly TryKey[] = []): Promise<T> {
    const turn = { isBegun: false }
    try {
      return await this.turns.run(() => {
        turn.isBegun = true
        return work()
      })
    } catch (error) {
      if (!turn.isBegun) {
        this.security.note('throttled')
        if (keys.length > 0) await this.throttle.giveBack(keys.map(nameOf), 'one')
      }
      throw error
    }
  }
}
