import { lastDay } from '../../../../catalog/period.js'
import type { Province } from '../../../../catalog/places/places.js'
import type { ReportColumn } from '../../../../exchange/report/report-document.js'
import type { Figures } from '../../../../trade/figures.js'
import { formatDay } from '../../../format.js'
import { say } from '../../../language.js'
import type { Visit } from '../../../visit.js'
import type { ReportFigures } from '../report-figures.js'
import type { ReportQuery } from '../report-query.js'

/** What every table of a report is made from. */
export interface TableFrame {
  readonly query: ReportQuery
  readonly figures: ReportFigures
  readonly visit: Visit
  /** The period in words, `01/01/2024 – 30/06/2024`. */
  readonly days: string
  /** The day on which products and listings are looked at, in words. */
  readonly cutOff: string
  /** What a transaction is, and that the filters hold. */
  readonly counted: string
  /** The province that the report is about, as its rows stand under it; null for the country. */
  readonly asked: Province | null
}

/** Puts into words once what the tables of a report share. */
export function toFrame(query: ReportQuery, figures: ReportFigures, visit: Visit): TableFrame {
  const { define, cutOff, span } = visit.messages.figures
  const { group, stars, commune } = query.filter
  const filtered = group || stars || commune ? ` ${visit.messages.reports.filtered}` : ''
  const { places } = visit.catalog.reference
  return {
    query,
    figures,
    visit,
    days: span(formatDay(query.period.start), formatDay(lastDay(query.period))),
    cutOff: cutOff(formatDay(figures.coverage.day)),
    counted: `${define.transactions} ${define.statements}${filtered}`,
    asked: query.province && query.mode === 'asNow' ? places.successor(query.province) : query.province,
  }
}

export const text = (label: string): ReportColumn => ({ label, kind: 'text' })
export const count = (label: string): ReportColumn => ({ label, kind: 'count' })
export const share = (label: string): ReportColumn => ({ label, kind: 'share' })
export const vnd = (label: string): ReportColumn => ({ label, kind: 'vnd' })

/** Nobody stated it, which is not none: platforms that report a bare number of transactions name no units and no đồng. */
export const stated = (value: number, { transactions }: Figures): number | null =>
  value === 0 && transactions > 0 ? null : value

/** By which share a figure grew; null where there is none to compare with. */
export const changeOf = (now: number, before: number | undefined): number | null =>
  before === undefined || before === 0 ? null : (now - before) / before

export const platformName = (id: string, { catalog, language }: Visit): string =>
  say(catalog.state.get('platforms', id).name, language).text
