import { dayAt, type Instant } from '../catalog/day.js'
import { CatalogError } from '../catalog/errors.js'
import type { Feedback, FeedbackRound, FeedbackStatus } from '../catalog/care/feedback.js'
import { feedbackDueOn } from './due-times.js'

type Doer = NonNullable<FeedbackRound['answer']>['by']
type Assignee = NonNullable<Feedback['assignee']>

/** True while somebody is to answer. */
export const isOpen = ({ status }: Pick<Feedback, 'status'>): boolean => status !== 'answered' && status !== 'closed'

/** The turn of asking that is under way, or the last one. */
export function currentRound({ rounds }: Pick<Feedback, 'rounds'>): FeedbackRound {
  const round = rounds.at(-1)
  if (!round) throw new TypeError('feedback without a round')
  return round
}

function step(feedback: Feedback, status: FeedbackStatus, at: Instant, by?: Doer): Feedback {
  const entry = by === undefined ? { status, at } : { status, at, by }
  return { ...feedback, status, history: [...feedback.history, entry] }
}

function requireOpen(feedback: Feedback): void {
  if (!isOpen(feedback)) throw new CatalogError('WRONG_STEP')
}

/** @throws {CatalogError} `WRONG_STEP` when it is answered or closed. */
export function assign(feedback: Feedback, assignee: Assignee, at: Instant, by: Doer): Feedback {
  requireOpen(feedback)
  return { ...step(feedback, 'assigned', at, by), assignee }
}

/** @throws {CatalogError} `WRONG_STEP` when it is answered or closed. */
export function answer(feedback: Feedback, text: string, at: Instant, by: Doer): Feedback {
  requireOpen(feedback)
  const rounds = [...feedback.rounds.slice(0, -1), { ...currentRound(feedback), answer: { text, at, by } }]
  return { ...step(feedback, 'answered', at, by), rounds }
}

/** Ends what was answered. @throws {CatalogError} `WRONG_STEP` when it is not answered. */
export function close(feedback: Feedback, at: Instant, by: Doer): Feedback {
  if (feedback.status !== 'answered') throw new CatalogError('WRONG_STEP')
  return step(feedback, 'closed', at, by)
}

/** Asks once more. @throws {CatalogError} `WRONG_STEP` while it is open. */
export function reopen(feedback: Feedback, text: string, at: Instant): Feedback {
  if (isOpen(feedback)) throw new CatalogError('WRONG_STEP')
  const round = { openedAt: at, dueOn: feedbackDueOn(feedback.kind, dayAt(at)), text }
  return { ...step(feedback, 'reopened', at), rounds: [...feedback.rounds, round] }
}
