import type { Actor } from '../../../access/actor.js'
import type { officeOperations } from '../../../api/operations/office.js'
import type { Submission } from '../../../catalog/submission.js'
import type { Visit } from '../../visit.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { toSubmission, toSubmissionRow } from '../producer/submission-answer.js'

type Part = Pick<typeof officeOperations, 'listQueue' | 'getQueued' | 'approveSubmission' | 'returnSubmission'>

const answer = (submission: Submission, actor: Actor, visit: Visit) => ({
  body: toSubmission(submission, visit.catalog.submissions.queue.changes(actor, submission.id), visit),
  version: submission.version,
})

/** The office's review queue. */
export const reviewHandlers: HandlersOf<Part> = {
  listQueue: ({ actor, query, visit }) => {
    const { queue } = visit.catalog.submissions
    const all = query.list === 'samples' ? queue.listSamples(actor) : queue.listDue(actor)
    const { entries, next } = takePage(all, query)
    return { body: { total: all.length, next, submissions: entries.map(toSubmissionRow) } }
  },

  getQueued: ({ actor, params, visit }) => answer(visit.catalog.submissions.get(actor, params.id), actor, visit),

  approveSubmission: async ({ actor, params, seen, visit }) =>
    answer(await visit.catalog.submissions.queue.approve(actor, params.id, seen ?? undefined), actor, visit),

  returnSubmission: async ({ actor, params, body, seen, visit }) => {
    const { queue } = visit.catalog.submissions
    return answer(await queue.sendBack(actor, params.id, body.reasons, seen ?? undefined), actor, visit)
  },
}
