import type { Day } from '../catalog/day.js'
import type { PlatformId } from '../catalog/ids.js'
import { lastDay, type Period } from '../catalog/period.js'
import type { PlaceMode, Places, Province } from '../catalog/places/places.js'
import type { CatalogState } from '../catalog/state.js'
import { compareVietnamese } from '../catalog/text.js'
import type { TransactionCounts } from '../trade/counts.js'
import { isOnAnyPlatform } from './coverage.js'
import { placeFor, readProductFilter, type ProductFilter } from './product-filter.js'
import { transactionsOf } from './transactions.js'

/** What provinces can be ranked by. The ministry publishes no method, so the key is always named beside the rank. */
export const RANKING_KEYS = ['transactions', 'amount', 'productsOnPlatforms'] as const
export type RankingKey = (typeof RANKING_KEYS)[number]

/** By which figure provinces are ranked, and of when. */
export interface RankingQuery {
  readonly period: Period
  readonly key: RankingKey
  readonly mode: PlaceMode
  /** Ranks by the figures of these products, or of this platform, alone. */
  readonly filter?: ProductFilter | undefined
  readonly platformId?: PlatformId | undefined
}

/** One province in a ranking. */
export interface RankingRow {
  /** From 1; equal figures share a rank. */
  readonly rank: number
  readonly province: Province
  /** A count, or whole đồng for `amount`. */
  readonly value: number
}

/** Provinces by one figure, highest first. */
export interface Ranking {
  readonly query: RankingQuery
  /** Standard competition ranks: equal values share a rank and the next ranks are left out (1, 2, 2, 4). */
  readonly tieRule: 'standardCompetition'
  /** Provinces with a value above zero: without figures nobody is last. */
  readonly rows: readonly RankingRow[]
}

/** Ranks provinces by one named key. */
export function rankingOf(
  query: RankingQuery,
  state: CatalogState,
  counts: TransactionCounts,
  places: Places,
  today: Day,
): Ranking {
  const values = valuesOf(query, state, counts, places, today)
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || compareVietnamese(a.province.name, b.province.name))
  const rows = values.map((entry) => ({ rank: 1 + values.findIndex(({ value }) => value === entry.value), ...entry }))
  return { query, tieRule: 'standardCompetition', rows }
}

function valuesOf(
  { period, key, mode, filter = {}, platformId }: RankingQuery,
  state: CatalogState,
  counts: TransactionCounts,
  places: Places,
  today: Day,
): { province: Province; value: number }[] {
  if (key !== 'productsOnPlatforms') {
    const { byProvince } = transactionsOf({ period, province: null, mode, filter, platformId }, state, counts, places)
    return byProvince.map((row) => ({ province: row.province, value: row[key] }))
  }
  const end = lastDay(period)
  const day = end < today ? end : today
  const isMeant = readProductFilter(filter, state, places, mode, day)
  const values = new Map<Province, number>()
  for (const product of state.all('products')) {
    if (product.status !== 'published' || (isMeant && !isMeant(product.id))) continue
    if (!isOnAnyPlatform(product, state, day, platformId)) continue
    const province = places.provinceOf(placeFor(product, mode), day, mode)
    if (province) values.set(province, (values.get(province) ?? 0) + 1)
  }
  return [...values].map(([province, value]) => ({ province, value }))
}
