import type { Account } from '../../catalog/account.js'
import { CatalogError } from '../../catalog/errors.js'
import { toPerson } from '../../access/actor.js'
import { browserName } from '../../access/browser-name.js'
import { readIdentifier } from '../../access/identifier.js'
import { hashPassword, isOutdated, isPassword } from '../../access/password.js'
import { hashSecret, isSameSecret, newSecret, readCredential, writeCredential } from '../../access/secrets.js'
import { isComplete, newSession, withSession } from '../../access/sessions.js'
import { newId } from '../codes.js'
import type { AccountBook } from './account-book.js'
import type { Opened, SessionKeeper } from './session-keeper.js'
import type { Tries, TryKey } from './tries.js'

const MOST_DEVICES = 10

export interface SignInRequest {
  /** Phone number or mail address, as typed. */
  readonly identifier: string
  readonly password: string
  /** The address from which the request came, for counting failures. */
  readonly address: string
  readonly userAgent: string
  /** What the browser kept from an earlier sign-in, if anything. */
  readonly device?: string | undefined
  /** The session in which the browser was until now: it ends. */
  readonly session?: string | undefined
}

/** A sign-in, and what the browser keeps so that others' wrong passwords do not delay its next one. */
export interface SignedIn extends Opened {
  readonly device: string
}

/** Signing in with a password, and out. */
export class SignIn {
  /** Takes as long to compare with as a real one, so that an unknown account answers no faster. */
  #decoy: Promise<string> | null = null

  constructor(
    private readonly book: AccountBook,
    private readonly keeper: SessionKeeper,
    private readonly tries: Tries,
  ) {}

  /**
   * @throws {CatalogError} `SIGN_IN_REFUSED`, the same for a wrong password, an unknown, a disabled and an invited account;
   * `TOO_MANY_TRIES` and `SIGN_INS_WAITING` with the seconds to wait.
   */
  async signIn(request: SignInRequest): Promise<SignedIn> {
    const keys = this.#keysOf(this.book.findByIdentifier(request.identifier), request)
    await this.tries.take(keys)
    // Another process may just have made the account or changed its password.
    await this.book.catchUp()
    const account = this.book.findByIdentifier(request.identifier)
    this.#decoy ??= hashPassword(newSecret())
    const kept = account?.password ?? (await this.#decoy)
    const isRight = await this.tries.heavy(() => isPassword(request.password, kept), keys)
    const mayEnter = account?.status === 'active' || account?.status === 'pending'
    if (!isRight || !mayEnter || account.password === undefined) {
      this.tries.fail()
      throw new CatalogError('SIGN_IN_REFUSED')
    }
    await this.tries.succeed(keys)
    const isRenewed = isOutdated(account.password)
    const password = isRenewed ? await this.tries.heavy(() => hashPassword(request.password)) : account.password
    return this.open(account, request, password)
  }

  /** Ends the browser's session. Nothing happens when there is none. */
  async signOut(token: string): Promise<void> {
    const found = this.keeper.find(token)
    if (!found) return
    const note = { actor: toPerson(found.account), action: 'accounts.signOut' }
    await this.book.change(found.account.id, note, ({ sessions }) => ({
      sessions: sessions.filter(({ id }) => id !== found.session.id),
    }))
  }

  /**
   * Opens a session for somebody who has just given the password of `account`, which is kept as the hash `password` from
   * now on. The browser's session until now ends, so that a planted one is worth nothing.
   */
  async open(
    account: Account,
    { userAgent, device, session }: Pick<SignInRequest, 'userAgent' | 'device' | 'session'>,
    password: string,
  ): Promise<SignedIn> {
    const now = this.book.now()
    const [secret, deviceSecret] = [newSecret(), newSecret()]
    if (session !== undefined) await this.signOut(session)
    const facts = { id: newId().slice(0, 8), secondFactor: false, browser: browserName(userAgent) }
    const opened = newSession({ ...facts, secret }, now)
    const note = { actor: toPerson(account), action: 'accounts.signIn' }
    const changed = await this.book.change(account.id, note, (current) => {
      // The password was changed or the account shut while this one was compared.
      if (current.password !== account.password || current.status === 'disabled')
        throw new CatalogError('SIGN_IN_REFUSED')
      const known = this.#knownDevice(current, device)
      const others = current.devices.filter((hash) => hash !== known)
      return {
        password,
        sessions: withSession(current, opened, now),
        devices: [...others, hashSecret(deviceSecret)].slice(-MOST_DEVICES),
      }
    })
    return {
      account: changed,
      token: writeCredential({ accountId: changed.id, secret }),
      device: writeCredential({ accountId: changed.id, secret: deviceSecret }),
      isComplete: isComplete(opened, changed),
    }
  }

  #keysOf(account: Account | null, request: SignInRequest): TryKey[] {
    const known = account && this.#knownDevice(account, request.device)
    if (known) return [{ kind: 'device', name: known }]
    return [
      { kind: 'account', name: account?.id ?? readIdentifier(request.identifier) },
      { kind: 'address', name: request.address },
    ]
  }

  #knownDevice(account: Account, device: string | undefined): string | null {
    const credential = readCredential(device ?? '')
    if (credential?.accountId !== account.id) return null
    const hash = hashSecret(credential.secret)
    return account.devices.find((known) => isSameSecret(known, hash)) ?? null
  }
}
