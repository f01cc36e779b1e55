import type { Account, Membership } from '../../catalog/account.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Put } from '../../catalog/store.js'
import type { Actor } from '../../access/actor.js'
import {
  changedMemberships,
  isCountryAdministrator,
  mayGrant,
  mayManageWhole,
  mayView,
  type FindProvince,
} from '../../access/account-rights.js'
import { newLink } from '../../access/one-time-links.js'
import { maySomewhere } from '../../access/rights.js'
import { openSessions } from '../../access/sessions.js'
import { writeCredential } from '../../access/secrets.js'
import type { AccountBook, AccountFields, Confirm, Note } from './account-book.js'

export interface Invitation {
  readonly name: string
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly memberships: readonly Membership[]
}

/** An account with a link that opens it once; `token` is kept nowhere else. */
export interface Invited {
  readonly account: Account
  readonly token: string
}

/**
 * What offices and owners of producers do with the accounts of others, each within reach of the own roles. What lets
 * somebody in takes a {@link Confirm}; what shuts somebody out is done at once.
 */
export class People {
  constructor(
    private readonly book: AccountBook,
    private readonly provinceOf: FindProvince,
  ) {}

  /** The accounts within an actor's reach. @throws {CatalogError} `FORBIDDEN` */
  list(actor: Actor): readonly Account[] {
    if (!maySomewhere(actor, 'account.view')) throw new CatalogError('FORBIDDEN')
    return this.book.all().filter((account) => mayView(actor, account, this.provinceOf))
  }

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  get(actor: Actor, id: string): Account {
    if (!maySomewhere(actor, 'account.view')) throw new CatalogError('FORBIDDEN')
    const account = this.book.get(id)
    if (!mayView(actor, account, this.provinceOf)) throw notFound(id)
    return account
  }

  /** By phone number or mail address as typed; null when there is none within reach. @throws {CatalogError} `FORBIDDEN` */
  findByIdentifier(actor: Actor, typed: string): Account | null {
    if (!maySomewhere(actor, 'account.view')) throw new CatalogError('FORBIDDEN')
    const account = this.book.findByIdentifier(typed)
    return account && mayView(actor, account, this.provinceOf) ? account : null
  }

  /** Whether an actor may disable an account or make a new password for it possible. */
  mayManage(actor: Actor, account: Account): boolean {
    return mayManageWhole(actor, account, this.provinceOf)
  }

  /**
   * Makes an account whose owner chooses the password by a link.
   *
   * @throws {CatalogError} `FORBIDDEN` when a role is out of the actor's reach; `INVALID_INPUT`.
   */
  async invite(actor: Actor, { memberships, ...contact }: Invitation, confirm?: Confirm): Promise<Invited> {
    this.#requireGrants(actor, [], memberships)
    const secret = this.book.newSecret()
    const links = [newLink('invite', secret, this.book.now())]
    const fields: AccountFields = {
      ...(contact as AccountFields),
      status: 'invited',
      memberships: [...memberships],
      links,
    }
    const account = await this.book.create(fields, { actor, action: 'accounts.invite', confirm })
    return { account, token: writeCredential({ accountId: account.id, secret }) }
  }

