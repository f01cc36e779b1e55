import { type PlaceList, type PlaceRef, provinceKey } from './place.js'
import type { Commune, Places, Province } from './places.js'
import { compareVietnamese } from '../text.js'
import type { PlacesData } from './data-files.js'
import { describePlace, kindNameOn } from './describe.js'
import { buildEntries, indexEntries, type PlaceEntry } from './entries.js'
import { nameKey } from './names.js'
import { MERGER } from './province-units.js'
import { resolvePlace } from './resolve.js'
import { searchPlaces } from './search.js'
import { buildUnits, type Units } from './units.js'
import { readParts } from './written-parts.js'

/**
 * Makes {@link Places} from reference data.
 *
 * @throws {CatalogError} `INVALID_INPUT` when a row refers to a unit that is not there.
 */
export function createPlaces(data: PlacesData): Places {
  const units = buildUnits(data)
  const { inOrder, findByName, successor, predecessors } = provinceLookups(units)
  const index = indexEntries(units)
  const entries = entriesOnDemand(units)
  const province = (list: PlaceList, code: string) => units.provinces.get(provinceKey(list, code)) ?? null
  return {
    provinces: (day) => inOrder(day < MERGER ? 'pre-2025-07' : '2025-07'),
    province: (key) => units.provinces.get(key) ?? null,
    findProvince: province,
    findProvinceBySlug: (slug) => [...units.provinces.values()].find((unit) => unit.slug === slug) ?? null,
    findProvinceByName: findByName,
    successor,
    predecessors,
    communesOf: units.communesOf,
    findCommune: (list, code) => units.communes[list].get(code) ?? null,
    findDistrict: (code) => units.districts.get(code) ?? null,
    successorsOf: (commune) => successorsOf(units, commune),
    provinceOf(place, day, mode) {
      const unit = province(place.list, place.province)
      return unit && (mode === 'asNow' || day >= MERGER) ? successor(unit) : unit
    },
    today: (place) => toToday(units, place),
    describe: (place, day, language) => describePlace(units, place, day, language),
    kindOf: (unit, day, language = 'vi') => kindNameOn(unit, day, language),
    search: (text, options) => searchPlaces(units, entries(), text, options),
    resolve(unit, words) {
      const today = successor(unit)
      const former = unit.list === '2025-07' ? predecessors(unit) : [unit]
      return resolvePlace(index, unit, { today, former }, words)
    },
  }
}

function provinceLookups({ provinces, successors }: Units) {
  const sorted = [...provinces.values()].sort((a, b) => compareVietnamese(a.name, b.name))
  const lists = {
    '2025-07': sorted.filter(({ list }) => list === '2025-07'),
    'pre-2025-07': sorted.filter(({ list }) => list === 'pre-2025-07'),
  }
  const byName = {
    '2025-07': new Map(lists['2025-07'].map((province) => [nameKey(province.name), province])),
    'pre-2025-07': new Map(lists['pre-2025-07'].map((province) => [nameKey(province.name), province])),
  }
  const successor = (province: Province): Province => successors.get(province.key) ?? province
  return {
    inOrder: (list: PlaceList): readonly Province[] => lists[list],
    findByName: (name: string, list?: PlaceList): Province | null => {
      const keys = readParts(name)[0]?.readings.map(({ key }) => key) ?? []
      const tables = list ? [byName[list]] : [byName['2025-07'], byName['pre-2025-07']]
      return tables.flatMap((table) => keys.map((key) => table.get(key))).find((found) => found !== undefined) ?? null
    },
    successor,
    predecessors: (province: Province): readonly Province[] =>
      province.list === 'pre-2025-07'
        ? [province]
        : lists['pre-2025-07'].filter((former) => successor(former) === province),
  }
}

/** The names of 14,000 units are folded when somebody first searches, then kept. */
function entriesOnDemand(units: Units): () => readonly PlaceEntry[] {
  let entries: readonly PlaceEntry[] | undefined
  return () => (entries ??= buildEntries(units))
}

const successorsOf = ({ communeSuccessors }: Units, commune: Commune): readonly Commune[] =>
  commune.list === '2025-07' ? [commune] : (communeSuccessors.get(commune.code) ?? [])

function toToday(units: Units, place: PlaceRef): PlaceRef {
  if (place.list === '2025-07') return place
  const successor = units.successors.get(provinceKey(place.list, place.province))
  const candidates =
    place.commune !== undefined
      ? (units.communeSuccessors.get(place.commune) ?? [])
      : [...(units.districtSuccessors.get(place.district ?? '') ?? [])]
  const commune = candidates.length === 1 ? candidates[0]?.code : undefined
  return { list: '2025-07', province: successor?.code ?? place.province, ...(commune !== undefined && { commune }) }
}
