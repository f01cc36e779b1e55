import type { Reading } from '../query/reading.js'
import type { NameTerms, Positions } from '../rank/positions.js'

/** Where a name holds the words of a reading, each at the places of its best spelling there. */
export const positionsIn = (name: NameTerms, { words }: Reading): Positions =>
  words.map(({ alternatives }) => {
    const fits = name.map((term) => alternatives.find((other) => other.term === term)?.fit ?? 0)
    return fits.flatMap((fit, i) => (fit > 0 && fit === Math.max(...fits) ? i : []))
  })
