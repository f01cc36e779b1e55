import type { SearchDocument, Suggestion } from './index-port.js'
import type { QueryWord } from './query/query-words.js'
import type { TextIndex } from './index/text-index.js'

/** Of each kind but products, at most. */
const MOST_OF_A_KIND = 2

/** Offers names while a person types: places, groups and producers whose names hold the words, then products. */
export function suggest(
  words: readonly QueryWord[],
  products: readonly Pick<SearchDocument, 'id' | 'name'>[],
  index: TextIndex,
  limit: number,
): Suggestion[] {
  if (words.length === 0) return []
  const others = index.names
    .suggest(
      words.map(({ word }) => word.fold),
      MOST_OF_A_KIND,
    )
    .map(({ kind, text }) => ({ kind: kind as Suggestion['kind'], text, value: text }))
    .slice(0, Math.ceil(limit / 2))
  const names = products.map(({ name }) => name)
  const offered = products
    .filter(({ name }, i) => names.indexOf(name) === i)
    .map(({ id, name }): Suggestion => ({ kind: 'product', text: name, value: id }))
  const room = Math.max(limit - others.length, Math.ceil(limit / 2))
  return [...offered.slice(0, room), ...others].slice(0, limit)
}
