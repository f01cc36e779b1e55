import { CatalogError, fieldError } from '../../catalog/errors.js'
import { toInstant } from '../../catalog/day.js'
import { toPerson } from '../../access/actor.js'
import { findLink } from '../../access/one-time-links.js'
import { hashPassword, isPassword } from '../../access/password.js'
import { checkPassword } from '../../access/password-rules.js'
import { newRecoveryCodes } from '../../access/recovery-codes.js'
import { hashSecret, newSecret, readCredential, writeCredential, type Credential } from '../../access/secrets.js'
import { isComplete } from '../../access/sessions.js'
import type { Account, OneTimeLink } from '../../catalog/account.js'
import type { AccountBook, AccountFields } from './account-book.js'
import type { FoundSession, Opened, SessionKeeper } from './session-keeper.js'
import type { Tries } from './tries.js'

const ownFacts = ({ name, phone, email }: Pick<Account, 'name' | 'phone' | 'email'>): string[] =>
  [name, phone?.replace('+84', '0'), phone?.replace('+', ''), email?.split('@')[0]].filter((fact) => fact !== undefined)

interface LinkedAccount {
  readonly account: Account
  readonly purpose: OneTimeLink['purpose']
}

/** What a person does with the own account: links, password, phone and mail, sessions, recovery codes. */
export class OwnAccount {
  constructor(
    private readonly book: AccountBook,
    private readonly keeper: SessionKeeper,
    private readonly tries: Tries,
    private readonly commonPasswords: () => Promise<ReadonlySet<string>>,
  ) {}

