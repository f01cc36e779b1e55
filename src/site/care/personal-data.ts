import * as z from 'zod'
import type { Actor } from '../../access/actor.js'
import { requireRight } from '../../access/rights.js'
import { dataRequestDueOn } from '../../care/due-times.js'
import type { DataRequest } from '../../catalog/care/data-request.js'
import { dayAt, toInstant } from '../../catalog/day.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Feedback } from '../../catalog/care/feedback.js'
import type { Media } from '../../catalog/ports/media.js'
import { isShareOpen, type Order } from '../../catalog/order.js'
import { parse } from '../../catalog/parse.js'
import { parsePhone, type PhoneNumber } from '../../catalog/phone.js'
import type { OrderId } from '../../catalog/ids.js'
import type { Question } from '../../catalog/care/question.js'
import type { Review } from '../../catalog/care/review.js'
import { paragraphs } from '../../catalog/text.js'
import { newCaseCode, readCaseCode } from '../codes.js'
import type { SiteContext } from '../context.js'
import { toDoer } from '../reaches.js'
import { Eraser, type Erased } from './eraser.js'
import { ordersOf } from '../selling/orders-of.js'
import { trail } from '../trail.js'

/** What a phone number and one code that was given with it open. */
export interface PersonalRecord {
  readonly phone: PhoneNumber
  /** The order or the feedback of that code. */
  readonly about: NonNullable<DataRequest['about']>
  readonly orders: readonly Order[]
  readonly reviews: readonly Review[]
  readonly feedback: readonly Feedback[]
  readonly requests: readonly DataRequest[]
}

interface Proofs {
  readonly findOrder: (code: string, phone: string) => Promise<Order | null>
  readonly findFeedback: (code: string, phone: string) => Promise<Feedback | null>
}

/** So many requests about one order or feedback may wait. */
const MOST_WAITING = 5
const Answer = z.object({ text: paragraphs(2000).min(2) })

/** What the law on personal data asks for: see, export, correct, erase (Law 91/2025/QH15). */
export class PersonalData {
  readonly #eraser: Eraser

  constructor(
    private readonly site: SiteContext,
    media: Media,
    private readonly proofs: Proofs,
  ) {
    this.#eraser = new Eraser(site, media)
  }

  /**
   * What was given with the code of an order or of feedback; null when code and number do not belong together. It opens
   * nothing else of the number: anybody can type another's number into an order or a message, and gets a code for it.
   */
  async open(phone: string, code: string): Promise<PersonalRecord | null> {
    const number = parsePhone(phone) as PhoneNumber | null
    if (number === null) return null
    const order = await this.proofs.findOrder(code, number)
    if (order) return this.#ofOrder(order)
    const feedback = await this.proofs.findFeedback(code, number)
    if (!feedback) return null
    const about = { of: 'feedback', id: feedback.id } as const
    return { phone: number, about, orders: [], reviews: [], feedback: [feedback], requests: this.#about(about, number) }
  }

  #ofOrder(order: Order): PersonalRecord {
    const { state } = this.site
    const { phone } = order.recipient
    const about = { of: 'order', id: order.id } as const
    return {
      phone,
      about,
      orders: [order],
      reviews: state.listBy('reviews', 'order', order.id),
      // Whoever sent it had given code and number of the order.
      feedback: state
        .listBy('feedback', 'phone', phone)
        .filter(({ subject }) => subject.of === 'order' && subject.id === order.id),
      requests: this.#about(about, phone),
    }
  }

