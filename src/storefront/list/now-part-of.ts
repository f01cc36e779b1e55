import type { Places } from '../../catalog/places.js'

/**
 * The province of today in which a province or district of the time before July 2025 lies; null for a unit of today, for
 * a name that is not known, and for one that several provinces had (Châu Thành).
 */
export function nowPartOf(name: string, places: Places): string | null {
  const province = places.findProvinceByName(name)
  if (province) {
    const successor = places.successor(province)
    return successor.name === province.name ? null : successor.name
  }
  const districts = places.search(name).filter(({ ref }) => ref.district !== undefined && ref.commune === undefined)
  const today = new Set(districts.map((hit) => places.successor(hit.province).name))
  return today.size === 1 ? ([...today][0] ?? null) : null
}
