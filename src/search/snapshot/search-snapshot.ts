import type { Sort } from '../index-port.js'
import type { TextColumn } from './text-column.js'

/** Lists of texts, one after the other. */
export interface ListColumn {
  readonly texts: TextColumn
  /** By list: how many texts it has. */
  readonly lengths: Uint32Array
}

/**
 * A whole search index as columns of numbers, which go from one thread to another without a copy. It says nothing about
 * the synonyms: an index that takes it over has to have those of the one that gave it.
 */
export interface SearchSnapshot {
  /** By slot; an empty id where no product is. */
  readonly ids: TextColumn
  readonly names: TextColumn
  /** The words of the catalog, and for each the entries of its postings, of all words one after the other. */
  readonly words: TextColumn
  /** By word: the slots in which it stands, `ends` telling where the next word begins. */
  readonly postings: { readonly entries: Uint32Array; readonly ends: Uint32Array }
  /** Words side by side, as a table of {@link Pairs}. */
  readonly pairs: { readonly keys: Float64Array; readonly counts: Uint32Array }
  readonly lists: { readonly starts: Uint32Array; readonly numbers: Uint32Array }
  readonly shared: Readonly<Record<SharedKind, { readonly lists: ListColumn; readonly ids: Uint32Array }>>
  readonly kinds: Uint8Array
  readonly digests: Float64Array
  readonly nameLengths: Uint8Array
  readonly facets: {
    readonly prices: Float64Array
    readonly inStock: Uint8Array
    readonly columns: readonly { readonly codes: Uint32Array; readonly keys: TextColumn }[]
  }
  readonly keys: Readonly<Record<string, Uint8Array | Float64Array>>
  /** Sorts that were ready. */
  readonly orders: readonly { readonly sort: Sort; readonly slots: Uint32Array }[]
}

export const SHARED_KINDS = ['producers', 'places', 'groups'] as const
export type SharedKind = (typeof SHARED_KINDS)[number]

/** What is handed over to another thread and not copied. */
export function buffersOf(part: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(part)) return [part.buffer as ArrayBuffer]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(buffersOf) : []
}
