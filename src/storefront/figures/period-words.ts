import { lastDay, type Period } from '../../catalog/period.js'
import { formatDay } from '../format.js'
import type { Visit } from '../visit.js'

/** A period as people say it: "6 tháng đầu năm 2024", "quý 3/2024", "01/03/2024 đến 15/04/2024". */
export function periodName(period: Period, visit: Visit): string {
  const words = visit.messages.figures.period
  const [, year = '', unit, number = '', month] = /^(\d{4})(?:-(?:([HQ])(\d)|(\d{2})))?$/.exec(period.id) ?? []
  if (year === '') return words.days(formatDay(period.start), formatDay(lastDay(period)))
  if (unit === 'H') return words.half(number, year)
  if (unit === 'Q') return words.quarter(number, year)
  return month === undefined ? words.year(year) : words.month(month, year)
}
