import type { PlatformId } from '../catalog/ids.js'
import type { Period } from '../catalog/period.js'
import type { PlaceMode, Province } from '../catalog/places.js'
import type { Platform } from '../catalog/platform.js'

export interface CoverageQuery {
  readonly period: Period
  /** Null for the whole country. */
  readonly province: Province | null
  readonly mode: PlaceMode
}

/** How many recognised products are on which platform, on the last day of the period. Platforms overlap: never add them up. */
export interface Coverage {
  readonly query: CoverageQuery
  /** Products recognised on the day. */
  readonly recognized: number
  /** Products whose source dates the recognition too coarsely to say. */
  readonly uncertain: number
  /** Products of any kind, recognised or not, on at least one platform other than our own. */
  readonly onAnyPlatform: number
  readonly platforms: readonly {
    readonly platform: Platform
    readonly platformId: PlatformId
    /** Recognised products listed there. */
    readonly listed: number
    /** `listed / recognized`; null when nothing is recognised. */
    readonly share: number | null
    /** Products of any kind listed there. */
    readonly listedOfAnyKind: number
  }[]
}
