import type { officeDeskOperations } from '../../../api/operations/office-desk.js'
import { CatalogError, fieldError } from '../../../catalog/errors.js'
import { headingsOf, ledgerQuery, productRow, transactionRow } from '../../office/reports/rows-page.js'
import { productsBehind } from '../../office/reports/rows-of.js'
import { readMark, takePage, writeCursor } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { ParameterFault } from '../../answer/parameter-fault.js'
import { readQuestion, withinReach } from './report-question.js'

type Part = Pick<typeof officeDeskOperations, 'getReportRows'>

/** So many rows are told when nothing else is said. */
const USUAL = 50

const cellsOf = ({ cells }: ReturnType<typeof productRow> | ReturnType<typeof transactionRow>) =>
  cells.map((cell) => cell ?? null)

/** The rows behind a figure, within the provinces of the key. */
export const reportRowHandlers: HandlersOf<Part> = {
  getReportRows: async ({ actor, query, visit }) => {
    const { of = 'recognized', limit = USUAL } = query
    const question = withinReach(readQuestion(visit), actor, visit)
    const headings = [...headingsOf(of, visit)]
    if (of !== 'transactions') {
      const { entries, next } = takePage(productsBehind(of, question, visit), query)
      return {
        body: { of, headings, next, rows: entries.map((product) => cellsOf(productRow(product, question, visit))) },
      }
    }
    const after = readMark(query)
    const { rows, next } = await visit.catalog.ledger
      .listBehind(ledgerQuery(question), { limit, after }, actor)
      .catch((error: unknown) => {
        const isPlace = error instanceof CatalogError && error.issues.some(({ path }) => path === 'after')
        if (!isPlace) throw error
        throw new ParameterFault('query', fieldError('cursor', 'notFound', { value: query.cursor?.slice(0, 40) ?? '' }))
      })
    return {
      body: {
        of,
        headings,
        next: next === null ? null : writeCursor(next, query),
        rows: rows.map((entry) => cellsOf(transactionRow(entry, visit))),
      },
    }
  },
}
