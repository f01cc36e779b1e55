import { bestField } from '../index/fields.js'
import { findings } from './findings.js'
import type { Explanation } from '../index-port.js'
import type { Judgement } from './judge.js'
import type { Reading } from '../query/reading.js'
import type { TextIndex } from '../index/text-index.js'

/** Says which words were found where and what each part of the judgement gave. */
export function explain(
  reading: Reading,
  slot: number,
  judgement: Judgement | undefined,
  index: TextIndex,
): Explanation {
  return {
    reading: reading.how,
    words: findings(reading, slot, index).flatMap(({ word, alternative }) =>
      alternative
        ? [
            {
              typed: word.text,
              found: alternative.term?.text ?? word.text,
              field: bestField(alternative.postings.fieldsAt(slot)) ?? '',
              how: alternative.how,
              quality: alternative.fit,
            },
          ]
        : [],
    ),
    parts: judgement?.parts,
  }
}
