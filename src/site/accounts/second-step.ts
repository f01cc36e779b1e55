import { CatalogError, fieldError } from '../../catalog/errors.js'
import { toPerson } from '../../access/actor.js'
import { newRecoveryCodes, useRecoveryCode } from '../../access/recovery-codes.js'
import { confirmAuthenticator, offeredSecret, stepOfCode } from '../../access/second-factor.js'
import type { Seals } from '../../access/seals.js'
import { newSecret, writeCredential } from '../../access/secrets.js'
import { isComplete } from '../../access/sessions.js'
import type { Account, RecoveryCodes } from '../../catalog/account.js'
import type { AccountBook, AccountFields } from './account-book.js'
import type { OwnAccount } from './own-account.js'
import type { FoundSession, Opened, SessionKeeper } from './session-keeper.js'
import type { Tries, TryKey } from './tries.js'

const placeOf = ({ id }: Pick<Account, 'id'>): string => `authenticator of ${id}`

/** The one-time code after the password: giving it, and setting up the app that shows it. */
export class SecondStep {
  constructor(
    private readonly book: AccountBook,
    private readonly keeper: SessionKeeper,
    private readonly tries: Tries,
    private readonly seals: Seals,
    private readonly own: OwnAccount,
  ) {}

  /**
   * Takes a code of the app, or one of the recovery codes. The session goes on under a new secret.
   *
   * @throws {CatalogError} `SIGN_IN_REQUIRED`, `TOO_MANY_TRIES`, `INVALID_INPUT` at `code`.
   */
  async giveCode(token: string, typed: string): Promise<Opened> {
    const found = this.keeper.get(token)
    const { account } = found
    const keys: TryKey[] = [{ kind: 'account', name: `code of ${account.id}` }]
    await this.tries.take(keys)
    const { recoveryCodes } = account
    const left = recoveryCodes ? await this.tries.heavy(() => useRecoveryCode(recoveryCodes, typed)) : null
    const opened = await (left ? this.#useUp(found, left) : this.#takeStep(found, typed)).catch((error: unknown) => {
      this.tries.fail()
      throw error
    })
    await this.tries.succeed(keys)
    return opened
  }

  /** The secret that is offered to the app of a session, for its QR code. @throws {CatalogError} `SIGN_IN_REQUIRED` */
  offer(token: string): string {
    return offeredSecret(this.keeper.get(token).secret)
  }

  /**
   * Sets up the app by a first right code, and gives ten recovery codes, shown this once. In a session that is complete
   * already the password is asked for, so that a copied cookie cannot put its holder's app in place of the owner's.
   *
   * @throws {CatalogError} `SIGN_IN_REQUIRED`, `TOO_MANY_TRIES`, `INVALID_INPUT` at `again` or `code`.
   */
  async setUp(token: string, typed: string, again = ''): Promise<Opened & { readonly codes: readonly string[] }> {
    const found = this.keeper.get(token)
    if (isComplete(found.session, found.account)) await this.own.confirmed(token, again, 'again')
    const authenticator = confirmAuthenticator(offeredSecret(found.secret), typed, this.book.now())
    if (!authenticator) throw fieldError('code', 'wrongCode')
    const { codes, kept } = await this.tries.heavy(newRecoveryCodes)
    const opened = await this.#renew(found, 'accounts.setUpAuthenticator', (current) => {
      // Who has an app already gives its code first; this session has not.
      if (current.authenticator && !isComplete(found.session, current)) throw new CatalogError('SIGN_IN_REQUIRED')
      const secret = this.seals.seal(authenticator.secret, placeOf(current))
      return { authenticator: { ...authenticator, secret }, recoveryCodes: kept }
    })
    return { ...opened, codes }
  }

  #takeStep(found: FoundSession, typed: string): Promise<Opened> {
    return this.#renew(found, 'accounts.giveCode', (account) => {
      const { authenticator } = account
      if (!authenticator) throw fieldError('code', 'wrongCode')
      const place = placeOf(account)
      const secret = this.seals.open(authenticator.secret, place)
      const step = stepOfCode(secret, typed, authenticator.lastStep, this.book.now())
      if (step === null) throw fieldError('code', 'wrongCode')
      const isOutdated = this.seals.isOutdated(authenticator.secret)
      const kept = isOutdated ? this.seals.seal(secret, place) : authenticator.secret
      return { authenticator: { ...authenticator, secret: kept, lastStep: step } }
    })
  }

  #useUp(found: FoundSession, left: RecoveryCodes): Promise<Opened> {
    const before = found.account.recoveryCodes?.hashes.length
    return this.#renew(found, 'accounts.useRecoveryCode', ({ recoveryCodes }) => {
      if (recoveryCodes?.salt !== left.salt || recoveryCodes.hashes.length !== before)
        throw fieldError('code', 'wrongCode')
      return { recoveryCodes: left }
    })
  }

  async #renew(found: FoundSession, action: string, plan: (account: Account) => AccountFields): Promise<Opened> {
    const secret = newSecret()
    const account = await this.book.change(found.account.id, { actor: toPerson(found.account), action }, (current) => ({
      ...plan(current),
      sessions: this.keeper.renewed(current.sessions, found.session, secret, { secondFactor: true }),
    }))
    return { account, token: writeCredential({ accountId: account.id, secret }), isComplete: true }
  }
}
