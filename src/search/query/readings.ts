import { isKindOfProducer, withNames, type Item, type NameItem, type WordItem } from './items.js'
import { spelledSo } from './alternatives.js'
import { splitJoined, type QueryWord } from './query-words.js'
import type { Reading, ReadingWord } from './reading.js'
import { createReader } from './read-item.js'
import { isSettled, mended, repaired, type Spelt } from './repair.js'
import { rewrites, type Rewrite } from './rewrites.js'
import { sideWords } from './side-words.js'
import type { SynonymTable } from './synonym-table.js'
import { phraseKey } from '../index/names.js'
import type { TextIndex } from '../index/text-index.js'
import { canFit } from '../rank/match-rules.js'
import { isMarked, makeWord, toWord, type Word } from '../words/word.js'

/** All ways in which a query is understood. */
export interface Readings {
  /** As typed and by one rewriting, likeliest first. */
  readonly readings: readonly Reading[]
  /** True when every word is known and stands beside a known neighbour: nothing calls for a repair. */
  readonly isSettled: boolean
  /** True when no word says anything of a product, such as those of "sản phẩm OCOP". */
  readonly meansAll: boolean
  readonly names: readonly NameItem[]
  /** The query with slips and misheard sounds allowed for; with `settledToo` also in words that look right. */
  repair(settledToo: boolean): Reading[]
}

export interface ReadingOptions {
  /** Takes the names of places and groups for plain words. */
  readonly literal?: boolean | undefined
}

const MOST_REWRITES = 8
const UNMARKED_NAME = 0.7
/** What spells a place or a group is most likely meant as one. */
const AS_WORDS = 0.98
/** Words side by side, such as a producer's whole name, are meant as a whole. */
const AS_WHOLE = 1.6
/** What a producer is called counts before the same words anywhere else. */
const AS_PRODUCER = 4
/** Words that the catalog has so many times more often than the producer has products are no name first of all: cà phê. */
const MOST_BESIDES = 10
/** Where thousands have words so, the judge of names tells them anyway. */
const MOST_SIDE_BY_SIDE = 2000
/** A synonym of what a word may have been meant to be. */
const REPAIRED_AND_REWRITTEN = 0.9

