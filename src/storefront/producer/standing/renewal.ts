import { validityOf } from '../../../catalog/certificate.js'
import { addDays, type Day } from '../../../catalog/day.js'
import type { Product } from '../../../catalog/product.js'
import { renewalWindow, shownCertificate } from '../../../catalog/standing.js'
import { formatCount, formatDay } from '../../format.js'
import type { Visit } from '../../visit.js'

/** So many days before the window opens, its producer is told to prepare. */
const AHEAD = 30
const URGENT = 30
const DAY_MS = 86_400_000

const daysBetween = (from: Day, until: Day): number => Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS)

export interface RenewalWord {
  readonly text: string
  /** `calm` is no more than a date; `act`: the window is open or near; `late`: it has passed, or 30 days are left. */
  readonly tone: 'calm' | 'act' | 'late'
}

/** What a producer has to know of its product's certificate on a day; null without one whose end is known to the day. */
export function toRenewal(product: Product, visit: Visit): RenewalWord | null {
  const today = visit.catalog.today()
  const words = visit.messages.standing.certificates
  const certificate = shownCertificate(visit.catalog.state.certificatesOf(product.id), today)?.certificate
  const window = certificate && renewalWindow(certificate)
  const validity = certificate && validityOf(certificate)
  if (!window || !validity || certificate.outcome !== 'recognized') return null
  const until = validity.until.earliest
  const left = (day: Day): string => formatCount(daysBetween(today, day), visit.language)
  if (certificate.renewal && !certificate.renewal.decidedOn) return { text: words.pending, tone: 'calm' }
  if (today >= until) return { text: words.over(formatDay(until)), tone: 'late' }
  if (today >= window.closes) return { text: words.late(formatDay(until), left(until)), tone: 'late' }
  if (today >= window.opens) {
    const tone = daysBetween(today, window.closes) <= URGENT ? 'late' : 'act'
    return { text: words.open(formatDay(window.closes), left(window.closes)), tone }
  }
  if (today >= addDays(window.opens, -AHEAD))
    return { text: words.soon(formatDay(window.opens), formatDay(window.closes)), tone: 'act' }
  return { text: words.until(formatDay(until)), tone: 'calm' }
}
