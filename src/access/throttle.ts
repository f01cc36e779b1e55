const MINUTE = 60_000

/** When waiting begins and how it grows, in failed tries and milliseconds. */
interface Rule {
  /** So many failures are free: people mistype. */
  readonly free: number
  /** The first wait; each further failure doubles it. */
  readonly firstWait: number
  readonly longestWait: number
  /** Failures older than this no longer count. */
  readonly forget: number
}

/**
 * By account, since one account may be tried from many addresses; by known device of the account, so that the owner is
 * not shut out by others; by address, since many accounts may be tried from one. Villages share an address behind their
 * carrier, so much is free there.
 */
export const RULES = {
  account: { free: 5, firstWait: 2_000, longestWait: 15 * MINUTE, forget: 60 * MINUTE },
  device: { free: 8, firstWait: 2_000, longestWait: 5 * MINUTE, forget: 30 * MINUTE },
  address: { free: 30, firstWait: 5_000, longestWait: 15 * MINUTE, forget: 30 * MINUTE },
} as const satisfies Record<string, Rule>
export type ThrottleKind = keyof typeof RULES

/** One thing by which failures are counted, such as the account of a typed phone number. */
export interface ThrottleKey {
  readonly kind: ThrottleKind
  readonly name: string
}

interface Failures {
  readonly count: number
  readonly last: number
}

/** More keys than this are not remembered; the ones that failed longest ago are forgotten first. */
const MOST_KEYS = 20_000

/** Counts failed tries and says how long to wait before the next: the delay grows, nothing is locked for good. */
export class Throttle {
  readonly #failures = new Map<string, Failures>()

  #find({ kind, name }: ThrottleKey, now: Date): Failures | null {
    const found = this.#failures.get(`${kind} ${name}`)
    return found && now.getTime() - found.last < RULES[kind].forget ? found : null
  }

  /** Milliseconds until another try is taken; 0 when it is taken now. */
  waitFor(keys: readonly ThrottleKey[], now: Date): number {
    const waits = keys.map((key) => {
      const rule = RULES[key.kind]
      const found = this.#find(key, now)
      if (!found || found.count < rule.free) return 0
      const wait = Math.min(rule.longestWait, rule.firstWait * 2 ** Math.min(30, found.count - rule.free))
      return found.last + wait - now.getTime()
    })
    return Math.max(0, ...waits)
  }

  fail(keys: readonly ThrottleKey[], now: Date): void {
    for (const key of keys) {
      const id = `${key.kind} ${key.name}`
      const count = (this.#find(key, now)?.count ?? 0) + 1
      this.#failures.delete(id)
      this.#failures.set(id, { count, last: now.getTime() })
    }
    while (this.#failures.size > MOST_KEYS) {
      const [oldest] = this.#failures.keys()
      if (oldest === undefined) return
      this.#failures.delete(oldest)
    }
  }

  /** Takes back what was counted for a try that turned out right: all of it for the account, that one for the address. */
  succeed(keys: readonly ThrottleKey[]): void {
    for (const { kind, name } of keys) {
      const id = `${kind} ${name}`
      const found = this.#failures.get(id)
      if (kind === 'address' && found && found.count > 1) this.#failures.set(id, { ...found, count: found.count - 1 })
      else this.#failures.delete(id)
    }
  }
}
