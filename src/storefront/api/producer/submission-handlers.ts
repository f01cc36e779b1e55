import type { submissionOperations } from '../../../api/operations/submissions.js'
import { CatalogError } from '../../../catalog/errors.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { answerSubmission as answer, toSubmissionRow } from './submission-answer.js'

type Part = Pick<
  typeof submissionOperations,
  | 'listSubmissions'
  | 'beginSubmission'
  | 'getSubmission'
  | 'writeSubmission'
  | 'sendSubmission'
  | 'recallSubmission'
  | 'withdrawSubmission'
>

/** Submissions of the producer to which the key belongs. */
export const submissionHandlers: HandlersOf<Part> = {
  listSubmissions: ({ actor, producerId, query, visit }) => {
    const all = visit.catalog.submissions.listOf(actor, producerId)
    const { entries, next } = takePage(all, query)
    return { body: { total: all.length, next, submissions: entries.map(toSubmissionRow) } }
  },

  beginSubmission: async ({ actor, producerId, body, visit }) => {
    const { submissions } = visit.catalog
    const { productId, likeProduct } = body
    const begun = await (productId === undefined
      ? submissions.begin(actor, producerId, likeProduct)
      : submissions.beginChange(actor, producerId, productId))
    return answer(begun, actor, visit)
  },

  getSubmission: ({ actor, params, visit }) => answer(visit.catalog.submissions.get(actor, params.id), actor, visit),

  writeSubmission: async ({ actor, params, body, seen, visit }) =>
    answer(await visit.catalog.submissions.save(actor, params.id, body, seen ?? undefined), actor, visit),

  sendSubmission: async ({ actor, params, visit }) => {
    const sent = await visit.catalog.submissions.send(actor, params.id).catch((error: unknown) => {
      // What is missing stands under `content`, where it is written.
      if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') throw error
      const issues = error.issues.map((issue) => ({ ...issue, path: `content.${issue.path}` }))
      throw new CatalogError('INVALID_INPUT', { issues, cause: error })
    })
    return answer(sent, actor, visit)
  },

  withdrawSubmission: async ({ actor, params, visit }) =>
    answer(await visit.catalog.submissions.withdraw(actor, params.id), actor, visit),

  recallSubmission: async ({ actor, params, visit }) =>
    answer(await visit.catalog.submissions.recall(actor, params.id), actor, visit),
}
