import type { Day } from '../day.js'
import { type PlaceRef, provinceKey } from './place.js'
import type { Commune, KindHistory, Province } from './places.js'
import type { Language } from '../text.js'
import { kindWord, titled, type UnitKind } from './unit-kinds.js'
import type { Units } from './units.js'
import { partNames, readParts } from './written-parts.js'

/** What a unit was on a day; what it first was on days before its history begins. */
function kindOn<K extends UnitKind>(history: KindHistory<K>, day: Day): K | undefined {
  return history.findLast(({ from }) => from === undefined || from <= day)?.kind ?? history[0]?.kind
}

export const kindNameOn = (unit: Province | Commune, day: Day, language: Language): string => {
  const kind = kindOn<UnitKind>(unit.kinds, day)
  return kind ? kindWord(kind, language) : ''
}

function provinceTitle(province: Province, day: Day, language: Language): string {
  const { formerly, name, nameEn, kinds } = province
  const kind = kindOn(kinds, day) ?? 'province'
  if (formerly && day < formerly.until) return titled(kind, formerly.name, language)
  return titled(kind, language === 'vi' ? name : nameEn, language)
}

/** The place in words, of its own list; see `Places.describe`. */
export function describePlace(units: Units, place: PlaceRef, day: Day, language: Language): string {
  const province = units.provinces.get(provinceKey(place.list, place.province))
  if (!province) return place.text ?? ''
  const title = provinceTitle(province, day, language)
  const parts = readParts(place.text ?? '')
  const below = parts.filter((part) => !part.kinds.includes('province') && !partNames(part, province.name))
  // The source's words stand when they name more levels below the province than the codes do.
  const levels = [place.district, place.commune].filter((code) => code !== undefined).length
  if (place.text === undefined || place.commune !== undefined || below.length <= levels)
    return [...describeUnits(units, place, day, language), title].join(', ')
  return below.length < parts.length ? place.text : `${place.text}, ${title}`
}

function describeUnits(units: Units, place: PlaceRef, day: Day, language: Language): string[] {
  const commune = place.commune === undefined ? undefined : units.communes[place.list].get(place.commune)
  const district = commune?.district ?? (place.district === undefined ? undefined : units.districts.get(place.district))
  const communeKind = commune && kindOn(commune.kinds, day)
  return [
    ...(commune && communeKind ? [titled(communeKind, commune.name, language)] : []),
    ...(district ? [titled(district.kind, district.name, language)] : []),
  ]
}
