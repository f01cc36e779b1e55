import { compareVietnamese } from '../../catalog/text.js'
import type { Products } from '../index/products.js'
import { mendOrder, sortInSteps } from './sort-in-steps.js'
import { OwnText } from '../index/term-lists.js'
import type { TextIndex } from '../index/text-index.js'

/** A number that is exact holds this many words, each by its place in the dictionary in 17 bits. */
const WORDS = 3
const MOST_WORDS = 2 ** 17 - 1
const STEP = 4000

/** Vietnamese order of names, then order of ids; never 0 for two products. */
export const byName =
  ({ ids, names }: Pick<Products, 'ids' | 'names'>) =>
  (a: number, b: number): number => {
    const [first, second] = [names[a] ?? '', names[b] ?? '']
    const order = first === second ? 0 : compareVietnamese(first, second)
    return order || ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1)
  }

/** All slots in order of their names: first by numbers for their words, then by the collator. */
export function* sortByName({ ids, names }: Products, text: TextIndex): Generator<void, Uint32Array> {
  const then = { ids: ids.slice(), names: names.slice() }
  yield
  const live = Uint32Array.from(ids.keys()).filter((slot) => ids[slot] !== undefined)
  yield
  const ranks = wordRanks(text)
  yield
  const [first, second] = [new Float64Array(ids.length), new Float64Array(ids.length)]
  for (let i = 0; i < live.length; i++) {
    const slot = live[i] as number
    const words = text.lists.of(slot, OwnText.name)
    first[slot] = keyOf(words, 0, ranks)
    second[slot] = keyOf(words, WORDS, ranks)
    if (i % STEP === 0) yield
  }
  const roughly = yield* sortInSteps(
    live,
    (a, b) => (first[a] as number) - (first[b] as number) || (second[a] as number) - (second[b] as number),
  )
  return yield* mendOrder(roughly, byName(then))
}

function keyOf(words: Uint32Array, from: number, ranks: Uint32Array): number {
  let key = 0
  for (let at = from; at < from + WORDS; at++)
    key = key * (MOST_WORDS + 1) + (at < words.length ? (ranks[words[at] as number] ?? 0) : 0)
  return key
}

/** By word: its place in the dictionary, from 1; tones aside. */
function wordRanks({ vocabulary }: TextIndex): Uint32Array {
  const ranks = new Uint32Array(vocabulary.terms.length)
  const sorted = [...vocabulary.terms].sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0))
  let rank = 0
  sorted.forEach((term, i) => {
    if (term.sortKey !== sorted[i - 1]?.sortKey && rank < MOST_WORDS) rank++
    ranks[term.id] = rank
  })
  return ranks
}
