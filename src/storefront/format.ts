import { dayAt, type Day, type Instant, type PartialDay } from '../catalog/day.js'
import { formatPack } from '../catalog/packs/pack-words.js'
import type { PackSize } from '../catalog/packs/pack-size.js'
import type { Language } from '../catalog/text.js'

const count = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }
const percent = {
  vi: new Intl.NumberFormat('vi-VN', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
}
const clock = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })

/**
 * In a table whose heading names the unit an amount is a figure among figures, without the sign: {@link formatCount}, so
 * that one table has one thousands separator.
 */
export { formatVnd } from '../catalog/prices/vnd-words.js'

const NO_BREAK = '\u00a0'

/** `500 g`, `20 × 25 g` for a page: in one piece, wherever a line ends. */
export const formatWholePack = (pack: PackSize, language: Language): string =>
  formatPack(pack, language).replaceAll(' ', NO_BREAK)

/** `1.715` in Vietnamese, `1,715` in English. */
export const formatCount = (value: number, language: Language): string =>
  Number.isInteger(value) && value > 0 && value < 1000 ? String(value) : count[language].format(value)

/** A share of 1 as `50,6%` or `50.6%`. */
export const formatShare = (share: number, language: Language): string => percent[language].format(share)

/** `2026-11-22` as `22/11/2026`; a year or a month alone stays one: `2023`, `05/2023`. */
export const formatDay = (day: Day | PartialDay): string => day.split('-').reverse().join('/')

/** `22/11/2026 09:05`, the clock in Vietnam. */
export const formatInstant = (instant: Instant): string =>
  `${formatDay(dayAt(instant))} ${clock.format(new Date(instant))}`
