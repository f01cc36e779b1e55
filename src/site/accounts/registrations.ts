import * as z from 'zod'
import type { Account, Membership } from '../../catalog/account.js'
import { toInstant } from '../../catalog/day.js'
import { CatalogError } from '../../catalog/errors.js'
import { parse } from '../../catalog/parse.js'
import { PhoneNumber } from '../../catalog/phone.js'
import { ProvinceKey } from '../../catalog/place.js'
import { ProducerKind } from '../../catalog/producer.js'
import { line, paragraphs } from '../../catalog/text.js'
import type { Actor } from '../../access/actor.js'
import { requireRight } from '../../access/rights.js'
import type { AccountBook } from './account-book.js'
import type { OwnAccount } from './own-account.js'

/** More requests than this do not wait at a time: the office sees to those first. */
const MOST_WAITING = 500

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

/** Producers who ask for an account by themselves, and the office's answer. */
export class Registrations {
  constructor(
    private readonly book: AccountBook,
    private readonly own: OwnAccount,
  ) {}

  /**
   * Asks for an account. Who has one already gets no other and hears the same, so that nobody learns whose number is known.
   *
   * @throws {CatalogError} `INVALID_INPUT`; `TOO_MANY_TRIES` when too many wait already.
   */
  async ask(input: unknown): Promise<void> {
    const { name, phone, email, password, ...facts } = parse(RegistrationForm, input)
    if (this.book.all().filter(({ status }) => status === 'pending').length >= MOST_WAITING)
      throw new CatalogError('TOO_MANY_TRIES', { details: { seconds: 3600 } })
    const hash = await this.own.hash({ name, phone, email }, password, 'password')
    const isKnown =
      this.book.findByIdentifier(phone) ?? (email === undefined ? null : this.book.findByIdentifier(email))
    if (isKnown) return
    const registration = { ...facts, askedAt: toInstant(this.book.now()) }
    await this.book.create({ name, phone, email, password: hash, status: 'pending', registration }, null)
  }

  /**
   * Makes the asker an owner of a producer.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `ALREADY_DECIDED` when it was decided already.
   */
  approve(actor: Actor, id: string, producerId: string): Promise<Account> {
    return this.#decide(actor, id, 'accounts.approve', {
      status: 'active',
      memberships: [{ front: 'producer', role: 'owner', producerId } as Membership],
    })
  }

  /** Turns the request down; the account stays shut. @throws as {@link approve} */
  refuse(actor: Actor, id: string): Promise<Account> {
    return this.#decide(actor, id, 'accounts.refuse', { status: 'disabled', sessions: [], links: [] })
  }

  #decide(actor: Actor, id: string, action: string, fields: Partial<Account>): Promise<Account> {
    return this.book.change(id, { actor, action }, ({ registration, status }) => {
      const province = registration?.province ?? null
      requireRight(actor, 'registration.decide', { kind: 'province', province }, { what: 'account', id })
      if (status !== 'pending') throw new CatalogError('ALREADY_DECIDED')
      return fields
    })
  }
}
