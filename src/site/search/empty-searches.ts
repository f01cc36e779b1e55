import type { SearchQuery, SearchResult } from '../../search/index-port.js'

/** What people looked for and did not find. */
export interface EmptySearch {
  /** In lower case. */
  readonly text: string
  /** How often since the process began. */
  readonly count: number
}

const MOST_KEPT = 1000
const LONGEST_KEPT = 60
/** Words as people type them, at least one letter: not what programs try, nor an e-mail address. */
const WORDS = /^(?=.*\p{L})[\p{L}\p{M}\p{N} .,'’%&()/+-]+$/u
/** A phone number, an account, a citizen's number: so many digits, however they are set apart. */
const LONG_NUMBER = /(?:\d[ .()/+-]*){7}/

/**
 * Counts the queries that found nothing, for whoever keeps the catalog: in memory, the words only, nothing of who asked.
 * What looks like a phone number or an e-mail address is not kept, nor a query whose filters may be what stood in the way.
 */
export class EmptySearches {
  /** The one asked for last at the end. */
  readonly #counts = new Map<string, number>()

  note({ text, filters = {}, page = 1 }: SearchQuery, { total, understood }: SearchResult): void {
    if (total > 0 || page > 1 || understood.length > 0 || !isPlain(filters)) return
    const words = text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
    if (words.length > LONGEST_KEPT || !WORDS.test(words) || LONG_NUMBER.test(words)) return
    const count = this.#counts.get(words) ?? 0
    this.#counts.delete(words)
    this.#counts.set(words, count + 1)
    for (const [oldest] of this.#counts) {
      if (this.#counts.size <= MOST_KEPT) break
      this.#counts.delete(oldest)
    }
  }

  /** Most frequent first; of equal ones that asked for last. */
  list(): EmptySearch[] {
    return Array.from(this.#counts, ([text, count]) => ({ text, count }))
      .reverse()
      .sort((a, b) => b.count - a.count)
  }
}

const isPlain = ({ facets = {}, minPrice, maxPrice, inStock }: NonNullable<SearchQuery['filters']>): boolean =>
  Object.values(facets).flat().length === 0 && minPrice === undefined && maxPrice === undefined && !inStock
