import { lastDay } from '../../catalog/period.js'
import type { Places } from '../../catalog/places/places.js'
import type { Language } from '../../catalog/text.js'
import { formatDay } from '../format.js'
import { figureDefinitions } from '../../reports/definitions.js'
import type { ReportQuery } from './query.js'

const words = {
  vi: {
    country: 'Cả nước',
    part: (old: string, now: string) => `${old} nay thuộc ${now}: số liệu là của ${now}.`,
  },
  en: {
    country: 'The whole country',
    part: (old: string, now: string) => `${old} is part of ${now} today: the figures are those of ${now}.`,
  },
} as const

/** Which province, period and units a report is about, as the lines above it. */
export function headingLines(title: string, query: ReportQuery, places: Places, language: Language): string[] {
  const { period, province, mode } = query
  const text = words[language]
  const shown = province && mode === 'asNow' ? places.successor(province) : province
  const span = `${formatDay(period.start, language)} – ${formatDay(lastDay(period), language)}`
  const name = ({ name: vi, nameEn }: { name: string; nameEn: string }) => (language === 'en' ? nameEn : vi)
  return [
    [title, shown ? name(shown) : text.country, `${period.id} (${span})`].join(' · '),
    figureDefinitions[language][mode],
    ...(shown && province && shown !== province ? [text.part(name(province), name(shown))] : []),
  ]
}
