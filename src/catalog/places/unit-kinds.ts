import { fold, type Language } from '../text.js'
import { agrees, toWords, unmarked } from './names.js'

/** How each kind of unit is called, and how people shorten it. */
const WORDS = {
  province: { vi: 'Tỉnh', en: 'Province', short: ['t'] },
  municipality: { vi: 'Thành phố', en: 'City', short: ['tp'] },
  city: { vi: 'Thành phố', en: 'City', short: ['tp'] },
  town: { vi: 'Thị xã', en: 'Town', short: ['tx'] },
  urbanDistrict: { vi: 'Quận', en: 'District', short: ['q'] },
  district: { vi: 'Huyện', en: 'District', short: ['h'] },
  township: { vi: 'Thị trấn', en: 'Township', short: ['tt'] },
  ward: { vi: 'Phường', en: 'Ward', short: ['p'] },
  commune: { vi: 'Xã', en: 'Commune', short: ['x'] },
  specialZone: { vi: 'Đặc khu', en: 'Special Zone', short: ['đk'] },
} as const

export type UnitKind = keyof typeof WORDS
export type ProvinceKind = 'province' | 'municipality'
export type DistrictKind = 'city' | 'town' | 'urbanDistrict' | 'district'
export type CommuneKind = 'township' | 'ward' | 'commune' | 'specialZone'

const KINDS = Object.keys(WORDS) as UnitKind[]
export const DISTRICT_KINDS: readonly DistrictKind[] = ['city', 'town', 'urbanDistrict', 'district']
export const COMMUNE_KINDS: readonly CommuneKind[] = ['township', 'ward', 'commune', 'specialZone']

export const kindWord = (kind: UnitKind, language: Language): string => WORDS[kind][language]

/** "Xã Hòa Đông", "Phường 5"; in English without marks, as official English texts write: "Hoa Dong Commune", "Ward 5". */
export function titled(kind: UnitKind, name: string, language: Language): string {
  const word = WORDS[kind][language]
  if (language === 'vi' || /^\d+$/.test(name)) return `${word} ${name}`
  const plain = unmarked(name)
  return plain.endsWith(word) ? plain : `${plain} ${word}`
}

/** Takes the kind off an official title: "Thị trấn Phước An" is the township "Phước An". Null when it begins with none. */
export function splitTitle<K extends UnitKind>(title: string, kinds: readonly K[]): { kind: K; name: string } | null {
  const kind = kinds.find((candidate) => title.startsWith(`${WORDS[candidate].vi} `))
  return kind ? { kind, name: title.slice(WORDS[kind].vi.length + 1) } : null
}

/** Every way to write a kind, folded, with what it may mean: "tp" is a city or a municipality. */
const FORMS = new Map<string, { kinds: UnitKind[]; spelling: string }>()
for (const kind of KINDS)
  for (const spelling of [WORDS[kind].vi, ...WORDS[kind].short]) {
    const form = FORMS.get(fold(spelling)) ?? { kinds: [], spelling }
    form.kinds.push(kind)
    FORMS.set(fold(spelling), form)
  }

/**
 * Takes a kind off the beginning of typed words: "TP. Buôn Ma Thuột", "p 5", "xa hoa dong".
 * Null when there is none, also when marks say that it is none: "Phương Liệt" is a name.
 */
export function readKind(words: readonly string[]): { kinds: readonly UnitKind[]; rest: readonly string[] } | null {
  for (const length of [2, 1]) {
    if (words.length <= length) continue
    const typed = words.slice(0, length)
    const form = FORMS.get(fold(typed.join(' ')))
    if (form && agrees(typed, toWords(form.spelling))) return { kinds: form.kinds, rest: words.slice(length) }
  }
  return null
}
