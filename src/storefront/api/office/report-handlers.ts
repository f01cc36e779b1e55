import type { officeOperations } from '../../../api/operations/office.js'
import type { HandlersOf } from '../handlers.js'
import { requireFilterReach } from '../../office/reports/report-reach.js'
import { readQuestion, withinReach } from './report-question.js'
import { toCoverage, toRanking, toTransactions } from './report-answer.js'

type Part = Pick<typeof officeOperations, 'getCoverage' | 'getTransactions' | 'getRanking'>

/** The office's reports: the figures that its pages show. */
export const reportHandlers: HandlersOf<Part> = {
  getCoverage: ({ actor, visit }) => {
    const { period, province, mode, filter, platform } = withinReach(readQuestion(visit), actor, visit)
    const asked = { period, province, mode, filter, platformId: platform?.id }
    return { body: toCoverage(visit.catalog.coverage(asked), visit) }
  },

  getTransactions: ({ actor, visit }) => {
    const { period, province, mode, filter, platform } = withinReach(readQuestion(visit), actor, visit)
    const asked = { period, province, mode, filter, platformId: platform?.id }
    return { body: toTransactions(visit.catalog.transactions(asked)) }
  },

  getRanking: ({ actor, visit }) => {
    const question = readQuestion(visit)
    requireFilterReach(question.filter, actor, visit.catalog)
    const { period, key, mode, filter, platform } = question
    const asked = { period, key, mode, filter, platformId: platform?.id }
    return { body: toRanking(visit.catalog.ranking(asked)) }
  },
}
