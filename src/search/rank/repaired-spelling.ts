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
  for (const [at, word] of query.words.entries())
    if (word.how === 'residue' && !corrections.has(at)) {
      const term = index.vocabulary.find(word.word)
      if (term) corrections.set(at, term.text)
    }
  if (corrections.size === 0) return null
  let spelling = ''
  let reached = 0
  for (const [at, { range }] of query.words.entries()) {
    const [start, end] = range
    const correction = corrections.get(at)
    if (correction === undefined || start < reached) continue
    spelling += query.text.slice(reached, start) + correction
    reached = end
  }
  return (spelling + query.text.slice(reached)).replace(/\s+/g, ' ').trim()
}
