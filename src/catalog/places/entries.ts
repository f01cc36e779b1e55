import { provinceKey, type ProvinceKey } from '../place.js'
import type { Commune, District, Province } from '../places.js'
import { nameKey } from './names.js'
import type { UnitKind } from './unit-kinds.js'
import type { Units } from './units.js'

/** A unit of either list under the key of its name. */
export interface PlaceEntry {
  readonly level: 'province' | 'district' | 'commune'
  readonly name: string
  readonly key: string
  /** Everything that it has been. */
  readonly kinds: readonly UnitKind[]
  readonly province: Province
  readonly district?: District | undefined
  readonly commune?: Commune | undefined
}

const entry = (
  level: PlaceEntry['level'],
  name: string,
  kinds: readonly { readonly kind: UnitKind }[],
  province: Province,
): PlaceEntry => ({ level, name, key: nameKey(name), kinds: kinds.map(({ kind }) => kind), province })

/** Every unit of both lists: provinces, districts, communes. */
export function buildEntries(units: Units): readonly PlaceEntry[] {
  const entries: PlaceEntry[] = []
  for (const province of units.provinces.values())
    entries.push(entry('province', province.name, province.kinds, province))
  for (const district of units.districts.values()) {
    const province = units.provinces.get(provinceKey('pre-2025-07', district.provinceCode))
    if (!province) continue
    entries.push({ ...entry('district', district.name, [district], province), district })
  }
  for (const list of ['2025-07', 'pre-2025-07'] as const)
    for (const commune of units.communes[list].values()) {
      const province = units.provinces.get(provinceKey(list, commune.provinceCode))
      if (!province) continue
      const { name, kinds, district } = commune
      entries.push({ ...entry('commune', name, kinds, province), commune, district })
    }
  return entries
}

/** Finds the units of one province and level by the key of their name. */
export interface EntryIndex {
  find(province: ProvinceKey, level: PlaceEntry['level'], key: string): readonly PlaceEntry[]
}

export function indexEntries(entries: readonly PlaceEntry[]): EntryIndex {
  const byKey = new Map<string, PlaceEntry[]>()
  const join = (province: ProvinceKey, level: PlaceEntry['level'], key: string) => `${province} ${level} ${key}`
  for (const entry of entries) {
    const key = join(entry.province.key, entry.level, entry.key)
    const same = byKey.get(key)
    if (same) same.push(entry)
    else byKey.set(key, [entry])
  }
  return { find: (province, level, key) => byKey.get(join(province, level, key)) ?? [] }
}
