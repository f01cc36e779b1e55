import type { Places } from '../../catalog/places/places.js'

/** Names asked for so far; they are those of units, of which there are a few thousand. */
const MOST_REMEMBERED = 5000
const remembered = new WeakMap<Places, Map<string, string | null>>()

/**
 * The province of today in which a province or district of the time before July 2025 lies; null for a unit of today, for
 * a name that is not known, and for one that several provinces had (Châu Thành).
 */
export function nowPartOf(name: string, places: Places): string | null {
  const known = remembered.get(places) ?? new Map<string, string | null>()
  remembered.set(places, known)
  const found = known.get(name)
  if (found !== undefined) return found
  const province = findNow(name, places)
  if (known.size < MOST_REMEMBERED) known.set(name, province)
  return province
}

function findNow(name: string, places: Places): string | null {
  const province = places.findProvinceByName(name)
  if (province) {
    const successor = places.successor(province)
    return successor.name === province.name ? null : successor.name
  }
  const districts = places.search(name).filter(({ ref }) => ref.district !== undefined && ref.commune === undefined)
  const today = new Set(districts.map((hit) => places.successor(hit.province).name))
  return today.size === 1 ? ([...today][0] ?? null) : null
}
