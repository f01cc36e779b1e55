import * as z from 'zod'
import type { Actor } from '../../access/actor.js'
import { requireRight } from '../../access/rights.js'
import { dataRequestDueOn } from '../../care/due-times.js'
import { eraseRequest } from '../../care/erasure.js'
import { onTimeFigures, type OnTimeFigures } from '../../care/on-time.js'
import type { DataRequest } from '../../catalog/care/data-request.js'
import type { Feedback } from '../../catalog/care/feedback.js'
import type { Review } from '../../catalog/care/review.js'
import { dayAt, toInstant } from '../../catalog/day.js'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import type { Order } from '../../catalog/order.js'
import { parse } from '../../catalog/parse.js'
import type { Period } from '../../catalog/period.js'
import { parsePhone, PhoneNumber } from '../../catalog/phone.js'
import type { Media } from '../../catalog/ports/media.js'
import { paragraphs } from '../../catalog/text.js'
import { newCaseCode, readCaseCode, readOrderCode } from '../codes.js'
import type { Planned, SiteContext } from '../context.js'
import { toDoer } from '../reaches.js'
import { trail } from '../trail.js'
import { Eraser, type Erased, type ToErase } from './eraser.js'
import { countKept, isNothing, KeptData, toErase, type About, type Kept, type KeptCount } from './kept-data.js'

/** What a phone number and one code that was given with it open. */
export interface PersonalRecord {
  readonly phone: PhoneNumber
  /** The order or the feedback of that code. */
  readonly about: About
  readonly orders: readonly Order[]
  readonly reviews: readonly Review[]
  readonly feedback: readonly Feedback[]
  readonly requests: readonly DataRequest[]
}

/** A request as the office weighs it; without contents and counts once it was answered. */
export interface DataRequestCase {
  readonly request: DataRequest
  /** What its code opened. */
  readonly order: Order | null
  readonly feedback: Feedback | null
  /** How much the code opened; null where no code was given. */
  readonly byCode: KeptCount | null
  /** How much is kept with the number. */
  readonly byNumber: KeptCount | null
}

interface Proofs {
  readonly findOrder: (code: string, phone: string) => Promise<Order | null>
  readonly findFeedback: (code: string, phone: string) => Promise<Feedback | null>
}

/** So many requests about one order or feedback may wait. */
const MOST_WAITING = 5
const Answer = z.object({ text: paragraphs(2000).min(2) })
const Reason = z.object({ reason: Answer.shape.text })
const Recorded = z.object({ phone: PhoneNumber })
type Answered = Exclude<DataRequest['status'], 'received'>

/** What the law on personal data asks for: see, export, correct, erase (Law 91/2025/QH15). */
export class PersonalData {
  readonly #eraser: Eraser
  readonly #kept: KeptData

  constructor(
    private readonly site: SiteContext,
    media: Media,
    private readonly proofs: Proofs,
  ) {
    this.#eraser = new Eraser(site, media)
    this.#kept = new KeptData(site)
  }

  /**
   * What was given with the code of an order or of feedback; null when code and number do not belong together. It opens
   * nothing else of the number: anybody can type another's number into an order or a message, and gets a code for it.
   */
  async open(phone: string, code: string): Promise<PersonalRecord | null> {
    const number = parsePhone(phone) as PhoneNumber | null
    if (number === null) return null
    const order = await this.proofs.findOrder(code, number)
    if (order) return this.#record(this.#kept.ofOrder(order), { of: 'order', id: order.id }, number)
    const feedback = await this.proofs.findFeedback(code, number)
    if (!feedback) return null
    return this.#record(this.#kept.ofFeedback(feedback), { of: 'feedback', id: feedback.id }, number)
  }

  #record({ orders, reviews, feedback }: Kept, about: About, phone: PhoneNumber): PersonalRecord {
    return { phone, about, orders, reviews, feedback, requests: this.#about(about, phone) }
  }

