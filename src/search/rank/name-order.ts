import { compareVietnamese } from '../../catalog/text.js'
import type { Products } from '../index/products.js'
import { mendOrder, sortByCounting } from './sort-in-steps.js'
import type { TextIndex } from '../index/text-index.js'

/** Names that begin with the same words so far are left to the collator. */
const WORDS = 6
const STEP = 4000

/** Vietnamese order of names, then order of ids; never 0 for two products. */
export const byName =
  ({ ids, names }: Pick<Products, 'ids' | 'names'>) =>
  (a: number, b: number): number => {
    const [first, second] = [names[a] as string, names[b] as string]
    const order = first === second ? 0 : compareVietnamese(first, second)
    return order || ((ids[a] as string) < (ids[b] as string) ? -1 : 1)
  }

/** All slots in order of their names: first by numbers for their words, then by the collator. */
export function* sortByName({ ids, names }: Products, text: TextIndex): Generator<void, Uint32Array> {
  const then = { ids: ids.slice(), names: names.slice() }
  yield
  const live = Uint32Array.from(ids.keys()).filter((slot) => ids[slot] !== undefined)
  yield
  const ranks = wordRanks(text)
  yield
  let roughly: Uint32Array = live
  const keys = new Uint32Array(ids.length)
  for (let at = WORDS - 1; at >= 0; at--) {
    for (let i = 0; i < live.length; i++) {
      const slot = live[i] as number
      const word = text.lists.nameWord(slot, at)
      keys[slot] = word === undefined ? 0 : (ranks[word] ?? 0)
      if (i % STEP === 0) yield
    }
    roughly = yield* sortByCounting(roughly, keys, ranks.length)
  }
  return yield* mendOrder(roughly, byName(then))
}

/** By word: its place in the dictionary, from 1; tones aside. */
function wordRanks({ vocabulary }: TextIndex): Uint32Array {
  const ranks = new Uint32Array(vocabulary.terms.length)
  const sorted = vocabulary.terms.map(({ id, text }) => ({ id, key: sortKey(text) }))
  sorted.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  let rank = 0
  sorted.forEach(({ id, key }, i) => {
    if (key !== sorted[i - 1]?.key) rank++
    ranks[id] = rank
  })
  return ranks
}

/** A letter with a mark of its own comes after the plain one and before the next: a, ă, â, b. */
const LETTER_ORDER: Readonly<Record<string, string>> = {
  ă: 'a{',
  â: 'a|',
  đ: 'd{',
  ê: 'e{',
  ô: 'o{',
  ơ: 'o|',
  ư: 'u{',
}

/**
 * Sorts nearly as the Vietnamese dictionary does, by plain comparison. Takes lower case. Tones count only between words
 * that are otherwise alike, so they are left out.
 */
const sortKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
    .replace(/[ăâđêôơư]/g, (letter) => LETTER_ORDER[letter] ?? letter)
