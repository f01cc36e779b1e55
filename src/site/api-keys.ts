import { mayGrant } from '../access/account-rights.js'
import { toPerson, type Actor, type Person } from '../access/actor.js'
import { maySomewhere } from '../access/rights.js'
import { hashSecret, newSecret } from '../access/secrets.js'
import type { ApiKey, ApiScope } from '../catalog/office/api-key.js'
import type { Membership } from '../catalog/account.js'
import { addDays, toInstant, type Day } from '../catalog/day.js'
import { CatalogError, fieldError } from '../catalog/errors.js'
import type { AccountId } from '../catalog/ids.js'
import { Reaches } from './reaches.js'
import type { SiteContext } from './context.js'
import { trail } from './trail.js'

/** What a new key is to be. */
export interface ApiKeyWish {
  readonly name: string
  readonly scopes: readonly string[]
  readonly membership: Membership
  /** A year from today when left out. */
  readonly expiresOn?: string | undefined
}

const PREFIX = 'ocop_'
/** What no key is made of needs no looking for. */
const FORM = /^ocop_[A-Za-z0-9_-]{43}$/
const SHOWN = 12
const YEAR = 365

/**
 * How a key stands. `over`: its last day is past. `orphaned`: whoever made it is shut out, or has no power any more over
 * the role that it has; since its maker may hold a copy, it opens nothing until somebody makes another in its place.
 */
export type ApiKeyState = 'active' | 'revoked' | 'over' | 'orphaned'

/** No key outlives two years: it is made anew, and the old one revoked. */
const LONGEST = 2 * YEAR

/** What the audit trail keeps of a key. */
const factsOf = ({ name, prefix, scopes, membership, expiresOn }: ApiKey) => ({
  name,
  prefix,
  scopes,
  membership,
  expiresOn,
})

/** The keys by which programs of offices and producers call the JSON API. */
export class ApiKeys {
  readonly #reaches: Reaches

  constructor(private readonly site: SiteContext) {
    this.#reaches = new Reaches(site)
  }

