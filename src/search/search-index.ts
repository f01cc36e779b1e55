import type { ProductId } from '../catalog/ids.js'
import { explain } from './rank/explain.js'
import { Facets } from './facets/facets.js'
import { highlightsIn } from './rank/highlights.js'
import type { Hit, SearchDocument, SearchIndex, SearchQuery, SearchResult, Suggestion } from './index-port.js'
import { Matcher, type Matches } from './rank/matcher.js'
import { findPhrase, type FindsPhrase } from './index/phrase-finder.js'
import { Products } from './index/products.js'
import { nearestWords } from './nearest-words.js'
import { Orders } from './rank/orders.js'
import { readQuery, type ReadQuery } from './query/query.js'
import { propose, rank, type Ranked } from './rank/ranking.js'
import type { Reading } from './query/reading.js'
import { sameKind } from './query/same-kind.js'
import { repairedSpelling } from './rank/repaired-spelling.js'
import { suggest } from './suggestions.js'
import { SynonymTable } from './query/synonym-table.js'
import type { Synonyms } from './synonym.js'
import { SortKeys } from './rank/sort-keys.js'
import { wordsFound, wordsKnown } from './rank/kind-words.js'
import { TextIndex } from './index/text-index.js'
import type { Phrase } from './words/phrase.js'
import { wordKey } from './words/word.js'

export interface SearchIndexOptions {
  /** Regional and English words and short forms; see `parseSynonyms`. */
  readonly synonyms?: readonly Synonyms[]
}

/** What fits the text of a query, and how. */
interface Found {
  readonly matches: Matches
  readonly readings: readonly Reading[]
}

/** Fewer products than this are followed by those that hold most of the words. */
const FEW = 10
const LEAST_WORDS_TO_WIDEN = 3
/** What is only like the query comes after all that fits it, and is listed up to so many. */
const LIKE_IT = 0.1
const MOST_LIKE = 60
/** Of a query that finds nothing as a whole, so many words have to stand side by side in a name. */
const LEAST_WORDS_UNFOUND = 2
/** The readings of a query are numbered in a byte. */
const MOST_READINGS = 255

const NOTHING = new Uint32Array(0)

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

class MemoryIndex implements SearchIndex {
  readonly #products = new Products()
  readonly #facets = new Facets()
  readonly #keys = new SortKeys()
  readonly #matcher = new Matcher()
  readonly #text: TextIndex
  readonly #orders: Orders
  readonly #finderOf = (phrase: Phrase): FindsPhrase => findPhrase(phrase, this.#text)

  #synonyms: SynonymTable

