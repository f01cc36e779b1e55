import { provinceKey, type ProvinceKey } from './place.js'
import type { Commune, District, Province } from './places.js'
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

const districtEntry = (district: District, province: Province): PlaceEntry => ({
  ...entry('district', district.name, [district], province),
  district,
})

const communeEntry = (commune: Commune, province: Province): PlaceEntry => ({
  ...entry('commune', commune.name, commune.kinds, province),
  commune,
  district: commune.district,
})

/** Every unit of both lists: provinces, districts, communes. */
export function buildEntries({ provinces, districts, communes }: Units): readonly PlaceEntry[] {
  const entries: PlaceEntry[] = []
  for (const province of provinces.values()) entries.push(entry('province', province.name, province.kinds, province))
  for (const district of districts.values()) {
    const province = provinces.get(provinceKey('pre-2025-07', district.provinceCode))
    if (province) entries.push(districtEntry(district, province))
  }
  for (const list of ['2025-07', 'pre-2025-07'] as const)
    for (const commune of communes[list].values()) {
      const province = provinces.get(provinceKey(list, commune.provinceCode))
      if (province) entries.push(communeEntry(commune, province))
    }
  return entries
}

/** Finds the units of one province and level by the key of their name. */
export interface EntryIndex {
  find(province: Province, level: 'district' | 'commune', key: string): readonly PlaceEntry[]
}

function entriesOf({ districts, communes }: Units, province: Province): readonly PlaceEntry[] {
  const isWithin = ({ provinceCode }: District | Commune): boolean => provinceCode === province.code
  const own = province.list === 'pre-2025-07' ? [...districts.values()].filter(isWithin) : []
  return [
    ...own.map((district) => districtEntry(district, province)),
    ...[...communes[province.list].values()].filter(isWithin).map((commune) => communeEntry(commune, province)),
  ]
}

/** The names of a province are folded when somebody first reads an address in it, a few hundred at a time, then kept. */
export function indexEntries(units: Units): EntryIndex {
  const byProvince = new Map<ProvinceKey, ReadonlyMap<string, PlaceEntry[]>>()
  const join = (level: PlaceEntry['level'], key: string) => `${level} ${key}`
  function open(province: Province): ReadonlyMap<string, PlaceEntry[]> {
    const byKey = new Map<string, PlaceEntry[]>()
    for (const entry of entriesOf(units, province)) {
      const key = join(entry.level, entry.key)
      byKey.set(key, [...(byKey.get(key) ?? []), entry])
    }
    byProvince.set(province.key, byKey)
    return byKey
  }
  return {
    find: (province, level, key) => (byProvince.get(province.key) ?? open(province)).get(join(level, key)) ?? [],
  }
}
