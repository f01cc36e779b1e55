import { RENEWAL_WINDOW } from '../../../catalog/certificate.js'
import { addDays } from '../../../catalog/day.js'
import type { Product } from '../../../catalog/product.js'
import { formatCount, formatDay } from '../../format.js'
import type { Visit } from '../../visit.js'

/** So many days before the window opens, its producer is told to prepare. */
const AHEAD = 30
const URGENT = 30

export interface RenewalWord {
  readonly text: string
  /** `calm` is no more than a date; `act`: the window is open or near; `late`: it has passed, or 30 days of it are left. */
  readonly tone: 'calm' | 'act' | 'late'
}

/** What a producer has to know of its product's certificate today; null without one whose end is known to the day. */
export function toRenewal(product: Product, visit: Visit): RenewalWord | null {
  const words = visit.messages.standing.certificates
  const end = visit.catalog.certificateEnds.of(product)
  if (!end) return null
  const { stage, daysLeft } = end
  const until = formatDay(end.until)
  const count = (days: number): string => formatCount(days, visit.language)
  const opens = formatDay(addDays(end.until, -RENEWAL_WINDOW.opens))
  const closes = formatDay(addDays(end.until, -RENEWAL_WINDOW.closes))
  switch (stage) {
    case 'pending':
      return { text: words.pending, tone: 'calm' }
    case 'expired':
      return { text: words.over(until), tone: 'late' }
    case 'days30':
    case 'days90':
      return { text: words.ending(until, count(daysLeft)), tone: 'late' }
    case 'late':
      return { text: words.late(until, count(daysLeft)), tone: 'late' }
    case 'window': {
      const left = daysLeft - RENEWAL_WINDOW.closes
      return { text: words.open(closes, count(left)), tone: left <= URGENT ? 'late' : 'act' }
    }
    case null:
      return daysLeft <= RENEWAL_WINDOW.opens + AHEAD && daysLeft > RENEWAL_WINDOW.opens
        ? { text: words.soon(opens, closes), tone: 'act' }
        : { text: words.until(until), tone: 'calm' }
  }
}
