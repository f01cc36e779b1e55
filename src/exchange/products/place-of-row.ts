import { type Day, earliest, latest, type PartialDay } from '../../catalog/day.js'
import type { PlaceList, PlaceRef } from '../../catalog/places/place.js'
import type { Places, Province } from '../../catalog/places/places.js'
import { fold } from '../../catalog/text.js'

/** From this day there are 34 provinces and no districts (Resolution 202/2025/QH15, Decision 19/2025/QĐ-TTg). */
const UNITS_CHANGED = '2025-07-01' as Day

const other = (list: PlaceList): PlaceList => (list === '2025-07' ? 'pre-2025-07' : '2025-07')

function listAt(date: PartialDay | null, fallback: PlaceList): PlaceList {
  if (date !== null && earliest(date) >= UNITS_CHANGED) return '2025-07'
  return date !== null && latest(date) < UNITS_CHANGED ? 'pre-2025-07' : fallback
}

export interface RowPlace {
  readonly place: PlaceRef
  readonly province: Province
  /** False when nothing but `fallback` tells which of two provinces of one name is meant. */
  readonly isCertain: boolean
}

/**
 * The place of a recognition, in the units of its time. One name can mean two areas (Đắk Lắk with and without Phú Yên):
 * a name that only one list has decides, then the district or commune, then the date, then `fallback`.
 *
 * @returns null when neither list has such a province.
 */
export function placeOfRow(
  row: { province: string; words: string | undefined; date: PartialDay | null },
  fallback: PlaceList,
  places: Places,
): RowPlace | null {
  const list = listAt(row.date, fallback)
  const named = places.findProvinceByName(row.province, list) ?? places.findProvinceByName(row.province, other(list))
  if (!named) return null
  const bare: PlaceRef = { list: named.list, province: named.code }
  const place = row.words === undefined ? bare : places.resolve(named, row.words)
  const isInBoth = places.findProvinceByName(row.province, other(named.list)) !== null
  return {
    place,
    province: places.findProvince(place.list, place.province) ?? named,
    isCertain: row.date !== null || place.district !== undefined || place.commune !== undefined || !isInBoth,
  }
}

const sameProvince = (a: PlaceRef, b: PlaceRef): boolean => a.list === b.list && a.province === b.province

/** True when `known` says everything that `stated` says. */
function includes(known: PlaceRef, stated: PlaceRef): boolean {
  if (stated.commune !== undefined) return stated.commune === known.commune
  if (stated.district !== undefined && stated.district !== known.district) return false
  return known.commune !== undefined || stated.text === undefined || fold(stated.text) === fold(known.text ?? '')
}

/** The more exact of two statements that agree; `known` where they do not. */
export const narrowPlace = (known: PlaceRef, stated: PlaceRef): PlaceRef =>
  sameProvince(known, stated) && !includes(known, stated) && includes(stated, known) ? stated : known

/** What was known, put right by what is stated now: a statement that says less changes nothing. */
export const correctPlace = (known: PlaceRef, stated: PlaceRef): PlaceRef =>
  sameProvince(known, stated) && !includes(known, stated) ? stated : known
