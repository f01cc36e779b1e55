import * as z from 'zod'
import type { Account, Membership } from '../../catalog/account.js'
import { toInstant } from '../../catalog/day.js'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import { parse } from '../../catalog/parse.js'
import { PhoneNumber } from '../../catalog/phone.js'
import { ProvinceKey } from '../../catalog/places/place.js'
import { ProducerKind, type Producer } from '../../catalog/producer.js'
import type { Put } from '../../catalog/store.js'
import { fold, line, paragraphs } from '../../catalog/text.js'
import type { Actor } from '../../access/actor.js'
import { newLink } from '../../access/one-time-links.js'
import { requireRight } from '../../access/rights.js'
import { writeCredential } from '../../access/secrets.js'
import { producerSubject } from '../../access/subjects.js'
import type { SiteContext } from '../context.js'
import type { AccountBook, AccountFields, Note } from './account-book.js'
import { draftProducer } from './new-producer.js'
import type { OwnAccount } from './own-account.js'
import type { Invited } from './people.js'

/** More requests than this do not wait at a time: the office sees to those first. */
const MOST_WAITING = 500
const MOST_CANDIDATES = 10

const RegistrationForm = z.strictObject({
  name: line(100),
  phone: PhoneNumber,
  email: z.email().max(200).optional(),
  password: z.string().max(1000),
  producerName: line(200),
  kind: ProducerKind,
  province: ProvinceKey,
  address: line(300, 0),
  note: paragraphs(1000),
})

const ProducerInvitation = RegistrationForm.omit({ password: true, note: true })

/** Words that half of all producers bear in their names. */
const COMMON_WORDS = new Set(
  'hop tac xa htx ho kinh doanh hkd cong ty tnhh co phan cp to hop tac thth san xuat va'.split(' '),
)

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !COMMON_WORDS.has(word))

/** Producers who ask for an account by themselves, and the office's answer. */
export class Registrations {
  constructor(
    private readonly site: SiteContext,
    private readonly book: AccountBook,
    private readonly own: OwnAccount,
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
    const wanted = new Set(wordsOf(registration.producerName))
    return this.site.state
      .all('producers')
      .map((producer) => ({ producer, shared: wordsOf(producer.name).filter((word) => wanted.has(word)).length }))
      .filter(({ producer, shared }) => shared > 0 && this.#provinceOf(producer) === registration.province)
      .toSorted((a, b) => b.shared - a.shared)
      .slice(0, MOST_CANDIDATES)
      .map(({ producer }) => producer)
  }

  /**
   * Makes the asker an owner of a producer: of one that the catalog knows, or with null of a new one, made of what was
   * said in the request.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `ALREADY_DECIDED`.
   */
  approve(actor: Actor, id: string, producerId: string | null): Promise<Account> {
    const { registration } = this.#requireMayDecide(actor, id)
    const known = producerId === null ? null : this.site.state.get('producers', producerId)
    if (known) requireRight(actor, 'registration.decide', this.#subjectOf(known), { what: 'producer', id: known.id })
    const producer = known ?? draftProducer(registration, this.site)
    const membership: Membership = { front: 'producer', role: 'owner', producerId: producer.id }
    const puts = known ? [] : [this.site.put('producers', producer)]
    return this.#decide(
      { actor, action: 'accounts.approve' },
      id,
      { status: 'active', memberships: [membership] },
      puts,
    )
  }

  /**
   * Makes a producer that the catalog does not know yet, with an account of its owner, who chooses the password by a link.
   *
   * @throws {CatalogError} `FORBIDDEN` out of the actor's reach; `INVALID_INPUT`, also for a producer that is known.
   */
  async invite(actor: Actor, input: unknown): Promise<Invited> {
    const { name, phone, email, ...facts } = parse(ProducerInvitation, input)
    requireRight(actor, 'registration.decide', { kind: 'province', province: facts.province })
    const isKnown = this.site.state
      .all('producers')
      .some((one) => fold(one.name) === fold(facts.producerName) && this.#provinceOf(one) === facts.province)
    if (isKnown) throw fieldError('producerName', 'duplicate', { value: facts.producerName })
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
      { actor, action: 'accounts.invite' },
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

  #provinceOf(producer: Producer): ProvinceKey | null {
    const subject = this.#subjectOf(producer)
    return subject.kind === 'producer' ? subject.province : null
  }
}
