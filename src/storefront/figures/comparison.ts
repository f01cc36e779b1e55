import { CatalogError } from '../../catalog/errors.js'
import { yearBefore } from '../../catalog/period.js'
import type { Coverage } from '../../reports/coverage.js'
import type { TransactionFigures } from '../../reports/transactions.js'
import { formatCount, formatShare } from '../format.js'
import type { Visit } from '../visit.js'
import type { FiguresQuery } from './figures-query.js'

/** The same figures a year before. */
export interface Before {
  readonly coverage: Coverage
  readonly transactions: TransactionFigures
}

/** Null when the province did not exist a year before, so that there is nothing to compare with. */
export function figuresBefore({ period, province, mode }: FiguresQuery, visit: Visit): Before | null {
  const query = { period: yearBefore(period), province, mode }
  try {
    return { coverage: visit.catalog.coverage(query), transactions: visit.catalog.transactions(query) }
  } catch (error) {
    if (error instanceof CatalogError && error.code === 'INVALID_INPUT') return null
    throw error
  }
}

/** Above this, ten times as much more, a percentage says less than the two numbers. */
const MOST_GROWTH = 10

/** `cùng kỳ năm trước: 73 (+16,4%)`; no percentage where there was next to nothing before, and no words where there is nothing at all. */
export function toChange(now: number, before: number, visit: Visit, format = formatCount): string | null {
  if (now === 0 && before === 0) return null
  const growth = before === 0 ? Infinity : (now - before) / before
  const share = growth > MOST_GROWTH ? null : growth
  const sign = share !== null && share > 0 ? '+' : ''
  const percent = share === null ? '' : `${sign}${formatShare(share, visit.language)}`
  return visit.messages.figures.change(format(before, visit.language), percent)
}
