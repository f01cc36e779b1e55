import type { ProductId } from '../catalog/ids.js'
import { explain } from './rank/explain.js'
import { Facets } from './facets/facets.js'
import type { Filtered } from './facets/filtered.js'
import { highlightsIn } from './rank/highlights.js'
import type { Hit, SearchDocument, SearchIndex, SearchQuery, SearchResult, Sort, Suggestion } from './index-port.js'
import { Finder } from './rank/finder.js'
import { isLike, isOnlyLike, readingOf, type Found } from './rank/found.js'
import { Products } from './index/products.js'
import { nearestWords } from './nearest-words.js'
import { Orders } from './rank/orders.js'
import { checkQuery } from './query/check-query.js'
import { readQuery, type ReadQuery } from './query/query.js'
import { rank, type Ranked } from './rank/ranking.js'
import { repairedSpelling } from './rank/repaired-spelling.js'
import { suggest } from './suggestions.js'
import { SynonymTable } from './query/synonym-table.js'
import type { Synonyms } from './synonym.js'
import { SortKeys } from './rank/sort-keys.js'
import { TextIndex } from './index/text-index.js'

/** What an index knows before the first product. */
export interface SearchIndexOptions {
  /** Regional and English words and short forms; see `parseSynonyms`. */
  readonly synonyms?: readonly Synonyms[]
}

const NOTHING = new Uint32Array(0)
const FITS = 1
const LIKE = 2

/**
 * Makes an empty search index: words of the catalog propose a bounded number of products, Fuse.js and the public
 * ranking rule judge them. It follows single changes and searches in memory.
 */
export function createSearchIndex({ synonyms = [] }: SearchIndexOptions = {}): SearchIndex {
  return new MemoryIndex(synonyms)
}

/** What an index is made of. */
export interface IndexParts {
  readonly products: Products
  readonly text: TextIndex
  readonly facets: Facets
  readonly keys: SortKeys
  readonly orders: Orders
}

/** @throws {TypeError} for an index that {@link createSearchIndex} did not make. */
export function partsOf(index: SearchIndex): IndexParts {
  if (!(index instanceof MemoryIndex)) throw new TypeError('Only an index of createSearchIndex can be handed over')
  return index.parts
}

const fromOne = (number = 1): number => Math.max(1, Math.trunc(number) || 1)

class MemoryIndex implements SearchIndex {
  readonly #products = new Products()
  readonly #facets = new Facets()
  readonly #keys = new SortKeys()
  readonly #text: TextIndex
  readonly #orders: Orders
  readonly #finder: Finder
  #synonyms: SynonymTable

  constructor(private readonly common: readonly Synonyms[]) {
    this.#synonyms = new SynonymTable(common)
    this.#text = new TextIndex(this.#synonyms.otherMeanings)
    this.#orders = new Orders(this.#products, this.#keys, this.#text)
    this.#finder = new Finder(this.#products, this.#text, this.#orders)
  }

  get parts(): IndexParts {
    return {
      products: this.#products,
      text: this.#text,
      facets: this.#facets,
      keys: this.#keys,
      orders: this.#orders,
    }
  }

  useOwnSynonyms(own: readonly Synonyms[]): void {
    this.#synonyms = new SynonymTable([...this.common, ...own])
    this.#text.useOtherMeanings(this.#synonyms.otherMeanings)
  }

  put(document: SearchDocument): void {
    const { id, name, facts } = document
    const known = this.#products.slotOf(id)
    if (known !== undefined && this.#products.names[known] === name && this.#text.hasWordsOf(known, document)) {
      this.#facets.put(known, facts)
      this.#orders.touch(known, this.#keys.put(known, facts))
      return
    }
    if (known !== undefined) this.remove(id)
    const slot = this.#products.add(id, name)
    this.#text.put(slot, document)
    this.#facets.put(slot, facts)
    this.#keys.put(slot, facts)
    this.#orders.touch(slot)
  }

