import type { Reading, ReadingWord } from '../query/reading.js'
import type { Term } from '../index/vocabulary.js'

export type Qualities = ReadonlyMap<Term, number>

/** What each spelling of a reading's word is worth. */
export function qualitiesOf(word: ReadingWord): Qualities {
  const qualities = new Map<Term, number>()
  for (const { term, fit } of word.alternatives) if (term && !qualities.has(term)) qualities.set(term, fit)
  return qualities
}

/** Where a name holds a word, at the places of its best spelling there. */
export function positionsIn(name: readonly (Term | null)[], terms: Qualities): number[] {
  let best = 0
  let positions: number[] = []
  name.forEach((term, i) => {
    const fit = (term && terms.get(term)) ?? 0
    if (fit === 0 || fit < best) return
    if (fit > best) positions = []
    best = fit
    positions.push(i)
  })
  return positions
}

/** Of each word's places those beside its neighbour's in the query, where there are any: the cà phê of "Ca cao cà phê". */
export const standingTogether = (positions: readonly (readonly number[])[]): (readonly number[])[] =>
  positions.map((own, word) => {
    const [before = [], after = []] = [positions[word - 1], positions[word + 1]]
    const together = own.filter((place) => before.includes(place - 1) || after.includes(place + 1))
    return together.length > 0 ? together : own
  })

/** The places in a name that the words of a reading take. */
export const placesIn = (name: readonly (Term | null)[], reading: Reading): Set<number> =>
  new Set(standingTogether(reading.words.map((word) => positionsIn(name, qualitiesOf(word)))).flat())
