import { Temporal } from 'temporal-polyfill'
import { addDays, type Day } from './day.js'

/**
 * The first day of Tết and the tenth of the third lunar month (Giỗ Tổ Hùng Vương) by Vietnam's lunar calendar, which is
 * not always China's: in 2030 Tết comes a day earlier here.
 */
const LUNAR: Readonly<Record<number, { readonly tet: string; readonly hungKings: string }>> = {
  2025: { tet: '2025-01-29', hungKings: '2025-04-07' },
  2026: { tet: '2026-02-17', hungKings: '2026-04-26' },
  2027: { tet: '2027-02-06', hungKings: '2027-04-16' },
  2028: { tet: '2028-01-26', hungKings: '2028-04-04' },
  2029: { tet: '2029-02-13', hungKings: '2029-04-23' },
  2030: { tet: '2030-02-02', hungKings: '2030-04-12' },
}

/** Tết: the last day of the old year and four of the new one, as it is usually set. */
const tetDays = (first: string): Day[] => [-1, 0, 1, 2, 3].map((offset) => addDays(first as Day, offset))

const isWeekend = (day: string): boolean => Temporal.PlainDate.from(day).dayOfWeek >= 6

const holidaysByYear = new Map<number, ReadonlySet<string>>()

/**
 * The public holidays of a year (Labour Code 45/2019/QH14, Art. 112): New Year, Tết, Hùng Kings, 30 April, 1 May, 1 and
 * 2 September. One that falls on a weekend moves to the next working day (Art. 111). Beyond the years of the lunar table
 * only those of fixed date are known. 24 November (Ngày Văn hóa Việt Nam, Resolution 80-NQ/TW of January 2026) is not among
 * them: the amended Labour Code that is to make it a day off was not read.
 */
function holidaysOf(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year)
  if (known) return known
  const lunar = LUNAR[year]
  const fixed = ['01-01', '04-30', '05-01', '09-01', '09-02'].map((end) => `${year}-${end}`)
  const named = [...fixed, ...(lunar ? [...tetDays(lunar.tet), lunar.hungKings] : [])].toSorted()
  const free = new Set(named.filter((day) => !isWeekend(day)))
  for (const holiday of named) {
    if (!isWeekend(holiday)) continue
    let next = addDays(holiday as Day, 1)
    while (isWeekend(next) || free.has(next)) next = addDays(next, 1)
    free.add(next)
  }
  holidaysByYear.set(year, free)
  return free
}

/** True on Monday to Friday, public holidays left out. */
export const isWorkingDay = (day: Day): boolean => !isWeekend(day) && !holidaysOf(Number(day.slice(0, 4))).has(day)

/** The day on which a span of working days ends; the day on which it begins is not counted. */
export function addWorkingDays(day: Day, count: number): Day {
  let current = day
  for (let left = count; left > 0;) {
    current = addDays(current, 1)
    if (isWorkingDay(current)) left -= 1
  }
  return current
}