  #about({ id }: PersonalRecord['about'], phone: PhoneNumber): readonly DataRequest[] {
    return this.site.state.listBy('dataRequests', 'phone', phone).filter(({ about }) => about?.id === id)
  }

  /**
   * Hands a request to the office. The same kind asked for again while it waits is the same request.
   *
   * @throws {CatalogError} `NOT_FOUND` without proof; `INVALID_INPUT`; `TOO_MANY_WAITING`.
   */
  async request(phone: string, code: string, kind: DataRequest['kind'], text = ''): Promise<DataRequest> {
    const record = await this.open(phone, code)
    if (!record) throw new CatalogError('NOT_FOUND', { details: { what: 'order', id: code } })
    return this.site.change(() => {
      const at = toInstant(this.site.now())
      const request = this.site.draft('dataRequests', {
        id: this.site.newId(),
        code: newCaseCode('YC'),
        kind,
        about: record.about,
        phone: record.phone,
        ...(text.trim() === '' ? {} : { text }),
        receivedAt: at,
        dueOn: dataRequestDueOn(dayAt(at)),
        status: 'received',
      })
      const waiting = this.#about(record.about, record.phone).filter(({ status }) => status === 'received')
      const same = waiting.find((other) => other.kind === kind && other.text === request.text)
      if (same) return { commit: {}, result: same }
      if (waiting.length >= MOST_WAITING)
        throw new CatalogError('TOO_MANY_WAITING', { details: { count: waiting.length } })
      return { commit: { puts: [this.site.put('dataRequests', request)] }, result: request }
    })
  }

  /** A request by its code, to tell how it stands. */
  findRequest(code: string): DataRequest | null {
    return this.site.state.findHolder('dataRequests', 'code', readCaseCode('YC', code))
  }

  /** All requests, those that wait by due day, then the answered ones, the newest first. @throws {CatalogError} `FORBIDDEN` */
  list(actor: Actor): readonly DataRequest[] {
    requireRight(actor, 'personalData.answer', { kind: 'country' })
    const all = this.site.state.all('dataRequests')
    const waiting = all.filter(({ status }) => status === 'received')
    return [
      ...waiting.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
      ...all.filter(({ status }) => status !== 'received').toReversed(),
    ]
  }

  /**
   * Answers a request; an erasure is carried out with it, of what its code opened.
   *
   * @param options.wholeNumber - Erases all that is kept with the number, for an office that has rung it and heard its
   * holder ask for that. Without it a request that does not say by which code it came is refused with `WRONG_STEP`.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `WRONG_STEP`, `INVALID_INPUT`; `ORDERS_OPEN` while goods are under way.
   */
  async carryOut(
    actor: Actor,
    id: string,
    text: string,
    { wholeNumber = false }: { readonly wholeNumber?: boolean } = {},
  ): Promise<{ request: DataRequest; erased: Erased | null }> {
    const { kind, phone, about } = this.#waiting(actor, id)
    parse(Answer, { text })
    const isErasure = kind === 'erasure' && phone !== undefined
    if (isErasure && !about && !wholeNumber) throw new CatalogError('WRONG_STEP')
    const erased = isErasure ? await this.#erase(phone, wholeNumber ? undefined : about) : null
    return { request: await this.#answer(actor, id, 'done', text), erased }
  }

  /** Answers a request that cannot be met, with the reason. @throws {CatalogError} as {@link PersonalData.carryOut}. */
  refuse(actor: Actor, id: string, reason: string): Promise<DataRequest> {
    return this.#answer(actor, id, 'refused', reason)
  }

  #waiting(actor: Actor, id: string): DataRequest {
    requireRight(actor, 'personalData.answer', { kind: 'country' })
    const request = this.site.state.get('dataRequests', id)
    if (request.status !== 'received') throw new CatalogError('WRONG_STEP')
    return request
  }

  #answer(actor: Actor, id: string, status: 'done' | 'refused', text: string): Promise<DataRequest> {
    return this.site.change(() => {
      const { phone, text: asked, ...before } = this.#waiting(actor, id)
      const isErased = before.kind === 'erasure' && status === 'done'
      const personal = {
        ...(phone === undefined ? {} : { phone }),
        ...(asked === undefined ? {} : { text: asked }),
      }
      const request = this.site.draft('dataRequests', {
        ...before,
        ...(isErased ? {} : personal),
        status,
        answer: { ...parse(Answer, { text }), at: toInstant(this.site.now()), by: toDoer(actor).name },
      })
      const audit = trail(this.site, actor, {
        action: `dataRequests.${status}`,
        subject: { collection: 'dataRequests', id },
        after: { kind: request.kind, status },
      })
      return { commit: { puts: [this.site.put('dataRequests', request)], audit }, result: request }
    })
  }

  /** @throws {CatalogError} `ORDERS_OPEN` while goods are under way. */
  async #erase(phone: PhoneNumber, about: DataRequest['about']): Promise<Erased> {
    const { orders, questions, feedback } = about ? await this.#proven(phone, about) : await this.#ofNumber(phone)
    const open = orders.filter(({ fulfillments }) => fulfillments.some(isShareOpen))
    if (open.length > 0) throw new CatalogError('ORDERS_OPEN', { details: { count: open.length } })
    return this.#eraser.erase({
      orders: orders.map(({ id }) => id),
      questions: questions.map(({ id }) => id),
      feedback: feedback.map(({ id }) => id),
    })
  }

  async #proven(phone: PhoneNumber, { of, id }: PersonalRecord['about']): Promise<Kept> {
    const order = of === 'order' ? await this.site.store.findOrder(id as OrderId) : null
    if (order?.recipient.phone === phone) return { ...this.#ofOrder(order), questions: [] }
    const feedback = of === 'feedback' ? this.site.state.find('feedback', id) : null
    return { orders: [], questions: [], feedback: feedback?.contact.phone === phone ? [feedback] : [] }
  }

  async #ofNumber(phone: PhoneNumber): Promise<Kept> {
    const { state, store } = this.site
    const orders: Order[] = []
    for await (const order of ordersOf(store, { phone })) orders.push(order)
    return {
      orders,
      questions: state.listBy('questions', 'phone', phone),
      feedback: state.listBy('feedback', 'phone', phone),
    }
  }
}

/** What is kept of a person. */
interface Kept {
  readonly orders: readonly Order[]
  readonly questions: readonly Question[]
  readonly feedback: readonly Feedback[]
}
