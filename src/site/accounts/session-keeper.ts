import type { Account, AccountSession } from '../../catalog/account.js'
import { toInstant } from '../../catalog/day.js'
import { CatalogError } from '../../catalog/errors.js'
import { hashSecret, readCredential } from '../../access/secrets.js'
import { findSession, isSeenLongAgo } from '../../access/sessions.js'
import type { AccountBook } from './account-book.js'

export interface FoundSession {
  readonly account: Account
  readonly session: AccountSession
  /** What the browser holds; only its hash is stored. */
  readonly secret: string
}

/** A session that began or was renewed. `token` is for the browser's cookie and is kept nowhere else. */
export interface Opened {
  readonly account: Account
  readonly token: string
  /** True when nothing more is asked; false while the one-time code is. */
  readonly isComplete: boolean
}

/** Finds sessions by what browsers hold, and notes now and then that they are in use. */
export class SessionKeeper {
  readonly #touching = new Set<string>()

  constructor(private readonly book: AccountBook) {}

  /** The account and session that a token opens, whether or not its one-time code was given; null when none. */
  find(token: string): FoundSession | null {
    const credential = readCredential(token)
    const account = credential && this.book.find(credential.accountId)
    const session = account && findSession(account, credential.secret, this.book.now())
    return session ? { account, session, secret: credential.secret } : null
  }

  /** As {@link find}, also of a session that another process has just opened or renewed. */
  async findFresh(token: string): Promise<FoundSession | null> {
    return readCredential(token) && this.book.lookTwice(() => this.find(token))
  }

  /** @throws {CatalogError} `SIGN_IN_REQUIRED` */
  get(token: string): FoundSession {
    const found = this.find(token)
    if (!found) throw new CatalogError('SIGN_IN_REQUIRED')
    return found
  }

  /** Writes that a session is in use, if that was not written lately. A page waits for none of this. */
  async touch({ account, session }: FoundSession): Promise<void> {
    const now = this.book.now()
    if (!isSeenLongAgo(session, account, now) || this.#touching.has(session.id)) return
    this.#touching.add(session.id)
    try {
      await this.book.change(account.id, null, ({ sessions }) => ({
        sessions: sessions.map((one) => (one.id === session.id ? { ...one, seenAt: toInstant(now) } : one)),
      }))
    } finally {
      this.#touching.delete(session.id)
    }
  }

  /**
   * Sessions of an account with one of them under a new secret, so that a copy of the old one opens nothing more.
   *
   * @param given - What was given in it just now, besides the password.
   * @throws {CatalogError} `SIGN_IN_REQUIRED` when it was ended meanwhile.
   */
  renewed(
    sessions: readonly AccountSession[],
    { id }: AccountSession,
    secret: string,
    given: Partial<Pick<AccountSession, 'secondFactor'>> = {},
  ): AccountSession[] {
    if (!sessions.some((session) => session.id === id)) throw new CatalogError('SIGN_IN_REQUIRED')
    return sessions.map((session) => (session.id === id ? { ...session, ...given, hash: hashSecret(secret) } : session))
  }
}
