import type { Day } from './day.js'
import type { PlaceList, PlaceRef, ProvinceKey } from './place.js'

/** A province or municipality as one list of units knows it. */
export interface Province {
  readonly key: ProvinceKey
  readonly list: PlaceList
  readonly code: string
  readonly name: string
  readonly nameEn: string
  /** Its kind over time: Đồng Nai is a municipality since 30 April 2026. First entry without `from`. */
  readonly kinds: readonly { readonly kind: 'province' | 'municipality'; readonly from?: Day }[]
  readonly validFrom: Day | null
  /** The first day on which it no longer existed; null for units of today. */
  readonly validUntil: Day | null
  /** For readable addresses: `dak-lak`; units of the list before July 2025 bear `-truoc-2025` where a unit of today has the name. */
  readonly slug: string
}

/** A commune, ward or special zone of today's list, or a commune of the list before July 2025. */
export interface Commune {
  readonly list: PlaceList
  readonly code: string
  /** Without its kind: "Ea Kao". */
  readonly name: string
  /** Kind as people write it, of a day: "Phường Ea Kao". */
  readonly kinds: readonly { readonly kind: 'commune' | 'ward' | 'township' | 'specialZone'; readonly from?: Day }[]
  readonly provinceCode: string
  /** Only before July 2025. */
  readonly district?: { readonly code: string; readonly name: string } | undefined
}

export type PlaceMode = 'asThen' | 'asNow'

/** What a typed name may mean, old names with what they have become. */
export interface PlaceHit {
  /** As the person may know it: "Xã Hòa Đông, Huyện Krông Pắc, Đắk Lắk (trước 7/2025)". */
  readonly label: string
  readonly ref: PlaceRef
  /** Communes of today; several where the old one was split. Empty for a province or district hit. */
  readonly today: readonly Commune[]
  readonly province: Province
}

/** Provinces and communes of both lists and the ways between them. Pure: made from data that was read elsewhere. */
export interface Places {
  /** Units that exist on the day, in Vietnamese order. */
  provinces(day: Day): readonly Province[]
  province(key: ProvinceKey): Province | null
  findProvince(list: PlaceList, code: string): Province | null
  findProvinceBySlug(slug: string): Province | null
  /** By name in any spelling of its marks, with or without "tỉnh"/"thành phố"; of today first, null when unknown. */
  findProvinceByName(name: string, list?: PlaceList): Province | null
  /** The unit of today in which a province of either list lies. */
  successor(province: Province): Province
  /** The units of the list before July 2025 that went into a unit of today; a unit of that list gives itself. */
  predecessors(province: Province): readonly Province[]
  communesOf(provinceCode: string): readonly Commune[]
  findCommune(list: PlaceList, code: string): Commune | null
  /** Communes of today that an old commune went to; one of today gives itself. */
  successorsOf(commune: Commune): readonly Commune[]

  /** The province of a place as it was on a day (`asThen`) or as it is today (`asNow`). */
  provinceOf(place: PlaceRef, day: Day, mode: PlaceMode): Province | null
  /** The place in today's units; the commune only where it is certain. */
  today(place: PlaceRef): PlaceRef
  /** The place in words, of its own list: "Xã Hòa Đông, Huyện Krông Pắc, Tỉnh Đắk Lắk". */
  describe(place: PlaceRef, day: Day, language: 'vi' | 'en'): string
  kindOf(unit: Province | Commune, day: Day): string

  /** Ranked hits for text as typed, marks or not, old names included. */
  search(text: string, options?: { limit?: number; provinceCode?: string }): readonly PlaceHit[]
  /** Reads an office's words ("xã Phước Lợi, huyện Bến Lức") within a province; what cannot be resolved stays as `text`. */
  resolve(province: Province, words: string): PlaceRef
}
