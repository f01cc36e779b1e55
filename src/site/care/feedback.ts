import * as z from 'zod'
import type { Actor } from '../../access/actor.js'
import { maySomewhere, reachOf, requireRight, type Subject } from '../../access/rights.js'
import type { Action } from '../../access/right-table.js'
import { feedbackDueOn } from '../../care/due-times.js'
import { answer, assign, close, currentRound, isOpen, reopen } from '../../care/feedback-steps.js'
import { onTimeFigures, type OnTimeFigures, type OnTimeQuery } from '../../care/on-time.js'
import { dayAt, toInstant } from '../../catalog/day.js'
import { CatalogError } from '../../catalog/errors.js'
import { FeedbackKind, type Feedback as FeedbackRecord } from '../../catalog/care/feedback.js'
import { parse } from '../../catalog/parse.js'
import { parsePhone, PhoneNumber } from '../../catalog/phone.js'
import { line, paragraphs } from '../../catalog/text.js'
import { newCaseCode, readCaseCode } from '../codes.js'
import type { SiteContext } from '../context.js'
import { Reaches, toDoer } from '../reaches.js'
import type { FeedbackSubjects } from './feedback-subjects.js'
import { type FeedbackAbout } from './feedback-subjects.js'
import { trail } from '../trail.js'

/** What somebody turns to the office with. */
export interface FeedbackInput {
  readonly kind: string
  readonly about: FeedbackAbout
  readonly text: string
  readonly name?: string | undefined
  /** Needed for an order; without one nobody can look the answer up. */
  readonly phone?: string | undefined
}

/** So much feedback from one phone number may wait for an answer. */
const MOST_WAITING = 10
const Text = z.object({ text: paragraphs(3000).min(2) })
const Input = z.object({
  kind: FeedbackKind,
  text: paragraphs(3000).min(10),
  name: line(100, 2).optional(),
  phone: PhoneNumber.optional(),
})

const stated = (value: string | undefined): string | undefined => (value?.trim() ? value : undefined)

/** Complaints, reports and questions to the office, with due days. */
export class Feedback {
  readonly #reaches: Reaches
  readonly #subjects: FeedbackSubjects

  constructor(
    private readonly site: SiteContext,
    subjects: FeedbackSubjects,
  ) {
    this.#reaches = new Reaches(site)
    this.#subjects = subjects
  }

  /**
   * Takes feedback in. The same words of the same number about the same thing are one.
   *
   * @throws {CatalogError} `INVALID_INPUT`, at `order` when code and phone number open none; `NOT_FOUND` for what it is
   * about; `TOO_MANY_WAITING`.
   */
  receive({ about, ...input }: FeedbackInput): Promise<FeedbackRecord> {
    return this.site.change(async () => {
      const typed = { ...input, name: stated(input.name), phone: stated(input.phone) }
      const { kind, text, ...contact } = parse(Input, typed)
      const { subject, producerId, province } = await this.#subjects.resolve(about, contact.phone ?? '')
      const at = toInstant(this.site.now())
      const feedback = this.site.draft('feedback', {
        id: this.site.newId(),
        code: newCaseCode('PA'),
        kind,
        subject,
        ...(producerId === null ? {} : { producerId }),
        province,
        text,
        contact,
        receivedAt: at,
        status: 'received',
        rounds: [{ openedAt: at, dueOn: feedbackDueOn(kind, dayAt(at)) }],
        history: [{ status: 'received', at }],
      })
      const waiting = this.#of(feedback.contact.phone).filter(isOpen)
      const same = waiting.find((other) => other.text === text && other.subject.id === subject.id)
      if (same) return { commit: {}, result: same }
      if (waiting.length >= MOST_WAITING)
        throw new CatalogError('TOO_MANY_WAITING', { details: { count: waiting.length } })
      return { commit: { puts: [this.site.put('feedback', feedback)] }, result: feedback }
    })
  }

