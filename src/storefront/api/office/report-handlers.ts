import type { officeOperations } from '../../../api/operations/office.js'
import { fieldError } from '../../../catalog/errors.js'
import { parsePeriod } from '../../../catalog/period.js'
import { readReportQuery, type ReportQuery } from '../../office/reports/report-query.js'
import type { Visit } from '../../visit.js'
import type { HandlersOf } from '../handlers.js'
import { checkingThe } from '../parameter-fault.js'
import { toCoverage, toRanking, toTransactions } from './report-answer.js'

type Part = Pick<typeof officeOperations, 'getCoverage' | 'getTransactions' | 'getRanking'>

/**
 * Reads the question as the office's page does.
 *
 * @throws {ParameterFault} naming what is not known, or the province where it did not exist in the period.
 */
function readQuestion(visit: Visit): ReportQuery {
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

/** The office's reports: the figures that its pages show. */
export const reportHandlers: HandlersOf<Part> = {
  getCoverage: ({ visit }) => {
    const { period, province, mode, filter, platform } = readQuestion(visit)
    const asked = { period, province, mode, filter, platformId: platform?.id }
    return { body: toCoverage(visit.catalog.coverage(asked), visit) }
  },

  getTransactions: ({ visit }) => {
    const { period, province, mode, filter, platform } = readQuestion(visit)
    const asked = { period, province, mode, filter, platformId: platform?.id }
    return { body: toTransactions(visit.catalog.transactions(asked)) }
  },

  getRanking: ({ visit }) => {
    const { period, key, mode, filter, platform } = readQuestion(visit)
    const asked = { period, key, mode, filter, platformId: platform?.id }
    return { body: toRanking(visit.catalog.ranking(asked)) }
  },
}
