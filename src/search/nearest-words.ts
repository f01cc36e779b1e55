import { mostUsedFirst, repairs, spelledSo, type Alternative } from './query/alternatives.js'
import { foldsOf, follows } from './query/repair.js'
import type { ReadQuery } from './query/query.js'
import type { QueryWord } from './query/query-words.js'
import type { TextIndex } from './index/text-index.js'
import type { Vocabulary } from './index/vocabulary.js'
import { isMarked } from './words/word.js'

const MOST_NEAREST = 5
/** Of a query that finds nothing, so many words are looked at. */
const MOST_WORDS = 8
const MOST_FOR_A_WORD = 2
/** A shorter word is like too many others. */
const LONG_ENOUGH = 4
const SHORTEST_BEGINNING = 3
/** A number or a letter by itself says nothing of what is looked for. */
const IS_WORD = /\p{L}{2}/u

/** A word of the query as the catalog has it; null for what it does not have. */
interface Known {
  readonly text: string
  readonly spellings: readonly Alternative[]
}

/**
 * What the catalog has nearest to a query that finds nothing: names that hold its words, then parts of it that stand so
 * in some product, the longest first, then words that are like its unknown ones. Only what `finds` something is offered.
 */
export function nearestWords(query: ReadQuery, index: TextIndex, finds: (text: string) => boolean): string[] {
  const words = query.words.slice(0, MOST_WORDS)
  const { vocabulary, names } = index
  const marksTyped = words.some(({ word }) => isMarked(word))
  const known = words.map((word) => knownAs(word, query.text, vocabulary, marksTyped))
  const folds = words.map(({ word }) => word.fold)
  const candidates = [
    ...names.suggest(folds, 1).map(({ text }) => text),
    ...partsInUse(known),
    ...words.flatMap(({ word }, i) =>
      known[i] || word.fold.length < LONG_ENOUGH ? [] : likeUnknown(word, vocabulary),
    ),
  ]
  const nearest: string[] = []
  for (const text of new Set(candidates))
    if (nearest.length < MOST_NEAREST && text !== query.text.trim() && finds(text)) nearest.push(text)
  return nearest
}

function knownAs(typed: QueryWord, query: string, vocabulary: Vocabulary, marksTyped: boolean): Known | null {
  const spellings = spelledSo(vocabulary, typed.word, { marksTyped })
  const [best] = spellings
  if (!best) return null
  return { text: typed.how === 'typed' ? query.slice(...typed.range) : (best.term?.text ?? ''), spellings }
}

/** The stretches of words that follow each other somewhere in the catalog, the longest first. */
function partsInUse(words: readonly (Known | null)[]): string[] {
  const parts: Known[][] = []
  let last: Known[] | null = null
  for (const word of words) {
    const before: Known | undefined = last?.at(-1)
    if (!word) last = null
    else if (last && before && follows(foldsOf(before.spellings), foldsOf(word.spellings))) last.push(word)
    else parts.push((last = [word]))
  }
  return parts
    .sort((a, b) => b.length - a.length)
    .map((part) => part.map(({ text }) => text).join(' '))
    .filter((text) => IS_WORD.test(text))
}

/** Words that may have been meant, then those that begin like the typed one for at least half its length. */
function likeUnknown(word: QueryWord['word'], vocabulary: Vocabulary): string[] {
  const repaired = repairs(vocabulary, word).flatMap(({ term }) => term?.text ?? [])
  return [...repaired, ...withSameBeginning(word.fold, vocabulary)].slice(0, MOST_FOR_A_WORD)
}

function withSameBeginning(fold: string, vocabulary: Vocabulary): string[] {
  for (let length = fold.length - 1; length >= Math.max(SHORTEST_BEGINNING, fold.length / 2); length--) {
    const found = vocabulary.withBeginning(fold.slice(0, length)).flatMap(({ terms }) => terms)
    if (found.length > 0) return found.sort(mostUsedFirst).map(({ text }) => text)
  }
  return []
}
