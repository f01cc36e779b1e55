import { placesIn } from './places.js'
import type { Reading } from '../query/reading.js'
import { tokenize, type Range } from '../words/tokenize.js'
import type { Vocabulary } from '../index/vocabulary.js'

/** The ranges of a name's words that answer a query, in order and apart from each other. */
export function highlightsIn(name: string, reading: Reading, vocabulary: Vocabulary): Range[] {
  const tokens = tokenize(name)
  const places = placesIn(
    tokens.map((token) => vocabulary.intern(token.text)),
    reading,
  )
  return tokens.filter((_, i) => places.has(i)).map((token) => token.range)
}

/** Cuts a text at the ranges; joined, the parts are the text again. */
export function cutAt(text: string, ranges: readonly Range[]): { readonly text: string; readonly isHit: boolean }[] {
  const parts: { text: string; isHit: boolean }[] = []
  let reached = 0
  const cut = (end: number, isHit: boolean): void => {
    if (end > reached) parts.push({ text: text.slice(reached, end), isHit })
    reached = end
  }
  // What follows the last range ends as if one began where the text ends.
  for (const [start, end] of [...ranges, [text.length, text.length]] as const) {
    cut(start, false)
    cut(end, true)
  }
  return parts
}
