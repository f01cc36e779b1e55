import type { PlaceRef } from './place.js'
import type { Province } from './places.js'
import type { EntryIndex, PlaceEntry } from './entries.js'
import { agrees, sameSpelling, toWords } from './names.js'
import { COMMUNE_KINDS, DISTRICT_KINDS, type UnitKind } from './unit-kinds.js'
import { partNames, type PlacePart, readParts } from './written-parts.js'

/** What the words mean in one list. */
interface Reading {
  /** The codes that are certain. */
  readonly ref: PlaceRef
  /** How many of the named levels they cover. */
  readonly named: number
  /** Levels count double, and once more when the smallest unit is of the kind that the words say. */
  readonly score: number
  /** The list knows the name, though perhaps more than once. */
  readonly known: boolean
}

const TEXT_LIMIT = 300

/** The provinces in which words may be read: the given one, and those it became or came from. */
export interface Relatives {
  readonly today: Province
  readonly former: readonly Province[]
}

/** Reads an office's words within a province; see `Places.resolve`. */
export function resolvePlace(index: EntryIndex, province: Province, relatives: Relatives, words: string): PlaceRef {
  const text = words.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, TEXT_LIMIT)
  const reading = choose(
    index,
    province,
    relatives,
    readParts(text).filter((part) => !saysProvince(part)),
  )
  return { ...(reading?.ref ?? { list: province.list, province: province.code }), ...(text !== '' && { text }) }
}

function choose(index: EntryIndex, province: Province, relatives: Relatives, parts: readonly PlacePart[]) {
  const today = readToday(index, relatives.today, parts)
  const former = onlyBest(relatives.former.map((unit) => readFormer(index, unit, parts)))
  const [own, other] = province.list === '2025-07' ? [today, former] : [former, today]
  const isAmbiguous = own.known && own.named === 0
  if (other.score > own.score && (!isAmbiguous || other.named > 1)) return other
  return own.named > 0 ? own : null
}

/** The reading that covers most; nothing certain when two provinces of before fit equally well, or one knows the name twice. */
function onlyBest(readings: readonly Reading[]): Reading {
  const [best, ...others] = readings.toSorted((a, b) => b.score - a.score)
  if (!best) throw new TypeError('A province of today has come from none')
  const isTied = others.some(({ score }) => score === best.score)
  const isDoubtful = best.named < 2 && others.some(({ known, named }) => known && named === 0)
  return isTied || isDoubtful ? { ...best, named: 0, score: 0, known: readings.some(({ known }) => known) } : best
}

function readToday(index: EntryIndex, province: Province, parts: readonly PlacePart[]): Reading {
  const below = withoutProvince(parts, province)
  const last = below.at(-1)
  if (!last || below.some(saysDistrict)) return nothing(province)
  return reading(province, match(index, province, 'commune', last), last, 1)
}

/** A city within a province bears its name at times ("phường 1, TP. Tây Ninh"), so both ways of reading it are tried. */
function readFormer(index: EntryIndex, province: Province, parts: readonly PlacePart[]): Reading {
  const below = withoutProvince(parts, province)
  const shorter = readDistrictAndCommune(index, province, below)
  if (below === parts) return shorter
  const whole = readDistrictAndCommune(index, province, parts)
  return whole.score > shorter.score ? whole : shorter
}

function readDistrictAndCommune(index: EntryIndex, province: Province, parts: readonly PlacePart[]): Reading {
  const [last, inner] = [parts.at(-1), parts.at(-2)]
  if (!last) return nothing(province)
  const districts = saysCommune(last) ? [] : match(index, province, 'district', last)
  if (districts.length === 0)
    return saysDistrict(last) ? nothing(province) : reading(province, match(index, province, 'commune', last), last, 1)
  const codes = new Set(districts.map(({ district }) => district?.code))
  const communes = inner ? match(index, province, 'commune', inner, ({ district }) => codes.has(district?.code)) : []
  return inner && communes.length === 1 ? reading(province, communes, inner, 2) : reading(province, districts, last, 1)
}

const nothing = ({ list, code }: Province): Reading => ({
  ref: { list, province: code },
  named: 0,
  score: 0,
  known: false,
})

/** What one part means, given the units that it may be. */
function reading(province: Province, found: readonly PlaceEntry[], part: PlacePart, levels: number): Reading {
  const only = found.length === 1 ? found[0] : undefined
  if (!only) return { ...nothing(province), known: found.length > 0 }
  const { list, code } = province
  const ref: PlaceRef = {
    list,
    province: code,
    ...(only.district && { district: only.district.code }),
    ...(only.commune && { commune: only.commune.code }),
  }
  const isOfKind = part.kinds.length === 0 || says(only.kinds)(part)
  return { ref, named: levels, score: 2 * levels + (isOfKind ? 1 : 0), known: true }
}

/** Units of that name: spelt as typed rather than only folding alike, of the kind that is said rather than another. */
function match(
  index: EntryIndex,
  province: Province,
  level: 'district' | 'commune',
  part: PlacePart,
  isWithin: (entry: PlaceEntry) => boolean = () => true,
): readonly PlaceEntry[] {
  const found = part.readings.flatMap(({ key, words }) => {
    const alike = index.find(province, level, key).filter(isWithin)
    const possible = alike.filter(({ name }) => agrees(words, toWords(name)))
    return prefer(possible, ({ name }) => sameSpelling(words, toWords(name)))
  })
  return prefer(found, ({ kinds }) => says(kinds)(part))
}

/** Those that fit better when there is a choice and some do. */
function prefer<T>(candidates: readonly T[], isBetter: (candidate: T) => boolean): readonly T[] {
  const better = candidates.length > 1 ? candidates.filter(isBetter) : []
  return better.length > 0 ? better : candidates
}

const says =
  (wanted: readonly UnitKind[]) =>
  ({ kinds }: PlacePart): boolean =>
    kinds.some((kind) => wanted.includes(kind))
const saysDistrict = says(DISTRICT_KINDS)
const saysCommune = says(COMMUNE_KINDS)
const saysProvince = says(['province'])

/** Without the province's own name at the end of a full address. */
function withoutProvince(parts: readonly PlacePart[], { name, kinds }: Province): readonly PlacePart[] {
  const last = parts.at(-1)
  if (!last || parts.length < 2 || !partNames(last, name)) return parts
  const isItself = last.kinds.length === 0 || says(kinds.map(({ kind }) => kind))(last)
  return isItself ? parts.slice(0, -1) : parts
}
