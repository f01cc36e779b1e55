import { positionsIn, type NameTerms, type Positions } from './positions.js'
import type { Reading } from '../query/reading.js'

/** Of each word's places those beside its neighbour's in the query, where there are any: the cà phê of "Ca cao cà phê". */
export const standingTogether = (positions: Positions): Positions =>
  positions.map((own, word) => {
    if (own.length < 2) return own
    const [before = [], after = []] = [positions[word - 1], positions[word + 1]]
    const together = own.filter((place) => before.includes(place - 1) || after.includes(place + 1))
    return together.length > 0 ? together : own
  })

/** The places in a name that the words of a reading take. */
export const placesIn = (name: NameTerms, reading: Reading): Set<number> =>
  new Set(standingTogether(positionsIn(name, reading)).flat())
