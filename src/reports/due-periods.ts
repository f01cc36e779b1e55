import { addDays, addMonths, type Day } from '../catalog/day.js'
import { parsePeriod, type Period } from '../catalog/period.js'
import type { ReportRhythm, ReportSchedule } from '../catalog/notify/report-schedule.js'

const MONTHS: Readonly<Record<ReportRhythm, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 }

/** The period of a rhythm in which a day lies. */
function periodOf(every: ReportRhythm, day: Day): Period {
  const [year = '', month = ''] = day.split('-')
  const ordinal = Math.floor((Number(month) - 1) / MONTHS[every]) + 1
  if (every === 'year') return parsePeriod(year)
  if (every === 'month') return parsePeriod(`${year}-${month}`)
  return parsePeriod(`${year}-${every === 'quarter' ? 'Q' : 'H'}${ordinal}`)
}

/** The day on which a period's report is made: so many days into the month after it. */
export const reportDay = (period: Period, day: number): Day => addDays(period.end, day - 1)

/**
 * The periods whose reports are to be made by a day and were not made yet, the earliest first: after weeks in which no
 * server ran, each is still made once.
 */
export function duePeriods(
  { every, day, since, latest }: Pick<ReportSchedule, 'every' | 'day' | 'since' | 'latest'>,
  today: Day,
): readonly Period[] {
  const due: Period[] = []
  const first = latest ? parsePeriod(latest.period).end : addMonths(since, -MONTHS[every] - 1)
  for (let period = periodOf(every, first); period.end <= today; period = periodOf(every, period.end)) {
    const made = reportDay(period, day)
    if (made >= since && made <= today) due.push(period)
  }
  return due
}
