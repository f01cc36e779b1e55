import { parsePeriod } from '../../../catalog/period.js'
import { toCsv } from '../../../exchange/csv/to-csv.js'
import { NOTHING, type Figures } from '../../../trade/figures.js'
import { formatCount, formatVnd } from '../../format.js'
import { say } from '../../language.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../current-producer.js'
import { toBars } from './bars.js'

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
const YEARS_BACK = 5

function readYear(visit: Visit): string {
  const asked = visit.query.get('year') ?? ''
  return /^20\d{2}$/.test(asked) ? asked : visit.catalog.today().slice(0, 4)
}

function figuresOf(year: string, visit: Visit) {
  const { id } = producerOf(visit)
  const found = visit.catalog.transactions({
    period: parsePeriod(year),
    province: null,
    mode: 'asNow',
    filter: { producerId: id },
  })
  const byMonth = new Map<string, Figures>(found.byMonth.map(({ month, ...figures }) => [month, figures]))
  return { found, months: MONTHS.map((month) => ({ month, figures: byMonth.get(`${year}-${month}`) ?? NOTHING })) }
}

const toRow = (label: string, { transactions, units, amount }: Figures, visit: Visit) => ({
  label,
  transactions: formatCount(transactions, visit.language),
  units: formatCount(units, visit.language),
  amount: formatVnd(amount),
})

/** A producer's own figures of one year by month, by platform and by product. */
export const ownFigures: Handler = (visit) => {
  const year = readYear(visit)
  const { found, months } = figuresOf(year, visit)
  const { state } = visit.catalog
  const words = visit.messages.standing.figures
  const thisYear = Number(visit.catalog.today().slice(0, 4))
  const view = {
    year,
    years: Array.from({ length: YEARS_BACK }, (_, index) => String(thisYear - index)),
    isEmpty: found.total.transactions === 0,
    charts: [
      {
        title: words.chart(words.transactions, year),
        bars: toBars(
          months.map(({ month, figures }) => ({ label: month, value: figures.transactions })),
          (value) => formatCount(value, visit.language),
        ),
      },
      {
        title: words.chart(words.amount, year),
        bars: toBars(
          months.map(({ month, figures }) => ({ label: month, value: figures.amount })),
          (value) => formatCount(Math.round(value / 1000), visit.language).concat(value > 0 ? 'k' : ''),
        ),
      },
    ],
    months: months.map(({ month, figures }) => toRow(`${month}/${year}`, figures, visit)),
    total: toRow(words.total, found.total, visit),
    byPlatform: found.byPlatform.map(({ platformId, ...figures }) =>
      toRow(say(state.get('platforms', platformId).name, visit.language).text, figures, visit),
    ),
    byProduct: found.byProduct
      .filter(({ productId }) => state.find('products', productId)?.producerId === producerOf(visit).id)
      .map(({ productId, ...figures }) => toRow(state.get('products', productId).name.vi, figures, visit)),
    csv: visit.links.to('/producer/figures.csv', { year }),
  }
  return page('producer/figures', { title: words.title }, view)
}

/** The same by month for a spreadsheet. */
export const ownFiguresCsv: Handler = (visit) => {
  const year = readYear(visit)
  const words = visit.messages.standing.figures
  const rows = figuresOf(year, visit).months.map(({ month, figures }) => [
    `${year}-${month}`,
    figures.transactions,
    figures.units,
    figures.amount,
  ])
  return {
    kind: 'body',
    type: 'text/csv; charset=utf-8',
    body: toCsv([words.month, words.transactions, words.units, words.amount], rows),
    cacheControl: 'no-store',
    headers: { 'content-disposition': `attachment; filename="figures-${year}.csv"` },
  }
}