  #about({ id }: About, phone: PhoneNumber): readonly DataRequest[] {
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
      const request = this.#draft(kind, record.phone, text, record.about)
      const waiting = this.#about(record.about, record.phone).filter(({ status }) => status === 'received')
      const same = waiting.find((other) => other.kind === kind && other.text === request.text)
      if (same) return { commit: {}, result: same }
      if (waiting.length >= MOST_WAITING)
        throw new CatalogError('TOO_MANY_WAITING', { details: { count: waiting.length } })
      return { commit: { puts: [this.site.put('dataRequests', request)] }, result: request }
    })
  }

  /**
   * The answer to an erasure that was carried out, by the code of the order or the feedback that it was about: it holds
   * nothing of the person, whose number is gone, so the code alone opens it. Null for every other code.
   */
  async findErasure(code: string): Promise<DataRequest | null> {
    const { state, store } = this.site
    const order = await store.findOrderByCode(readOrderCode(code))
    const id = order?.id ?? state.findHolder('feedback', 'code', readCaseCode('PA', code))?.id
    const asked = id === undefined ? [] : state.listBy('dataRequests', 'about', id)
    return asked.findLast(({ kind, status, phone }) => kind === 'erasure' && status === 'done' && !phone) ?? null
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

  /** How requests of a period were answered; see {@link OnTimeFigures}. */
  onTime(period: Period): OnTimeFigures {
    const asked = this.site.state.all('dataRequests').map(({ receivedAt, dueOn, answer }) => ({
      province: null,
      rounds: [{ openedAt: receivedAt, dueOn, answer }],
    }))
    return onTimeFigures(asked, { period, province: null }, this.site.today())
  }

  /**
   * A request with what it is about, for the one who answers it. That it was looked at stands in the audit trail while
   * there is something of a person in it.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`
   */
  async look(actor: Actor, id: string): Promise<DataRequestCase> {
    requireRight(actor, 'personalData.answer', { kind: 'country' })
    const request = this.site.state.get('dataRequests', id)
    const { phone, about, status } = request
    if (phone === undefined) return { request, order: null, feedback: null, byCode: null, byNumber: null }
    const subject = { collection: 'dataRequests', id }
    await this.site.commit({ audit: trail(this.site, actor, { action: 'dataRequests.look', subject }) })
    if (status !== 'received') return { request, order: null, feedback: null, byCode: null, byNumber: null }
    const opened = about ? await this.#kept.ofCode(phone, about) : null
    return {
      request,
      order: opened?.orders[0] ?? null,
      feedback: about?.of === 'feedback' ? (opened?.feedback[0] ?? null) : null,
      byCode: opened && countKept(opened),
      byNumber: countKept(await this.#kept.ofNumber(phone)),
    }
  }

  /**
   * Writes down that somebody asked the office, without a code, to erase all that is kept with a number. It is carried
   * out like every other request, once the number was rung. Asked for again while it waits, it is the same request.
   *
   * @throws {CatalogError} `FORBIDDEN`; `INVALID_INPUT` at `phone`, also when nothing is kept with it.
   */
  record(actor: Actor, phone: string, text = ''): Promise<DataRequest> {
    requireRight(actor, 'personalData.answer', { kind: 'country' })
    return this.site.change(async () => {
      const number = parse(Recorded, { phone }).phone
      const same = this.site.state
        .listBy('dataRequests', 'phone', number)
        .find(({ about, status }) => about === undefined && status === 'received')
      if (same) return { commit: {}, result: same }
      if (isNothing(await this.#kept.ofNumber(number))) throw fieldError('phone', 'notFound', { value: phone })
      const request = this.#draft('erasure', number, text)
      const audit = trail(this.site, actor, {
        action: 'dataRequests.add',
        subject: { collection: 'dataRequests', id: request.id },
        after: { kind: request.kind, status: request.status },
      })
      return { commit: { puts: [this.site.put('dataRequests', request)], audit }, result: request }
    })
  }

  #draft(kind: DataRequest['kind'], phone: PhoneNumber, text: string, about?: About): DataRequest {
    const at = toInstant(this.site.now())
    return this.site.draft('dataRequests', {
      id: this.site.newId(),
      code: newCaseCode('YC'),
      kind,
      ...(about ? { about } : {}),
      phone,
      ...(text.trim() === '' ? {} : { text }),
      receivedAt: at,
      dueOn: dataRequestDueOn(dayAt(at)),
      status: 'received',
    })
  }

  /**
   * Answers a request; an erasure is carried out with it, of what its code opened.
   *
   * @param options.wholeNumber - Erases all that is kept with the number, for an office that has rung it and heard its
   * holder ask for that; the audit trail says so. Without it a request that does not say by which code it came is refused
   * with `WRONG_STEP`.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `WRONG_STEP`, `INVALID_INPUT`; `ORDERS_OPEN` while goods are under way.
   */
  async carryOut(
    actor: Actor,
    id: string,
    text: string,
    { wholeNumber = false }: { readonly wholeNumber?: boolean } = {},
  ): Promise<{ request: DataRequest; erased: Erased | null }> {
    const wanted = await this.site.change(async () => ({
      commit: {},
      result: await this.#toErase(this.#waiting(actor, id), text, wholeNumber),
    }))
    if (wanted === null) return { request: await this.#answer(actor, id, 'done', text), erased: null }
    // The answer stands in the commit that erases, so nobody declines meanwhile what is then erased.
    const erased = await this.#eraser.erase(wanted, () => this.#plan(actor, id, 'done', text, wholeNumber).commit)
    return { request: this.site.state.get('dataRequests', id), erased }
  }

  /** What is to be erased; null for a request that erases nothing. */
  async #toErase({ id, kind, phone, about }: DataRequest, text: string, wholeNumber: boolean): Promise<ToErase | null> {
    parse(Answer, { text })
    if (kind !== 'erasure' || phone === undefined) return null
    if (!about && !wholeNumber) throw new CatalogError('WRONG_STEP')
    const kept = about && !wholeNumber ? await this.#kept.ofCode(phone, about) : await this.#kept.ofNumber(phone)
    const { underWay } = countKept(kept)
    if (underWay.length > 0) throw new CatalogError('ORDERS_OPEN', { details: { count: underWay.length } })
    return toErase({ ...kept, requests: kept.requests.filter((other) => other.id !== id) })
  }

  /** Answers a request that cannot be met, with the reason. @throws {CatalogError} as {@link PersonalData.carryOut}. */
  refuse(actor: Actor, id: string, reason: string): Promise<DataRequest> {
    return this.#answer(actor, id, 'refused', parse(Reason, { reason }).reason)
  }

  #waiting(actor: Actor, id: string): DataRequest {
    requireRight(actor, 'personalData.answer', { kind: 'country' })
    const request = this.site.state.get('dataRequests', id)
    if (request.status !== 'received') throw new CatalogError('WRONG_STEP')
    return request
  }

  #answer(actor: Actor, id: string, status: Answered, text: string): Promise<DataRequest> {
    return this.site.change(() => this.#plan(actor, id, status, text))
  }

  #plan(actor: Actor, id: string, status: Answered, text: string, wholeNumber = false): Planned<DataRequest> {
    const before = this.#waiting(actor, id)
    const request = this.site.draft('dataRequests', {
      ...(before.kind === 'erasure' && status === 'done' ? eraseRequest(before) : before),
      status,
      answer: { ...parse(Answer, { text }), at: toInstant(this.site.now()), by: toDoer(actor).name },
    })
    const audit = trail(this.site, actor, {
      action: `dataRequests.${status}`,
      subject: { collection: 'dataRequests', id },
      after: { kind: request.kind, status, ...(wholeNumber ? { wholeNumber } : {}) },
    })
    return { commit: { puts: [this.site.put('dataRequests', request)], audit }, result: request }
  }
}
