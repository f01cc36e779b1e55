import { dayAt, type Instant } from '../catalog/day.js'
import { CatalogError } from '../catalog/errors.js'
import type { Doer, Submission, SubmissionStatus, SubmissionStep } from '../catalog/submission.js'
import { addWorkingDays } from '../catalog/working-days.js'

/**
 * The office decides within so many working days (Monday to Friday, public holidays left out), counted from the day after
 * the one on which it was sent. A rule of this software: no law sets a time for putting a product into a shop.
 */
const REVIEW_WORKING_DAYS = 3

/** What may follow each status; anything else is refused. */
const FOLLOWING: Readonly<Record<SubmissionStatus, readonly SubmissionStatus[]>> = {
  draft: ['sent', 'approved', 'withdrawn'],
  sent: ['returned', 'approved', 'draft', 'withdrawn'],
  returned: ['sent', 'approved', 'withdrawn'],
  approved: [],
  withdrawn: [],
}

/** @throws {CatalogError} `SUBMISSION_MOVED_ON` when the step may not follow. */
function requireStep(submission: Submission, status: SubmissionStatus): void {
  if (!FOLLOWING[submission.status].includes(status))
    throw new CatalogError('SUBMISSION_MOVED_ON', { details: { status: submission.status, action: status } })
}

/** @throws {CatalogError} `SUBMISSION_MOVED_ON` unless the producer may still write in it. */
export function requireWritable({ status }: Submission): void {
  if (status !== 'draft' && status !== 'returned')
    throw new CatalogError('SUBMISSION_MOVED_ON', { details: { status, action: 'draft' } })
}

type Remark = Pick<SubmissionStep, 'reasons' | 'atOnce'>

/**
 * A submission one step further. Sending sets the day until which the office decides; a decision notes that day.
 *
 * @throws {CatalogError} `SUBMISSION_MOVED_ON` when the step may not follow.
 */
export function step(
  submission: Submission,
  status: SubmissionStatus,
  by: Doer,
  at: Instant,
  remark: Remark = {},
): Submission {
  requireStep(submission, status)
  const isDecision = submission.status === 'sent' && (status === 'approved' || status === 'returned')
  const due = isDecision && submission.dueOn ? { dueOn: submission.dueOn } : {}
  const sent = { sentAt: at, dueOn: addWorkingDays(dayAt(at), REVIEW_WORKING_DAYS) }
  return {
    ...submission,
    ...(status === 'sent' ? sent : { dueOn: undefined }),
    status,
    history: [...submission.history, { status, at, by, ...due, ...remark }],
  }
}
