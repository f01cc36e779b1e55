import { CatalogError } from '../../../catalog/errors.js'
import { addDays } from '../../../catalog/day.js'
import { parsePeriod, yearBefore, type Period } from '../../../catalog/period.js'
import type { Coverage } from '../../../reports/coverage.js'
import type { Ranking } from '../../../reports/ranking.js'
import type { TransactionFigures } from '../../../reports/transactions.js'
import type { Visit } from '../../visit.js'
import type { ReportQuery } from './report-query.js'

/** The figures of one period. */
export interface PeriodFigures {
  readonly coverage: Coverage
  readonly transactions: TransactionFigures
}

/** All figures of a report: of its period, of the same one a year before, and of the one before it; null where units did not exist. */
export interface ReportFigures extends PeriodFigures {
  readonly ranking: Ranking
  readonly yearBefore: PeriodFigures | null
  readonly periodBefore: PeriodFigures | null
}

/** The period of the same kind that ends where this one begins: `2024-H1` after `2023-H2`. */
export function periodBefore({ id, start, end }: Period): Period {
  const [, year = '', unit, number = ''] = /^(\d{4})(?:-([HQ]?)(\d+))?$/.exec(id) ?? []
  if (year === '') {
    const days = Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000)
    const from = addDays(start, -days)
    return { id: `${from}..${addDays(start, -1)}`, start: from, end: start }
  }
  if (unit === undefined) return parsePeriod(String(Number(year) - 1))
  const most = unit === 'H' ? 2 : unit === 'Q' ? 4 : 12
  const [before, earlier] = Number(number) === 1 ? [most, Number(year) - 1] : [Number(number) - 1, Number(year)]
  return parsePeriod(`${earlier}-${unit}${unit === '' ? String(before).padStart(2, '0') : before}`)
}

const unlessUnitsDiffer = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch (error) {
    if (error instanceof CatalogError && error.code === 'INVALID_INPUT') return null
    throw error
  }
}

/** Counts everything that a report shows. */
export function reportFigures(query: ReportQuery, { catalog }: Visit): ReportFigures {
  const { period, mode, key, province, filter, platform } = query
  const asked = { province, mode, filter, platformId: platform?.id }
  const of = (one: Period): PeriodFigures => ({
    coverage: catalog.coverage({ period: one, ...asked }),
    transactions: catalog.transactions({ period: one, ...asked }),
  })
  return {
    ...of(period),
    ranking: catalog.ranking({ period, mode, key, filter, platformId: platform?.id }),
    yearBefore: unlessUnitsDiffer(() => of(yearBefore(period))),
    periodBefore: unlessUnitsDiffer(() => of(periodBefore(period))),
  }
}
