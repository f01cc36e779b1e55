import { WELL_SPELT } from '../query/alternatives.js'
import { placesIn } from './places.js'
import { readingOf, type Found } from './found.js'
import type { Order } from './live-order.js'
import type { Reading } from '../query/reading.js'
import type { TextIndex } from '../index/text-index.js'
import { soundKey } from '../words/sound.js'
import { makeWord, type Word } from '../words/word.js'

/** Words that say what kind of thing is looked for. */
export interface KindWords {
  readonly words: readonly Word[]
  /** Exactly so in the catalog, or as typed and finished. */
  readonly how: 'exact' | 'split'
  /** True for synonyms of what was typed: they count only where they have the meaning of the synonym table. */
  readonly byOtherWords: boolean
}

/**
 * The words of a query that finds something as the name of the product that fits best has them, in the order of the name.
 * Of products that fit alike it is the first by `order`, whichever came into the index first.
 */
export function wordsFound(found: Found, index: TextIndex, { ranks }: Order): KindWords {
  const { slots, scores } = found.matches
  const [best = 0] = slots
    .slice()
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || (ranks[a] as number) - (ranks[b] as number))
  const reading = readingOf(found, best)
  const name = index.nameTerms(best)
  const words = [...placesIn(name, reading)].sort((a, b) => a - b).flatMap((at) => name[at]?.word ?? [])
  return { words, how: 'exact', byOtherWords: reading.how === 'synonym' }
}

/**
 * One word of a query whose words are all known: the first that is no Vietnamese syllable, which tells by itself what is
 * meant, as atiso does; or with `isHead` the first of all.
 */
export function loneWord(reading: Reading | undefined, isHead: boolean): KindWords {
  const { words, ...rest } = wordsKnown(reading)
  const word = words.find(({ fold }) => isHead || soundKey(fold) === null)
  return { ...rest, words: word && words.length === reading?.words.length ? [word] : [] }
}

/** The first words of a query, up to one that the catalog does not know. */
export function wordsKnown(reading: Reading | undefined): KindWords {
  const words: Word[] = []
  for (const { alternatives, text } of reading?.words ?? []) {
    const [best] = alternatives
    if (!best?.term || best.fit < WELL_SPELT) break
    // "ca" of "ca phe" may be any word that is spelt so.
    words.push(best.how === 'exact' ? best.term.word : makeWord(text, 0))
  }
  return { words, how: 'split', byOtherWords: false }
}