  remove(id: ProductId): void {
    const slot = this.#products.slotOf(id)
    if (slot === undefined) return
    this.#text.remove(slot)
    this.#products.remove(slot)
    this.#orders.touch(slot)
  }

  *settle(): Generator<void, void> {
    this.#text.vocabulary.sort()
    yield
    yield* this.#facets.settle()
    yield* this.#orders.settle()
  }

  search(query: SearchQuery): SearchResult {
    checkQuery(query)
    const read = readQuery(query, this.#text, this.#synonyms)
    // Null when all products are meant.
    const found = read.meansAll && !this.#finder.fits(read) ? null : this.#finder.find(read, this.#synonyms)
    const slots = found ? found.matches.slots : read.isNoise ? NOTHING : this.#orders.get('relevance').slots
    const passed = this.#facets.filter(slots, read.filters, found)
    const total = passed.slots.length
    const { sort = 'relevance' } = query
    const [page, pageSize] = [fromOne(query.page), fromOne(query.pageSize ?? 20)]
    const end = Math.min(total, page * pageSize)
    const best = found ? this.#rank(found, passed.slots, sort === 'relevance' ? end : 1) : null
    const order = best && sort === 'relevance' ? best.slots : this.#sorted(passed, sort, end, found)
    const first = best?.slots[0]
    return {
      total,
      fullMatches: found?.readings.some(isOnlyLike)
        ? passed.slots.filter((slot) => !isLike(found, slot)).length
        : total,
      page,
      pageCount: Math.ceil(total / pageSize),
      hits: order.slice((page - 1) * pageSize, end).map((slot) => this.#toHit(slot, found, best, query.explain)),
      facets: passed.facets,
      inStockCount: passed.inStockCount,
      understood: read.understood,
      didYouMean:
        found && first !== undefined ? repairedSpelling(read, readingOf(found, first), first, this.#text) : null,
      nearest:
        found?.matches.slots.length === 0
          ? nearestWords(read, this.#text, (text) => this.#finder.fits(this.#read(text)))
          : [],
    }
  }

  suggest(text: string, limit: number): readonly Suggestion[] {
    const read = this.#read(text)
    const found = this.#finder.findQuickly(read, this.#synonyms, limit)
    const slots = found ? this.#rank(found, found.matches.slots, limit).slots : []
    return suggest(read.words, slots, this.#products, this.#text, limit)
  }

  #read(text: string): ReadQuery {
    return readQuery({ text }, this.#text, this.#synonyms)
  }

  #rank(found: Found, slots: Uint32Array, wanted: number): Ranked {
    return rank(slots, wanted, found, this.#text, this.#orders.get('relevance'))
  }

  /** The first `wanted` slots by a sort, what fits the query before what is only like it. */
  #sorted({ slots, marks }: Filtered, sort: Sort, wanted: number, found: Found | null): number[] {
    const order = this.#orders.get(sort).slots
    if (!found && slots.length === order.length) return [...order.subarray(0, wanted)]
    const fits = marks ?? new Uint8Array(this.#products.size)
    if (!marks) for (const slot of slots) fits[slot] = isLike(found, slot) ? LIKE : FITS
    const sorted: number[] = []
    for (const kind of [FITS, LIKE])
      for (let i = 0; i < order.length && sorted.length < wanted; i++) {
        const slot = order[i] as number
        if (fits[slot] === kind) sorted.push(slot)
      }
    return sorted
  }

  #toHit(slot: number, found: Found | null, ranked: Ranked | null, explained?: boolean): Hit {
    const id = this.#products.ids[slot] as ProductId
    const name = this.#products.names[slot] as string
    if (!found) return { id, score: 0, highlights: { name: [] } }
    const reading = readingOf(found, slot)
    const judgement = ranked?.judged.get(slot)
    return {
      id,
      score: Math.min(1, judgement?.score ?? (found.matches.scores[slot] as number)),
      highlights: { name: highlightsIn(name, this.#text.nameTerms(slot), reading) },
      ...(explained && { explanation: explain(reading, slot, judgement, this.#text) }),
    }
  }
}
