import { dayAt, type Day, type Instant } from '../catalog/day.js'
import type { Feedback, FeedbackRound } from '../catalog/care/feedback.js'
import type { Period } from '../catalog/period.js'
import type { ProvinceKey } from '../catalog/places/place.js'

/** Which turns of feedback to count: opened in the period, in a province of today or in the whole country. */
export interface OnTimeQuery {
  readonly period: Period
  readonly province: ProvinceKey | null
}

/**
 * How feedback was answered. One turn of asking counts as one: a complaint that is opened again is a second one with a due
 * day of its own. A turn is on time when its answer came on or before its due day in Vietnam.
 */
export interface OnTimeFigures {
  readonly received: number
  readonly onTime: number
  /** Answered after the due day. */
  readonly late: number
  /** Not answered though the due day is past. */
  readonly overdue: number
  /** Not answered, and not due yet: in no rate. */
  readonly open: number
  /** `onTime / (onTime + late + overdue)`; null while there is nothing to judge. */
  readonly rate: number | null
}

/** One turn of asking. */
type Turn = Pick<FeedbackRound, 'openedAt' | 'dueOn'> & { readonly answer?: { readonly at: Instant } | undefined }

/** Something that is asked, once or several times, and counted in a province. */
export interface Asked extends Pick<Feedback, 'province'> {
  readonly rounds: readonly Turn[]
}

type Outcome = 'onTime' | 'late' | 'overdue' | 'open'

/** How one turn stands on a day. */
export function outcomeOf({ dueOn, answer }: Turn, today: Day): Outcome {
  if (answer) return dayAt(answer.at) <= dueOn ? 'onTime' : 'late'
  return dueOn < today ? 'overdue' : 'open'
}

const isWithin = ({ start, end }: Period, day: Day): boolean => start <= day && day < end

/** Counts turns by outcome; see {@link OnTimeFigures} for the rule. */
export function onTimeFigures(all: readonly Asked[], { period, province }: OnTimeQuery, today: Day): OnTimeFigures {
  const counts = { onTime: 0, late: 0, overdue: 0, open: 0 }
  for (const feedback of all) {
    if (province !== null && feedback.province !== province) continue
    for (const round of feedback.rounds)
      if (isWithin(period, dayAt(round.openedAt))) counts[outcomeOf(round, today)] += 1
  }
  const judged = counts.onTime + counts.late + counts.overdue
  return { ...counts, received: judged + counts.open, rate: judged === 0 ? null : counts.onTime / judged }
}
