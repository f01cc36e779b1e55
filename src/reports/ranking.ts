import type { Period } from '../catalog/period.js'
import type { PlaceMode, Province } from '../catalog/places.js'

/** What provinces are ranked by. The ministry publishes no method, so the key is always named beside the rank. */
export type RankingKey = 'transactions' | 'amount' | 'productsOnPlatforms' | 'shareListed'

export interface RankingQuery {
  readonly period: Period
  readonly key: RankingKey
  readonly mode: PlaceMode
}

export interface Ranking {
  readonly query: RankingQuery
  /** Standard competition ranks: equal values share a rank and the next ranks are left out (1, 2, 2, 4). */
  readonly tieRule: 'standardCompetition'
  readonly rows: readonly { readonly rank: number; readonly province: Province; readonly value: number }[]
}
