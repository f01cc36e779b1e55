import { lastDay } from '../../catalog/period.js'
import { provinceName } from '../models/place-words.js'
import type { Visit } from '../visit.js'
import { toValues, type FiguresQuery } from './figures-query.js'

/** The OCOP programme began in 2018 (Decision 490/QĐ-TTg): before it there is nothing to count. */
const FIRST_YEAR = 2018

const DIGITS = ['1', '2', '3', '4'] as const
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

interface Choice {
  readonly value: string
  readonly label: string
  readonly isChosen: boolean
}

function partChoices(chosen: string, visit: Visit): Choice[] {
  const words = visit.messages.figures.picker
  const parts = [
    { value: 'year', label: words.parts.year },
    { value: 'H1', label: words.parts.H1 },
    { value: 'H2', label: words.parts.H2 },
    ...DIGITS.map((digit) => ({ value: `Q${digit}`, label: words.quarter(digit) })),
    ...MONTHS.map((month) => ({ value: month, label: words.month(String(Number(month))) })),
  ]
  return parts.map((part) => ({ ...part, isChosen: part.value === chosen }))
}

function yearChoices(chosen: string, visit: Visit): Choice[] {
  const last = Number(visit.catalog.today().slice(0, 4))
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => String(last - index)).map((year) => ({
    value: year,
    label: year,
    isChosen: year === chosen,
  }))
}

/** What the page can be asked, and what it is asked now. */
export function toPicker(query: FiguresQuery, visit: Visit) {
  const { period, province, mode, day, key } = query
  const { places } = visit.catalog.reference
  const shown = province && mode === 'asNow' ? places.successor(province) : province
  const units = places.provinces(mode === 'asNow' ? visit.catalog.today() : day)
  const [year = '', part = 'year'] = /^\d{4}(-|$)/.test(period.id) ? period.id.split('-') : []
  return {
    years: yearChoices(year, visit),
    parts: partChoices(part, visit),
    provinces: units.map((unit) => ({
      value: unit.slug,
      label: provinceName(unit, visit),
      isChosen: unit.key === shown?.key,
    })),
    isAsNow: mode === 'asNow',
    isFree: period.id.includes('..'),
    from: period.start,
    until: lastDay(period),
    key,
    csvHref: visit.links.to('/figures.csv', toValues(query)),
  }
}

/** The address for what a form of the picker sent in parts; null when it named a period as a whole, or none. */
export function canonicalAddress(visit: Visit): string | null {
  const { query, links } = visit
  const unlessUsual = (name: string, usual: string) => (query.get(name) === usual ? null : query.get(name))
  const others = {
    province: query.get('province'),
    mode: unlessUsual('mode', 'then'),
    key: unlessUsual('key', 'transactions'),
  }
  const [from, until] = [query.get('from'), query.get('until')]
  if (from !== null && until !== null) return links.to('/figures', { period: `${from}..${until}`, ...others })
  const [year, part] = [query.get('year'), query.get('part')]
  if (year === null) return null
  return links.to('/figures', { period: part === null || part === 'year' ? year : `${year}-${part}`, ...others })
}
