import { CatalogError } from '../../catalog/errors.js'
import type { Day } from '../../catalog/day.js'
import { lastDay, parsePeriod, type Period } from '../../catalog/period.js'
import type { PlaceMode, Province } from '../../catalog/places/places.js'
import { RANKING_KEYS, type RankingKey } from '../../reports/ranking.js'
import { formatDay } from '../format.js'
import type { QueryValues } from '../links.js'
import { provinceName } from '../models/place-words.js'
import type { Visit } from '../visit.js'

/** What the figures are asked for: a period, a province or the country, in the units of then or of now. */
export interface FiguresQuery {
  readonly period: Period
  readonly province: Province | null
  readonly mode: PlaceMode
  readonly key: RankingKey
  /** The day on which products and units are looked at: the period's last, or today while it runs. */
  readonly day: Day
}

/** Why a query has no figures, with addresses that do. */
export interface QueryProblem {
  readonly text: string
  readonly ways: readonly { readonly label: string; readonly href: string }[]
}

const MODES: Readonly<Record<string, PlaceMode>> = { then: 'asThen', now: 'asNow' }

/** The query as it stands in the page's address. */
export const toValues = ({ period, province, mode, key }: FiguresQuery): QueryValues => ({
  period: period.id,
  province: province?.slug,
  mode: mode === 'asNow' ? 'now' : null,
  key: key === 'transactions' ? null : key,
})

/** The half-year in which a day lies. */
const halfYearOf = (day: Day): string => `${day.slice(0, 4)}-H${day.slice(5, 7) <= '06' ? 1 : 2}`

/** What the figures show unless they are asked for something else: the running half-year of the whole country. */
export const defaultQuery = (visit: Visit): FiguresQuery => {
  const day = visit.catalog.today()
  return { period: parsePeriod(halfYearOf(day)), province: null, mode: 'asThen', key: 'transactions', day }
}

function readPeriod(visit: Visit): Period | null {
  const text = visit.query.get('period')
  if (text === null) return defaultQuery(visit).period
  try {
    return parsePeriod(text)
  } catch (error) {
    if (error instanceof CatalogError) return null
    throw error
  }
}

/** Ways on for a province that did not exist on the day: what it came from or went into, and the same as now. */
function notInForce(query: FiguresQuery, province: Province, visit: Visit): QueryProblem {
  const { places } = visit.catalog.reference
  const words = visit.messages.figures.problems
  const way = (other: Province, mode: PlaceMode) => ({
    label: (mode === 'asNow' ? words.asNow : words.asThen)(provinceName(other, visit)),
    href: visit.links.to('/figures', toValues({ ...query, province: other, mode })),
  })
  const isGone = province.validUntil !== null
  const others = isGone ? [places.successor(province)] : places.predecessors(province)
  return {
    text: (isGone ? words.noLonger : words.notThen)(provinceName(province, visit), formatDay(query.day)),
    ways: [...others.map((other) => way(other, 'asThen')), way(places.successor(province), 'asNow')],
  }
}

/** A query as far as the address can be read, and what keeps it from being answered; null when nothing does. */
export interface ReadQuery {
  readonly query: FiguresQuery
  readonly problem: QueryProblem | null
}

/** The unit of a day that a province of another time stands for: itself, or the one of its name. */
function unitOn(day: Day, province: Province, visit: Visit): Province | null {
  const inForce = visit.catalog.reference.places.provinces(day)
  return (
    inForce.find((unit) => unit.key === province.key) ?? inForce.find((unit) => unit.name === province.name) ?? null
  )
}

/** Reads the page's address; what it cannot read, or cannot answer, is said with a way on. */
export function readFiguresQuery(visit: Visit): ReadQuery {
  const { query: address, catalog } = visit
  const words = visit.messages.figures.problems
  const today = catalog.today()
  const read = {
    period: readPeriod(visit),
    mode: MODES[address.get('mode') || 'then'],
    key: RANKING_KEYS.find((known) => known === (address.get('key') || 'transactions')),
    province: catalog.reference.places.findProvinceBySlug(address.get('province') ?? ''),
  }
  const period = read.period ?? defaultQuery(visit).period
  const day = lastDay(period) < today ? lastDay(period) : today
  const { mode = 'asThen', key = 'transactions', province } = read
  const query: FiguresQuery = { period, province, mode, key, day }
  const refuse = (text: string): ReadQuery => ({ query, problem: { text, ways: [] } })

  if (!read.period) return refuse(words.badPeriod)
  if (period.start > today) return refuse(words.future)
  if (!read.mode) return refuse(words.badMode)
  if (!read.key) return refuse(words.badKey)
  if (address.get('province') && !province) return refuse(words.badProvince)
  if (!province || mode === 'asNow') return { query, problem: null }
  const unit = unitOn(day, province, visit)
  return unit
    ? { query: { ...query, province: unit }, problem: null }
    : { query, problem: notInForce(query, province, visit) }
}
