import type { Submission } from '../../../catalog/submission.js'
import { isApprovedAtOnce } from '../../../desk/sampling.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatDay, formatInstant } from '../../format.js'
import { page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { toChangeRows } from './change-words.js'
import { fieldLabel, stepOfPath, stepPath, submissionOf, toStepFrame } from './steps.js'

const toGaps = (submission: Submission, visit: Visit) =>
  visit.catalog.submissions.gaps(submission).map(({ path }) => ({
    label: fieldLabel(path, visit),
    href: `${visit.links.to(stepPath(submission, stepOfPath(path)))}#${path}`,
  }))

const toHistory = ({ history }: Submission, visit: Visit) =>
  history.toReversed().map(({ status, at, by, reasons = [] }) => ({
    status: visit.messages.listing.status[status],
    at: formatInstant(at),
    by: visit.messages.listing.check.by(by.name),
    reasons: reasons.map(({ path, text }) => (path === '' ? text : `${fieldLabel(path, visit)}: ${text}`)),
  }))

function publicPage({ productId }: Submission, visit: Visit): string | null {
  const product = visit.catalog.state.find('products', productId)
  return product?.status === 'published' ? visit.links.to(`/products/${product.slug}`) : null
}

function checkPage(submission: Submission, visit: Visit, problems: FormProblems): Reply {
  const { submissions, state } = visit.catalog
  const { status, dueOn, base, producerId } = submission
  const words = visit.messages.listing
  const isWritable = status === 'draft' || status === 'returned'
  const changes = base && status !== 'approved' ? submissions.changes(personOf(visit), submission.id) : []
  const view = {
    ...problems,
    ...toStepFrame(submission, 'check', visit),
    status,
    statusWords: words.status[status],
    isWritable,
    isChange: base !== null,
    atOnce: isApprovedAtOnce(state.find('producerSettings', producerId), submission),
    due: status === 'sent' && dueOn ? words.check.due(formatDay(dueOn)) : null,
    gaps: isWritable ? toGaps(submission, visit) : [],
    changes: toChangeRows(changes, submission.content.variants, visit),
    note: visit.form.get('note') ?? submission.note ?? '',
    history: toHistory(submission, visit),
    publicPage: publicPage(submission, visit),
    preview: visit.links.to(`/producer/submissions/${submission.id}/preview`),
    productId: submission.productId,
    justSaved: visit.query.has('saved'),
  }
  const name = submission.content.name?.vi ?? words.untitled
  return page('producer/submission', { title: `${words.status[status]}: ${name}` }, view, { status: problems.status })
}

export const check: Handler = (visit) => checkPage(submissionOf(visit), visit, NO_PROBLEMS)

export const postSend: Handler = async (visit) => {
  const submission = submissionOf(visit)
  const actor = personOf(visit)
  try {
    await visit.catalog.submissions.save(actor, submission.id, { note: singleField(visit.form, 'note') })
    await visit.catalog.submissions.send(actor, submission.id)
  } catch (error) {
    const { issues = [] } = error as { issues?: readonly { readonly path: string }[] }
    const labels = Object.fromEntries(issues.map(({ path }) => [path, fieldLabel(path, visit)]))
    const { problems, ...rest } = toFormProblems(error, labels, visit)
    const linked = problems.map((problem, index) => {
      const path = issues[index]?.path
      const isElsewhere = path !== undefined && path !== 'note'
      return isElsewhere
        ? { ...problem, href: `${visit.links.to(stepPath(submission, stepOfPath(path)))}#${path}` }
        : problem
    })
    return checkPage(submissionOf(visit), visit, { ...rest, problems: linked })
  }
  return redirect(visit.links.to(stepPath(submission, 'check')))
}

export const postRecall: Handler = async (visit) => {
  const { id } = await visit.catalog.submissions.recall(personOf(visit), visit.params['id'] ?? '')
  return redirect(visit.links.to(stepPath({ id }, 'photos')))
}

export const postWithdraw: Handler = async (visit) => {
  await visit.catalog.submissions.withdraw(personOf(visit), visit.params['id'] ?? '')
  return redirect(visit.links.to('/producer/products'))
}
