import type { PlaceRef } from '../../catalog/places/place.js'
import type { Commune, Province } from '../../catalog/places/places.js'
import { unmarked } from '../../catalog/places/names.js'
import type { Visit } from '../visit.js'

export const provinceName = (province: Province, visit: Visit): string =>
  visit.language === 'en' ? province.nameEn : province.name

/** "Ea Knuếc"; in English without marks, as official English texts write. */
const communeName = (commune: Commune, visit: Visit): string =>
  visit.language === 'en' ? unmarked(commune.name) : commune.name

/** "Xã Ea Knuếc", "Ea Knuec Commune". */
export function communeTitle(commune: Commune, visit: Visit): string {
  const kind = visit.catalog.reference.places.kindOf(commune, visit.catalog.today(), visit.language)
  const name = communeName(commune, visit)
  return visit.language === 'en' && !/^\d+$/.test(name) ? `${name} ${kind}` : `${kind} ${name}`
}

/** A place in few words for a card: commune where it is certain, province of today, and the former name where it changed. */
export function toShortPlace(place: PlaceRef, visit: Visit): string {
  const { places } = visit.catalog.reference
  const then = places.findProvince(place.list, place.province)
  if (!then) return place.text ?? ''
  const now = places.today(place)
  const province = places.successor(then)
  const commune = now.commune ? places.findCommune('2025-07', now.commune) : null
  const name = provinceName(province, visit)
  const former =
    then.name === province.name ? '' : ` ${visit.messages.around.place.formerly(provinceName(then, visit))}`
  return `${commune ? `${communeName(commune, visit)}, ` : ''}${name}${former}`
}

/** Where it was recognised, in the units of that time, and what that place is today when it changed. */
export function toPlaceFacts(place: PlaceRef, visit: Visit): { then: string; now: string | null; href: string | null } {
  const { places } = visit.catalog.reference
  const day = visit.catalog.today()
  const then = places.describe(place, day, visit.language)
  const today = places.today(place)
  const now = places.describe(today, day, visit.language)
  const province = places.findProvince(today.list, today.province)
  return {
    then,
    now: now === then ? null : now,
    href: province && visit.links.to(`/provinces/${province.slug}`),
  }
}