/** Finds the ways to understand the words of a query. */
export function understand(
  words: readonly Omit<QueryWord, 'range'>[],
  index: TextIndex,
  table: SynonymTable,
  { literal = false }: ReadingOptions = {},
): Readings {
  const phrase = words.map(({ word }) => word)
  const marksTyped = phrase.some(isMarked)
  const typed = words.map(
    ({ word, how, asTyped, parts = splitJoined(asTyped ?? word.letters, index.vocabulary) }, at): WordItem => ({
      kind: 'word',
      word,
      how: how === 'typed' ? 'marks' : how,
      at,
      inOtherMeaning: words.length > 1,
      asTyped,
      parts,
    }),
  )
  const named = literal ? typed : withNames(index, table, typed, marksTyped)
  const names = named.filter((item) => item.kind === 'name')
  const said = sideWords(
    phrase,
    names.flatMap(({ at, names: [name] }) => (name?.kind === 'place' ? at : [])),
    index.vocabulary,
  )
  const isForeign = (word: Word): boolean =>
    !index.vocabulary.findFold(word.fold) && (table.isForeign(word) || table.hasWord(word))
  // "vietnamese coffee": of English words those suffice that are known, or may become so: the L of "organic L".
  const side = [...said]
  if (phrase.some((word) => table.isForeign(word)))
    phrase.forEach((word, i) => (side[i] ||= !isForeign(word) && !index.vocabulary.withBeginning(word.fold)[0]))
  const read = createReader(index, typed, { marksTyped, side })
  const core = read(named)
  // What spells names may be plain words; but who asks for groups and places alone means no company "Thực phẩm X".
  const inGroups = names.flatMap(({ names: [name], words }) =>
    name?.kind === 'group' && names.length === named.length ? words : [],
  )
  const plain = typed.map((item) => ({ ...item, onlyInNames: inGroups.includes(item.word) }))
  const forms: readonly (readonly Item[])[] = names.length > 0 ? [named, plain] : [named]
  const rewritten = (items: readonly Item[], factor: number): Reading[] => {
    const found: Reading[] = []
    for (const rewrite of rewrites(items, table, index, marksTyped)) {
      if (found.length === MOST_REWRITES) break
      const reading = toReading(read(rewrite.items), rewriteTerms(rewrite, factor))
      if (canFit(reading)) found.push(reading)
    }
    return found
  }
  const speltAs = (items: readonly Item[], words: readonly ReadingWord[]): (Spelt | null)[] =>
    items.map((item, i) =>
      item.kind === 'name'
        ? null
        : {
            word: item.word,
            meaning: words[i] as ReadingWord,
            asTyped: toWord(item.asTyped ?? ''),
            isRight:
              said[item.at] ||
              isForeign(item.word) ||
              (isMarked(item.word) && table.hasWord(item.word)) ||
              table.cuts(phrase, item.at) ||
              table.cuts(phrase, item.at + 1),
          },
    )
  const repair = (items: readonly Item[], settledToo: boolean): Reading[] => {
    const words = read(items)
    const repairs = repaired(speltAs(items, words), index.vocabulary, { settledToo })
    const other = mended(items, repairs)
    return [
      toReading(repairs.map((word, i) => word ?? (words[i] as ReadingWord))),
      ...(other ? rewritten(other.items, other.likelihood * REPAIRED_AND_REWRITTEN) : []),
    ]
  }

  return {
    readings: [
      toReading(core),
      ...(marksTyped && typed.length > 1 ? [toReading(core.map(unmarked), { likelihood: UNMARKED_NAME })] : []),
      ...forms.slice(1).map((items) =>
        toReading(read(items), {
          likelihood: AS_WORDS,
          phrases: names.map(({ words }) => words).filter((phrase) => phrase.length > 1),
        }),
      ),
      ...asWhole(),
      ...forms.flatMap((items, i) => rewritten(items, i === 0 ? 1 : AS_WORDS)),
    ],
    get isSettled() {
      return speltAs(named, core).every((word, i, spelt) => !word || isSettled(spelt, i))
    },
    meansAll: side.every(Boolean),
    names,
    // What looks like a place may be a slip, too: "nam dong" of nấm đông trùng.
    repair: (settledToo) => forms.flatMap((items) => repair(items, settledToo)),
  }

  /** All words as one name, be it the producer's, rather than one here and one there; so, too, after a kind of producer. */
  function asWhole(): Reading[] {
    const [first] = named
    const isOwn = first?.kind === 'name' && isKindOfProducer(first) && index.names.ofProducer(phraseKey(phrase)) === 0
    const start = isOwn ? first.words.length : 0
    const own = phrase.slice(start)
    const ofProducer = index.names.ofProducer(phraseKey(own))
    const times = own.slice(1).map((word, i) => index.vocabulary.timesFollowed(own[i], word))
    const isWhole = ofProducer > 0 || times.every((count) => count > 0 && count <= MOST_SIDE_BY_SIDE)
    const isPlace = named.length === 1 && core[0]?.alternatives[0]?.fit === 1
    if (times.length === 0 || !isWhole || (isPlace && ofProducer === 0)) return []
    const whole = [...core.slice(0, start && 1), ...read(typed.slice(start)).map(exactlySo)]
    const asText = toReading(whole, { phrases: [own], likelihood: AS_WHOLE })
    // Who types the name of a place means what is from there, whoever is called so.
    const asProducer: Reading = { ...asText, phrases: [[...own]], likelihood: AS_PRODUCER, how: 'producer' }
    if (isPlace) return [{ ...asProducer, words: [...whole, ...core] }]
    return Math.min(...times) <= ofProducer * MOST_BESIDES ? [asProducer, asText] : [asText]
  }

  /** As a name has it that is printed without any marks. */
  function unmarked(word: ReadingWord): ReadingWord {
    const isName = word.alternatives[0]?.how === 'name'
    return isName
      ? word
      : {
          ...word,
          alternatives: spelledSo(index.vocabulary, makeWord(word.text, 0), { marksTyped }).filter(
            ({ fit }) => fit === 1,
          ),
        }
  }

  function rewriteTerms({ items, likelihood, how, phrases }: Rewrite, factor: number): Partial<Reading> {
    const all = wordsOf(items)
    const isProducer = all !== null && index.names.ofProducer(phraseKey(all)) > 0
    return {
      likelihood: likelihood * factor * (isProducer ? AS_WHOLE : 1),
      how,
      phrases: [...phrases.filter((phrase) => phrase.length > 1), ...(isProducer ? [all] : [])],
    }
  }
}

/** Of Thanh Bình and Thạnh Bình the one that was typed, where there is one. */
function exactlySo(word: ReadingWord): ReadingWord {
  const exact = word.alternatives.filter(({ fit, how }) => fit === 1 && how !== 'beginning')
  return exact.length > 0 ? { ...word, alternatives: exact } : word
}

const wordsOf = (items: readonly Item[]): Word[] | null =>
  items.every((item) => item.kind === 'word' && !item.onlyInNames) ? items.map((item) => (item as WordItem).word) : null

function toReading(words: readonly ReadingWord[], rest: Partial<Omit<Reading, 'words'>> = {}): Reading {
  const allOptional = !words.some((word) => word.isRequired)
  return {
    words: allOptional ? words.map((word) => ({ ...word, isRequired: true })) : words,
    likelihood: 1,
    how: null,
    phrases: [],
    ...rest,
  }
}
