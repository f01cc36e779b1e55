import type * as z from 'zod'
import type { Actor } from '../../../access/actor.js'
import type { Submission as SubmissionSchema, SubmissionPage } from '../../../api/schemas/producer/submission.js'
import type { Submission } from '../../../catalog/submission.js'
import type { FieldChange } from '../../../desk/changes.js'
import type { Visit } from '../../visit.js'

type Row = z.input<typeof SubmissionPage>['submissions'][number]

export const toSubmissionRow = (submission: Submission): Row => ({
  id: submission.id,
  version: submission.version,
  producerId: submission.producerId,
  productId: submission.productId,
  name: submission.content.name?.vi ?? null,
  isNew: submission.base === null,
  status: submission.status,
  sentAt: submission.sentAt ?? null,
  dueOn: submission.dueOn ?? null,
  changedAt: submission.changedAt,
})

/** A submission of the producer to which the key belongs, with its version. */
export const answerSubmission = (submission: Submission, actor: Actor, visit: Visit) => ({
  body: toSubmission(submission, visit.catalog.submissions.changes(actor, submission.id), visit),
  version: submission.version,
})

/** A submission with what it lacks and what it would change. */
export const toSubmission = (
  submission: Submission,
  changes: readonly FieldChange[],
  { catalog }: Visit,
): z.input<typeof SubmissionSchema> => ({
  ...toSubmissionRow(submission),
  content: submission.content,
  certificate: submission.certificate ?? null,
  note: submission.note ?? null,
  gaps: catalog.submissions.gaps(submission).map(({ path }) => path),
  reasons: submission.history.findLast(({ status }) => status === 'returned')?.reasons ?? [],
  changes: changes.map(({ path, before = null, after = null }) => ({ path, before, after })),
})
