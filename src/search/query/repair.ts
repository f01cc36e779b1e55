import { repairs, type Alternative } from './alternatives.js'
import type { ReadingWord } from './reading.js'
import type { Fold, Vocabulary } from '../index/vocabulary.js'
import type { Word } from '../words/word.js'

/** A word of a query with what it may mean as spelt. */
export interface Spelt {
  readonly word: Word
  readonly reading: ReadingWord
}

/** A long word with a slip can be told by itself; a short one only by its neighbours. */
const LONG_ENOUGH_ALONE = 4
const LONG_ENOUGH_AS_WHOLE = 3
/** Another spelling of the same sound, such as fở. */
const SURE = 0.9
const KNOWN_PAIR = 1.1
const GOOD = 0.8

const foldsOf = (alternatives: readonly Alternative[]): Fold[] => [
  ...new Set(alternatives.flatMap(({ term }) => (term ? [term.fold] : []))),
]

const follows = (first: readonly Fold[], second: readonly Fold[]): boolean =>
  first.some((fold) => second.some((next) => fold.followers.has(next)))

/** True for a word that is known and stands beside a word that it stands beside in the catalog, too. */
export function isSettled(words: readonly (Spelt | null)[], at: number): boolean {
  const good = (i: number): Fold[] =>
    foldsOf((words[i]?.reading.alternatives ?? []).filter(({ quality }) => quality >= GOOD))
  const own = good(at)
  if (own.length === 0) return false
  const [before, after] = [words[at - 1], words[at + 1]]
  if (!before && !after) return true
  return follows(good(at - 1), own) || follows(own, good(at + 1))
}

/**
 * Adds to the words that are not settled what they may be a slip or a hearing of. A word that the catalog knows, or a
 * short one, is repaired only into one that stands beside its neighbours somewhere: `trả cá` into `chả cá`.
 * Names, given as null, are no neighbours.
 */
export function repaired(words: readonly (Spelt | null)[], vocabulary: Vocabulary): (ReadingWord | null)[] {
  const offers = words.map((spelt, i) => {
    if (!spelt || isSettled(words, i)) return []
    return repairs(
      vocabulary,
      spelt.word,
      spelt.reading.alternatives.some(({ quality }) => quality >= GOOD),
    )
  })
  const all = words.map((spelt, i) => foldsOf([...(spelt?.reading.alternatives ?? []), ...(offers[i] ?? [])]))
  const alone = words.filter(Boolean).length === 1
  return words.map((spelt, i) => {
    if (!spelt) return null
    const isKnown = spelt.reading.alternatives.length > 0
    const added = (offers[i] ?? []).flatMap((offer) => {
      const own = offer.term ? [offer.term.fold] : []
      const isPair = follows(all[i - 1] ?? [], own) || follows(own, all[i + 1] ?? [])
      if (isPair) return [{ ...offer, quality: Math.min(1, offer.quality * KNOWN_PAIR) }]
      const isTellable = alone
        ? spelt.word.fold.length >= LONG_ENOUGH_AS_WHOLE || offer.quality >= SURE
        : !isKnown && spelt.word.fold.length >= LONG_ENOUGH_ALONE
      return isTellable ? [offer] : []
    })
    return added.length === 0
      ? spelt.reading
      : {
          ...spelt.reading,
          alternatives: [...spelt.reading.alternatives, ...added].sort((a, b) => b.quality - a.quality),
        }
  })
}
