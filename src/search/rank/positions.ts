import type { Reading, ReadingWord } from '../query/reading.js'
import type { Term } from '../index/vocabulary.js'

export type Qualities = ReadonlyMap<Term, number>

/** What each spelling of a reading's word is worth. */
export function qualitiesOf(word: ReadingWord): Qualities {
  const qualities = new Map<Term, number>()
  for (const { term, quality } of word.alternatives) if (term && !qualities.has(term)) qualities.set(term, quality)
  return qualities
}

/** Where a name holds a word, at the places of its best spelling there. */
export function positionsIn(name: readonly (Term | null)[], terms: Qualities): number[] {
  let best = 0
  let positions: number[] = []
  name.forEach((term, i) => {
    const quality = (term && terms.get(term)) ?? 0
    if (quality === 0 || quality < best) return
    if (quality > best) positions = []
    best = quality
    positions.push(i)
  })
  return positions
}

/** The places in a name that the words of a reading take. */
export function placesIn(name: readonly (Term | null)[], reading: Reading): Set<number> {
  return new Set(reading.words.flatMap((word) => positionsIn(name, qualitiesOf(word))))
}
