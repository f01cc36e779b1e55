import type { DataRequest } from '../../../catalog/care/data-request.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount, formatDay, formatInstant, formatShare } from '../../format.js'
import { readPage, toPaging } from '../../list/paging.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { pastDays } from '../past-days.js'
import { aboutWords, isOverdue } from './about-words.js'

const PAGE_SIZE = 50

function toRow(request: DataRequest, visit: Visit) {
  const words = visit.messages.office.dataRequests
  const { kinds, status } = visit.messages.care.myData
  return {
    href: visit.links.to(`/office/data-requests/${request.id}`),
    kind: kinds[request.kind],
    code: request.code,
    about: aboutWords(request, visit),
    received: visit.messages.office.feedback.received(formatInstant(request.receivedAt)),
    assignee: null,
    status: status[request.status],
    due: request.status === 'received' ? words.due(formatDay(request.dueOn)) : null,
    isOverdue: isOverdue(request, visit),
  }
}

/** How much was answered within the law's time lately. */
function toRate(visit: Visit): string {
  const { rate: words } = visit.messages.care.feedback
  const { onTime, late, overdue, rate } = visit.catalog.personalData.onTime(pastDays(visit))
  const count = (value: number): string => formatCount(value, visit.language)
  return rate === null
    ? words.none
    : words.text(count(onTime), count(onTime + late + overdue), formatShare(rate, visit.language))
}

function listPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const words = visit.messages.office.dataRequests
  const all = visit.catalog.personalData.list(personOf(visit))
  const open = all.filter(({ status }) => status === 'received')
  const done = all.filter(({ status }) => status !== 'received')
  const pageCount = Math.max(1, Math.ceil(Math.max(open.length, done.length) / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const shown = (list: readonly DataRequest[]) =>
    list.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((one) => toRow(one, visit))
  const view = {
    ...problems,
    count: words.open(formatCount(open.length, visit.language)),
    isEmpty: open.length === 0,
    open: shown(open),
    hasNoneDone: done.length === 0,
    done: shown(done),
    rate: toRate(visit),
    typed: { phone: singleField(visit.form, 'phone'), text: singleField(visit.form, 'text') },
    paging: toPaging(current, pageCount, (number) => visit.links.to(visit.path, { page: number })),
  }
  return page('office/data-requests/list', { title: words.title }, view, { status: problems.status })
}

/** What waits for an answer, the first due first, then what was answered, the newest first. */
export const dataRequestList: Handler = (visit) => listPage(visit)

/** Writes down what somebody without a code asks for; the number stays out of the address. */
export const postRecord: Handler = async (visit) => {
  const words = visit.messages.office.dataRequests
  try {
    const [phone, text] = [singleField(visit.form, 'phone'), singleField(visit.form, 'text')]
    const { id } = await visit.catalog.personalData.record(personOf(visit), phone, text)
    return redirect(visit.links.to(`/office/data-requests/${id}`, { done: 'record' }))
  } catch (error) {
    return listPage(visit, toFormProblems(error, { phone: words.phone, text: words.record.note }, visit))
  }
}
