import type { Submission } from '../../../catalog/submission.js'
import { formatCount, formatDay, formatInstant, formatShare } from '../../format.js'
import { readPage, toPaging } from '../../list/paging.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { pastDays } from '../past-days.js'
import { doneWords } from './done-words.js'

const PAGE_SIZE = 50

function toRow({ id, content, producerId, base, sentAt, dueOn, certificate, history }: Submission, visit: Visit) {
  const words = visit.messages.office.review
  const at = sentAt ?? history.at(-1)?.at
  return {
    name: content.name?.vi ?? visit.messages.listing.untitled,
    href: visit.links.to(`/office/submissions/${id}`),
    producer: visit.catalog.state.get('producers', producerId).name,
    kind: base === null ? words.isNew : words.isChange,
    sent: at ? words.sent(formatInstant(at)) : '',
    due: dueOn ? words.due(formatDay(dueOn)) : null,
    isOverdue: dueOn !== undefined && dueOn < visit.catalog.today(),
    claims: certificate !== undefined,
  }
}

/** How far decisions were in time lately. */
function toRate(visit: Visit): string {
  const { rate: words } = visit.messages.office.review
  const { inTime, decided, overdue, percent } = visit.catalog.submissions.queue.onTime(personOf(visit), pastDays(visit))
  if (percent === null) return words.none
  const count = (value: number): string => formatCount(value, visit.language)
  return words.text(count(inTime), count(decided + overdue), formatShare(percent / 100, visit.language))
}

/** What waits for a decision, the first due first; below it what is to be looked at after publication. */
export const queue: Handler = (visit) => {
  const words = visit.messages.office.review
  const actor = personOf(visit)
  const { queue: reviews } = visit.catalog.submissions
  const due = reviews.listDue(actor)
  const pageCount = Math.max(1, Math.ceil(due.length / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const view = {
    done: doneWords(visit),
    count: words.count(formatCount(due.length, visit.language)),
    rows: due.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((one) => toRow(one, visit)),
    paging: toPaging(current, pageCount, (number) => visit.links.to(visit.path, { page: number })),
    samples: reviews.listSamples(actor).map((one) => toRow(one, visit)),
    rate: toRate(visit),
  }
  return page('office/review/queue', { title: words.title }, view)
}
