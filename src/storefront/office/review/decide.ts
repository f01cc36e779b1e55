import { CatalogError, fieldError } from '../../../catalog/errors.js'
import type { Submission } from '../../../catalog/submission.js'
import { toFormProblems } from '../../form-problems.js'
import { officeReview } from '../../messages/office/review.js'
import { fieldLabel, submissionOf } from '../../producer/listing/steps.js'
import { redirect, type RedirectReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import type { Done } from './done-words.js'
import { readReasons, type WrittenReason } from './reasons.js'
import { nextDue, submissionPage } from './submission-page.js'

/** The version that was looked at, as the form says it. */
const seenOf = ({ form }: Visit): number | undefined => Number(singleField(form, 'version')) || undefined

/** On to the next one with a word of what was done to this one; to the list when none is left. */
function goOn(done: Done, { id }: Submission, next: Submission | null, visit: Visit): RedirectReply {
  const path = next ? `/office/submissions/${next.id}` : '/office/submissions'
  return redirect(visit.links.to(path, { done, of: id }))
}

export const postApprove: Handler = async (visit) => {
  const before = submissionOf(visit)
  const next = nextDue(before.id, visit)
  try {
    await visit.catalog.submissions.queue.approve(personOf(visit), before.id, seenOf(visit))
  } catch (error) {
    const { issues = [] } = error as { issues?: readonly { readonly path: string }[] }
    const labels = Object.fromEntries(issues.map(({ path }) => [path, fieldLabel(path, visit)]))
    const { problems, ...rest } = toFormProblems(error, labels, visit)
    // What is at fault stands on the producer's pages, not in a field of this one.
    const unlinked = problems.map(({ text }) => ({ text, href: null }))
    return submissionPage(submissionOf(visit), visit, { ...rest, problems: unlinked })
  }
  return goOn('approve', before, next, visit)
}

const noReason = (): CatalogError =>
  fieldError('reasons', 'inconsistent', {
    why: 'Hãy chọn một lý do, hoặc viết lý do khác.',
    whyEn: 'Choose a reason, or write another.',
  })

/** Issues stand at the field in which the reason was written. */
function byField(error: unknown, written: readonly WrittenReason[]): unknown {
  if (!(error instanceof CatalogError) || error.issues.length === 0) return error
  const issues = error.issues.map((issue) => {
    const index = /^reasons\.(\d+)/.exec(issue.path)?.[1]
    return { ...issue, path: index === undefined ? issue.path : (written[Number(index)]?.from ?? 'reasons') }
  })
  return new CatalogError(error.code, { issues, details: error.details })
}

export const postReturn: Handler = async (visit) => {
  const before = submissionOf(visit)
  const words = visit.messages.office.review
  const next = nextDue(before.id, visit)
  const written = readReasons(visit, before, officeReview.vi.templates)
  const reasons = written.map(({ path, text }) => ({ path, text }))
  try {
    if (reasons.length === 0) throw noReason()
    await visit.catalog.submissions.queue.sendBack(personOf(visit), before.id, reasons, seenOf(visit))
  } catch (error) {
    const labels: Record<string, string> = { reasons: words.reasons }
    for (const { from } of written) if (from !== 'reasons') labels[from] = words.other(Number(from.slice(5)))
    return submissionPage(submissionOf(visit), visit, toFormProblems(byField(error, written), labels, visit))
  }
  return goOn('return', before, next, visit)
}
