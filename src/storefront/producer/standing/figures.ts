import { parsePeriod } from '../../../catalog/period.js'
import { toCsv } from '../../../exchange/csv/to-csv.js'
import { NOTHING, type Figures } from '../../../trade/figures.js'
import { formatCount, formatVnd } from '../../format.js'
import { say } from '../../language.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
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
  const seen = visit.catalog.views.ofYear(personOf(visit), id, year)
  const months = MONTHS.map((month) => ({
    month,
    figures: byMonth.get(`${year}-${month}`) ?? NOTHING,
    views: sum(seen.get(`${year}-${month}`)?.values() ?? []),
  }))
  const viewsOf = (productId: string): number => sum(Array.from(seen.values(), (counts) => counts.get(productId) ?? 0))
  return { found, months, viewsOf, views: sum(months.map((month) => month.views)) }
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0)

const toRow = (label: string, { transactions, units, amount }: Figures, visit: Visit, views?: number) => ({
  label,
  views: views === undefined ? null : formatCount(views, visit.language),
  transactions: formatCount(transactions, visit.language),
  units: formatCount(units, visit.language),
  amount: formatVnd(amount),
})

/** A producer's own figures of one year by month, by platform and by product. */
export const ownFigures: Handler = (visit) => {
  const year = readYear(visit)
  const { found, months, views, viewsOf } = figuresOf(year, visit)
  const { state } = visit.catalog
  const words = visit.messages.standing.figures
  const thisYear = Number(visit.catalog.today().slice(0, 4))
  const view = {
    year,
    years: Array.from({ length: YEARS_BACK }, (_, index) => String(thisYear - index)),
    isEmpty: found.total.transactions === 0 && views === 0,
    charts: [
      {
        title: words.chart(words.views, year),
        bars: toBars(
          months.map((one) => ({ label: one.month, value: one.views })),
          (value) => formatCount(value, visit.language),
        ),
      },
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
    months: months.map((one) => toRow(`${one.month}/${year}`, one.figures, visit, one.views)),
    total: toRow(words.total, found.total, visit, views),
    byPlatform: found.byPlatform.map(({ platformId, ...figures }) =>
      toRow(say(state.get('platforms', platformId).name, visit.language).text, figures, visit),
    ),
    byProduct: state
      .productsOf(producerOf(visit).id)
      .map(({ id, name }) => ({
        name: name.vi,
        views: viewsOf(id),
        figures: found.byProduct.find(({ productId }) => productId === id) ?? NOTHING,
      }))
      .filter((one) => one.views > 0 || one.figures.transactions > 0)
      .toSorted((a, b) => b.figures.transactions - a.figures.transactions || b.views - a.views)
      .map((one) => toRow(one.name, one.figures, visit, one.views)),
    csv: visit.links.to('/producer/figures.csv', { year }),
  }
  return page('producer/figures', { title: words.title }, view)
}

/** The same by month for a spreadsheet. */
export const ownFiguresCsv: Handler = (visit) => {
  const year = readYear(visit)
  const words = visit.messages.standing.figures
  const rows = figuresOf(year, visit).months.map(({ month, figures, views }) => [
    `${year}-${month}`,
    views,
    figures.transactions,
    figures.units,
    figures.amount,
  ])
  return {
    kind: 'body',
    type: 'text/csv; charset=utf-8',
    body: toCsv([words.month, words.views, words.transactions, words.units, words.amount], rows),
    cacheControl: 'no-store',
    headers: { 'content-disposition': `attachment; filename="figures-${year}.csv"` },
  }
}
