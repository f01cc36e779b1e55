import type { ProductId } from '../../catalog/ids.js'
import type { IndexParts } from '../search-index.js'
import { SHARED_KINDS, type ListColumn, type SearchSnapshot, type SharedKind } from './search-snapshot.js'
import { textAt } from './text-column.js'
import type { SharedText } from '../index/shared-texts.js'
import type { TextIndex } from '../index/text-index.js'

/** So many texts at a time take a millisecond or less, and so many products or words, also when they are the first. */
const STEP = 500
const SMALL_STEP = 50

/**
 * Fills an empty index from a snapshot in small steps, so that other work can have its turns between them. The index
 * takes the snapshot's columns for its own: a snapshot is good for one index, and is not searched before the last step.
 */
export function* restoreSnapshot(
  { products, text, facets, keys, orders }: IndexParts,
  snapshot: SearchSnapshot,
): Generator<void, void> {
  yield* restoreWords(text, snapshot)
  text.lists.starts = snapshot.lists.starts
  text.lists.numbers = snapshot.lists.numbers
  text.lists.used = snapshot.lists.numbers.length
  text.kinds = snapshot.kinds
  text.digests = snapshot.digests
  text.nameLengths = snapshot.nameLengths
  facets.prices = snapshot.facets.prices
  facets.inStock = snapshot.facets.inStock
  for (const [i, { codes, keys }] of snapshot.facets.columns.entries()) {
    const column = facets.columns[i]?.column
    if (!column) continue
    column.codes = codes
    for (let code = 1; code < keys.ends.length; code++) {
      column.intern(textAt(keys, code))
      if (code % STEP === 0) yield
    }
  }
  yield* facets.settle()
  keys.takeOver(snapshot.keys)
  yield* restoreProducts({ products, text }, snapshot)
  orders.restore(snapshot.orders)
}

function* restoreWords({ vocabulary }: TextIndex, { words, postings, pairs }: SearchSnapshot): Generator<void, void> {
  for (let i = 0; i < words.ends.length; i++) {
    const start = i === 0 ? 0 : (postings.ends[i - 1] as number)
    vocabulary.add(textAt(words, i)).postings.restore(postings.entries.subarray(start, postings.ends[i]))
    if (i % SMALL_STEP === 0) yield
  }
  vocabulary.pairs.restore(pairs.keys, pairs.counts)
}

/** In the order of their slots, so that names become known in the order in which they came in. */
function* restoreProducts(
  { products, text }: Pick<IndexParts, 'products' | 'text'>,
  { ids, names, shared }: SearchSnapshot,
): Generator<void, void> {
  const lists = {} as Record<SharedKind, readonly (readonly string[])[]>
  for (const kind of SHARED_KINDS) {
    const read: (readonly string[])[] = []
    for (const list of readLists(shared[kind].lists)) {
      read.push(list)
      if (read.length % STEP === 0) yield
    }
    lists[kind] = read
  }
  const free: number[] = []
  const known = { producers: [], places: [], groups: [] } as Record<SharedKind, SharedText[]>
  for (let slot = 0; slot < ids.ends.length; slot++) {
    const id = textAt(ids, slot)
    products.add(id as ProductId, textAt(names, slot))
    if (id === '') free.push(slot)
    else {
      for (const kind of SHARED_KINDS) {
        const number = shared[kind].ids[slot] as number
        text[kind].put(slot, (known[kind][number] ??= text[kind].ofAll(lists[kind][number] ?? [])))
      }
      text.joinNames(slot)
    }
    if (slot % SMALL_STEP === 0) yield
  }
  for (const slot of free) products.remove(slot)
}

function* readLists({ texts, lengths }: ListColumn): Generator<readonly string[], void> {
  let at = 0
  for (const length of lengths) yield Array.from({ length }, () => textAt(texts, at++))
}
