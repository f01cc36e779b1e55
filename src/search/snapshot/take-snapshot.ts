import type { IndexParts } from '../search-index.js'
import { SHARED_KINDS, type ListColumn, type SearchSnapshot } from './search-snapshot.js'
import { toTextColumn } from './text-column.js'
import type { TextIndex } from '../index/text-index.js'
import { KEYED_SORTS } from '../rank/sort-keys.js'

/** Copies an index into columns of numbers, its order by name and its order of relevance made. */
export function takeSnapshot({ products, text, facets, keys, orders }: IndexParts): SearchSnapshot {
  const { size } = products
  return {
    ids: toTextColumn(products.ids.map((id) => id ?? '')),
    names: toTextColumn(products.names),
    words: toTextColumn(text.vocabulary.terms.map((term) => term.text)),
    postings: postingsOf(text),
    pairs: { keys: text.vocabulary.pairs.keys.slice(), counts: text.vocabulary.pairs.counts.slice() },
    lists: { starts: text.lists.starts.slice(0, size), numbers: text.lists.numbers.slice(0, text.lists.used) },
    shared: fromEntries(
      SHARED_KINDS.map((kind) => [
        kind,
        {
          lists: toListColumn(text[kind].all.map(({ names }) => names.map((name) => name.text))),
          ids: text[kind].ids.slice(0, size),
        },
      ]),
    ),
    kinds: text.kinds.slice(0, size),
    digests: text.digests.slice(0, size),
    nameLengths: text.nameLengths.slice(0, size),
    facets: {
      prices: facets.prices.slice(0, size),
      inStock: facets.inStock.slice(0, size),
      columns: facets.columns.map(({ column: { codes, keys } }) => ({
        codes: codes.slice(0, size),
        keys: toTextColumn(keys),
      })),
    },
    keys: fromEntries(KEYED_SORTS.map((sort) => [sort, keys.columns[sort].slice(0, size)])),
    orders: (['name', 'relevance'] as const).map((sort) => ({ sort, slots: orders.get(sort).slots.slice() })),
  }
}

const fromEntries = <K extends string, V>(entries: readonly (readonly [K, V])[]): Record<K, V> =>
  Object.fromEntries(entries) as Record<K, V>

const toListColumn = (lists: readonly (readonly string[])[]): ListColumn => ({
  texts: toTextColumn(lists.flat()),
  lengths: Uint32Array.from(lists, (list) => list.length),
})

function postingsOf({ vocabulary: { terms } }: TextIndex): SearchSnapshot['postings'] {
  const entries = new Uint32Array(terms.reduce((sum, { postings }) => sum + postings.length, 0))
  let end = 0
  const ends = Uint32Array.from(terms, ({ postings }) => {
    entries.set(postings.entries.subarray(0, postings.length), end)
    return (end += postings.length)
  })
  return { entries, ends }
}
