import { may } from '../../../access/rights.js'
import { producerSubject } from '../../../access/subjects.js'
import type { Submission } from '../../../catalog/submission.js'
import { claimedCertificate } from '../../../desk/approve.js'
import type { FieldChange } from '../../../desk/changes.js'
import { awaitsSample } from '../../../desk/sampling.js'
import { NO_PROBLEMS, type FormProblems } from '../../form-problems.js'
import { formatDay, formatInstant } from '../../format.js'
import { toChangeRows } from '../../producer/listing/change-words.js'
import { toThumbs } from '../../producer/listing/photo-rows.js'
import { FACTS } from '../../producer/listing/read-label.js'
import { fieldLabel, submissionOf } from '../../producer/listing/steps.js'
import { page, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { doneWords } from './done-words.js'
import { toReasonForm } from './reasons.js'

const CLAIMED = ['stars', 'decisionNumber', 'issuedOn', 'expiresOn', 'productCode'] as const

/** The one to decide on after this one: the next due, the first again after the last; null when none is left. */
export function nextDue(id: string, visit: Visit): Submission | null {
  const due = visit.catalog.submissions.queue.listDue(personOf(visit))
  const at = due.findIndex((one) => one.id === id)
  const next = due[at + 1] ?? due[0]
  return next && next.id !== id ? next : null
}

function toFacts(submission: Submission, visit: Visit) {
  const { labelFacts } = submission.content
  const missing = new Set(visit.catalog.submissions.gaps(submission).map(({ path }) => path))
  return FACTS.flatMap((fact) => {
    const value = labelFacts[fact]
    const text = typeof value === 'string' ? value : value?.vi
    const isMissing = missing.has(`labelFacts.${fact}`) || missing.has(`labelFacts.${fact}.vi`)
    return text || isMissing ? [{ label: visit.messages.product.labelFacts[fact], text: text ?? null }] : []
  })
}

function toClaim(submission: Submission, visit: Visit) {
  const { certificate: claim, productId } = submission
  if (!claim) return null
  const isKnown = claimedCertificate(submission, visit.catalog.state.certificatesOf(productId)) !== null
  const words = visit.messages.office.review
  return {
    hint: isKnown ? words.claimKnown : words.claimNew,
    rows: CLAIMED.flatMap((name) => {
      const value = claim[name]
      if (value === undefined) return []
      const text = name === 'issuedOn' || name === 'expiresOn' ? formatDay(value as never) : String(value)
      return [{ label: fieldLabel(`certificate.${name}`, visit), text }]
    }),
  }
}

const toHistory = ({ history }: Submission, visit: Visit) =>
  history.toReversed().map(({ status, at, by, reasons = [] }) => ({
    status: visit.messages.listing.status[status],
    text: `${formatInstant(at)} ${visit.messages.listing.check.by(by.name)}`,
    reasons: reasons.map(({ path, text }) => (path === '' ? text : `${fieldLabel(path, visit)}: ${text}`)),
  }))

/** One submission as the office sees it: what changes, side by side, and the decision. */
export function submissionPage(found: Submission, visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const { state, reference, submissions } = visit.catalog
  const today = visit.catalog.today()
  const words = visit.messages.office.review
  const { id, version, content, status, dueOn, base } = found
  const producer = state.get('producers', found.producerId)
  const product = state.find('products', found.productId)
  const mayDecide = may(personOf(visit), 'submission.decide', producerSubject(producer, reference.places, today))
  const next = nextDue(id, visit)
  const name = content.name?.vi ?? visit.messages.listing.untitled
  const isDue = status === 'sent'
  const isNew = base === null
  const isShownBelow = ({ path }: FieldChange) => isNew && /^(?:photos$|labelFacts\.|certificate\.)/.test(path)
  const changes = submissions.queue.changes(personOf(visit), id).filter((change) => !isShownBelow(change))
  const arePhotosAbove = isDue && changes.some(({ path }) => path === 'photos')
  const isOnePack = isNew && content.variants.length < 2
  const view = {
    ...problems,
    path: visit.links.to(`/office/submissions/${id}`),
    version,
    done: doneWords(visit),
    isNew,
    kind: isNew ? words.isNew : words.isChange,
    state: visit.messages.listing.status[status],
    due: isDue && dueOn ? words.due(formatDay(dueOn)) : null,
    isOverdue: isDue && dueOn !== undefined && dueOn < today,
    producer: { name: producer.name, href: visit.links.to(`/producers/${producer.slug}`) },
    publicPage: product?.status === 'published' ? visit.links.to(`/products/${product.slug}`) : null,
    note: found.note ?? null,
    changes: isDue
      ? toChangeRows(changes, content.variants, visit).map((row) => (isOnePack ? { ...row, of: null } : row))
      : null,
    photos: arePhotosAbove ? null : toThumbs(content.photos, visit),
    facts: toFacts(found, visit),
    claim: toClaim(found, visit),
    mayDecide,
    isDue,
    isSample: status === 'approved' && awaitsSample(found),
    isTrusted: state.find('producerSettings', producer.id)?.trusted !== undefined,
    reasons: toReasonForm(found, visit),
    next: next && visit.links.to(`/office/submissions/${next.id}`),
    history: toHistory(found, visit),
  }
  return page('office/review/submission', { title: name }, view, {
    status: problems.status,
    trail: [
      { label: { text: words.title, lang: null }, path: '/office/submissions' },
      { label: { text: name, lang: null }, path: null },
    ],
  })
}

export const submission: Handler = (visit) => submissionPage(submissionOf(visit), visit)
