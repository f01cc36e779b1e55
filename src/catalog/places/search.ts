import type { Commune, PlaceHit, PlaceSearchOptions, Province } from './places.js'
import { compareVietnamese } from '../text.js'
import type { PlaceEntry } from './entries.js'
import { communesOfToday, toHit } from './hits.js'
import { agrees, nameKey, sameSpelling, toWords } from './names.js'
import { type QueryReading, readQuery } from './query.js'
import type { Units } from './units.js'

interface Match {
  readonly entry: PlaceEntry
  /** Smaller is better. */
  readonly rank: number
  /** No mark that was typed speaks against the name. */
  readonly agrees: boolean
}

/** The name is what was typed; it begins with it; one of its later words does. */
const EXACT = 0
const PREFIX = 1
const WORD_PREFIX = 2
const LEVELS = ['province', 'district', 'commune'] as const

/** Ranked hits for text as typed; see `Places.search`. Looks at every unit: 14,000 short comparisons. */
export function searchPlaces(
  units: Units,
  entries: readonly PlaceEntry[],
  text: string,
  { limit = 10, provinceCode, language = 'vi' }: PlaceSearchOptions = {},
): readonly PlaceHit[] {
  const readings = readQuery(text)
  const isWanted = (province: Province) =>
    provinceCode === undefined || units.successors.get(province.key)?.code === provinceCode
  const matches: Match[] = []
  for (const entry of entries) {
    const match = isWanted(entry.province) ? bestMatch(units, entry, readings) : null
    if (match) matches.push(match)
  }
  const agreeing = matches.filter((match) => match.agrees)
  const found = withoutRepeats(units, agreeing.length > 0 ? agreeing : matches)
  return best(found, limit).map(({ entry }) => toHit(units, entry, language))
}

function bestMatch(units: Units, entry: PlaceEntry, readings: readonly QueryReading[]): Match | null {
  let best: Match | null = null
  for (const reading of readings) {
    // Most units have nothing to do with what was typed: this keeps the search fast.
    if (!entry.key.includes(reading.key) && !reading.key.startsWith(entry.key)) continue
    const match = toMatch(units, entry, reading)
    if (match && (!best || (match.agrees && !best.agrees) || match.rank < best.rank)) best = match
  }
  return best
}

/** Fit comes first, then the spelling, the kind that was said, today's units, the larger ones. */
function toMatch(units: Units, entry: PlaceEntry, reading: QueryReading): Match | null {
  const fitting = fit(units, entry, reading)
  if (!fitting) return null
  const { how, typed, from } = fitting
  // What was typed without marks speaks against no name.
  const name = reading.isPlain ? typed : wordsOf(entry).words.slice(from)
  const isSpeltOtherwise = !reading.isPlain && how === EXACT && !sameSpelling(typed, name)
  const isOtherKind = reading.kinds.length > 0 && !reading.kinds.some((kind) => entry.kinds.includes(kind))
  const isFormer = entry.province.list === 'pre-2025-07'
  const digits = [how, isSpeltOtherwise ? 1 : 0, isOtherKind ? 1 : 0, isFormer ? 1 : 0, LEVELS.indexOf(entry.level)]
  return {
    entry,
    rank: digits.reduce((higher, digit) => higher * 3 + digit),
    agrees: reading.isPlain || agrees(typed, name),
  }
}

interface Fit {
  readonly how: number
  /** The typed words that stand for the name. */
  readonly typed: readonly string[]
  /** The word of the name at which they begin. */
  readonly from: number
}

function fit(units: Units, entry: PlaceEntry, { key, words, cuts }: QueryReading): Fit | null {
  if (key === entry.key) return { how: EXACT, typed: words, from: 0 }
  if (entry.key.startsWith(key)) return { how: PREFIX, typed: words, from: 0 }
  const cut = key.startsWith(entry.key) ? cuts.get(entry.key.length) : undefined
  if (cut?.behind.some((behind) => liesWithin(units, entry, behind)))
    return { how: EXACT, typed: words.slice(0, cut.words), from: 0 }
  const from = wordsOf(entry).tails.findIndex((tail, index) => index > 0 && tail.startsWith(key))
  return from > 0 ? { how: WORD_PREFIX, typed: words, from } : null
}

interface NameWords {
  readonly words: readonly string[]
  /** The key of the name from each of its words on. */
  readonly tails: readonly string[]
}

const nameWords = new WeakMap<PlaceEntry, NameWords>()

/** The words of a name, parted when it is first looked at and then kept: a letter that is typed asks thousands of names. */
function wordsOf(entry: PlaceEntry): NameWords {
  const kept = nameWords.get(entry)
  if (kept) return kept
  const words = toWords(entry.name)
  const parted = { words, tails: words.map((_, index) => nameKey(words.slice(index).join(' '))) }
  nameWords.set(entry, parted)
  return parted
}

/** What was typed behind the name begins its district and province, of then or of today. */
function liesWithin({ successors }: Units, { district, province }: PlaceEntry, behind: string): boolean {
  const provinces = [province.name, successors.get(province.key)?.name ?? '']
  const contexts = district ? [...provinces, ...provinces.map((name) => `${district.name} ${name}`)] : provinces
  return contexts.some((context) => nameKey(context).startsWith(behind))
}

/** Leaves out units of before that are one unit of today under the same name, where that one is found too. */
function withoutRepeats(units: Units, matches: readonly Match[]): readonly Match[] {
  const found = new Set<Commune | Province>(matches.map(({ entry }) => entry.commune ?? entry.province))
  return matches.filter(({ entry }) => {
    if (entry.province.list === '2025-07') return true
    const communes = communesOfToday(units, entry)
    const only = entry.level === 'province' ? units.successors.get(entry.province.key) : communes[0]
    return communes.length > 1 || !only || !found.has(only) || nameKey(only.name) !== entry.key
  })
}

/** The first few in order of rank, then of name; names are compared only among those that may be shown. */
function best(matches: readonly Match[], limit: number): readonly Match[] {
  const ranks = matches.map(({ rank }) => rank).sort((a, b) => a - b)
  const last = ranks[Math.min(limit, ranks.length) - 1] ?? -1
  return matches
    .filter(({ rank }) => rank <= last)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        compareVietnamese(a.entry.name, b.entry.name) ||
        compareVietnamese(a.entry.province.name, b.entry.province.name),
    )
    .slice(0, limit)
}
