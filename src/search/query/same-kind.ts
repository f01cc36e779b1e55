import { splitJoined } from './query-words.js'
import type { Reading } from './reading.js'
import { understand } from './readings.js'
import type { SynonymTable } from './synonym-table.js'
import type { TextIndex } from '../index/text-index.js'
import type { KindWords } from '../rank/kind-words.js'

/** What is only like the query comes after all that fits it; the more of it is left, the sooner. */
const LEAST_LIKE = 0.1
const RANGE_LIKE = 0.1

/**
 * Readings that ask for ever less: Vietnamese names begin with the thing itself, so the words are dropped from the end,
 * "rượu nếp Tư Khoa" to "rượu nếp" to "rượu", and looked for in names alone. Where more than one is the least, they have to stand side by side.
 */
export function* sameKind(
  { words, how, byOtherWords }: KindWords,
  least: number,
  index: TextIndex,
  table: SynonymTable,
): Generator<Reading[]> {
  const typed = words.map((word) => ({ parts: splitJoined(word.letters, index.vocabulary), word, how }))
  for (let length = words.length; length >= least; length--) {
    if (table.cuts(words, length)) continue
    const kept = words.slice(0, length)
    const likelihood = LEAST_LIKE + (RANGE_LIKE * length) / (words.length + 1)
    yield understand(typed.slice(0, length), index, table, { literal: true }).readings.map((reading) => ({
      words: reading.words.map((word) =>
        word.onlyInNames ? word : { ...word, onlyInNames: true, inOtherMeaning: !byOtherWords },
      ),
      // Another word for all that is left is still nearer than less of it.
      likelihood: likelihood * (0.9 + 0.1 * Math.min(1, reading.likelihood)),
      how: 'most',
      phrases: least > 1 ? [...reading.phrases, kept] : reading.phrases,
    }))
  }
}
