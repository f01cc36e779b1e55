import { compareVietnamese } from '../../catalog/text.js'
import type { Products } from '../index/products.js'
import { mendOrder, sortByCounting, sortInSteps } from './sort-in-steps.js'
import type { TextIndex } from '../index/text-index.js'

/** Names that begin with the same words so far are left to the collator. */
const WORDS = 6
/** So many words take a millisecond. */
const STEP = 1000

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
  const live: number[] = []
  for (let slot = 0; slot < ids.length; slot++) if (ids[slot] !== undefined) live.push(slot)
  yield
  const ranks = yield* wordRanks(text)
  let roughly: Uint32Array = Uint32Array.from(live)
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

/** By word: its place in the dictionary, from 1; tones aside. Words that come in meanwhile have none. */
function* wordRanks({ vocabulary }: TextIndex): Generator<void, Uint32Array> {
  const keys: string[] = []
  for (const { text } of vocabulary.terms) if (keys.push(sortKey(text)) % STEP === 0) yield
  const sorted = yield* sortInSteps(Uint32Array.from(keys.keys()), (a, b) =>
    Number((keys[a] as string) > (keys[b] as string)),
  )
  const ranks = new Uint32Array(keys.length)
  let rank = 0
  sorted.forEach((id, i) => {
    if (keys[id] !== keys[sorted[i - 1] ?? -1]) rank++
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
