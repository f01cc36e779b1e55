import type { ProductId } from '../catalog/ids.js'
import type { Suggestion } from './index-port.js'
import type { Products } from './index/products.js'
import type { QueryWord } from './query/query-words.js'
import type { TextIndex } from './index/text-index.js'

/** Of each kind but products, at most. */
const MOST_OF_A_KIND = 2

/** Offers names while a person types: products by their slots, then places, groups and producers whose names hold the words. */
export function suggest(
  words: readonly QueryWord[],
  slots: readonly number[],
  { ids, names }: Products,
  index: TextIndex,
  limit: number,
): Suggestion[] {
  const others = index.names
    .suggest(
      words.map(({ word }) => word.fold),
      MOST_OF_A_KIND,
    )
    .map(({ kind, text }) => ({ kind: kind as Suggestion['kind'], text, value: text }))
    .slice(0, Math.ceil(limit / 2))
  const offered = slots
    .filter((slot, i) => slots.findIndex((other) => names[other] === names[slot]) === i)
    .map((slot): Suggestion => ({ kind: 'product', text: names[slot] as string, value: ids[slot] as ProductId }))
  const room = Math.max(limit - others.length, Math.ceil(limit / 2))
  return [...offered.slice(0, room), ...others].slice(0, limit)
}
