import type { Commune, District } from './places.js'
import type { PlacesData } from './data-files.js'
import { kindHistory } from './province-units.js'
import { COMMUNE_KINDS, DISTRICT_KINDS, splitTitle, type UnitKind } from './unit-kinds.js'

type Row = PlacesData['legacyCommunes'][number]

/** The districts and communes of the list before July 2025, and the communes of today that they went to. */
export interface FormerTable {
  readonly districts: ReadonlyMap<string, District>
  readonly communes: ReadonlyMap<string, Commune>
  /** By the code of an old commune. */
  readonly communeSuccessors: ReadonlyMap<string, readonly Commune[]>
  /** By the code of an old district: every commune of today that holds a part of it. */
  readonly districtSuccessors: ReadonlyMap<string, ReadonlySet<Commune>>
}

/** A title as the schema of the rows lets it pass. */
function parts<K extends UnitKind>(title: string, kinds: readonly K[]): { readonly kind: K; readonly name: string } {
  const split = splitTitle(title, kinds)
  if (!split) throw new RangeError(`“${title}” begins with no kind of unit.`)
  return split
}

const toDistrict = ({ oldDistrictCode, oldDistrict, oldProvinceCode }: Row): District => ({
  code: oldDistrictCode,
  ...parts(oldDistrict, DISTRICT_KINDS),
  provinceCode: oldProvinceCode,
})

function toCommune(code: string, title: string, district: District): Commune {
  const { kind, name } = parts(title, COMMUNE_KINDS)
  return { list: 'pre-2025-07', code, name, kinds: kindHistory(kind), provinceCode: district.provinceCode, district }
}

/** The value of a key, made by `create` when it is asked for the first time. */
function getOrAdd<V>(map: Map<string, V>, key: string, create: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = create()
  map.set(key, value)
  return value
}

export function buildFormer(rows: readonly Row[], today: ReadonlyMap<string, Commune>): FormerTable {
  const districts = new Map<string, District>()
  const communes = new Map<string, Commune>()
  const communeSuccessors = new Map<string, readonly Commune[]>()
  const districtSuccessors = new Map<string, Set<Commune>>()
  for (const row of rows) {
    const district = getOrAdd(districts, row.oldDistrictCode, () => toDistrict(row))
    const successor = today.get(row.newCommuneCode)
    if (!successor) continue
    getOrAdd(districtSuccessors, district.code, () => new Set<Commune>()).add(successor)
    const { oldCommuneCode: code, oldCommune: title } = row
    if (code === '' || title === '') continue
    getOrAdd(communes, code, () => toCommune(code, title, district))
    // Most went to one alone: a list of just as many as there are takes a fifth of one that was pushed into.
    const before = communeSuccessors.get(code)
    communeSuccessors.set(code, before ? [...before, successor] : [successor])
  }
  return { districts, communes, communeSuccessors, districtSuccessors }
}