  #of(phone: string | undefined): readonly FeedbackRecord[] {
    return phone === undefined ? [] : this.site.state.listBy('feedback', 'phone', phone)
  }

  /** Null unless the code exists and the phone number, in any spelling, is the one that was given. */
  async find(code: string, phone: string): Promise<FeedbackRecord | null> {
    const written = readCaseCode('PA', code)
    const found = await this.site.lookTwice(() => this.site.state.findHolder('feedback', 'code', written))
    return found?.contact.phone !== undefined && found.contact.phone === parsePhone(phone) ? found : null
  }

  /** Asks once more, by whom it came from. @throws {CatalogError} `NOT_FOUND`, `WRONG_STEP`, `INVALID_INPUT` at `text`. */
  reopen(code: string, phone: string, text: string): Promise<FeedbackRecord> {
    return this.site.change(async () => {
      const before = await this.find(code, phone)
      if (!before) throw new CatalogError('NOT_FOUND', { details: { what: 'feedback', id: code } })
      const words = parse(Text, { text })
      const feedback = this.site.draft('feedback', reopen(before, words.text, toInstant(this.site.now())))
      return { commit: { puts: [this.site.put('feedback', feedback)] }, result: feedback }
    })
  }

  /** What an actor may see, open ones by due day, then the rest by time of arrival, the newest first. */
  list(actor: Actor): readonly FeedbackRecord[] {
    if (!maySomewhere(actor, 'feedback.view')) throw new CatalogError('FORBIDDEN')
    const reach = reachOf(actor, 'feedback.view')
    const isReached = (feedback: FeedbackRecord): boolean =>
      reach.everything ||
      (feedback.province !== null && reach.provinces.has(feedback.province)) ||
      (feedback.assignee?.kind === 'producer' && reach.producers.has(feedback.assignee.id ?? ''))
    const found = this.site.state.all('feedback').filter(isReached)
    const open = found.filter(isOpen).toSorted((a, b) => (currentRound(a).dueOn < currentRound(b).dueOn ? -1 : 1))
    return [...open, ...found.filter((feedback) => !isOpen(feedback)).toReversed()]
  }

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  get(actor: Actor, id: string): FeedbackRecord {
    const feedback = this.site.state.get('feedback', id)
    this.#require(actor, 'feedback.view', feedback)
    return feedback
  }

  /** Names who is to answer; a producer sees it only once it is theirs to answer. */
  assign(actor: Actor, id: string, assignee: NonNullable<FeedbackRecord['assignee']>): Promise<FeedbackRecord> {
    return this.#step(actor, 'feedback.assign', id, (feedback, at) => assign(feedback, assignee, at, toDoer(actor)))
  }

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `WRONG_STEP`; `INVALID_INPUT` at `text`. */
  answer(actor: Actor, id: string, text: string): Promise<FeedbackRecord> {
    const words = parse(Text, { text })
    return this.#step(actor, 'feedback.answer', id, (feedback, at) => answer(feedback, words.text, at, toDoer(actor)))
  }

  /** Ends what was answered. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `WRONG_STEP` */
  close(actor: Actor, id: string): Promise<FeedbackRecord> {
    return this.#step(actor, 'feedback.assign', id, (feedback, at) => close(feedback, at, toDoer(actor)), 'close')
  }

  /** How feedback of a period was answered; see {@link OnTimeFigures}. */
  onTime(query: OnTimeQuery): OnTimeFigures {
    return onTimeFigures(this.site.state.all('feedback'), query, this.site.today())
  }

  #require(actor: Actor, action: Action, { id, province, assignee }: FeedbackRecord): void {
    const subject: Subject =
      assignee?.kind === 'producer'
        ? { kind: 'producer', producerId: assignee.id ?? '', province }
        : { kind: 'province', province }
    requireRight(actor, action, subject, { what: 'feedback', id })
  }

  #step(
    actor: Actor,
    right: Action,
    id: string,
    plan: (feedback: FeedbackRecord, at: FeedbackRecord['changedAt']) => FeedbackRecord,
    verb = right.replace('feedback.', ''),
  ): Promise<FeedbackRecord> {
    return this.site.change(() => {
      const before = this.site.state.get('feedback', id)
      this.#require(actor, right, before)
      const feedback = this.site.draft('feedback', plan(before, toInstant(this.site.now())))
      const audit = trail(this.site, actor, {
        action: `feedback.${verb}`,
        subject: { collection: 'feedback', id },
        before: { status: before.status },
        after: { status: feedback.status, ...(verb === 'assign' ? { assignee: feedback.assignee?.name ?? '' } : {}) },
      })
      return { commit: { puts: [this.site.put('feedback', feedback)], audit }, result: feedback }
    })
  }
}