  /** A link to choose a new password, or the first one; older links end. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `ACCOUNT_DISABLED` */
  async makeLink(actor: Actor, id: string, confirm?: Confirm): Promise<Invited> {
    const secret = this.book.newSecret()
    const account = await this.#change({ actor, action: 'accounts.makeLink', confirm }, id, ({ status }) => {
      if (status === 'disabled') throw new CatalogError('ACCOUNT_DISABLED')
      const purpose = status === 'invited' ? 'invite' : 'reset'
      return { links: [newLink(purpose, secret, this.book.now())], resetAskedAt: undefined }
    })
    return { account, token: writeCredential({ accountId: id, secret }) }
  }

  /**
   * Gives and takes roles. Roles out of the actor's reach stay as they are. Whose roles change signs in again, since roles
   * decide how long a session lasts and what it needs; who changes the own stays signed in.
   *
   * @param memberships - All of them, or how they follow from those of that moment.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `INVALID_INPUT`; `LAST_ADMINISTRATOR`.
   */
  async setMemberships(
    actor: Actor,
    id: string,
    memberships: readonly Membership[] | ((now: readonly Membership[]) => readonly Membership[]),
    confirm?: Confirm,
  ): Promise<Account> {
    this.get(actor, id)
    const plan = (account: Account): AccountFields => {
      const given = typeof memberships === 'function' ? memberships(account.memberships) : memberships
      const wanted = [...new Map(given.map((one) => [JSON.stringify(one), one])).values()]
      this.#requireGrants(actor, account.memberships, wanted)
      if (changedMemberships(account.memberships, wanted).length === 0) return { memberships: wanted }
      const isOwn = actor.kind === 'person' && actor.accountId === id
      return { memberships: wanted, sessions: isOwn ? openSessions(account, this.book.now()) : [] }
    }
    return this.book.change(id, { actor, action: 'accounts.changeRoles', confirm }, plan, this.#keepAnother)
  }

  /** Shuts an account from this moment on; every session and link ends. @throws as {@link setMemberships} */
  disable(actor: Actor, id: string): Promise<Account> {
    return this.#change({ actor, action: 'accounts.disable' }, id, () => SHUT, this.#keepAnother)
  }

  /** Opens a disabled account again, with the password that it had. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  enable(actor: Actor, id: string, confirm?: Confirm): Promise<Account> {
    return this.#change({ actor, action: 'accounts.enable', confirm }, id, ({ status, password }) =>
      status === 'disabled' ? { status: password === undefined ? 'invited' : 'active' } : null,
    )
  }

  /** Ends one session of an account, or all of them. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  endSessions(actor: Actor, id: string, session?: string): Promise<Account> {
    return this.#change({ actor, action: 'accounts.endSessions' }, id, ({ sessions }) => ({
      sessions: session === undefined ? [] : sessions.filter((one) => one.id !== session),
    }))
  }

  /** Takes the app away from somebody who lost the phone; it is set up anew at the next sign-in. @throws as {@link enable} */
  removeAuthenticator(actor: Actor, id: string, confirm?: Confirm): Promise<Account> {
    return this.#change({ actor, action: 'accounts.removeAuthenticator', confirm }, id, () => ({
      authenticator: undefined,
      recoveryCodes: undefined,
      sessions: [],
    }))
  }

  async #change(
    note: Deed,
    id: string,
    plan: (account: Account) => AccountFields | null,
    also?: Parameters<AccountBook['change']>[3],
  ): Promise<Account> {
    const { actor } = note
    this.get(actor, id)
    const planned = (account: Account): AccountFields | null => {
      if (!mayManageWhole(actor, account, this.provinceOf)) throw new CatalogError('FORBIDDEN')
      return plan(account)
    }
    return this.book.change(id, note, planned, also)
  }

  #requireGrants(actor: Actor, before: readonly Membership[], after: readonly Membership[]): void {
    const changed = changedMemberships(before, after)
    if (!maySomewhere(actor, 'account.manage') || !changed.every((one) => mayGrant(actor, one, this.provinceOf)))
      throw new CatalogError('FORBIDDEN')
  }

  /** Somebody must be left who can let others in. Whoever that is stays so until it is done, since others may be shut at the same time. */
  readonly #keepAnother = (before: Account | null, after: Account): readonly Put[] => {
    if (!before || !isCountryAdministrator(before) || isCountryAdministrator(after)) return []
    const other = this.book.all().find((one) => one.id !== before.id && isCountryAdministrator(one))
    if (!other) throw new CatalogError('LAST_ADMINISTRATOR')
    return [this.book.asItIs(other)]
  }
}

type Deed = NonNullable<Note>

const SHUT: AccountFields = { status: 'disabled', sessions: [], links: [], devices: [] }

const notFound = (id: string): CatalogError => new CatalogError('NOT_FOUND', { details: { what: 'account', id } })
