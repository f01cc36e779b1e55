import { lastDay } from '../../../catalog/period.js'
import type { ReportColumn, ReportRow, ReportTable } from '../../../exchange/report/report-document.js'
import type { Figures } from '../../../trade/figures.js'
import { formatDay } from '../../format.js'
import { say } from '../../language.js'
import { provinceName } from '../../models/place-words.js'
import type { Visit } from '../../visit.js'
import type { ReportFigures } from './report-figures.js'
import type { ReportQuery } from './report-query.js'

const TOP = 20

/** Nobody stated it, which is not none: platforms that report a bare number of transactions name no units and no đồng. */
const stated = (value: number, { transactions }: Figures): number | null =>
  value === 0 && transactions > 0 ? null : value

const changeOf = (now: number, before: number | undefined): number | null =>
  before === undefined || before === 0 ? null : (now - before) / before

/** Makes the tables of a report. Every number in them comes from the counts; nothing is typed in. */
export function reportTables(query: ReportQuery, figures: ReportFigures, visit: Visit): readonly ReportTable[] {
  const words = visit.messages.reports
  const { define, ranking: rankingWords, cutOff, span } = visit.messages.figures
  const { state, reference } = visit.catalog
  const { columns, measures } = words
  const { coverage, transactions, ranking, yearBefore, periodBefore } = figures
  const total = transactions.total
  const days = span(formatDay(query.period.start), formatDay(lastDay(query.period)))
  const filtered = query.filter.group || query.filter.stars || query.filter.commune ? ` ${words.filtered}` : ''
  const counted = `${define.transactions} ${define.statements}${filtered}`
  const text = (label: string): ReportColumn => ({ label, kind: 'text' })
  const count = (label: string): ReportColumn => ({ label, kind: 'count' })
  const share = (label: string): ReportColumn => ({ label, kind: 'share' })
  const vnd = (label: string): ReportColumn => ({ label, kind: 'vnd' })
  const platformName = (id: string): string => say(state.get('platforms', id).name, visit.language).text

  const by = (name: string, values: Figures, most: number): ReportRow => ({
    cells: [
      name,
      values.transactions,
      total.transactions > 0 ? values.transactions / total.transactions : null,
      stated(values.units, values),
      stated(values.amount, values),
    ],
    bar: most > 0 ? values.transactions / most : 0,
  })
  const byColumns = (label: string): ReportColumn[] => [
    text(label),
    count(columns.transactions),
    share(columns.share),
    count(columns.units),
    vnd(columns.amount),
  ]
  const measure = (label: string, read: (values: Figures) => number): ReportRow => ({
    cells: [
      label,
      stated(read(total), total),
      yearBefore && stated(read(yearBefore.transactions.total), yearBefore.transactions.total),
      changeOf(read(total), yearBefore ? read(yearBefore.transactions.total) : undefined),
      periodBefore && stated(read(periodBefore.transactions.total), periodBefore.transactions.total),
    ],
  })
  const asked = query.province && query.mode === 'asNow' ? reference.places.successor(query.province) : query.province
  const platformsBefore = new Map(yearBefore?.coverage.platforms.map(({ platformId, listed }) => [platformId, listed]))
  const monthsBefore = new Map(
    yearBefore?.transactions.byMonth.map(({ month, transactions: value }) => [month.slice(5), value]),
  )
  const mostOf = (rows: readonly Figures[]): number => Math.max(0, ...rows.map((row) => row.transactions))
  const topProducers = transactions.byProducer.slice(0, TOP)
  const topProducts = transactions.byProduct.slice(0, TOP)
  const mostInMonth = mostOf(transactions.byMonth)

  const tables: ReportTable[] = [
    {
      id: 'coverage',
      title: words.tables.coverage,
      time: cutOff(formatDay(coverage.day)),
      definition: `${define.recognized} ${define.listed}`,
      columns: [
        text(columns.platform),
        count(columns.listed),
        count(columns.ofAll),
        share(columns.share),
        count(columns.anyKind),
        count(columns.yearBefore),
      ],
      rows: coverage.platforms.map(({ platformId, listed, share: part, listedOfAnyKind }) => ({
        cells: [
          platformName(platformId),
          listed,
          coverage.recognized,
          part,
          listedOfAnyKind,
          yearBefore ? (platformsBefore.get(platformId) ?? 0) : null,
        ],
        bar: part ?? 0,
      })),
    },
    {
      id: 'totals',
      title: words.tables.totals,
      time: days,
      definition: `${counted} ${define.orderLines} ${define.units} ${define.amount}`,
      columns: [
        text(columns.measure),
        count(columns.value),
        count(columns.yearBefore),
        share(columns.change),
        count(columns.periodBefore),
      ],
      rows: [
        measure(measures.transactions, (values) => values.transactions),
        measure(measures.orderLines, (values) => values.orderLines),
        measure(measures.units, (values) => values.units),
        measure(measures.amount, (values) => values.amount),
      ],
    },
    {
      id: 'platforms',
      title: words.tables.platforms,
      time: days,
      definition: counted,
      columns: byColumns(columns.platform),
      rows: transactions.byPlatform.map(({ platformId, ...values }) =>
        by(platformName(platformId), values, total.transactions),
      ),
    },
    {
      id: 'months',
      title: words.tables.months,
      time: days,
      definition: `${counted} ${words.byMonth}`,
      columns: [text(columns.month), count(columns.transactions), count(columns.yearBefore), vnd(columns.amount)],
      rows: transactions.byMonth.map(({ month, ...values }) => ({
        cells: [
          month.split('-').reverse().join('/'),
          values.transactions,
          yearBefore ? (monthsBefore.get(month.slice(5)) ?? 0) : null,
          stated(values.amount, values),
        ],
        bar: mostInMonth > 0 ? values.transactions / mostInMonth : 0,
      })),
    },
    {
      id: 'provinces',
      title: words.tables.provinces,
      time: days,
      definition: `${counted} ${define[query.mode]}`,
      columns: byColumns(columns.province),
      rows: transactions.byProvince.map(({ province, ...values }) => ({
        ...by(provinceName(province, visit), values, total.transactions),
        isAsked: province.key === asked?.key,
      })),
    },
    {
      id: 'producers',
      title: words.tables.producers,
      time: days,
      definition: `${counted} ${words.byProducer}`,
      columns: byColumns(columns.producer),
      rows: topProducers.map(({ producerId, ...values }) =>
        by(state.find('producers', producerId)?.name ?? producerId, values, mostOf(topProducers)),
      ),
    },
    {
      id: 'products',
      title: words.tables.products,
      time: days,
      definition: define.byProduct,
      columns: byColumns(columns.product),
      rows: topProducts.map(({ productId, ...values }) =>
        by(say(state.get('products', productId).name, visit.language).text, values, mostOf(topProducts)),
      ),
    },
    {
      id: 'ranking',
      title: words.tables.ranking,
      time: query.key === 'productsOnPlatforms' ? cutOff(formatDay(coverage.day)) : days,
      definition: `${define.keys[query.key]} ${define.ties}`,
      columns: [
        text(columns.province),
        count(columns.rank),
        query.key === 'amount' ? vnd(rankingWords.keys.amount) : count(rankingWords.keys[query.key]),
      ],
      rows: ranking.rows.map(({ province, rank, value }) => ({
        cells: [provinceName(province, visit), rank, value],
        bar: value / (ranking.rows[0]?.value ?? 1),
        isAsked: province.key === asked?.key,
      })),
    },
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}
