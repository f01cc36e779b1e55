import { addDays } from '../../catalog/day.js'
import type { Period } from '../../catalog/period.js'
import type { Visit } from '../visit.js'

/** The span of days that rates of punctuality are of. */
const RATE_DAYS = 180

/** The last 180 days up to today, today included. */
export function pastDays({ catalog }: Visit): Period {
  const today = catalog.today()
  const start = addDays(today, -RATE_DAYS)
  return { id: `${start}..${today}`, start, end: addDays(today, 1) }
}
