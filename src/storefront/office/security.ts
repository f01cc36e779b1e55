import { SECURITY_EVENTS, type CountedDay } from '../../site/security.js'
import { formatCount, formatDay } from '../format.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'
import { personOf } from '../signed-in.js'

const DAYS_SHOWN = 184

const sumOf = (days: readonly CountedDay[], event: (typeof SECURITY_EVENTS)[number]): number =>
  days.reduce((sum, { counts }) => sum + counts[event], 0)

/** What was turned away, by day: of the last half-year, as provinces report it. */
export const security: Handler = (visit) => {
  const words = visit.messages.office.security
  const days = visit.catalog.security.days(personOf(visit)).slice(0, DAYS_SHOWN)
  const shown = (count: number) => formatCount(count, visit.language)
  const view = {
    headings: SECURITY_EVENTS.map((event) => ({ label: words.events[event], meaning: words.meanings[event] })),
    total: SECURITY_EVENTS.map((event) => shown(sumOf(days, event))),
    all: shown(SECURITY_EVENTS.reduce((sum, event) => sum + sumOf(days, event), 0)),
    rows: days.map(({ day, counts }) => ({
      day: formatDay(day),
      counts: SECURITY_EVENTS.map((event) => shown(counts[event])),
    })),
  }
  return page('office/security', { title: words.title }, view)
}
