import type { Commune, PlaceHit, Places } from '../../catalog/places/places.js'
import type { Visit } from '../visit.js'

const MOST = 12

export interface Choice {
  readonly value: string
  readonly label: string
}

/** A commune of today that was found by name, maybe by the name of what it was before July 2025. */
export interface FoundCommune {
  readonly code: string
  readonly provinceCode: string
  readonly label: string
  readonly formerly: string | null
}

export function provinceChoices(visit: Visit): Choice[] {
  const { places } = visit.catalog.reference
  return places
    .provinces(visit.catalog.today())
    .map(({ code, name, nameEn }) => ({ value: code, label: visit.language === 'en' ? nameEn : name }))
}

/** Name before kind, so that typing a letter in the list jumps to the name: "Ea Kao (phường)". */
export function communeLabel(commune: Commune, places: Places, visit: Visit): string {
  return `${commune.name} (${places.kindOf(commune, visit.catalog.today(), visit.language).toLowerCase()})`
}

export function communeChoices(provinceCode: string, visit: Visit): Choice[] {
  const { places } = visit.catalog.reference
  if (!places.findProvince('2025-07', provinceCode)) return []
  return places
    .communesOf(provinceCode)
    .map((commune) => ({ value: commune.code, label: communeLabel(commune, places, visit) }))
}

function toFound({ ref, label, today }: PlaceHit, visit: Visit): FoundCommune[] {
  const { places } = visit.catalog.reference
  return today.map(({ code, provinceCode }) => ({
    code,
    provinceCode,
    label: places.describe(
      { list: '2025-07', province: provinceCode, commune: code },
      visit.catalog.today(),
      visit.language,
    ),
    formerly: ref.list === '2025-07' ? null : label,
  }))
}

/**
 * Finds communes of today by a typed name, old names too; of a commune that several names lead to the best stays.
 * @param provinceCode - The province chosen so far: its communes come first. Any other text names none.
 */
export function findCommunes(words: string, provinceCode: string, visit: Visit): FoundCommune[] {
  const { places } = visit.catalog.reference
  if (words.trim() === '') return []
  const found = new Map<string, FoundCommune>()
  const take = (within: { readonly provinceCode?: string }): void => {
    const hits = places.search(words, { limit: MOST, language: visit.language, ...within })
    for (const commune of hits.flatMap((hit) => toFound(hit, visit)))
      if (!found.has(commune.code) && found.size < MOST) found.set(commune.code, commune)
  }
  if (places.findProvince('2025-07', provinceCode)) take({ provinceCode })
  if (found.size < MOST) take({})
  return [...found.values()]
}