  /** The keys within an actor's reach, the newest first. @throws {CatalogError} `FORBIDDEN` */
  list(actor: Actor): readonly ApiKey[] {
    if (!maySomewhere(actor, 'apiKey.manage')) throw new CatalogError('FORBIDDEN')
    return this.site.state
      .all('apiKeys')
      .filter(({ membership }) => this.#mayManage(actor, membership))
      .toReversed()
  }

  /** Who may give a role to a person may give it to a program. */
  #mayManage(actor: Actor, membership: Membership): boolean {
    return maySomewhere(actor, 'apiKey.manage') && mayGrant(actor, membership, (id) => this.#reaches.provinceOf(id))
  }

  /**
   * Makes a key and shows it, this once.
   *
   * @param confirm - Asks who is there once more, when all else is right: a key outlasts the session in which it is made.
   * Rejects to refuse. Left out by programs, which have nobody to ask.
   * @throws {CatalogError} `FORBIDDEN`; `INVALID_INPUT` at `name`, `scopes`, `membership` or `expiresOn`; `NOT_FOUND` for an unknown producer.
   */
  async add(
    actor: Actor,
    wish: ApiKeyWish,
    confirm?: () => Promise<unknown>,
  ): Promise<{ record: ApiKey; key: string }> {
    const { membership } = wish
    if (!this.#mayManage(actor, membership)) throw new CatalogError('FORBIDDEN')
    if (membership.front === 'producer') this.site.state.get('producers', membership.producerId)
    const key = `${PREFIX}${newSecret()}`
    const draft = () => this.#draft(actor, wish, key)
    draft()
    await confirm?.()
    return this.site.change(() => {
      const record = draft()
      return { commit: this.#commit(actor, 'apiKeys.add', record, factsOf(record)), result: { record, key } }
    })
  }

  #draft(actor: Actor, { name, scopes, membership, expiresOn }: ApiKeyWish, key: string): ApiKey {
    const record = this.site.draft('apiKeys', {
      id: this.site.newId(),
      name,
      hash: hashSecret(key),
      prefix: key.slice(0, SHOWN),
      scopes: [...new Set(scopes)] as ApiScope[],
      membership,
      createdBy: actor.kind === 'person' ? { id: actor.accountId, name: actor.name } : { name: actor.name },
      createdAt: toInstant(this.site.now()),
      expiresOn: expiresOn ?? addDays(this.site.today(), YEAR),
    })
    this.#requireNear(record.expiresOn)
    return record
  }

  #requireNear(expiresOn: Day): void {
    const today = this.site.today()
    if (expiresOn < today || expiresOn > addDays(today, LONGEST))
      throw fieldError('expiresOn', 'inconsistent', {
        why: `Ngày hết hạn phải từ hôm nay đến ${addDays(today, LONGEST)}.`,
        whyEn: `The last day must lie between today and ${addDays(today, LONGEST)}.`,
      })
  }

  /** Ends a key at once. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `ALREADY_DECIDED` when it was ended before. */
  revoke(actor: Actor, id: string): Promise<ApiKey> {
    return this.site.change(() => {
      const before = this.site.state.get('apiKeys', id)
      if (!maySomewhere(actor, 'apiKey.manage')) throw new CatalogError('FORBIDDEN')
      if (!this.#mayManage(actor, before.membership))
        throw new CatalogError('NOT_FOUND', { details: { what: 'apiKey', id } })
      if (before.revokedAt) throw new CatalogError('ALREADY_DECIDED')
      const record = this.site.draft('apiKeys', { ...before, revokedAt: toInstant(this.site.now()) })
      const after = { name: record.name, prefix: record.prefix, revokedAt: record.revokedAt }
      return { commit: this.#commit(actor, 'apiKeys.revoke', record, after), result: record }
    })
  }

  #commit(actor: Actor, action: string, record: ApiKey, after: object) {
    const audit = trail(this.site, actor, { action, subject: { collection: 'apiKeys', id: record.id }, after })
    return { puts: [this.site.put('apiKeys', record)], audit }
  }

  stateOf(key: ApiKey): ApiKeyState {
    if (key.revokedAt) return 'revoked'
    if (key.expiresOn < this.site.today()) return 'over'
    return this.isAnsweredFor(key) ? 'active' : 'orphaned'
  }

  /** True while its maker may give its role. The software itself, and a host's own people whom no account stands for, may always. */
  isAnsweredFor({ createdBy, membership }: ApiKey): boolean {
    const maker = createdBy.id === undefined ? null : this.site.state.find('accounts', createdBy.id)
    return !maker || this.#mayManage(toPerson(maker), membership)
  }

  /** The keys within an actor's reach that somebody made and that open something. @throws {CatalogError} `FORBIDDEN` */
  madeBy(actor: Actor, accountId: string): readonly ApiKey[] {
    return this.list(actor).filter((key) => key.createdBy.id === accountId && this.stateOf(key) === 'active')
  }

  /** The key that opens something today; null for one that is unknown, revoked or orphaned, or has run out. */
  find(key: string): ApiKey | null {
    if (!key.startsWith(PREFIX)) return null
    const found = this.site.state.findHolder('apiKeys', 'hash', hashSecret(key))
    return found && this.stateOf(found) === 'active' ? found : null
  }

  /** As {@link find}, also of a key that another process has just made. */
  async findFresh(key: string): Promise<ApiKey | null> {
    if (!FORM.test(key)) return null
    await this.site.lookTwice(() => this.site.state.findHolder('apiKeys', 'hash', hashSecret(key)))
    return this.find(key)
  }

  /** As {@link findFresh}, and not one that another process has just ended: what this one knows waits for the database. */
  async findToChange(key: string): Promise<ApiKey | null> {
    if ((await this.findFresh(key)) === null) return null
    await this.site.store.catchUp()
    return this.find(key)
  }

  /** As whom a key acts: somebody with its one role, under its own name in the audit trail. */
  actorOf({ id, name, membership }: ApiKey): Person {
    return { kind: 'person', accountId: id as string as AccountId, name: `API: ${name}`, memberships: [membership] }
  }

  /** Notes that a key is in use, once a day. */
  async touch(key: ApiKey): Promise<void> {
    const today = this.site.today()
    if (key.lastUsedOn === today) return
    await this.site.change(() => {
      const before = this.site.state.get('apiKeys', key.id)
      const record = this.site.draft('apiKeys', { ...before, lastUsedOn: today })
      return { commit: { puts: [this.site.put('apiKeys', record)] }, result: record }
    })
  }
}
