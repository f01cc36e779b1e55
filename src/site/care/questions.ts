import type { Actor } from '../../access/actor.js'
import { maySomewhere } from '../../access/rights.js'
import { toInstant } from '../../catalog/day.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Question } from '../../catalog/care/question.js'
import { without } from '../../catalog/without.js'
import type { SiteContext } from '../context.js'
import { Reaches, toDoer } from '../reaches.js'
import { trail } from '../trail.js'

/** What a visitor asks about a product. */
export interface QuestionInput {
  readonly productId: string
  readonly text: string
  readonly name?: string | undefined
  readonly phone?: string | undefined
}

/** So many questions of one phone number may wait for an answer, and so many of all people about one product. */
const MOST_WAITING = { phone: 5, product: 50 }

const isWaiting = ({ status }: Question): boolean => status === 'waiting'

/** What people ask about products, and what producers answer. */
export class Questions {
  readonly #reaches: Reaches

  constructor(private readonly site: SiteContext) {
    this.#reaches = new Reaches(site)
  }

  /** What the public sees: answered questions, the newest first. */
  shownOf(productId: string): readonly Question[] {
    return this.site.state
      .listBy('questions', 'product', productId)
      .filter(({ status }) => status === 'answered')
      .toReversed()
  }

  /** The questions within an actor's reach, those that wait first, of each kind the oldest first. */
  list(actor: Actor): readonly Question[] {
    if (!maySomewhere(actor, 'catalog.view')) throw new CatalogError('FORBIDDEN')
    const isReached = this.#reaches.withinReach(actor, 'catalog.view')
    return this.site.state
      .all('questions')
      .filter(({ producerId }) => isReached(producerId))
      .toSorted((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)))
  }

  /**
   * Asks. The same words about the same product are one question.
   *
   * @throws {CatalogError} `INVALID_INPUT`; `NOT_FOUND`; `TOO_MANY_WAITING`.
   */
  ask({ productId, text, name = '', phone = '' }: QuestionInput): Promise<Question> {
    return this.site.change(() => {
      const product = this.site.state.get('products', productId)
      if (product.status !== 'published')
        throw new CatalogError('NOT_FOUND', { details: { what: 'product', id: productId } })
      const question = this.site.draft('questions', {
        id: this.site.newId(),
        productId,
        producerId: product.producerId,
        text,
        ...(name.trim() === '' ? {} : { name }),
        ...(phone.trim() === '' ? {} : { phone }),
        askedAt: toInstant(this.site.now()),
        status: 'waiting',
      })
      const waiting = this.site.state.listBy('questions', 'product', productId).filter(isWaiting)
      const same = waiting.find((other) => other.text === question.text)
      if (same) return { commit: {}, result: same }
      this.#requireRoom(waiting.length, MOST_WAITING.product)
      if (question.phone !== undefined) {
        const own = this.site.state.listBy('questions', 'phone', question.phone).filter(isWaiting)
        this.#requireRoom(own.length, MOST_WAITING.phone)
      }
      return { commit: { puts: [this.site.put('questions', question)] }, result: question }
    })
  }

  #requireRoom(count: number, most: number): void {
    if (count >= most) throw new CatalogError('TOO_MANY_WAITING', { details: { count } })
  }

  /** Answers in public, for the producer whom it concerns or as the office. */
  answer(actor: Actor, id: string, text: string): Promise<Question> {
    const memberships = actor.kind === 'person' ? actor.memberships : []
    return this.#decide(actor, 'feedback.answer', 'questions.answer', id, (question, at) => {
      if (question.status !== 'waiting' && question.status !== 'answered') throw new CatalogError('WRONG_STEP')
      // Whoever works for an office and for another producer speaks for the office here.
      const isOwn = memberships.some((one) => one.front === 'producer' && one.producerId === question.producerId)
      const by = isOwn ? ('producer' as const) : ('office' as const)
      const answer = { text, by, author: toDoer(actor).name, at }
      return { ...question, answer, status: 'answered' }
    })
  }

  /** Takes a question and its answer out of sight. @throws {CatalogError} `INVALID_INPUT` at `reason`. */
  hide(actor: Actor, id: string, reason: string): Promise<Question> {
    const plan = (question: Question, at: Question['changedAt']): Question => ({
      ...question,
      status: 'hidden',
      hiding: { at, reason },
    })
    return this.#decide(actor, 'review.moderate', 'questions.hide', id, plan, reason)
  }

  /** Brings back what was hidden: answered ones are shown again, others wait again. */
  show(actor: Actor, id: string): Promise<Question> {
    return this.#decide(actor, 'review.moderate', 'questions.show', id, (question) => {
      if (question.status !== 'hidden') throw new CatalogError('WRONG_STEP')
      return { ...without(question, 'hiding'), status: question.answer ? 'answered' : 'waiting' }
    })
  }

  #decide(
    actor: Actor,
    right: 'feedback.answer' | 'review.moderate',
    action: string,
    id: string,
    plan: (question: Question, at: Question['changedAt']) => Question,
    reason?: string,
  ): Promise<Question> {
    return this.site.change(() => {
      const before = this.site.state.get('questions', id)
      this.#reaches.require(actor, right, before.producerId, { what: 'question', id })
      const question = this.site.draft('questions', plan(before, toInstant(this.site.now())))
      const audit = trail(this.site, actor, {
        action,
        subject: { collection: 'questions', id },
        before: { status: before.status },
        after: { status: question.status },
        ...(reason === undefined ? {} : { reason }),
      })
      return { commit: { puts: [this.site.put('questions', question)], audit }, result: question }
    })
  }
}
