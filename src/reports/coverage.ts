import { isListedOn } from '../catalog/listing.js'
import type { Day } from '../catalog/day.js'
import type { PlatformId, ProductId } from '../catalog/ids.js'
import { lastDay, type Period } from '../catalog/period.js'
import type { PlaceMode, Places, Province } from '../catalog/places/places.js'
import type { Platform } from '../catalog/platform.js'
import type { Product } from '../catalog/product.js'
import { recognizedOn, standingOn } from '../catalog/standing.js'
import type { CatalogState } from '../catalog/state.js'
import { placeFor, readProductFilter, type ProductFilter } from './product-filter.js'
import { provinceScope } from './province-scope.js'

/** Of which recognized products the listings are counted, and for which day. */
export interface CoverageQuery {
  /** Its last day is the day that counts. */
  readonly period: Period
  /** Null for the whole country. */
  readonly province: Province | null
  readonly mode: PlaceMode
  readonly filter?: ProductFilter | undefined
  /** Looks at this platform alone. */
  readonly platformId?: PlatformId | undefined
}

/** How many of the recognized products are listed on one platform. */
export interface PlatformCoverage {
  readonly platform: Platform
  readonly platformId: PlatformId
  /** Recognised products listed there on the day. */
  readonly listed: number
  /** `listed / recognized`; null when nothing is recognised. */
  readonly share: number | null
  /** Products of any kind listed there on the day. */
  readonly listedOfAnyKind: number
}

/** How many recognised products are on which platform on one day. Platforms overlap: never add them up. */
export interface Coverage {
  /** What was asked. */
  readonly query: CoverageQuery
  /** The last day of the period, or today while the period runs. */
  readonly day: Day
  /** Products recognised on the day. */
  readonly recognized: number
  /** Products whose source dates the recognition too coarsely to say; not counted as recognised. */
  readonly uncertain: number
  /** Products of any kind, recognised or not, on at least one platform: each counted once. */
  readonly onAnyPlatform: number
  /** Platforms with at least one listing in scope, most listed first. */
  readonly platforms: readonly PlatformCoverage[]
}

/** Counts recognised products and their listings from the certificates and listings themselves; no figure is typed in. */
export function coverageOf(query: CoverageQuery, state: CatalogState, places: Places, today: Day): Coverage {
  const end = lastDay(query.period)
  const day = end < today ? end : today
  const scope = provinceScope(places, query.province, query.mode, day)
  const isMeant = readProductFilter(query.filter ?? {}, state, places, query.mode, day)
  const products = state
    .all('products')
    .filter(
      (product) =>
        product.status === 'published' &&
        (!isMeant || isMeant(product.id)) &&
        scope.includesPlace(placeFor(product, query.mode)),
    )

  const recognized = new Set<ProductId>()
  let uncertain = 0
  for (const product of products) {
    const history = state.certificatesOf(product.id)
    if (recognizedOn(history, day)) recognized.add(product.id)
    else if (history.some((certificate) => standingOn(certificate, day) === 'uncertain')) uncertain += 1
  }

  const listedOn = productsByPlatform(products, state, day, query.platformId)
  const onAnyPlatform = new Set([...listedOn.values()].flatMap((ids) => [...ids]))
  const platforms = [...listedOn].map(([platform, ids]): PlatformCoverage => {
    const listed = [...ids].filter((id) => recognized.has(id)).length
    const share = recognized.size > 0 ? listed / recognized.size : null
    return { platform, platformId: platform.id, listed, share, listedOfAnyKind: ids.size }
  })
  platforms.sort(
    (a, b) => b.listed - a.listed || b.listedOfAnyKind - a.listedOfAnyKind || (a.platformId < b.platformId ? -1 : 1),
  )
  return { query, day, recognized: recognized.size, uncertain, onAnyPlatform: onAnyPlatform.size, platforms }
}

/** True when the product is on at least one platform, or on the one named, on the day. */
export const isOnAnyPlatform = (product: Product, state: CatalogState, day: Day, platformId?: PlatformId): boolean =>
  state
    .listingsOf(product.id)
    .some(
      (listing) =>
        (platformId === undefined || listing.platformId === platformId) &&
        isListedOn(listing, state.get('platforms', listing.platformId), day),
    )

function productsByPlatform(
  products: readonly Product[],
  state: CatalogState,
  day: Day,
  platformId: PlatformId | undefined,
): Map<Platform, Set<ProductId>> {
  const byPlatform = new Map<Platform, Set<ProductId>>()
  for (const { id } of products)
    for (const listing of state.listingsOf(id)) {
      if (platformId !== undefined && listing.platformId !== platformId) continue
      const platform = state.get('platforms', listing.platformId)
      if (!isListedOn(listing, platform, day)) continue
      const ids = byPlatform.get(platform) ?? new Set<ProductId>()
      byPlatform.set(platform, ids.add(id))
    }
  return byPlatform
}
