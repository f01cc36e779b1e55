import type { Variant } from '../catalog/product.js'
import type { Regions } from '../catalog/places/regions.js'
import type { ShippingTerms } from '../catalog/payments/sale-terms.js'
import type { Vnd } from '../catalog/vnd.js'

export const ZONES = ['sameProvince', 'sameRegion', 'elsewhere'] as const
export type Zone = (typeof ZONES)[number]

/** What a piece is taken to weigh when nobody has said so, in grams. */
const ASSUMED_GRAMS = 500

const GRAMS = { g: 1, kg: 1000, ml: 1, l: 1000 } as const

/** What one packed unit weighs on its way, in grams: as stated, or else as its pack size says (a litre as a kilogram). */
export function gramsOf({ shippingWeight, packSize }: Pick<Variant, 'shippingWeight' | 'packSize'>): number {
  if (shippingWeight !== undefined) return shippingWeight
  const { quantity, unit, count = 1 } = packSize
  return unit === 'piece' ? ASSUMED_GRAMS : Math.ceil(quantity * GRAMS[unit] * count)
}

/** How far a parcel goes between two provinces of today; a province that is not known is elsewhere. */
export function zoneBetween(from: string | null, to: string, regions: Regions): Zone {
  if (from === null) return 'elsewhere'
  if (from === to) return 'sameProvince'
  const region = regions.of(from)
  return region !== null && region === regions.of(to) ? 'sameRegion' : 'elsewhere'
}

/** The charge for a weight within one zone: the first weight, and every further step begun. */
export function shippingCharge(terms: ShippingTerms, zone: Zone, grams: number): Vnd {
  const { first, each } = terms[zone]
  return first + Math.ceil(Math.max(0, grams - terms.firstGrams) / terms.stepGrams) * each
}
