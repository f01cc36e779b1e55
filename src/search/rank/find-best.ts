import { Field } from '../index/fields.js'
import { fieldsOf, slotOf } from '../index/postings.js'
import type { ReadingWord } from '../query/reading.js'
import type { Bound } from './bound.js'
import { weightsOf } from './match-rules.js'

/**
 * Finds the products that hold a word that stands alone, but for those that the bound leaves out. Names are looked
 * through first, so that most of what stands elsewhere is passed over without a look at the product. `keep` is asked
 * to take a product with its score; `scores` has by slot those that were taken.
 */
export function findBest(
  word: ReadingWord,
  likelihood: number,
  bound: Bound,
  scores: Float32Array,
  keep: (slot: number, score: number) => boolean,
): void {
  const all = weightsOf(word)
  for (const place of [Field.name, 0]) {
    const weights = all.map((weight, fields) => ((fields & Field.name) === place ? weight : 0))
    const most = Math.max(...weights)
    for (const { postings, fit } of word.alternatives) {
      let least = bound.leastScore
      if (Math.fround(Math.fround(fit * most) * likelihood) < least) continue
      const { entries, length } = postings
      for (let i = 0; i < length; i++) {
        const entry = entries[i] as number
        const score = Math.fround(Math.fround(fit * (weights[fieldsOf(entry)] as number)) * likelihood)
        if (score < least) continue
        const slot = slotOf(entry)
        const before = scores[slot] as number
        if (score <= before || !bound.isReachedBy(slot, score) || !keep(slot, score)) continue
        bound.count(slot, score, before)
        least = bound.leastScore
      }
    }
  }
}
