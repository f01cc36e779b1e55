import { may } from '../../../access/rights.js'
import { currentRound, isOpen } from '../../../care/feedback-steps.js'
import { outcomeOf } from '../../../care/on-time.js'
import type { Feedback } from '../../../catalog/care/feedback.js'
import { describeSubject } from '../../care/feedback-about.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatDay, formatInstant } from '../../format.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { localPhone } from '../../fronts/people/account-words.js'
import { readAssignee, toAssignees } from './assignees.js'

const DONE = ['assign', 'answer', 'close'] as const
type Done = (typeof DONE)[number]

const caseOf = (visit: Visit): Feedback => visit.catalog.feedback.get(personOf(visit), visit.params['id'] ?? '')

function toProducer({ producerId }: Feedback, visit: Visit) {
  const producer = producerId === undefined ? null : visit.catalog.state.find('producers', producerId)
  if (!producer) return null
  return {
    name: producer.name,
    href: visit.links.to(`/producers/${producer.slug}`),
    phone: producer.phone === undefined ? null : localPhone(producer.phone),
  }
}

const toTurns = ({ text, rounds }: Feedback) =>
  rounds.map(({ text: added, answer, openedAt, dueOn }, index) => ({
    asked: index === 0 ? text : (added ?? ''),
    at: formatInstant(openedAt),
    dueOn: formatDay(dueOn),
    answer: answer && { text: answer.text, name: answer.by.name, at: formatInstant(answer.at) },
  }))

function casePage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const feedback = caseOf(visit)
  const words = visit.messages.office.feedback
  const care = visit.messages.care.feedback
  const round = currentRound(feedback)
  const isWaiting = isOpen(feedback)
  const { name, phone } = feedback.contact
  const subject = { kind: 'province', province: feedback.province } as const
  const done = DONE.find((one) => visit.query.get('done') === one)
  const mayAssign = may(personOf(visit), 'feedback.assign', subject)
  const mayAnswer = may(personOf(visit), 'feedback.answer', subject)
  const view = {
    ...problems,
    path: visit.links.to(`/office/feedback/${feedback.id}`),
    did: done ? words.did[done] : null,
    kind: care.kinds[feedback.kind],
    status: care.status[feedback.status],
    about: describeSubject(feedback.subject, visit),
    due: isWaiting ? words.due(formatDay(round.dueOn)) : null,
    isOverdue: outcomeOf(round, visit.catalog.today()) === 'overdue',
    from: name ?? null,
    phone: phone === undefined ? null : localPhone(phone),
    producer: toProducer(feedback, visit),
    assignee: feedback.assignee?.name ?? null,
    turns: toTurns(feedback),
    assignees: isWaiting && mayAssign ? toAssignees(feedback, visit) : [],
    chosen: visit.form.get('assignee') ?? '',
    mayAnswer: isWaiting && mayAnswer,
    text: visit.form.get('text') ?? '',
    mayClose: feedback.status === 'answered' && mayAssign,
    onlyView: !mayAssign && !mayAnswer,
    history: feedback.history.toReversed().map(({ status, at, by }) => ({
      status: care.status[status],
      text: `${formatInstant(at)}${by ? ` ${words.by(by.name)}` : ''}`,
    })),
  }
  return page('office/feedback/case', { title: care.pageTitle(feedback.code) }, view, {
    status: problems.status,
    trail: [
      { label: { text: words.title, lang: null }, path: '/office/feedback' },
      { label: { text: feedback.code, lang: null }, path: null },
    ],
  })
}

export const feedbackCase: Handler = (visit) => casePage(visit)

/** A step of the case of the address; then its page, saying what was done or why not. */
const command =
  (what: Done, run: (visit: Visit, id: string) => Promise<unknown>): Handler =>
  async (visit) => {
    const { id } = caseOf(visit)
    const words = visit.messages.office.feedback
    try {
      await run(visit, id)
      return redirect(visit.links.to(`/office/feedback/${id}`, { done: what }))
    } catch (error) {
      return casePage(visit, toFormProblems(error, { assignee: words.assignTo, text: words.answerText }, visit))
    }
  }

export const postAssign = command('assign', (visit, id) =>
  visit.catalog.feedback.assign(personOf(visit), id, readAssignee(caseOf(visit), visit)),
)
export const postAnswer = command('answer', (visit, id) =>
  visit.catalog.feedback.answer(personOf(visit), id, singleField(visit.form, 'text')),
)
export const postClose = command('close', (visit, id) => visit.catalog.feedback.close(personOf(visit), id))
