import { dayAt, type Day } from '../catalog/day.js'
import type { Period } from '../catalog/period.js'
import type { Submission } from '../catalog/submission.js'

/**
 * How far the office decided in time. Counted are decisions (approved or returned) made in the period, and what is still
 * waiting although its day has passed. What was approved at once, without anybody deciding, is left out.
 */
export interface OnTime {
  readonly decided: number
  readonly inTime: number
  readonly late: number
  /** Waiting on the day of asking, past its day, which lies in the period. */
  readonly overdue: number
  /** In time per hundred of decided and overdue; null when there were none. */
  readonly percent: number | null
}

const within = (day: Day, { start, end }: Period): boolean => start <= day && day < end

export function onTimeOf(submissions: Iterable<Submission>, period: Period, today: Day): OnTime {
  let inTime = 0
  let late = 0
  let overdue = 0
  for (const { status, dueOn, history } of submissions) {
    for (const decision of history) {
      const day = dayAt(decision.at)
      if (decision.dueOn === undefined || !within(day, period)) continue
      if (day <= decision.dueOn) inTime += 1
      else late += 1
    }
    if (status === 'sent' && dueOn !== undefined && dueOn < today && within(dueOn, period)) overdue += 1
  }
  const all = inTime + late + overdue
  return { decided: inTime + late, inTime, late, overdue, percent: all === 0 ? null : (inTime / all) * 100 }
}
