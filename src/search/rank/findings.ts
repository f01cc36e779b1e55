import type { Alternative } from '../query/alternatives.js'
import { positionsIn } from './positions.js'
import type { Reading, ReadingWord } from '../query/reading.js'
import type { TextIndex } from '../index/text-index.js'

/** What a product holds for a word of a reading: the spelling in its name before any other, the best first. */
export interface Finding {
  readonly word: ReadingWord
  readonly alternative: Alternative | undefined
}

export function findings(reading: Reading, slot: number, index: TextIndex): Finding[] {
  const name = index.nameTerms(slot)
  const positions = positionsIn(name, reading)
  return reading.words.map((word, at) => {
    const [position = -1] = positions[at] ?? []
    const term = name[position]
    const alternative = word.alternatives.find((other) => (term ? other.term === term : other.postings.has(slot)))
    return { word, alternative }
  })
}
