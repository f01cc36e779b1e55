import type { Day } from '../day.js'
import { type PlaceList, provinceKey, type ProvinceKey } from './place.js'
import type { KindHistory, Province } from './places.js'
import { toSlug } from '../text.js'
import type { PlacesData } from './data-files.js'
import { unmarked } from './names.js'
import type { UnitKind } from './unit-kinds.js'

/** 34 provinces in place of 63, and no districts, from this day (Resolution 202/2025/QH15, Decision 19/2025/QĐ-TTg). */
export const MERGER = '2025-07-01' as Day

interface Change<K> {
  readonly type: K
  readonly until: Day
}

/** Nearly all of 14,000 units have been one kind for good, so they share what says so. */
const unchanged = new Map<UnitKind, KindHistory<UnitKind>>()

/** A kind, and what the unit was before if it was something else. */
export function kindHistory<K extends UnitKind>(kind: K, was?: Change<K>): KindHistory<K> {
  if (was) return [{ kind: was.type }, { kind, from: was.until }]
  const shared = unchanged.get(kind) ?? [{ kind }]
  unchanged.set(kind, shared)
  return shared as KindHistory<K>
}

type Row = PlacesData['provinces'][number]
type FormerRow = Row['mergedFrom'][number]

const today = ({ code, name, nameEn, type, was }: Row): Province => ({
  key: provinceKey('2025-07', code),
  list: '2025-07',
  code,
  name,
  nameEn,
  kinds: kindHistory(type, was),
  validFrom: MERGER,
  validUntil: null,
  slug: toSlug(name),
})

const former = ({ code, name, type, was }: FormerRow, namesake: Row | undefined): Province => ({
  key: provinceKey('pre-2025-07', code),
  list: 'pre-2025-07',
  code,
  name,
  nameEn: namesake?.nameEn ?? unmarked(name),
  kinds: kindHistory(type, was),
  ...(was && { formerly: { name: was.name, until: was.until } }),
  validFrom: null,
  validUntil: MERGER,
  slug: namesake ? `${toSlug(name)}-truoc-2025` : toSlug(name),
})

/** The provinces of both lists, and for each the one of today in which it lies. */
export interface ProvinceTable {
  readonly provinces: ReadonlyMap<ProvinceKey, Province>
  readonly successors: ReadonlyMap<ProvinceKey, Province>
}

export function buildProvinces(rows: PlacesData['provinces']): ProvinceTable {
  const byName = new Map(rows.map((row) => [row.name, row]))
  const pairs = rows.flatMap((row) => {
    const successor = today(row)
    const units = [successor, ...row.mergedFrom.map((old) => former(old, byName.get(old.name)))]
    return units.map((unit) => ({ unit, successor }))
  })
  return {
    provinces: new Map(pairs.map(({ unit }) => [unit.key, unit])),
    successors: new Map(pairs.map(({ unit, successor }) => [unit.key, successor])),
  }
}

export const hasProvince = ({ provinces }: ProvinceTable, list: PlaceList, code: string): boolean =>
  provinces.has(provinceKey(list, code))
