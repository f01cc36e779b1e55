import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { form } from './form.js'

const TIME_ZONE = 'Asia/Ho_Chi_Minh'

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lastOfMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTHS[month - 1] ?? 0)

/** True for `YYYY-MM-DD` of a day that there is. Lists of tens of thousands of days are checked, so by sums alone. */
const isDay = (value: string): boolean => {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
  return day >= 1 && day <= lastOfMonth(year, month)
}

/** A calendar day in Vietnam as `YYYY-MM-DD`. Days compare as strings. */
export const Day = form(/^\d{4}-\d{2}-\d{2}$/, '2026-11-22', isDay).brand<'Day'>()
export type Day = z.infer<typeof Day>

/** A point in time as an ISO 8601 string in UTC. */
export const Instant = z.iso.datetime().brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** A day of which the source may give only the year, or the year and month: `2023`, `2023-05` or `2023-05-17`. */
export const PartialDay = form(/^\d{4}(-\d{2}){0,2}$/, '2023-05-17', (value) =>
  isDay(value.padEnd(10, '-01')),
).brand<'PartialDay'>()
export type PartialDay = z.infer<typeof PartialDay>

const DAY = 86_400_000

const toDay = (date: Date): Day => date.toISOString().slice(0, 'yyyy-mm-dd'.length) as Day

/** The first day that a partial day may mean. */
export const earliest = (partial: PartialDay): Day => partial.padEnd(10, '-01') as Day

/** The last day that a partial day may mean. */
export function latest(partial: PartialDay): Day {
  if (partial.length === 10) return partial as string as Day
  return addDays(addMonths(earliest(partial), partial.length === 4 ? 12 : 1), -1)
}

/** Adds days, or takes away a negative number of them. */
export const addDays = (day: Day, days: number): Day => toDay(new Date(Date.parse(day) + days * DAY))

/** Adds whole months; a day that the target month lacks becomes its last day (31 January + 1 month = 28 February). */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  date.setUTCDate(Math.min(wanted, lastOfMonth(date.getUTCFullYear(), date.getUTCMonth() + 1)))
  return toDay(date)
}

/** How many days after one day another comes; negative when it comes before. */
export const daysBetween = (from: Day, until: Day): number => Math.round((Date.parse(until) - Date.parse(from)) / DAY)

export const addYears = (day: Day, years: number): Day => addMonths(day, years * 12)

const HOUR = 3_600_000
/** Every page asks for today many times over. Vietnam's day begins on a whole hour, so within one the answer stands. */
let latestAnswer: { readonly hour: number; readonly day: Day } | null = null

const inVietnam = (date: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(TIME_ZONE)

/** The hour in Vietnam at a point in time, 0 to 23. */
export const hourAt = (date: Date): number => inVietnam(date).hour

/** The calendar day in Vietnam at a point in time. */
export function dayAt(instant: Instant | Date): Day {
  const date = typeof instant === 'string' ? new Date(instant) : instant
  const hour = Math.floor(date.getTime() / HOUR)
  if (latestAnswer?.hour === hour) return latestAnswer.day
  const day = inVietnam(date).toPlainDate().toString() as Day
  latestAnswer = { hour, day }
  return day
}

export const toInstant = (date: Date): Instant => date.toISOString() as Instant