  /** The account that a one-time link is for, made in whichever process. @throws {CatalogError} `LINK_NOT_VALID` */
  async openLink(token: string): Promise<LinkedAccount> {
    const credential = readCredential(token)
    const found = credential && (await this.book.lookTwice(() => this.#findLinked(credential)))
    if (!found) throw new CatalogError('LINK_NOT_VALID')
    return found
  }

  #findLinked({ accountId, secret }: Credential): LinkedAccount | null {
    const account = this.book.find(accountId)
    const link = account && findLink(account, secret, this.book.now())
    return link && { account, purpose: link.purpose }
  }

  /**
   * Chooses a password by a one-time link, which is used up with it, as all others of the account are; every session ends.
   *
   * @throws {CatalogError} `LINK_NOT_VALID`, `INVALID_INPUT` at `password`.
   */
  async choosePassword(token: string, password: string): Promise<Account> {
    const { account, purpose } = await this.openLink(token)
    const hash = await this.hash(account, password, 'password')
    const used = hashSecret(readCredential(token)?.secret ?? '')
    const action = purpose === 'invite' ? 'accounts.setUp' : 'accounts.resetPassword'
    return this.book.change(account.id, { actor: toPerson(account), action }, (current) => {
      if (!current.links.some((link) => link.hash === used) || current.status === 'disabled')
        throw new CatalogError('LINK_NOT_VALID')
      const status = current.status === 'invited' ? 'active' : current.status
      return { password: hash, status, links: [], sessions: [], devices: [], resetAskedAt: undefined }
    })
  }

  /** Checks a password somebody wants and hashes it. @throws {CatalogError} `INVALID_INPUT` at `path`. */
  async hash(account: Pick<Account, 'name' | 'phone' | 'email'>, password: string, path: string): Promise<string> {
    checkPassword(password, path, await this.commonPasswords(), ownFacts(account))
    return this.tries.heavy(() => hashPassword(password))
  }

  /**
   * Changes the password, knowing the old one; all other sessions end, and this one goes on under a new secret.
   *
   * @throws {CatalogError} `SIGN_IN_REQUIRED`, `TOO_MANY_TRIES`, `INVALID_INPUT` at `current` or `password`.
   */
  async changePassword(token: string, current: string, password: string): Promise<Opened> {
    const found = await this.confirmed(token, current, 'current')
    const hash = await this.hash(found.account, password, 'password')
    return this.#renew(found, 'accounts.changePassword', ({ sessions }) => ({
      password: hash,
      links: [],
      sessions: sessions.filter(({ id }) => id === found.session.id),
    }))
  }

  /**
   * Changes name, phone and mail address, knowing the password. Links that were sent to the old address end, and the
   * session goes on under a new secret.
   *
   * @throws {CatalogError} `SIGN_IN_REQUIRED`, `TOO_MANY_TRIES`, `INVALID_INPUT` at `confirm`, `name`, `phone` or `email`.
   */
  async changeContact(
    token: string,
    confirm: string,
    contact: { readonly name: string; readonly phone?: string | undefined; readonly email?: string | undefined },
  ): Promise<Opened> {
    const found = await this.confirmed(token, confirm, 'confirm')
    return this.#renew(found, 'accounts.changeContact', ({ sessions }) => ({ ...contact, links: [], sessions }))
  }

  /** Fresh recovery codes in place of the old ones, knowing the password, which is at fault at `again`. */
  async renewRecoveryCodes(token: string, again: string): Promise<readonly string[]> {
    const found = await this.confirmed(token, again, 'again')
    const { codes, kept } = await this.tries.heavy(newRecoveryCodes)
    await this.#change(found, 'accounts.renewRecoveryCodes', ({ authenticator, id }) => {
      if (!authenticator) throw new CatalogError('CONFLICT', { details: { what: 'account', id } })
      return { recoveryCodes: kept }
    })
    return codes
  }

  /** Ends one of the own sessions, or with `others` all but this one. @throws {CatalogError} `SIGN_IN_REQUIRED` */
  async endSession(token: string, which: string): Promise<void> {
    const found = this.keeper.get(token)
    await this.#change(found, 'accounts.endOwnSession', ({ sessions }) => ({
      sessions: sessions.filter(({ id }) => (which === 'others' ? id === found.session.id : id !== which)),
    }))
  }

  /** Notes that somebody forgot a password, for the office to see. Says nothing of whether there is such an account. */
  async askForReset(identifier: string): Promise<void> {
    const account = this.book.findByIdentifier(identifier)
    const isNew = account?.status === 'active' && account.resetAskedAt === undefined
    if (isNew) await this.book.change(account.id, null, () => ({ resetAskedAt: toInstant(this.book.now()) }))
  }

  /**
   * The session of a token whose owner has just given the password.
   *
   * @throws {CatalogError} `SIGN_IN_REQUIRED`, `TOO_MANY_TRIES`, `INVALID_INPUT` at `path` when the password is wrong or missing.
   */
  async confirmed(token: string, password: string, path: string): Promise<FoundSession> {
    const found = this.keeper.get(token)
    const { account, session } = found
    if (!isComplete(session, account)) throw new CatalogError('SIGN_IN_REQUIRED')
    if (password === '') throw fieldError(path, 'required')
    const keys = [{ kind: 'account', name: `again ${account.id}` }] as const
    await this.tries.take(keys)
    const kept = account.password ?? ''
    if (!(await this.tries.heavy(() => isPassword(password, kept), keys))) {
      this.tries.fail()
      throw fieldError(path, 'wrongPassword')
    }
    await this.tries.succeed(keys)
    return found
  }

  async #renew(
    found: FoundSession,
    action: string,
    plan: (account: Account) => AccountFields & Pick<Account, 'sessions'>,
  ): Promise<Opened> {
    const { account, session } = found
    const secret = newSecret()
    const changed = await this.book.change(account.id, { actor: toPerson(account), action }, (current) => {
      const fields = plan(current)
      return { ...fields, sessions: this.keeper.renewed(fields.sessions, session, secret) }
    })
    return { account: changed, token: writeCredential({ accountId: changed.id, secret }), isComplete: true }
  }

  async #change({ account }: FoundSession, action: string, plan: (account: Account) => AccountFields): Promise<void> {
    await this.book.change(account.id, { actor: toPerson(account), action }, plan)
  }
}
