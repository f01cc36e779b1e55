import type * as z from 'zod'
import type { officeOperations } from '../../../api/operations/office.js'
import type { AuditPage } from '../../../api/schemas/office/audit.js'
import type { OfficeFeedback } from '../../../api/schemas/office/feedback.js'
import type { AuditEntry } from '../../../catalog/audit.js'
import type { Feedback } from '../../../catalog/care/feedback.js'
import { without } from '../../../catalog/without.js'
import { changesOf } from '../../office/audit-row.js'
import { recordName } from '../../office/record-name.js'
import type { Visit } from '../../visit.js'
import { readMark, takePage, writeCursor } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { toFeedbackCase } from '../shop/care-answer.js'

type Part = Pick<typeof officeOperations, 'searchAudit' | 'listFeedback' | 'answerFeedback' | 'closeFeedback'>

const PAGE_SIZE = 50

/** Without the name and the number of who sent it: the office's page shows them to people. */
export const toOfficeFeedback = (feedback: Feedback): z.input<typeof OfficeFeedback> => ({
  ...toFeedbackCase(feedback),
  id: feedback.id,
  subject: feedback.subject,
  province: feedback.province,
  producerId: feedback.producerId ?? null,
  text: feedback.text,
  assignee: feedback.assignee?.name ?? null,
  version: feedback.version,
})

const toEntry = (entry: AuditEntry, visit: Visit): z.input<typeof AuditPage>['entries'][number] => ({
  ...entry,
  subject: { ...entry.subject, name: recordName(entry, visit) },
  changes: changesOf(entry, visit),
})

/** The trail of changes, and what people turned to the office with. */
export const officeDeskHandlers: HandlersOf<Part> = {
  searchAudit: async ({ actor, query, visit }) => {
    const { limit = PAGE_SIZE } = query
    const asked = without(query, 'limit', 'cursor')
    const { entries, next } = await visit.catalog.audit.search(actor, asked, { limit, after: readMark(query) })
    return {
      body: {
        next: next === null ? null : writeCursor(next, query),
        entries: entries.map((entry) => toEntry(entry, visit)),
      },
    }
  },

  listFeedback: ({ actor, query, visit }) => {
    const { status = [], kind = [] } = query
    const found = visit.catalog.feedback
      .list(actor)
      .filter((one) => status.length === 0 || status.includes(one.status))
      .filter((one) => kind.length === 0 || kind.includes(one.kind))
    const { entries, next } = takePage(found, query)
    return { body: { total: found.length, next, feedback: entries.map(toOfficeFeedback) } }
  },

  answerFeedback: async ({ actor, params, body, visit }) => ({
    body: toOfficeFeedback(await visit.catalog.feedback.answer(actor, params.id, body.text)),
  }),

  closeFeedback: async ({ actor, params, visit }) => ({
    body: toOfficeFeedback(await visit.catalog.feedback.close(actor, params.id)),
  }),
}
