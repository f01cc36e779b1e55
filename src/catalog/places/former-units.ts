import type { Commune, District } from '../places.js'
import type { PlacesData } from './data-files.js'

type Row = PlacesData['legacyCommunes'][number]
type CommuneTitle = NonNullable<Row['oldCommune']>

/** The districts and communes of the list before July 2025, and the communes of today that they went to. */
export interface FormerTable {
  readonly districts: ReadonlyMap<string, District>
  readonly communes: ReadonlyMap<string, Commune>
  /** By the code of an old commune. */
  readonly communeSuccessors: ReadonlyMap<string, readonly Commune[]>
  /** By the code of an old district: every commune of today that holds a part of it. */
  readonly districtSuccessors: ReadonlyMap<string, ReadonlySet<Commune>>
}

const toDistrict = ({ oldDistrictCode, oldDistrict, oldProvinceCode }: Row): District => ({
  code: oldDistrictCode,
  ...oldDistrict,
  provinceCode: oldProvinceCode,
})

const toCommune = (code: string, { kind, name }: CommuneTitle, district: District): Commune => ({
  list: 'pre-2025-07',
  code,
  name,
  kinds: [{ kind }],
  provinceCode: district.provinceCode,
  district,
})

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
  const communeSuccessors = new Map<string, Commune[]>()
  const districtSuccessors = new Map<string, Set<Commune>>()
  for (const row of rows) {
    const district = getOrAdd(districts, row.oldDistrictCode, () => toDistrict(row))
    const successor = today.get(row.newCommuneCode)
    if (!successor) continue
    getOrAdd(districtSuccessors, district.code, () => new Set<Commune>()).add(successor)
    const { oldCommuneCode: code, oldCommune: title } = row
    if (code === null || title === null) continue
    const commune = getOrAdd(communes, code, () => toCommune(code, title, district))
    getOrAdd(communeSuccessors, commune.code, (): Commune[] => []).push(successor)
  }
  return { districts, communes, communeSuccessors, districtSuccessors }
}
