import { toInstant } from '../../catalog/day.js'
import { lastDay } from '../../catalog/period.js'
import { toCsv } from '../../exchange/csv/to-csv.js'
import { figuresBefore } from '../figures/comparison.js'
import { toCoverageView } from '../figures/coverage-view.js'
import { figuresTable } from '../figures/figures-table.js'
import { readFiguresQuery, toValues, type FiguresQuery, type QueryProblem } from '../figures/figures-query.js'
import { periodName } from '../figures/period-words.js'
import { canonicalAddress, toPicker } from '../figures/picker.js'
import { toRankingView } from '../figures/ranking-view.js'
import { scopeName } from '../figures/scope-name.js'
import { toTransactionsView } from '../figures/transactions-view.js'
import { formatDay, formatInstant } from '../format.js'
import { provinceName } from '../models/place-words.js'
import { page, redirect, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import type { Visit } from '../visit.js'

function toFigures(query: FiguresQuery, visit: Visit) {
  const { catalog } = visit
  const words = visit.messages.figures
  const { period, mode, key, day } = query
  const coverage = catalog.coverage(query)
  const transactions = catalog.transactions(query)
  const before = figuresBefore(query, visit)
  const isRunning = lastDay(period) > day
  return {
    hasBefore: before !== null,
    span: words.span(formatDay(period.start), formatDay(lastDay(period))),
    running: isRunning ? words.running(formatDay(day)) : null,
    madeAt: words.madeAt(formatInstant(toInstant(catalog.now()))),
    coverage: toCoverageView(coverage, before?.coverage ?? null, visit),
    transactions: toTransactionsView(transactions, before?.transactions ?? null, query, visit),
    ranking: toRankingView(catalog.ranking({ period, mode, key }), query, visit),
  }
}

/** Says what became of a province of before July 2025, and shows the way to its figures in the units of the other time. */
function toChangeNote(query: FiguresQuery, visit: Visit) {
  const { province, mode } = query
  if (province?.validUntil == null) return null
  const { places } = visit.catalog.reference
  const words = visit.messages.figures
  const now = places.successor(province)
  const other = mode === 'asThen' ? 'asNow' : 'asThen'
  return {
    text: words.nowPartOf(
      provinceName(province, visit),
      provinceName(now, visit),
      places
        .predecessors(now)
        .map((unit) => provinceName(unit, visit))
        .join(', '),
    ),
    link: words.problems[other](provinceName(other === 'asNow' ? now : province, visit)),
    href: visit.links.to('/figures', toValues({ ...query, mode: other })),
  }
}

function figuresPage(query: FiguresQuery, problem: QueryProblem | null, visit: Visit): PageReply {
  const words = visit.messages.figures
  const view = {
    scope: scopeName(query, visit),
    period: periodName(query.period, visit),
    picker: toPicker(query, visit),
    problem,
    changed: toChangeNote(query, visit),
    figures: problem ? null : toFigures(query, visit),
  }
  const head = {
    title: words.titleOf(view.scope, view.period),
    description: words.description,
    canonical: '/figures',
    noIndex: visit.query.size > 0,
  }
  const illustrative = view.figures?.transactions.isIllustrative === true
  return page('figures/figures', head, view, {
    status: problem ? 422 : 200,
    illustrative,
    trail: [{ label: { text: words.title, lang: null }, path: null }],
  })
}

/** The public figures. Everything that they were asked for stands in the address. */
export const figures: Handler = (visit) => {
  const address = canonicalAddress(visit)
  if (address !== null) return redirect(address, { status: 302 })
  const { query, problem } = readFiguresQuery(visit)
  return figuresPage(query, problem, visit)
}

/** The same figures as a table for spreadsheets; a question without an answer gets the page that says so. */
export const figuresCsv: Handler = (visit) => {
  const { query, problem } = readFiguresQuery(visit)
  if (problem) return figuresPage(query, problem, visit)
  const { headings, rows } = figuresTable(query, visit)
  const name = ['ocop', query.province?.slug, query.period.id.toLowerCase()].filter(Boolean).join('-')
  return {
    kind: 'body',
    type: 'text/csv; charset=utf-8',
    body: toCsv(headings, rows),
    headers: { 'content-disposition': `attachment; filename="${name}.csv"` },
  }
}
