import * as z from 'zod'
import type { Account, Membership } from '../../catalog/account.js'
import { toInstant } from '../../catalog/day.js'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import { parse } from '../../catalog/parse.js'
import { PhoneNumber } from '../../catalog/phone.js'
import { ProvinceKey } from '../../catalog/places/place.js'
import { ProducerKind, type Producer } from '../../catalog/producer.js'
import type { Put } from '../../catalog/store.js'
import { line, paragraphs } from '../../catalog/text.js'
import type { Actor } from '../../access/actor.js'
import { newLink } from '../../access/one-time-links.js'
import { requireRight } from '../../access/rights.js'
import { writeCredential } from '../../access/secrets.js'
import { producerSubject } from '../../access/subjects.js'
import type { SiteContext } from '../context.js'
import type { AccountBook, AccountFields, Confirm, Note } from './account-book.js'
import type { KnownProducers } from './known-producers.js'
import { draftProducer } from './new-producer.js'
import type { OwnAccount } from './own-account.js'
import type { Invited } from './people.js'

/** More requests than this do not wait at a time: the office sees to those first. */
const MOST_WAITING = 500

/** In the order of the forms, so that what is wrong is told in that order. */
const RegistrationForm = z.strictObject({
  producerName: line(200),
  kind: ProducerKind,
  province: ProvinceKey,
  address: line(300, 0),
  note: paragraphs(1000),
  name: line(100),
  phone: PhoneNumber,
  email: z.email().max(200).optional(),
  password: z.string().max(1000),
})

const ProducerInvitation = RegistrationForm.omit({ password: true, note: true }).extend({
  isAnother: z.boolean().default(false),
})

/** Producers who ask for an account by themselves, and the office's answer. */
export class Registrations {
  constructor(
    private readonly site: SiteContext,
    private readonly book: AccountBook,
    private readonly own: OwnAccount,
    private readonly producers: KnownProducers,
  ) {}

  /**
   * Asks for an account. Who has one already gets no other and hears the same, so that nobody learns whose number is known.
   *
   * @returns the account that has the number or address already, whose owner may be told; null for a new one.
   * @throws {CatalogError} `INVALID_INPUT`; `TOO_MANY_TRIES` when too many wait already.
   */
  async ask(input: unknown): Promise<Account | null> {
    const { name, phone, email, password, ...facts } = parse(RegistrationForm, input)
    if (this.book.all().filter(({ status }) => status === 'pending').length >= MOST_WAITING)
      throw new CatalogError('TOO_MANY_TRIES', { details: { seconds: 3600 } })
    const hash = await this.own.hash({ name, phone, email }, password, 'password')
    const [known] = [phone, email].flatMap((value) => (value && this.book.findByIdentifier(value)) || [])
    if (known) return known
    const registration = { ...facts, askedAt: toInstant(this.book.now()) }
    await this.book.create({ name, phone, email, password: hash, status: 'pending', registration }, null)
    return null
  }

  /** Producers of the province that may be the one that somebody asks for, the likeliest first. */
  candidates({ registration }: Account): readonly Producer[] {
    if (!registration) return []
    return this.producers.like(registration.producerName, (province) => province === registration.province)
  }

  /**
   * Makes the asker an owner of a producer: of one that the catalog knows, or with null of a new one, made of what was
   * said in the request.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `ALREADY_DECIDED`.
   */
  approve(actor: Actor, id: string, producerId: string | null, confirm?: Confirm): Promise<Account> {
    const { registration } = this.#requireMayDecide(actor, id)
    const known = producerId === null ? null : this.site.state.get('producers', producerId)
    if (known) requireRight(actor, 'registration.decide', this.#subjectOf(known), { what: 'producer', id: known.id })
    const producer = known ?? draftProducer(registration, this.site)
    const membership: Membership = { front: 'producer', role: 'owner', producerId: producer.id }
    const puts = known ? [] : [this.site.put('producers', producer)]
    return this.#decide(
      { actor, action: 'accounts.approve', confirm },
      id,
      { status: 'active', memberships: [membership] },
      puts,
    )
  }

  /**
   * Makes a producer that the catalog does not know yet, with an account of its owner, who chooses the password by a link.
   *
   * @throws {CatalogError} `FORBIDDEN` out of the actor's reach; `INVALID_INPUT`, with `knownProducer` for a name that a
   * producer of the province bears already, however it is written, unless the input says `isAnother`.
   */
  async invite(actor: Actor, input: unknown, confirm?: Confirm): Promise<Invited> {
    const { name, phone, email, isAnother, ...facts } = parse(ProducerInvitation, input)
    requireRight(actor, 'registration.decide', { kind: 'province', province: facts.province })
    const [known] = isAnother ? [] : this.producers.named(facts.producerName, (province) => province === facts.province)
    if (known) throw fieldError('producerName', 'knownProducer', { name: known.name, id: known.id, slug: known.slug })
    const producer = draftProducer(facts, this.site)
    const secret = this.book.newSecret()
    const account = await this.book.create(
      {
        name,
        phone,
        email,
        status: 'invited',
        memberships: [{ front: 'producer', role: 'owner', producerId: producer.id }],
        links: [newLink('invite', secret, this.book.now())],
      },
      { actor, action: 'accounts.invite', confirm },
      [this.site.put('producers', producer)],
    )
    return { account, token: writeCredential({ accountId: account.id, secret }) }
  }

  /** Turns the request down; the account stays shut. @throws as {@link approve} */
  refuse(actor: Actor, id: string): Promise<Account> {
    this.#requireMayDecide(actor, id)
    return this.#decide({ actor, action: 'accounts.refuse' }, id, { status: 'disabled', sessions: [], links: [] })
  }

  #decide(note: Note, id: string, fields: AccountFields, puts: readonly Put[] = []): Promise<Account> {
    return this.book.change(
      id,
      note,
      ({ status }) => {
        if (status !== 'pending') throw new CatalogError('ALREADY_DECIDED')
        return fields
      },
      puts,
    )
  }

  #requireMayDecide(actor: Actor, id: string) {
    const account = this.book.get(id)
    const { registration } = account
    const province = registration?.province ?? null
    requireRight(actor, 'registration.decide', { kind: 'province', province }, { what: 'account', id })
    if (!registration) throw new CatalogError('ALREADY_DECIDED')
    return { registration }
  }

  #subjectOf = (producer: Producer) => producerSubject(producer, this.site.reference.places, this.site.today())
}
