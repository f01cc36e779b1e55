import { isDeepStrictEqual } from 'node:util'
import { fieldError } from '../../../catalog/errors.js'
import type { Feedback } from '../../../catalog/care/feedback.js'
import type { Order } from '../../../catalog/order.js'
import type { DataRequestCase } from '../../../site/care/personal-data.js'
import type { KeptCount } from '../../../site/care/kept-data.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount, formatDay, formatInstant } from '../../format.js'
import { localPhone } from '../../fronts/people/account-words.js'
import { recipientAddress } from '../../models/recipient-address.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { aboutWords, isOverdue } from './about-words.js'

const DONE = ['record', 'carryOut', 'refuse'] as const
type Done = (typeof DONE)[number]

const KINDS = ['orders', 'reviews', 'questions', 'feedback'] as const

interface Fact {
  readonly label: string
  readonly text: string
  /** True for what was typed by people. */
  readonly isTyped?: boolean
}

/** What is kept of an order; who it went to only where that is to be corrected. */
function orderFacts(order: Order, isCorrection: boolean, visit: Visit): Fact[] {
  const words = visit.messages.office.dataRequests
  const { status } = visit.messages.trade.orders
  const { recipient } = order
  const steps = new Set(order.fulfillments.map((share) => status[share.status]))
  return [
    { label: words.code, text: order.code },
    { label: words.placed, text: formatInstant(order.placedAt) },
    { label: words.status, text: [...steps].join(', ') },
    ...(isCorrection
      ? [
          {
            label: words.recipient,
            text: [recipient.name, recipientAddress(recipient, visit)].filter(Boolean).join(', '),
            isTyped: true,
          },
          { label: words.note, text: recipient.note ?? '', isTyped: true },
        ]
      : []),
  ]
}

/** What is kept of feedback; its words only where they are to be corrected. */
function feedbackFacts(feedback: Feedback, isCorrection: boolean, visit: Visit): Fact[] {
  const words = visit.messages.office.dataRequests
  const care = visit.messages.care.feedback
  return [
    { label: words.code, text: feedback.code },
    { label: words.placed, text: formatInstant(feedback.receivedAt) },
    { label: words.status, text: care.status[feedback.status] },
    ...(isCorrection
      ? [
          { label: words.name, text: feedback.contact.name ?? '', isTyped: true },
          { label: words.words, text: feedback.text, isTyped: true },
        ]
      : []),
  ]
}

function toFacts({ request, order, feedback }: DataRequestCase, visit: Visit): Fact[] {
  const isCorrection = request.kind === 'correction'
  const facts = order
    ? orderFacts(order, isCorrection, visit)
    : feedback
      ? feedbackFacts(feedback, isCorrection, visit)
      : []
  return facts.filter(({ text }) => text !== '')
}

function toCount({ counts, underWay }: KeptCount, visit: Visit) {
  const words = visit.messages.office.dataRequests
  const parts = KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    words.counts[kind](formatCount(counts[kind], visit.language)),
  )
  return {
    text: parts.join(', ') || words.nothing,
    underWay: underWay.length === 0 ? null : words.erase.underWay(underWay.join(', ')),
  }
}

/** What an erasure would take, and whether it can be carried out yet. */
function toErasure({ request, byCode, byNumber }: DataRequestCase, visit: Visit) {
  if (request.kind !== 'erasure' || request.status !== 'received') return null
  // Where the code opens all that there is, one line and one way say it.
  const further = isDeepStrictEqual(byCode, byNumber) ? null : byNumber
  const scopes = { code: byCode && toCount(byCode, visit), number: further && toCount(further, visit) }
  const isFree = (scope: KeptCount | null): boolean => scope?.underWay.length === 0
  return {
    ...scopes,
    mayErase: byNumber === null || isFree(byCode) || isFree(byNumber),
    mayErasePhone: isFree(further),
  }
}

async function casePage(visit: Visit, problems: FormProblems = NO_PROBLEMS): Promise<PageReply> {
  const words = visit.messages.office.dataRequests
  const weighed = await visit.catalog.personalData.look(personOf(visit), visit.params['id'] ?? '')
  const { request } = weighed
  const { kinds, status } = visit.messages.care.myData
  const { code, kind, text, answer, receivedAt, dueOn } = request
  const done = DONE.find((one) => visit.query.get('done') === one)
  const isWaiting = request.status === 'received'
  const view = {
    ...problems,
    path: visit.links.to(`/office/data-requests/${request.id}`),
    did: done ? words.did[done] : null,
    kind: kinds[kind],
    status: status[request.status],
    isWaiting,
    isOverdue: isOverdue(request, visit),
    due: isWaiting ? words.due(formatDay(dueOn)) : null,
    about: aboutWords(request, visit),
    phone: request.phone === undefined ? null : localPhone(request.phone),
    received: formatInstant(receivedAt),
    asked: text ?? null,
    answer: answer ? { text: answer.text, name: answer.by, at: formatInstant(answer.at) } : null,
    facts: toFacts(weighed, visit),
    erasure: toErasure(weighed, visit),
    isCorrection: kind === 'correction',
    typed: { text: singleField(visit.form, 'text'), reason: singleField(visit.form, 'reason') },
    isRang: singleField(visit.form, 'rang') !== '',
  }
  return page('office/data-requests/case', { title: words.pageTitle(code) }, view, {
    status: problems.status,
    trail: [
      { label: { text: words.title, lang: null }, path: '/office/data-requests' },
      { label: { text: code, lang: null }, path: null },
    ],
  })
}

export const dataRequestCase: Handler = (visit) => casePage(visit)

/** Answers the request of the address; then its page, saying what was done or why not. */
const command =
  (what: Done, run: (visit: Visit, id: string) => Promise<unknown>): Handler =>
  async (visit) => {
    const id = visit.params['id'] ?? ''
    const words = visit.messages.office.dataRequests
    try {
      await run(visit, id)
      return redirect(visit.links.to(`/office/data-requests/${id}`, { done: what }))
    } catch (error) {
      const labels = {
        text: words.text,
        reason: words.decline.reason,
        rang: words.erase.byNumber,
        confirm: words.erase.title,
      }
      return casePage(visit, toFormProblems(error, labels, visit))
    }
  }

export const postCarryOut = command('carryOut', async (visit, id) => {
  const read = (name: string): string => singleField(visit.form, name)
  const { personalData, state } = visit.catalog
  const { kind, about, phone, status } = state.get('dataRequests', id)
  const wholeNumber = read('rang') !== ''
  if (kind === 'erasure' && status === 'received') {
    if (!about && phone !== undefined && !wholeNumber) throw fieldError('rang', 'notTicked')
    if (read('confirm') === '') throw fieldError('confirm', 'notTicked')
  }
  await personalData.carryOut(personOf(visit), id, read('text'), { wholeNumber })
})

export const postRefuse = command('refuse', (visit, id) =>
  visit.catalog.personalData.refuse(personOf(visit), id, singleField(visit.form, 'reason')),
)
