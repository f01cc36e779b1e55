import { append } from '../index/append.js'
import type { Reading } from '../query/reading.js'
import type { Term } from '../index/term.js'

/** The words of a name, in order. */
export type NameTerms = readonly Term[]
/** By word of a reading: where a name holds it. */
export type Positions = readonly (readonly number[])[]

/** Which words of a reading each spelling may stand for, and how well; many names are asked for the same reading. */
type Meanings = Map<Term, { readonly at: number; readonly fit: number }[]>
const remembered = new WeakMap<Reading, Meanings>()

function meaningsOf(reading: Reading): Meanings {
  const known = remembered.get(reading)
  if (known) return known
  const meanings: Meanings = new Map()
  for (const [at, { alternatives }] of reading.words.entries())
    for (const { term, fit } of alternatives)
      if (term && meanings.get(term)?.at(-1)?.at !== at) append(meanings, term, { at, fit })
  remembered.set(reading, meanings)
  return meanings
}

/** Where a name holds the words of a reading, each at the places of its best spelling there. */
export function positionsIn(name: NameTerms, reading: Reading): Positions {
  const meanings = meaningsOf(reading)
  const best = reading.words.map(() => 0)
  const positions = best.map((): number[] => [])
  name.forEach((term, i) => {
    for (const { at, fit } of meanings.get(term) ?? []) {
      if (fit < (best[at] as number)) continue
      if (fit > (best[at] as number)) positions[at] = []
      best[at] = fit
      positions[at]?.push(i)
    }
  })
  return positions
}
