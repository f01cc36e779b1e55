import type { officeDeskOperations } from '../../../api/operations/office-desk.js'
import { fieldError } from '../../../catalog/errors.js'
import { mayBeAssigned } from '../../office/feedback/assignees.js'
import type { HandlersOf } from '../handlers.js'
import { toSubmission } from '../producer/submission-answer.js'
import { toOfficeFeedback } from './office-desk-handlers.js'

type Part = Pick<typeof officeDeskOperations, 'checkSample' | 'setTrust' | 'getFeedback' | 'assignFeedback'>

/** Samples, trust, and who answers feedback, within the provinces of the key. */
export const assigningHandlers: HandlersOf<Part> = {
  checkSample: async ({ actor, params, body, visit }) => {
    const { queue } = visit.catalog.submissions
    const submission = await queue.checkSample(actor, params.id, body.outcome, body.remark)
    return { body: toSubmission(submission, queue.changes(actor, params.id), visit), version: submission.version }
  },

  setTrust: async ({ actor, params, body, visit }) => {
    await visit.catalog.submissions.queue.setTrust(actor, params.id, body.trusted)
    return { body: { done: true } }
  },

  getFeedback: ({ actor, params, visit }) => {
    const feedback = visit.catalog.feedback.get(actor, params.id)
    return { body: toOfficeFeedback(feedback), version: feedback.version }
  },

  assignFeedback: async ({ actor, params, body, visit: { catalog } }) => {
    const before = catalog.feedback.get(actor, params.id)
    const account = catalog.state.find('accounts', body.accountId)
    if (!account || !mayBeAssigned(account, before))
      throw fieldError('accountId', 'notFound', { value: body.accountId })
    const assignee = { kind: 'person', id: account.id, name: account.name } as const
    const feedback = await catalog.feedback.assign(actor, params.id, assignee)
    return { body: toOfficeFeedback(feedback), version: feedback.version }
  },
}
