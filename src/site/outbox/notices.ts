import type { AccountChange } from '../../catalog/payments/sale-terms.js'
import type { ProducerSettings } from '../../catalog/notify/producer-settings.js'
import type { Account, Membership } from '../../catalog/account.js'
import type { Mailer } from '../../catalog/ports/outbound.js'
import { perSpan } from '../../catalog/ports/throttle.js'
import { accountLinkLetter } from '../../notify/letters/account-link.js'
import { accountChangeLetter } from '../../notify/letters/account-change.js'
import { knownAccountLetter } from '../../notify/letters/known-account.js'
import type { Language, LocalizedText } from '../../catalog/text.js'
import type { Actor } from '../../access/actor.js'
import { may } from '../../access/rights.js'
import { producerSubject } from '../../access/subjects.js'
import type { SiteContext } from '../context.js'
import { requireForProducer, trail } from '../trail.js'

const ONCE_A_DAY = perSpan(1, 24 * 3_600_000)

const isWith = (membership: Membership, producerId: string): boolean =>
  membership.front === 'producer' && membership.producerId === producerId

/** How a producer hears of new orders besides its own pages. */
export class Notices {
  constructor(
    private readonly site: SiteContext,
    private readonly mailer: Mailer | null,
    /** The public address of the shop; null when nobody has said it. */
    private readonly address: string | null,
  ) {}

  /** False for a site that cannot send mail: an address is kept, and nothing arrives. */
  get sendsMail(): boolean {
    return this.mailer !== null
  }

  /**
   * Brings a one-time link to whom an account belongs. At once and from memory alone: what opens an account is written
   * nowhere. False when the letter was not taken, or nobody can be written to.
   */
  async sendLink(
    { name, email }: Pick<Account, 'name' | 'email'>,
    { link, hours, language }: { link: string; hours: number; language: Language },
  ): Promise<boolean> {
    if (!this.mailer || email === undefined) return false
    const letter = accountLinkLetter(name, { shop: this.#shop, link, hours, language })
    return this.mailer.send({ to: email, ...letter }).then(
      () => true,
      () => false,
    )
  }

  /**
   * Tells whom an account belongs to that somebody asked for another one with the same number or address; once a day,
   * so that nobody fills a mail box. Nobody is told of accounts without a mail address. Never rejects: whoever asked is
   * not to learn of it, and does not wait for it.
   */
  async tellOwner({ id, name, email, status }: Account): Promise<void> {
    const { mailer } = this
    if (!mailer || email === undefined || status === 'disabled') return
    try {
      const key = { name: `known account ${id}`, rule: ONCE_A_DAY }
      const { isTaken } = await this.site.store.throttle.take([key], this.site.now())
      if (isTaken) await mailer.send({ to: email, ...knownAccountLetter(name, this.#shop, this.address) })
    } catch {
      // A letter that is not taken is not worth another try: nothing depends on it.
    }
  }

  /**
   * Tells everybody of a producer, and the address for its orders, that shoppers pay into another account: whoever did
   * it may have been somebody else. Never rejects; the producer's pages say it too.
   */
  readonly tellAccountChange = async (producerId: string, change: AccountChange): Promise<void> => {
    const { mailer } = this
    const producer = this.site.state.find('producers', producerId)
    if (!mailer || !producer) return
    const letter = accountChangeLetter(producer.name, change, this.#shop, this.address)
    const people = this.site.state
      .all('accounts')
      .filter(({ status, memberships }) => status === 'active' && memberships.some((one) => isWith(one, producerId)))
      .map(({ email }) => email)
    const orders = this.site.state.find('producerSettings', producerId)?.notices.email
    const addresses = new Set([...people, orders].filter((email) => email !== undefined))
    await Promise.allSettled([...addresses].map((to) => mailer.send({ to, ...letter })))
  }

  get #shop(): LocalizedText {
    return this.site.state.all('platforms').find(({ own }) => own)?.name ?? { vi: 'OCOP' }
  }

  /** Whether somebody decides where letters of a producer go, and which programs are told. */
  mayManage(actor: Actor, producerId: string): boolean {
    const { state, reference, today } = this.site
    return may(actor, 'webhook.manage', producerSubject(state.get('producers', producerId), reference.places, today()))
  }

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  find(actor: Actor, producerId: string): ProducerSettings['notices'] {
    requireForProducer(this.site, actor, 'webhook.manage', producerId)
    return this.site.state.find('producerSettings', producerId)?.notices ?? {}
  }

  /**
   * Sets where mail about new orders goes; none without an address.
   *
   * @param confirm - Asks who is there once more before another address, when all else is right: letters outlast the
   * session in which they were ordered. Rejects to refuse. Left out by programs, which have nobody to ask.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `INVALID_INPUT` at `notices.email`.
   */
  async save(
    actor: Actor,
    producerId: string,
    email: string | null,
    language: Language,
    confirm?: () => Promise<unknown>,
  ): Promise<void> {
    const { site } = this
    const settings = () => site.state.find('producerSettings', producerId)
    const plan = () => {
      requireForProducer(site, actor, 'webhook.manage', producerId)
      const old = settings()
      const notices = email === null ? {} : { email, language }
      const record = site.draft('producerSettings', { ...old, id: producerId, notices })
      const audit = trail(site, actor, {
        action: 'producerSettings.notices',
        subject: { collection: 'producerSettings', id: producerId },
        before: { mail: old?.notices.email !== undefined },
        after: { mail: email !== null },
      })
      return { commit: { puts: [site.put('producerSettings', record)], audit }, result: null }
    }
    plan()
    if (email !== null && email !== settings()?.notices.email) await confirm?.()
    await site.change(plan)
  }
}
