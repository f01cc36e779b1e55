import { lastDay } from '../../catalog/period.js'
import { toInstant, type Day } from '../../catalog/day.js'
import type { Coverage } from '../../reports/coverage.js'
import type { Ranking } from '../../reports/ranking.js'
import type { TransactionFigures } from '../../reports/transactions.js'
import type { Figures } from '../../trade/figures.js'
import { formatInstant } from '../format.js'
import { say } from '../language.js'
import { provinceName } from '../models/place-words.js'
import type { Visit } from '../visit.js'
import type { FiguresQuery } from './figures-query.js'
import { periodName } from './period-words.js'
import { scopeName } from './scope-name.js'

type Cell = string | number | null

/** One figure: what it is, its value, the total that it is a part of, the days it covers, and what it counts. */
interface Entry {
  readonly figure: string
  readonly item: string
  readonly value: number | null
  readonly ofTotal?: number
  readonly from: Day
  readonly until: Day
  readonly definition: string
}

function coverageEntries(coverage: Coverage, visit: Visit): Entry[] {
  const { define, coverage: words, csv } = visit.messages.figures
  const on = { from: coverage.day, until: coverage.day }
  return [
    { figure: words.recognized, item: csv.total, value: coverage.recognized, definition: define.recognized, ...on },
    {
      figure: words.uncertain('').trim(),
      item: csv.total,
      value: coverage.uncertain,
      definition: define.uncertain,
      ...on,
    },
    {
      figure: words.onAnyPlatform,
      item: csv.total,
      value: coverage.onAnyPlatform,
      definition: define.onAnyPlatform,
      ...on,
    },
    ...coverage.platforms.flatMap(({ platform, listed, listedOfAnyKind }): Entry[] => {
      const item = say(platform.name, visit.language).text
      return [
        {
          figure: words.listed,
          item,
          value: listed,
          ofTotal: coverage.recognized,
          definition: `${define.recognized} ${define.listed}`,
          ...on,
        },
        { figure: words.anyKind, item, value: listedOfAnyKind, definition: define.listed, ...on },
      ]
    }),
  ]
}

function transactionEntries({ query, ...figures }: TransactionFigures, visit: Visit): Entry[] {
  const { define, transactions: words, csv } = visit.messages.figures
  const { state } = visit.catalog
  const span = { from: query.period.start, until: lastDay(query.period) }
  const unknown = (value: number, { transactions }: Figures): number | null =>
    value === 0 && transactions > 0 ? null : value
  const row = (figure: string, item: string, values: Figures, total?: number): Entry[] => [
    {
      figure,
      item,
      value: values.transactions,
      ...(total === undefined ? {} : { ofTotal: total }),
      definition: `${define.transactions} ${define.statements}`,
      ...span,
    },
    {
      figure: words.orderLines,
      item,
      value: unknown(values.orderLines, values),
      definition: define.orderLines,
      ...span,
    },
    { figure: words.units, item, value: unknown(values.units, values), definition: define.units, ...span },
    { figure: words.amountColumn, item, value: unknown(values.amount, values), definition: define.amount, ...span },
  ]
  const total = figures.total.transactions
  return [
    ...row(words.count, csv.total, figures.total),
    ...figures.byPlatform.flatMap(({ platformId, ...values }) =>
      row(words.byPlatform, say(state.get('platforms', platformId).name, visit.language).text, values, total),
    ),
    ...figures.byProvince.flatMap(({ province, ...values }) =>
      row(words.byProvince, provinceName(province, visit), values, total),
    ),
    ...figures.byProduct.map(({ productId, transactions }) => ({
      figure: words.byProduct,
      item: say(state.get('products', productId).name, visit.language).text,
      value: transactions,
      definition: define.byProduct,
      ...span,
    })),
  ]
}

function rankingEntries({ query, rows }: Ranking, day: Day, visit: Visit): Entry[] {
  const { define, ranking, csv } = visit.messages.figures
  const isOfDay = query.key === 'productsOnPlatforms'
  return rows.map(({ province, rank }) => ({
    figure: csv.rank(ranking.keys[query.key]),
    item: provinceName(province, visit),
    value: rank,
    from: isOfDay ? day : query.period.start,
    until: isOfDay ? day : lastDay(query.period),
    definition: `${define.keys[query.key]} ${define.ties}`,
  }))
}

/** Everything that the page shows, one figure a row; each row says by itself what it counts, where, when and as of when. */
export function figuresTable(query: FiguresQuery, visit: Visit): { headings: readonly string[]; rows: Cell[][] } {
  const { catalog } = visit
  const words = visit.messages.figures
  const { period, mode, key, day } = query
  const entries = [
    ...coverageEntries(catalog.coverage(query), visit),
    ...transactionEntries(catalog.transactions(query), visit),
    ...rankingEntries(catalog.ranking({ period, mode, key }), day, visit),
  ]
  const scope = scopeName(query, visit)
  const units = mode === 'asNow' ? words.picker.asNow : words.picker.asThen
  const madeAt = formatInstant(toInstant(catalog.now()))
  const rows = entries.map(({ figure, item, value, ofTotal, from, until, definition }): Cell[] => [
    figure,
    item,
    value,
    ofTotal ?? null,
    value !== null && ofTotal ? Math.round((value / ofTotal) * 1000) / 1000 : null,
    periodName(period, visit),
    from,
    until,
    scope,
    units,
    madeAt,
    definition,
  ])
  return { headings: words.csv.headings, rows }
}
