import { placesIn } from './places.js'
import type { Reading } from '../query/reading.js'
import type { Term } from '../index/term.js'
import { isWord } from '../index/vocabulary.js'
import { tokenize, type Range } from '../words/tokenize.js'

/** The ranges of a name's words that answer a query, in order and apart from each other; `terms` are those of its words. */
export function highlightsIn(name: string, terms: readonly Term[], reading: Reading): Range[] {
  const places = placesIn(terms, reading)
  let at = 0
  return tokenize(name)
    .filter(({ text }) => isWord(text) && places.has(at++))
    .map((token) => token.range)
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
