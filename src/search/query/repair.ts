import { byQuality, repairs, type Alternative, type How } from './alternatives.js'
import type { Item } from './items.js'
import type { ReadingWord } from './reading.js'
import type { Fold } from '../index/term.js'
import { timesFollowed, type Vocabulary } from '../index/vocabulary.js'
import { isMarked, makeWord, type Word } from '../words/word.js'

/** A word of a query with what it may mean as spelt. */
export interface Spelt {
  readonly word: Word
  readonly meaning: ReadingWord
  /** The word as typed, where keys of an input method were undone that may have been slips; otherwise one without letters. */
  readonly asTyped: Word
  /** An English word, say, that the synonym table knows and the catalog does not, a part of "nem chua", or "mua". */
  readonly isRight: boolean
}

/** A long word with a slip can be told by itself; a short one only by its neighbours. */
const LONG_ENOUGH_ALONE = 4
const LONG_ENOUGH_AS_WHOLE = 3
/** Another spelling of the same sound, such as fở. */
const SURE = 0.9
const KNOWN_PAIR = 1.1
const GOOD = 0.8

/** Two letters of a word that is being typed, before its tone or as the catalog has it: anything may come. */
const isJustBegun = ({ word, meaning: { alternatives } }: Spelt): boolean =>
  word.fold.length <= 2 &&
  (word.tone === 0 || alternatives[0]?.how === 'exact') &&
  alternatives.some(({ how }) => how === 'beginning')

export const foldsOf = (alternatives: readonly Alternative[]): Fold[] => [
  ...new Set(alternatives.flatMap(({ term }) => (term ? [term.fold] : []))),
]

export const follows = (first: readonly Fold[], second: readonly Fold[]): boolean =>
  first.some((fold) => second.some((next) => timesFollowed(fold, next) > 0))

/** True where the catalog has one of these words right after one of the word before, or before one of the word after. */
const isAtHome = (own: readonly Fold[], at: number, foldsAt: (at: number) => readonly Fold[]): boolean =>
  follows(foldsAt(at - 1), own) || follows(own, foldsAt(at + 1))

/** True for a word that is known and stands beside a word that it stands beside in the catalog, too. */
export function isSettled(words: readonly (Spelt | null)[], at: number): boolean {
  const good = (i: number): Fold[] => foldsOf((words[i]?.meaning.alternatives ?? []).filter(({ fit }) => fit >= GOOD))
  const own = good(at)
  if (own.length === 0) return false
  return (!words[at - 1] && !words[at + 1]) || isAtHome(own, at, good)
}

/**
 * Adds to the words that are not settled what they may be a slip or a hearing of. A word that the catalog knows, or a
 * short one, is repaired only into one that stands beside its neighbours somewhere: `trả cá` into `chả cá`. With
 * `settledToo` a word is doubted even where it stands beside its neighbours, and what it sounds like need not stand there:
 * the query as a whole fits nothing.
 * Names, given as null, are no neighbours.
 */
export function repaired(
  words: readonly (Spelt | null)[],
  vocabulary: Vocabulary,
  { settledToo }: { readonly settledToo: boolean },
): (ReadingWord | null)[] {
  const count = words.filter(Boolean).length
  const isShort = count <= 2
  const withMarks = words.some((spelt) => spelt && isMarked(spelt.word))
  const offers = words.map((spelt, i) => {
    if (!spelt || spelt.isRight || (!settledToo && (isJustBegun(spelt) || isSettled(words, i)))) return []
    const isKnown = spelt.meaning.alternatives.some(({ fit }) => fit >= GOOD)
    return [
      ...repairs(vocabulary, spelt.word, {
        isKnown,
        withMarks,
        isShort,
      }),
      ...repairs(vocabulary, spelt.asTyped),
    ]
  })
  const all = words.map((spelt, i) =>
    foldsOf([...(spelt?.meaning.alternatives ?? []), ...(offers[i] as Alternative[])]),
  )
  return words.map((spelt, i) => {
    if (!spelt) return null
    const isKnown = spelt.meaning.alternatives.length > 0
    const added = (offers[i] as Alternative[]).flatMap((offer) => {
      const own = offer.term ? [offer.term.fold] : []
      // Of two words with slips each tells the other.
      const foldsAt = (at: number): readonly Fold[] => {
        const spelt = foldsOf(words[at]?.meaning.alternatives ?? [])
        return isShort && offer.how === 'typo' && spelt.length > 0 ? spelt : (all[at] ?? [])
      }
      if (isAtHome(own, i, foldsAt)) return { ...offer, fit: Math.min(1, offer.fit * KNOWN_PAIR) }
      const isSound = offer.how === 'sound'
      const isTellable =
        count === 1
          ? spelt.word.fold.length >= LONG_ENOUGH_AS_WHOLE || offer.fit >= SURE
          : (isSound && settledToo && withMarks) ||
            (!isKnown && spelt.word.fold.length >= LONG_ENOUGH_ALONE && (isSound || !isShort))
      return isTellable ? offer : []
    })
    return { ...spelt.meaning, alternatives: [...spelt.meaning.alternatives, ...added].sort(byQuality) }
  })
}

/** Ways to a word that was not spelt so. */
export const REPAIRS: ReadonlySet<How> = new Set(['otherMarks', 'sound', 'typo', 'residue'])

/** The query as its likeliest repairs have it; null when no word is likelier otherwise than as typed. */
export function mended(
  items: readonly Item[],
  repairs: readonly (ReadingWord | null)[],
): { readonly items: readonly Item[]; readonly likelihood: number } | null {
  let likelihood = 1
  const other = items.map((item, i): Item => {
    const best = likeliestRepair(repairs, i)
    if (item.kind === 'name' || !best?.term) return item
    likelihood *= best.fit
    const { word, fold } = best.term
    // Who types no marks may mean any word that is spelt so without them.
    return { ...item, word: isMarked(item.word) ? word : makeWord(fold.text, 0), parts: undefined }
  })
  return other.some((item, i) => item !== items[i]) ? { items: other, likelihood } : null
}

/** The likeliest repair of a word; none where the word as spelt is likelier and stands beside a neighbour somewhere. */
function likeliestRepair(words: readonly (ReadingWord | null)[], at: number): Alternative | undefined {
  const foldsAt = (i: number): Fold[] => foldsOf(words[i]?.alternatives ?? [])
  const alternatives = words[at]?.alternatives ?? []
  const [first] = alternatives
  const spelt = foldsOf(alternatives.filter(({ how }) => !REPAIRS.has(how)))
  return first && isAtHome(spelt, at, foldsAt) && !REPAIRS.has(first.how)
    ? undefined
    : alternatives.find(({ how }) => REPAIRS.has(how))
}
