import type { Day } from '../day.js'
import type { PlaceList, PlaceRef, ProvinceKey } from './place.js'
import type { CommuneKind, DistrictKind, ProvinceKind } from './unit-kinds.js'
import type { Language } from '../text.js'

/** What a unit is over time: the first entry without `from`, each later one from its day on. */
export type KindHistory<K> = readonly { readonly kind: K; readonly from?: Day }[]

/** A province or municipality as one list of units knows it. */
export interface Province {
  readonly key: ProvinceKey
  readonly list: PlaceList
  /** Two digits, as in the official list. */
  readonly code: string
  /** Without its kind: "Đắk Lắk". */
  readonly name: string
  readonly nameEn: string
  /** Đồng Nai is a municipality since 30 April 2026. */
  readonly kinds: KindHistory<ProvinceKind>
  /** Its name before a day: Huế was Thừa Thiên Huế until 1 January 2025. */
  readonly formerly?: { readonly name: string; readonly until: Day }
  /** The first day of its list; null for units of the list before July 2025. */
  readonly validFrom: Day | null
  /** The first day on which it no longer existed; null for units of today. */
  readonly validUntil: Day | null
  /** For readable addresses: `dak-lak`; units of the list before July 2025 bear `-truoc-2025` where a unit of today has the name. */
  readonly slug: string
}

/** A district, town or city within a province. There are none since 1 July 2025. */
export interface District {
  /** Three digits, as in the list before July 2025. */
  readonly code: string
  /** Without its kind: "Krông Pắc". */
  readonly name: string
  readonly kind: DistrictKind
  /** The code of its province in the list before July 2025. */
  readonly provinceCode: string
}

/** A commune, ward or special zone of today's list, or a commune, ward or township of the list before July 2025. */
export interface Commune {
  readonly list: PlaceList
  /** Five digits, as in the official list. */
  readonly code: string
  /** Without its kind: "Ea Kao". */
  readonly name: string
  /** Ten communes of Đồng Nai are wards since 30 April 2026. */
  readonly kinds: KindHistory<CommuneKind>
  /** The code of its province in the same list. */
  readonly provinceCode: string
  /** Only before July 2025. */
  readonly district?: District
}

/** Whether a place counts with its province of the day of the event (`asThen`) or with that of today (`asNow`). */
export type PlaceMode = 'asThen' | 'asNow'

/** What a typed name may mean, old names with what they have become. */
export interface PlaceHit {
  /** As the person may know it: "Phường Ea Kao, Đắk Lắk", "Xã Hòa Đông, Huyện Krông Pắc, Đắk Lắk (trước 7/2025)". */
  readonly label: string
  /** What a record keeps of it. */
  readonly ref: PlaceRef
  /** Communes of today: several where the old commune was split or a district is meant; empty for a province. */
  readonly today: readonly Commune[]
  /** The province of `ref`, in the list of `ref`. */
  readonly province: Province
}

/** How places are searched. */
export interface PlaceSearchOptions {
  /** Default: 10. */
  readonly limit?: number
  /** A province of today: only what lies in it is found. */
  readonly provinceCode?: string
  /** Of the labels. Default: Vietnamese. */
  readonly language?: Language
}

/** Provinces and communes of both lists and the ways between them. Pure: made from data that was read elsewhere. */
export interface Places {
  /** Units that exist on the day, in Vietnamese order: 63 until 30 June 2025, then 34. */
  provinces(day: Day): readonly Province[]
  /** By its key; null when there is none. */
  province(key: ProvinceKey): Province | null
  /** By its two digits in a list; null when there is none. */
  findProvince(list: PlaceList, code: string): Province | null
  /** By {@link Province.slug}; null when there is none. */
  findProvinceBySlug(slug: string): Province | null
  /** By name in any spelling of its marks, with or without "tỉnh"/"thành phố"; of today first, null when unknown. */
  findProvinceByName(name: string, list?: PlaceList): Province | null
  /** The unit of today in which a province of either list lies. */
  successor(province: Province): Province
  /** The units of the list before July 2025 that went into a unit of today; a unit of that list gives itself. */
  predecessors(province: Province): readonly Province[]
  /** Communes of today in a province of today, in Vietnamese order. */
  communesOf(provinceCode: string): readonly Commune[]
  /** By its five digits in a list; null when there is none. */
  findCommune(list: PlaceList, code: string): Commune | null
  /** By its code of the list before July 2025; codes of districts are unique in the country. */
  findDistrict(code: string): District | null
  /** Communes of today that an old commune went to; one of today gives itself. */
  successorsOf(commune: Commune): readonly Commune[]

  /**
   * The province of a place on a day (`asThen`) or today (`asNow`). As then, until 30 June 2025 a place of the old list
   * gives its unit of that list; one of today's list gives its unit of today, since no more is known. From 1 July 2025
   * both modes give the unit of today.
   */
  provinceOf(place: PlaceRef, day: Day, mode: PlaceMode): Province | null
  /** The place in today's units; the commune only where it is certain. Words of the old place are left behind. */
  today(place: PlaceRef): PlaceRef
  /**
   * The place in words, of its own list: "Xã Hòa Đông, Huyện Krông Pắc, Tỉnh Đắk Lắk". The source's own words stand
   * where the codes say less.
   */
  describe(place: PlaceRef, day: Day, language: Language): string
  /** "Tỉnh", "Phường", …; "Province", "Ward", … in English. */
  kindOf(unit: Province | Commune, day: Day, language?: Language): string

  /**
   * Ranked hits for text as typed: with or without marks, kinds and the name of the district or province behind it.
   * Today's units come before former ones of the same name; typed marks are evidence, missing ones are not.
   */
  search(text: string, options?: PlaceSearchOptions): readonly PlaceHit[]
  /**
   * Reads an office's words, "xã Phước Lợi, huyện Bến Lức", within a province of either list. Only codes that are certain
   * are given; the words stay as `text`. Words that name a district are of the old list. Words that do not are looked up in
   * the province's own list first, and in the other only when its own knows no such commune.
   */
  resolve(province: Province, words: string): PlaceRef
}
