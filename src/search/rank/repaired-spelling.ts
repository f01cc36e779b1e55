import { findings } from './findings.js'
import type { ReadQuery } from '../query/query.js'
import { REPAIRS } from '../query/repair.js'
import type { Reading } from '../query/reading.js'
import type { TextIndex } from '../index/text-index.js'

/** The query as the best hit spells it; null when it needed no repair. */
export function repairedSpelling(query: ReadQuery, reading: Reading, slot: number, index: TextIndex): string | null {
  const corrections = new Map<number, string>()
  for (const { word, alternative } of findings(reading, slot, index))
    if (word.isRequired && alternative?.term && REPAIRS.has(alternative.how))
      corrections.set(word.at, alternative.term.text)
  const { text, words } = query
  let spelling = ''
  let reached = 0
  words.forEach(({ word, how, range: [start, end] }, at) => {
    const known = how === 'residue' ? index.vocabulary.find(word) : null
    if (known && !corrections.has(at)) corrections.set(at, known.text)
    // The parts of a joined word share their range, and are shown apart.
    spelling += start < reached ? ' ' : text.slice(reached, start)
    spelling += corrections.get(at) ?? (word.letters.length < end - start ? word.letters : text.slice(start, end))
    reached = end
  })
  return corrections.size > 0 ? (spelling + text.slice(reached)).replace(/\s+/g, ' ').trim() : null
}
