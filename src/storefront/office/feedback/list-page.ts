import { reachOf } from '../../../access/rights.js'
import { currentRound, isOpen } from '../../../care/feedback-steps.js'
import { outcomeOf } from '../../../care/on-time.js'
import type { Feedback } from '../../../catalog/care/feedback.js'
import type { ProvinceKey } from '../../../catalog/places/place.js'
import { describeSubject } from '../../care/feedback-about.js'
import { formatCount, formatDay, formatInstant, formatShare } from '../../format.js'
import { readPage, toPaging } from '../../list/paging.js'
import { provinceName } from '../../models/place-words.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { pastDays } from '../past-days.js'

const PAGE_SIZE = 50

function toRow(feedback: Feedback, visit: Visit) {
  const words = visit.messages.office.feedback
  const { kinds, status } = visit.messages.care.feedback
  const round = currentRound(feedback)
  const isWaiting = isOpen(feedback)
  return {
    href: visit.links.to(`/office/feedback/${feedback.id}`),
    kind: kinds[feedback.kind],
    code: feedback.code,
    about: describeSubject(feedback.subject, visit),
    received: words.received(formatInstant(feedback.receivedAt)),
    assignee: feedback.assignee?.name ?? null,
    status: status[feedback.status],
    due: isWaiting ? words.due(formatDay(round.dueOn)) : null,
    isOverdue: outcomeOf(round, visit.catalog.today()) === 'overdue',
  }
}

/** How much was answered in time lately, in each province within reach or in the whole country. */
function toRates(visit: Visit) {
  const { rate: words } = visit.messages.care.feedback
  const reach = reachOf(personOf(visit), 'feedback.view')
  const areas: readonly (ProvinceKey | null)[] = reach.everything ? [null] : [...reach.provinces]
  return areas.map((province) => {
    const { onTime, late, overdue, rate } = visit.catalog.feedback.onTime({ period: pastDays(visit), province })
    const known = province === null ? null : visit.catalog.reference.places.province(province)
    const count = (value: number): string => formatCount(value, visit.language)
    return {
      area: known ? provinceName(known, visit) : visit.messages.office.feedback.country,
      text:
        rate === null
          ? words.none
          : words.text(count(onTime), count(onTime + late + overdue), formatShare(rate, visit.language)),
    }
  })
}

/** What waits for an answer, the first due first, then what was answered, the newest first. */
export const feedbackList: Handler = (visit) => {
  const words = visit.messages.office.feedback
  const all = visit.catalog.feedback.list(personOf(visit))
  const open = all.filter(isOpen)
  const done = all.filter((feedback) => !isOpen(feedback))
  const pageCount = Math.max(1, Math.ceil(Math.max(open.length, done.length) / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const shown = (list: readonly Feedback[]) =>
    list.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((one) => toRow(one, visit))
  const view = {
    count: words.open(formatCount(open.length, visit.language)),
    isEmpty: open.length === 0,
    open: shown(open),
    hasNoneDone: done.length === 0,
    done: shown(done),
    rates: toRates(visit),
    paging: toPaging(current, pageCount, (number) => visit.links.to(visit.path, { page: number })),
  }
  return page('office/feedback/list', { title: words.title }, view)
}
