import { CatalogError, type FieldIssue } from '../errors.js'
import type { PlaceList } from './place.js'
import type { Commune } from './places.js'
import { compareVietnamese } from '../text.js'
import type { PlacesData } from './data-files.js'
import { buildFormer, type FormerTable } from './former-units.js'
import { buildProvinces, hasProvince, kindHistory, type ProvinceTable } from './province-units.js'

/** The tables behind `Places`: every unit of both lists and what became of it. */
export interface Units extends ProvinceTable, Omit<FormerTable, 'communes'> {
  readonly communes: { readonly [L in PlaceList]: ReadonlyMap<string, Commune> }
  /** By the code of a province of today, in Vietnamese order; none for a code that is no province's. */
  readonly communesOf: (provinceCode: string) => readonly Commune[]
}

/**
 * Builds the tables.
 *
 * @throws {CatalogError} `INVALID_INPUT` when a row refers to a unit that is not there.
 */
export function buildUnits(data: PlacesData): Units {
  const provinces = buildProvinces(data.provinces)
  checkReferences(data, provinces)
  const communes = buildCommunes(data)
  const { communes: formerCommunes, ...former } = buildFormer(data.legacyCommunes, communes)
  return {
    ...provinces,
    ...former,
    communes: { '2025-07': communes, 'pre-2025-07': formerCommunes },
    communesOf: groupByProvince(communes),
  }
}

const KIND_OF_TYPE = { commune: 'commune', ward: 'ward', 'special-zone': 'specialZone' } as const

function buildCommunes({ communes }: PlacesData): ReadonlyMap<string, Commune> {
  return new Map(
    communes.map(({ code, name, type, was, provinceCode }) => {
      const change = was && { type: KIND_OF_TYPE[was.type], until: was.until }
      const kinds = kindHistory<(typeof KIND_OF_TYPE)[typeof type]>(KIND_OF_TYPE[type], change)
      return [code, { list: '2025-07', code, name, kinds, provinceCode }]
    }),
  )
}

/** Sorted when they are first asked for: a start needs them of no province. */
function groupByProvince(communes: ReadonlyMap<string, Commune>): Units['communesOf'] {
  const groups = new Map<string, Commune[]>()
  for (const commune of communes.values()) {
    const group = groups.get(commune.provinceCode)
    if (group) group.push(commune)
    else groups.set(commune.provinceCode, [commune])
  }
  const sorted = new Set<string>()
  return (provinceCode) => {
    const group = groups.get(provinceCode)
    if (!group) return []
    if (!sorted.has(provinceCode)) group.sort((a, b) => compareVietnamese(a.name, b.name))
    sorted.add(provinceCode)
    return group
  }
}

/** Every code that a row names is there. */
function checkReferences(data: PlacesData, provinces: ProvinceTable): void {
  const communes = new Set(data.communes.map(({ code }) => code))
  const issues: FieldIssue[] = []
  const need = (there: boolean, path: string, value: string) => {
    if (!there) issues.push({ path, code: 'notFound', params: { value } })
  }
  for (const [index, { provinceCode }] of data.communes.entries())
    need(hasProvince(provinces, '2025-07', provinceCode), `communes.${index}.provinceCode`, provinceCode)
  for (const [index, row] of data.legacyCommunes.entries()) {
    const path = `legacyCommunes.${index}`
    need(hasProvince(provinces, 'pre-2025-07', row.oldProvinceCode), `${path}.oldProvinceCode`, row.oldProvinceCode)
    need(communes.has(row.newCommuneCode), `${path}.newCommuneCode`, row.newCommuneCode)
  }
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
}
