import type { Reading } from '../query/reading.js'
import type { Matches } from './matches.js'

/** What fits the text of a query, and how. */
export interface Found {
  readonly matches: Matches
  readonly readings: readonly Reading[]
}

/** By which of the readings a product fits. */
export const readingOf = ({ matches, readings }: Found, slot: number): Reading =>
  readings[matches.readings[slot] as number] as Reading

/** True for a way to understand a query by which products need not hold all of it. */
export const isOnlyLike = ({ how }: Reading): boolean => how === 'most'

/** True for a product that lacks some word of the query. */
export const isLike = (found: Found | null, slot: number): boolean =>
  found !== null && isOnlyLike(readingOf(found, slot))
