import type { PlatformId, ProductId } from '../catalog/ids.js'
import type { Period } from '../catalog/period.js'
import type { PlaceMode, Province } from '../catalog/places.js'

export interface TransactionQuery {
  readonly period: Period
  readonly province: Province | null
  readonly mode: PlaceMode
  readonly platformId?: PlatformId | undefined
  readonly productId?: ProductId | undefined
}

export interface Figures {
  readonly transactions: number
  readonly orderLines: number
  readonly units: number
  /** Whole đồng, goods without shipping; what platforms did not state is not in it. */
  readonly amount: number
}

export interface TransactionFigures {
  readonly query: TransactionQuery
  readonly total: Figures
  readonly byPlatform: readonly ({ readonly platformId: PlatformId } & Figures)[]
  readonly byProvince: readonly ({ readonly province: Province } & Figures)[]
  /** Transactions in which the product occurs; one transaction may hold several products. */
  readonly byProduct: readonly ({ readonly productId: ProductId } & Figures)[]
}
