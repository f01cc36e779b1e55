import type { Actor } from '../../../access/actor.js'
import { reachOf } from '../../../access/rights.js'
import { CatalogError, fieldError } from '../../../catalog/errors.js'
import { parsePeriod } from '../../../catalog/period.js'
import { readReportQuery, type ReportQuery } from '../../office/reports/report-query.js'
import type { Visit } from '../../visit.js'
import { checkingThe } from '../../answer/parameter-fault.js'

/**
 * Reads the question as the office's page does.
 *
 * @throws {ParameterFault} naming what is not known, or the province where it did not exist in the period.
 */
export function readQuestion(visit: Visit): ReportQuery {
  return checkingThe('query', () => {
    const { query: address, catalog } = visit
    const period = address.get('period')
    if (period) parsePeriod(period)
    const { query, problem } = readReportQuery(visit)
    for (const name of ['platforms', 'producers'] as const) {
      const slug = address.get(name.slice(0, -1))
      if (slug && !catalog.state.findBySlug(name, slug))
        throw fieldError(name.slice(0, -1), 'notFound', { value: slug })
    }
    if (problem) throw fieldError('province', 'inconsistent', { why: problem.text, whyEn: problem.text })
    return query
  })
}

/**
 * The question as a key may ask it: one of some provinces asks about those alone, in the units of today. Its only province
 * is meant when it names none.
 *
 * @throws {CatalogError} `FORBIDDEN`; `NOT_FOUND` for a province out of reach; `INVALID_INPUT` where one has to be named.
 */
export function withinReach(query: ReportQuery, actor: Actor, { catalog }: Visit): ReportQuery {
  const { everything, provinces } = reachOf(actor, 'report.view')
  if (everything) return query
  if (provinces.size === 0) throw new CatalogError('FORBIDDEN', { details: { action: 'report.view' } })
  const { places } = catalog.reference
  if (query.province) {
    if (provinces.has(places.successor(query.province).key)) return query
    throw new CatalogError('NOT_FOUND', { details: { what: 'province', id: query.province.slug } })
  }
  const [only] = provinces
  const province = provinces.size === 1 && only !== undefined ? places.province(only) : null
  if (!province)
    return checkingThe('query', () => {
      throw fieldError('province', 'required')
    })
  return { ...query, province, mode: 'asNow' }
}
