import { WELL_SPELT } from '../query/alternatives.js'
import { placesIn } from './positions.js'
import type { Matches } from './matcher.js'
import type { Reading } from '../query/reading.js'
import type { TextIndex } from '../index/text-index.js'
import type { Word } from '../words/word.js'

/** Words that say what kind of thing is looked for. */
export interface KindWords {
  readonly words: readonly Word[]
  /** True for synonyms of what was typed: they count only where they have the meaning of the synonym table. */
  readonly byOtherWords: boolean
}

/** The words of a query as the name of the product that fits best has them, in the order of the name. */
export function wordsFound(
  { matches, readings }: { readonly matches: Matches; readonly readings: readonly Reading[] },
  index: TextIndex,
): KindWords {
  let best: number | null = null
  for (const slot of matches.slots)
    if (best === null || (matches.scores[slot] as number) > (matches.scores[best] as number)) best = slot
  const reading = best === null ? undefined : readings[matches.readings[best] ?? 0]
  if (best === null || !reading) return { words: [], byOtherWords: false }
  const name = index.nameTerms(best)
  const words = [...placesIn(name, reading)].sort((a, b) => a - b).flatMap((at) => name[at]?.word ?? [])
  return { words, byOtherWords: reading.how === 'synonym' }
}

/** The first words of a query, up to one that the catalog does not know. */
export function wordsKnown(reading: Reading | undefined): KindWords {
  const words: Word[] = []
  for (const { alternatives } of reading?.words ?? []) {
    const [best] = alternatives
    if (!best?.term || best.fit < WELL_SPELT) break
    words.push(best.term.word)
  }
  return { words, byOtherWords: false }
}
