import type { Account } from '../../catalog/account.js'
import { toInstant } from '../../catalog/day.js'
import type { DraftRecord } from '../../catalog/collections.js'
import { fieldError } from '../../catalog/errors.js'
import { toDialled } from '../../catalog/phone.js'
import type { Put } from '../../catalog/store.js'
import { isShopperOnly } from '../../access/account-rights.js'
import type { Actor } from '../../access/actor.js'
import { differenceOf, toAuditEntry } from '../../access/audit.js'
import { readIdentifier } from '../../access/identifier.js'
import type { Planned, SiteContext } from '../context.js'

/** New values of some fields; undefined takes a field away. */
export type AccountFields = {
  readonly [Field in keyof DraftRecord<'accounts'>]?: DraftRecord<'accounts'>[Field] | undefined
}

/**
 * Asks who is there once more, when all else is right, before somebody is let in: a copied session is not to make ways
 * in that outlast it. Rejects to refuse. Left out by programs, which have nobody to ask.
 */
export type Confirm = () => Promise<unknown>

/** Who changes an account, and what that is called in the audit trail. Null for what is no deed: being seen. */
export type Note = { readonly actor: Actor; readonly action: string; readonly confirm?: Confirm | undefined } | null

/** Other records that are written with an account, as it was and as it becomes. */
type Also = readonly Put[] | ((before: Account | null, after: Account) => readonly Put[])

/** What the audit trail keeps of an account: never a secret, and of phone and mail only that they changed. */
const AUDITED = ['status', 'memberships']
const SHOPPER = '(người mua)'
const CONTACT = ['name', 'phone', 'email'] as const

/** A record of the fields that have a value. */
export const present = (fields: AccountFields): DraftRecord<'accounts'> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as DraftRecord<'accounts'>

/** Accounts as they are stored: finds them, and changes them one commit at a time. */
export class AccountBook {
  constructor(private readonly site: SiteContext) {}

  now(): Date {
    return this.site.now()
  }

  /** Opens an account once; see {@link KeyedRequests.newSecret}. */
  newSecret(): string {
    return this.site.requests.newSecret()
  }

  all(): readonly Account[] {
    return this.site.state.all('accounts')
  }

  find(id: string): Account | null {
    return this.site.state.find('accounts', id)
  }

  /** See {@link SiteContext.lookTwice}. */
  lookTwice<T>(look: () => T | null): Promise<T | null> {
    return this.site.lookTwice(look)
  }

  /** Hears what other processes have changed by now. */
  catchUp(): Promise<void> {
    return this.site.store.catchUp()
  }

  /** @throws {CatalogError} `NOT_FOUND` */
  get(id: string): Account {
    return this.site.state.get('accounts', id)
  }

  /** By phone number or mail address as typed. */
  findByIdentifier(typed: string): Account | null {
    return this.site.state.findHolder('accounts', 'identifier', readIdentifier(typed))
  }

  /** @throws {CatalogError} `INVALID_INPUT` */
  create(fields: AccountFields, note: Note, also: readonly Put[] = []): Promise<Account> {
    const empty = { memberships: [], sessions: [], devices: [], links: [] }
    const id = this.site.newId()
    return this.#change(note, () =>
      this.#plan(null, { ...empty, ...fields, id, createdAt: toInstant(this.now()) }, note, also),
    )
  }

  /**
   * Changes an account by a plan, which is made anew when somebody else was faster. A plan that returns null changes
   * nothing.
   *
   * @param also - Other records that are written in the same commit, if need be as they follow from the change.
   * @throws {CatalogError} `NOT_FOUND`, `INVALID_INPUT`, and whatever the plan throws.
   */
  change(id: string, note: Note, plan: (account: Account) => AccountFields | null, also: Also = []): Promise<Account> {
    return this.#change(note, () => {
      const before = this.get(id)
      const fields = plan(before)
      return fields ? this.#plan(before, { ...before, ...fields }, note, also) : { commit: {}, result: before }
    })
  }

  /** An account as it is, written once more: a commit that holds it is refused when somebody else changes it meanwhile. */
  asItIs(account: Account): Put {
    return this.site.put('accounts', this.site.draft('accounts', account))
  }

  async #change(note: Note, plan: () => Planned<Account>): Promise<Account> {
    if (note?.confirm) {
      plan()
      await note.confirm()
    }
    return this.site.change(plan)
  }

  #plan(before: Account | null, fields: AccountFields, note: Note, also: Also = []): Planned<Account> {
    const account = this.site.draft('accounts', present(fields))
    this.#requireFree(account)
    const stamp = { id: this.site.newId(), at: account.changedAt }
    const subject = { collection: 'accounts', id: account.id }
    const audit = note
      ? [
          toAuditEntry(
            withoutShopper(note.actor, account),
            { action: note.action, subject, ...toDifference(before, account) },
            stamp,
          ),
        ]
      : []
    const others = typeof also === 'function' ? also(before, account) : also
    return { commit: { puts: [...others, this.site.put('accounts', account)], audit }, result: account }
  }

  /** Phone numbers and mail addresses sign in, so each belongs to one account. Only one that was erased has none. */
  #requireFree({ id, phone, email, status }: Account): void {
    if (phone === undefined && email === undefined && status !== 'disabled') throw fieldError('phone', 'required')
    for (const [path, value] of Object.entries({ phone, email })) {
      const holder = value === undefined ? null : this.findByIdentifier(value)
      if (holder && holder.id !== id)
        throw fieldError(path, 'duplicate', { value: path === 'phone' ? toDialled(value ?? '') : (value ?? '') })
    }
  }
}

/** The trail is kept for good, so it names no shopper: only that the owner of this account did it. */
const withoutShopper = (actor: Actor, account: Account): Actor =>
  actor.kind === 'person' && actor.accountId === account.id && isShopperOnly(account)
    ? { ...actor, name: SHOPPER }
    : actor

function toDifference(before: Account | null, account: Account): ReturnType<typeof differenceOf> {
  const changed = CONTACT.filter((field) => before && before[field] !== account[field])
  const difference = differenceOf(before, account, AUDITED)
  return changed.length === 0
    ? difference
    : { ...difference, after: { ...difference.after, changed: changed.join(', ') } }
}
