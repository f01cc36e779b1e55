import { availableParallelism } from 'node:os'
import type { FindProvince } from '../access/account-rights.js'
import { toPerson, type Person } from '../access/actor.js'
import { producerSubject } from '../access/subjects.js'
import { isComplete } from '../access/sessions.js'
import { TakeInTurn } from '../access/take-in-turn.js'
import { AccountBook } from './accounts/account-book.js'
import { KnownProducers } from './accounts/known-producers.js'
import { OwnAccount } from './accounts/own-account.js'
import { People } from './accounts/people.js'
import { Registrations } from './accounts/registrations.js'
import { SecondStep } from './accounts/second-step.js'
import { SessionKeeper, type FoundSession } from './accounts/session-keeper.js'
import { SignIn } from './accounts/sign-in.js'
import { Shoppers, type FindOrder } from './accounts/shoppers.js'
import { Tries } from './accounts/tries.js'
import type { SiteContext } from './context.js'
import type { Security } from './security.js'

/**
 * A password takes a processor and 32 MB for a moment: so many at a time, and so many may wait so many milliseconds. Of
 * two processors one stays with those who look at pages.
 */
const HASHES = { most: availableParallelism() > 2 ? 2 : 1, waiting: 40, patience: 8_000 }

/** Who a request comes from, by the token in its cookie. */
export interface Visitor extends FoundSession {
  /** Null while the one-time code is still asked for: such a session acts for nobody. */
  readonly person: Person | null
}

/** The people who sign in: of producers, of offices, and shoppers who want to. */
export class Accounts {
  readonly #book: AccountBook
  readonly #keeper: SessionKeeper
  readonly signIn: SignIn
  readonly secondStep: SecondStep
  readonly own: OwnAccount
  readonly people: People
  readonly producers: KnownProducers
  readonly registrations: Registrations
  readonly shoppers: Shoppers

  constructor(
    site: SiteContext,
    security: Security,
    findOrder: FindOrder,
    commonPasswords: () => Promise<ReadonlySet<string>>,
  ) {
    const book = new AccountBook(site)
    const tries = new Tries(
      site.store.throttle,
      new TakeInTurn(HASHES.most, HASHES.waiting, HASHES.patience),
      security,
      site.now,
    )
    const provinceOf: FindProvince = (producerId) => {
      const producer = site.state.find('producers', producerId)
      const subject = producer && producerSubject(producer, site.reference.places, site.today())
      return subject?.kind === 'producer' ? subject.province : null
    }
    this.#book = book
    this.#keeper = new SessionKeeper(book)
    this.signIn = new SignIn(book, this.#keeper, tries)
    this.own = new OwnAccount(book, this.#keeper, tries, commonPasswords)
    this.secondStep = new SecondStep(book, this.#keeper, tries, site.seals, this.own)
    this.people = new People(book, provinceOf)
    this.producers = new KnownProducers(site, provinceOf)
    this.registrations = new Registrations(site, book, this.own, this.producers)
    this.shoppers = new Shoppers(site, book, this.#keeper, this.own, findOrder)
  }

  /** Whom a token stands for; null when it opens nothing. That it is in use is noted now and then, without waiting. */
  find(token: string): Visitor | null {
    return this.#toVisitor(this.#keeper.find(token))
  }

  /** As {@link find}, also of a session that another process has just opened or renewed: that one waits for the database. */
  async findFresh(token: string): Promise<Visitor | null> {
    return this.#toVisitor(await this.#keeper.findFresh(token))
  }

  /** Hears what other processes have changed by now. */
  catchUp(): Promise<void> {
    return this.#book.catchUp()
  }

  #toVisitor(found: FoundSession | null): Visitor | null {
    return found && { ...found, person: isComplete(found.session, found.account) ? toPerson(found.account) : null }
  }

  /** Notes that a session is in use, at most once in a tenth of its idle time. */
  touch(found: FoundSession): Promise<void> {
    return this.#keeper.touch(found)
  }
}
