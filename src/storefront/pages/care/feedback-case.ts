import { outcomeOf } from '../../../care/on-time.js'
import { isOpen, currentRound } from '../../../care/feedback-steps.js'
import type { Feedback } from '../../../catalog/care/feedback.js'
import { CatalogError } from '../../../catalog/errors.js'
import { isCaseCode, readCaseCode } from '../../../site/codes.js'
import { describeSubject } from '../../care/feedback-about.js'
import { casePhone, keepCase, openKnownCase } from '../../care/known-cases.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatDay, formatInstant } from '../../format.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { lookUpProblems, readLookUp, toLookUpForm, type LookUp, type LookUpProblems } from '../../shopping/look-up.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

const trailTo = (label: string, visit: Visit) => [
  { label: { text: visit.messages.care.feedback.title, lang: null }, path: '/feedback' },
  { label: { text: label, lang: null }, path: null },
]

function lookupPage(visit: Visit, typed: LookUp, status: number, wrong: LookUpProblems | null = null): PageReply {
  const { find, code, phone } = visit.messages.care.feedback
  const title = status >= 400 ? visit.messages.trade.checkout.errorTitle(find.title) : find.title
  const words = { notFound: find.notFound, labels: { code, phone } }
  const view = toLookUpForm({ typed, wrong, isNotFound: status >= 400 }, words, visit)
  return page('care/feedback-find', { title }, view, { personal: true, status, trail: trailTo(find.title, visit) })
}

/** Asks for what opens the feedback of the address; a device that showed a wrong number counts as a failed guess. */
const lookupThis = (visit: Visit): PageReply => {
  const code = visit.params.code ?? ''
  return lookupPage(visit, { code: readCaseCode('PA', code), phone: '' }, casePhone(code, visit) === null ? 200 : 404)
}

function casePage(feedback: Feedback, visit: Visit, text = '', problems: FormProblems = NO_PROBLEMS): PageReply {
  const words = visit.messages.care.feedback
  const today = visit.catalog.today()
  const round = currentRound(feedback)
  const view = {
    ...problems,
    isNew: visit.query.has('sent'),
    code: feedback.code,
    kind: words.kinds[feedback.kind],
    about: describeSubject(feedback.subject, visit),
    status: words.status[feedback.status],
    tone: isOpen(feedback) ? 'open' : 'done',
    receivedAt: formatInstant(feedback.receivedAt),
    dueOn: isOpen(feedback) ? formatDay(round.dueOn) : null,
    isLate: outcomeOf(round, today) === 'overdue',
    assignee: feedback.assignee?.name ?? null,
    turns: feedback.rounds.map(({ text: added, answer, openedAt }, index) => ({
      asked: index === 0 ? feedback.text : (added ?? ''),
      at: formatInstant(openedAt),
      answer: answer && { text: answer.text, name: answer.by.name, words: words.answered(formatInstant(answer.at)) },
    })),
    canReopen: !isOpen(feedback),
    reopenHref: visit.links.to(`/feedback/${feedback.code}/reopen`),
    text,
  }
  const title = view.isNew ? `${words.sentTitle} · ${feedback.code}` : words.pageTitle(feedback.code)
  return page('care/feedback-case', { title }, view, {
    personal: true,
    status: problems.status,
    trail: trailTo(feedback.code, visit),
  })
}

/** Feedback for those whose device may open it; others are asked for the phone number. */
export const feedbackCase: Handler = async (visit) => {
  const known = await openKnownCase(visit)
  return known ? casePage(known.feedback, visit) : lookupThis(visit)
}

export const feedbackFind: Handler = (visit) => lookupPage(visit, { code: '', phone: '' }, 200)

/** Opens feedback by code and phone; an unknown code and another's phone get the very same answer. */
export const postFeedbackFind: Handler = async (visit) => {
  const typed = readLookUp(visit)
  const { missingCode, badCode } = visit.messages.care.feedback.find
  const rule = { isCode: (code: string) => isCaseCode('PA', code), missing: missingCode, bad: badCode }
  const problems = lookUpProblems(typed, rule, visit)
  const found = problems ? null : await visit.catalog.feedback.find(typed.code, typed.phone)
  if (found) return redirect(visit.links.to(`/feedback/${found.code}`), { cookies: keepCase(found) })
  if (visit.wantsJson) throw new CatalogError('NOT_FOUND', { details: { what: 'feedback', id: '' } })
  return lookupPage(visit, typed, 404, problems)
}

export const postFeedbackReopen: Handler = async (visit) => {
  const known = await openKnownCase(visit)
  if (!known) return lookupThis(visit)
  const text = singleField(visit.form, 'text')
  try {
    const { code } = await visit.catalog.feedback.reopen(known.feedback.code, known.phone, text)
    return redirect(visit.links.to(`/feedback/${code}`))
  } catch (error) {
    const problems = toFormProblems(error, { text: visit.messages.care.feedback.text }, visit)
    return casePage(known.feedback, visit, text, problems)
  }
}
