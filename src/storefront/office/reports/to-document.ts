import { toInstant } from '../../../catalog/day.js'
import { lastDay } from '../../../catalog/period.js'
import { unstated, type ColumnKind, type ReportDocument } from '../../../exchange/report/report-document.js'
import { periodName } from '../../figures/period-words.js'
import { scopeName } from '../../figures/scope-name.js'
import { toChange } from '../../figures/comparison.js'
import { formatCount, formatDay, formatInstant, formatShare } from '../../format.js'
import { say } from '../../language.js'
import type { Visit } from '../../visit.js'
import type { ReportFigures } from './report-figures.js'
import type { ReportQuery } from './report-query.js'
import { reportTables } from './report-tables.js'

/** A cell as it is read on a page or on paper; the unit of an amount stands in its heading. */
export function writeFigure(cell: string | number | null, kind: ColumnKind, visit: Visit): string {
  if (cell === null) return unstated(kind, visit.messages.reports.notStated)
  if (typeof cell === 'string') return cell
  if (kind === 'share') return formatShare(cell, visit.language)
  return formatCount(cell, visit.language)
}

/** The filters in words; said even when there are none, so that nobody takes a part for the whole. */
export function filterWords({ filter, platform }: ReportQuery, visit: Visit): string {
  const words = visit.messages.reports
  const { state, reference } = visit.catalog
  const producer = filter.producerId && state.find('producers', filter.producerId)
  const set = [
    filter.group && `${words.group}: ${reference.groups.group(filter.group)[visit.language]}`,
    filter.stars && `${words.stars}: ${words.starsOf(filter.stars)}`,
    platform && `${words.platform}: ${say(platform.name, visit.language).text}`,
    filter.commune && `${words.commune}: ${filter.commune.name}`,
    producer && `${words.producer}: ${producer.name}`,
  ].filter(Boolean)
  return set.length === 0 ? words.fact.noFilters : set.join('; ')
}

/** First and last day; of a period that is not over also how far its figures go, so that nobody takes them for whole. */
function daysOf({ period }: ReportQuery, visit: Visit): string {
  const { fact } = visit.messages.reports
  const today = visit.catalog.today()
  const days = `${formatDay(period.start)} – ${formatDay(lastDay(period))}`
  return lastDay(period) > today ? fact.underWay(days, formatDay(today)) : days
}

function toFacts(query: ReportQuery, visit: Visit): ReportDocument['facts'] {
  const { fact } = visit.messages.reports
  const { define, source, ranking } = visit.messages.figures
  const { period } = query
  return [
    [fact.period, periodName(period, visit)],
    [fact.days, daysOf(query, visit)],
    [fact.scope, scopeName(query, visit)],
    [fact.units, define[query.mode]],
    [fact.filters, filterWords(query, visit)],
    [fact.rank, `${ranking.keys[query.key]}. ${define.ties}`],
    [fact.madeAt, formatInstant(toInstant(visit.catalog.now()))],
    [fact.source, source.replace(/^[^:]+: /, '')],
  ]
}

/** The figures that stand first: recognised, on platforms, transactions, and the rank of a province. */
export function toHighlights(query: ReportQuery, figures: ReportFigures, visit: Visit) {
  const { measures, rankOf, unranked } = visit.messages.reports
  const { ranking, coverage, transactions, yearBefore } = figures
  const count = (value: number): string => formatCount(value, visit.language)
  const { places } = visit.catalog.reference
  const asked = query.province && query.mode === 'asNow' ? places.successor(query.province) : query.province
  const own = asked && ranking.rows.find(({ province }) => province.key === asked.key)
  const figure = (label: string, now: number, before: number | undefined) => ({
    value: count(now),
    label,
    remark: before === undefined ? null : toChange(now, before, visit),
  })
  return [
    figure(measures.recognized, coverage.recognized, yearBefore?.coverage.recognized),
    figure(measures.onAnyPlatform, coverage.onAnyPlatform, yearBefore?.coverage.onAnyPlatform),
    figure(measures.transactions, transactions.total.transactions, yearBefore?.transactions.total.transactions),
    ...(asked
      ? [
          {
            value: own ? count(own.rank) : unranked,
            label: measures.rank(visit.messages.figures.ranking.keys[query.key]),
            remark: own ? rankOf(count(own.rank), count(ranking.rows.length)) : null,
          },
        ]
      : []),
  ]
}

/** The report as a document: the one source of the page, the CSV, the workbook and the PDF. */
export function toReportDocument(query: ReportQuery, figures: ReportFigures, visit: Visit): ReportDocument {
  const { messages, language, site } = visit
  const words = messages.reports
  return {
    language,
    site: site.name[language],
    issuer: site.owner?.name ?? null,
    title: words.titleOf(scopeName(query, visit), periodName(query.period, visit)),
    facts: toFacts(query, visit),
    highlights: toHighlights(query, figures, visit),
    ...reportTables(query, figures, visit),
    words: {
      notStated: words.notStated,
      definitions: words.definitions,
      facts: words.facts,
      official: {
        ...words.official,
        superior: site.owner?.superior ?? words.official.superior,
        number: words.official.number(site.owner?.reportNumber ?? '……/BC-……'),
        place: words.official.place(site.owner?.place ?? '……………'),
        about: words.official.about(scopeName(query, visit), periodName(query.period, visit)),
      },
      signing: words.signing,
      headings: words.headings,
    },
  }
}
