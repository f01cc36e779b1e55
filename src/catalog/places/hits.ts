import type { PlaceRef } from './place.js'
import type { Commune, PlaceHit } from './places.js'
import type { Language } from '../text.js'
import type { PlaceEntry } from './entries.js'
import { titled } from './unit-kinds.js'
import type { Units } from './units.js'

/** The communes of today in which a commune or district lies; none for a province. */
export function communesOfToday(units: Units, { district, commune }: PlaceEntry): readonly Commune[] {
  if (commune?.list === '2025-07') return [commune]
  if (commune) return units.communeSuccessors.get(commune.code) ?? []
  return district ? [...(units.districtSuccessors.get(district.code) ?? [])] : []
}

/** A found unit with its label and what it has become. */
export function toHit(units: Units, entry: PlaceEntry, language: Language): PlaceHit {
  const { district, commune, province } = entry
  const ref: PlaceRef = {
    list: province.list,
    province: province.code,
    ...(district && { district: district.code }),
    ...(commune && { commune: commune.code }),
  }
  return { label: labelOf(entry, language), ref, today: communesOfToday(units, entry), province }
}

const FORMER = { vi: '(trước 7/2025)', en: '(before July 2025)' } as const

function labelOf({ level, name, kinds, district, province }: PlaceEntry, language: Language): string {
  const provinceName = language === 'vi' ? province.name : province.nameEn
  const own = titled(kinds.at(-1) ?? 'commune', level === 'province' ? provinceName : name, language)
  const around = level === 'commune' && district ? [titled(district.kind, district.name, language)] : []
  const label = [own, ...around, ...(level === 'province' ? [] : [provinceName])].join(', ')
  return province.list === '2025-07' ? label : `${label} ${FORMER[language]}`
}
