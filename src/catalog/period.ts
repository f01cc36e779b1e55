import { addDays, addMonths, addYears, Day } from './day.js'
import { fieldError } from './errors.js'

/** A reporting period: days from `start` up to, not including, `end`, in Vietnam's calendar. */
export interface Period {
  /** As people write it: `2024`, `2024-H1`, `2024-Q3`, `2024-07`, or `2024-03-01..2024-04-15` (both days included). */
  readonly id: string
  /** The first day. */
  readonly start: Day
  /** The day after the last. */
  readonly end: Day
}

const MONTHS: Record<string, number> = { H: 6, Q: 3 }

/**
 * Reads a period from its written form.
 *
 * @throws {CatalogError} `INVALID_INPUT` naming the forms that are understood.
 */
export function parsePeriod(text: string, path = 'period'): Period {
  const id = text.trim().toUpperCase()
  const bad = () =>
    fieldError(path, 'badFormat', { example: '2024-H1, 2024-Q3, 2024-07, 2024, 2024-01-01..2024-06-30' })
  const [first, last, ...rest] = id.split('..')
  if (last !== undefined) {
    const from = Day.safeParse(first)
    const until = Day.safeParse(last)
    if (!from.success || !until.success || rest.length > 0 || until.data < from.data) throw bad()
    return { id, start: from.data, end: addDays(until.data, 1) }
  }
  const match = /^(\d{4})(?:-(?:([HQ])([1-4])|(\d{2})))?$/.exec(id)
  if (!match) throw bad()
  const [, year, unit, ordinal, month] = match
  const months = unit ? (MONTHS[unit] ?? 12) : month ? 1 : 12
  const index = unit ? (Number(ordinal) - 1) * months : month ? Number(month) - 1 : 0
  const january = Day.safeParse(`${year ?? ''}-01-01`)
  if (!january.success || index >= 12) throw bad()
  const start = addMonths(january.data, index)
  return { id, start, end: addMonths(start, months) }
}

/**
 * A query as it is, once its period is known to be one.
 *
 * @throws {CatalogError} `INVALID_INPUT` when the period is left out or a text that was not parsed.
 */
export function withPeriod<Q extends { readonly period: Period }>(query: Q): Q {
  if (typeof (query.period as Period | string | undefined) === 'object') return query
  throw fieldError('period', 'wrongType', { expected: 'parsePeriod("2024-H1")' })
}

/** The last day that belongs to a period: states (recognised, listed) are asked on it. */
export const lastDay = (period: Period): Day => addDays(period.end, -1)

/** The same days one year earlier, for comparison. */
export const yearBefore = (period: Period): Period =>
  /^\d{4}(-[HQ\d]+)?$/.test(period.id)
    ? parsePeriod(period.id.replace(/^\d{4}/, (year) => String(Number(year) - 1).padStart(4, '0')))
    : {
        id: `${addYears(period.start, -1)}..${addYears(lastDay(period), -1)}`,
        start: addYears(period.start, -1),
        end: addDays(addYears(lastDay(period), -1), 1),
      }

/** True when the whole span of days lies inside the period. A figure stated for a longer span is never split. */
export const covers = (period: Period, from: Day, until: Day): boolean => period.start <= from && until < period.end
