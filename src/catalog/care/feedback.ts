import * as z from 'zod'
import { Day, Instant } from '../day.js'
import { FeedbackId, ProducerId, Version } from '../ids.js'
import { PhoneNumber } from '../phone.js'
import { ProvinceKey } from '../places/place.js'
import { line, paragraphs } from '../text.js'

/** What a shopper turns to the office for; how many working days each may take stands in `src/care/due-times.ts`. */
export const FeedbackKind = z.enum([
  'safety',
  'goods',
  'delivery',
  'seller',
  'information',
  'listing',
  'content',
  'question',
  'other',
])
export type FeedbackKind = z.infer<typeof FeedbackKind>

/** What it is about: a record of the catalog or an order, by id; `site` has none. */
export const FeedbackSubject = z.strictObject({
  of: z.enum(['site', 'order', 'product', 'producer', 'listing', 'review', 'question']),
  id: line(64).optional(),
})
export type FeedbackSubject = z.infer<typeof FeedbackSubject>

export const FeedbackStatus = z.enum(['received', 'assigned', 'answered', 'closed', 'reopened'])
export type FeedbackStatus = z.infer<typeof FeedbackStatus>

/** Who did something for the office or a producer, with the name borne then. */
const Doer = z.strictObject({ id: line(64).optional(), name: line(200) })

/**
 * One turn of asking and answering. A complaint that is opened again begins a new one with a due day of its own, so that
 * neither a late answer nor a poor one is made good by the next.
 */
export const FeedbackRound = z.strictObject({
  openedAt: Instant,
  /** The last day, in Vietnam, on which an answer is in time. */
  dueOn: Day,
  /** What the shopper adds on opening it again. */
  text: paragraphs(3000).optional(),
  answer: z.strictObject({ text: paragraphs(3000).min(1), at: Instant, by: Doer }).optional(),
})
export type FeedbackRound = z.infer<typeof FeedbackRound>

/** A complaint, report or question to the office (phản ánh), as a province's hotline 1022 takes them. */
export const Feedback = z.strictObject({
  id: FeedbackId,
  version: Version,
  /** What the shopper notes down; opens it together with the phone number. */
  code: line(20, 8),
  kind: FeedbackKind,
  subject: FeedbackSubject,
  /** The producer whom it concerns, if any. */
  producerId: ProducerId.optional(),
  /** The province of today that it is counted in; null when nothing says which. */
  province: ProvinceKey.nullable(),
  text: paragraphs(3000),
  /** Blank once it was erased. */
  contact: z.strictObject({ name: line(100, 2).optional(), phone: PhoneNumber.optional() }),
  receivedAt: Instant,
  /** Who is to answer: somebody of the office, or the producer whom it concerns. */
  assignee: z
    .strictObject({ kind: z.enum(['person', 'producer']), id: line(64).optional(), name: line(200) })
    .optional(),
  status: FeedbackStatus,
  rounds: z.array(FeedbackRound).min(1).max(20),
  /** Grows only. */
  history: z
    .array(z.strictObject({ status: FeedbackStatus, at: Instant, by: Doer.optional() }))
    .min(1)
    .max(200),
  changedAt: Instant,
})
export type Feedback = z.infer<typeof Feedback>
