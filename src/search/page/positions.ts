import type { Reading } from '../query/reading.js'
import type { NameTerms, Positions } from '../rank/positions.js'

/** Where a name holds the words of a reading, each at the places of its best spelling there. */
export const positionsIn = (name: NameTerms, { words }: Reading): Positions =>
  words.map(({ alternatives }) => {
    let best = 0
    let positions: number[] = []
    name.forEach((term, i) => {
      const fit = (term && alternatives.find((other) => other.term === term)?.fit) ?? 0
      if (fit > best) positions = []
      if (fit > 0 && fit >= best) {
        best = fit
        positions.push(i)
      }
    })
    return positions
  })