  constructor(private readonly common: readonly Synonyms[]) {
    this.#synonyms = new SynonymTable(common)
    this.#text = new TextIndex(this.#synonyms.otherMeanings)
    this.#orders = new Orders(this.#products, this.#keys, this.#text)
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
    const before = this.#synonyms
    this.#synonyms = new SynonymTable([...this.common, ...own])
    const guards = changedGuards(before.otherMeanings.phrases, this.#synonyms.otherMeanings.phrases)
    const touched = guards.flatMap((guard) => this.#text.namesWith(guard))
    this.#text.useOtherMeanings(this.#synonyms.otherMeanings)
    for (const slot of new Set(touched)) this.#text.readMeanings(slot)
  }

  put(document: SearchDocument): void {
    const { id, name, facts } = document
    const known = this.#products.slotOf(id)
    if (known !== undefined && this.#products.names[known] === name && this.#text.hasWordsOf(known, document)) {
      this.#facets.put(known, facts)
      this.#orders.touch(known, this.#keys.put(known, facts))
      return
    }
    this.remove(id)
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
    yield* this.#orders.settle()
  }

  search(query: SearchQuery): SearchResult {
    const read = readQuery(query, this.#text, this.#synonyms)
    const found = read.readings ? this.#find(read) : null
    const slots = found ? found.matches.slots : read.isNoise ? NOTHING : this.#orders.get('relevance').slots
    const passed = this.#facets.filter(slots, read.filters)
    const total = passed.slots.length
    const [page, pageSize] = [Math.max(1, Math.trunc(query.page) || 1), Math.max(1, Math.trunc(query.pageSize) || 1)]
    const end = Math.min(total, page * pageSize)
    const best = found ? this.#rank(found, passed.slots, query.sort === 'relevance' ? end : 1) : null
    const order = best && query.sort === 'relevance' ? best.slots : this.#sorted(passed.slots, query.sort, end, found)
    const first = best?.slots[0]
    return {
      total,
      fullMatches: found ? passed.slots.filter((slot) => !isLike(found, slot)).length : total,
      page,
      pageCount: Math.ceil(total / pageSize),
      hits: order
        .slice((page - 1) * pageSize, end)
        .map((slot) => this.#toHit(slot, found, best, query.explain ?? false)),
      facets: passed.facets,
      inStockCount: passed.inStockCount,
      understood: read.understood,
      didYouMean:
        found && first !== undefined ? repairedSpelling(read, readingOf(found, first), first, this.#text) : null,
      nearest: found?.matches.slots.length === 0 ? nearestWords(read, this.#text, (text) => this.#fits(text)) : [],
    }
  }

  suggest(text: string, limit: number): readonly Suggestion[] {
    const read = this.#read(text)
    const found = this.#findQuickly(read)
    const ranked = found ? this.#rank(found, found.matches.slots, limit).slots : []
    const products = ranked.map((slot) => ({
      id: this.#products.ids[slot] as ProductId,
      name: this.#products.names[slot] ?? '',
    }))
    return suggest(read.words, products, this.#text, limit)
  }

  #read(text: string): ReadQuery {
    const query = { text, filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: 1 } as const
    return readQuery(query, this.#text, this.#synonyms)
  }

  /** True when some product fits the text as it stands. */
  #fits(text: string): boolean {
    return this.#match(this.#read(text).readings?.readings ?? []).matches.slots.length > 0
  }

  /** Widens step by step: as typed and by synonyms; with repairs; and with products that are like what was found. */
  #find({ readings: understood }: ReadQuery): Found | null {
    if (!understood) return null
    let found = this.#match(understood.readings)
    if (!understood.isSettled || found.matches.slots.length === 0)
      found = this.#match([...understood.readings, ...understood.repair(false)])
    if (found.matches.slots.length === 0) found = this.#match([...understood.readings, ...understood.repair(true)])
    return found.matches.slots.length >= FEW ? found : this.#widen(found, understood.readings[0])
  }

  /** Follows a few products by others of their kind, then by those that hold most of the words. */
  #widen(found: Found, asTyped: Reading | undefined): Found {
    const fitting = found.matches.slots.length
    const readings = [...found.readings]
    let matches = found.matches
    const kindWords = fitting > 0 ? wordsFound(found, this.#text) : wordsKnown(asTyped)
    const least = fitting > 0 ? 1 : LEAST_WORDS_UNFOUND
    for (const kind of sameKind(kindWords, least, this.#text, this.#synonyms, { asPhrase: fitting === 0 })) {
      if (matches.slots.length >= FEW || readings.length + kind.length >= MOST_READINGS) break
      matches = this.#matcher.add(kind, readings.length, this.#finderOf)
      readings.push(...kind)
    }
    if (asTyped && matches.slots.length < FEW && asTyped.words.length >= LEAST_WORDS_TO_WIDEN) {
      readings.push({ ...asTyped, likelihood: LIKE_IT, how: 'most' })
      matches = this.#matcher.addMost(asTyped, readings.length - 1, LIKE_IT)
    }
    const order = this.#orders.get('relevance')
    const like = propose(matches.slots.subarray(fitting), MOST_LIKE, matches, readings, this.#text, order)
    return {
      readings,
      matches: { ...matches, slots: Uint32Array.from([...matches.slots.subarray(0, fitting), ...like]) },
    }
  }

  /** For suggestions, which have to keep up with the keys: as typed, and wider only when that leads nowhere. */
  #findQuickly(read: ReadQuery): Found | null {
    const asTyped = this.#match(read.readings?.readings.slice(0, 1) ?? [])
    return asTyped.matches.slots.length > 0 ? asTyped : this.#find(read)
  }

  #match(readings: readonly Reading[]): Found {
    return { readings, matches: this.#matcher.match(readings, this.#products.size, this.#finderOf) }
  }

  #rank({ matches, readings }: Found, slots: Uint32Array, wanted: number): Ranked {
    return rank(slots, wanted, matches, readings, this.#text, this.#orders.get('relevance'))
  }

  /** The first `wanted` slots by a sort, what fits the query before what is only like it. */
  #sorted(slots: Uint32Array, sort: SearchQuery['sort'], wanted: number, found: Found | null): number[] {
    const order = this.#orders.get(sort).slots
    const fits = new Uint8Array(this.#products.size)
    for (const slot of slots) fits[slot] = isLike(found, slot) ? LIKE : FITS
    const sorted: number[] = []
    for (const kind of [FITS, LIKE])
      for (let i = 0; i < order.length && sorted.length < wanted; i++) {
        const slot = order[i] as number
        if (fits[slot] === kind) sorted.push(slot)
      }
    return sorted
  }

  #toHit(slot: number, found: Found | null, ranked: Ranked | null, explained: boolean): Hit {
    const id = this.#products.ids[slot] as ProductId
    const name = this.#products.names[slot] ?? ''
    if (!found) return { id, score: 0, highlights: { name: [] } }
    const reading = readingOf(found, slot)
    const judgement = ranked?.judged.get(slot)
    return {
      id,
      score: Math.min(1, judgement?.score ?? found.matches.scores[slot] ?? 0),
      highlights: { name: highlightsIn(name, reading, this.#text.vocabulary) },
      ...(explained && { explanation: explain(reading, slot, judgement, this.#text) }),
    }
  }
}

/** The phrases that only one of the lists has. */
function changedGuards(before: readonly Phrase[], after: readonly Phrase[]): Phrase[] {
  const keys = (phrases: readonly Phrase[]): Set<string> =>
    new Set(phrases.map((phrase) => phrase.map(wordKey).join(' ')))
  const [old, fresh] = [keys(before), keys(after)]
  const lacks = (known: ReadonlySet<string>) => (phrase: Phrase) => !known.has(phrase.map(wordKey).join(' '))
  return [...before.filter(lacks(fresh)), ...after.filter(lacks(old))]
}

const FITS = 1
const LIKE = 2

/** True for a product that lacks some word of the query. */
const isLike = (found: Found | null, slot: number): boolean => found !== null && readingOf(found, slot).how === 'most'

const readingOf = ({ matches, readings }: Found, slot: number): Reading =>
  readings[matches.readings[slot] ?? 0] as Reading
