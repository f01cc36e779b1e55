import type { Day } from '../catalog/day.js'
import { fieldError } from '../catalog/errors.js'
import type { PlaceRef, ProvinceKey } from '../catalog/places/place.js'
import type { PlaceMode, Places, Province } from '../catalog/places/places.js'

/** Decides which places and counts belong to the province that a report asks for; everything does when it asks for none. */
export interface ProvinceScope {
  readonly includesPlace: (place: PlaceRef) => boolean
  readonly includesKey: (key: ProvinceKey) => boolean
  /** The province under which a count stands in this mode. */
  readonly standsUnder: (key: ProvinceKey) => Province | null
}

/**
 * Places "as then" belong to the unit in force on the day; "as now" to the unit of today in which they lie, so that
 * Long An's figures stand under Tây Ninh.
 *
 * @throws {CatalogError} `INVALID_INPUT` when a province is asked "as then" for a day on which it did not exist.
 */
export function provinceScope(places: Places, province: Province | null, mode: PlaceMode, day: Day): ProvinceScope {
  const unit = (key: ProvinceKey): Province | null => {
    const found = places.province(key)
    return found && mode === 'asNow' ? places.successor(found) : found
  }
  if (province && mode === 'asThen') refuseUnlessInForce(places, province, day)
  const wanted = province && mode === 'asNow' ? places.successor(province) : province
  const matches = (candidate: Province | null) => wanted === null || candidate?.key === wanted.key
  return {
    includesPlace: (place) => matches(places.provinceOf(place, day, mode)),
    includesKey: (key) => matches(unit(key)),
    standsUnder: unit,
  }
}

function refuseUnlessInForce(places: Places, province: Province, day: Day): void {
  const { validFrom, validUntil, name } = province
  if ((validFrom === null || validFrom <= day) && (validUntil === null || day < validUntil)) return
  const others = (validUntil === null ? places.predecessors(province) : [places.successor(province)]).map(
    (other) => other.name,
  )
  const names = others.join(', ')
  throw fieldError('province', 'inconsistent', {
    why: `Ngày ${day} không có đơn vị ${name} này; hãy chọn “theo hiện nay”, hoặc chọn: ${names}.`,
    whyEn: `This ${name} did not exist on ${day}; ask “as now”, or choose: ${names}.`,
  })
}
