import type { PlatformId, ProducerId, ProductId } from '../catalog/ids.js'
import type { GroupCode, SetNumber } from '../catalog/product-groups.js'
import type { Synonyms } from './synonym.js'
import type { Range } from './words/tokenize.js'

/** How a product's certificate stands today, as shoppers filter it. */
export type Recognition = 'valid' | 'unconfirmed' | 'lapsed'

/** What the index knows of one published product. All text NFC. */
export interface SearchDocument {
  readonly id: ProductId
  readonly name: string
  readonly nameEn?: string | undefined
  readonly producer: string
  /** Told from the producer's name where it is not known. */
  readonly producerKind?: string | null | undefined
  /** Names of its places, of today and of the time of recognition, most exact first. */
  readonly places: readonly string[]
  readonly groupNames: readonly string[]
  readonly description: string
  readonly facts: SearchFacts
}

/** What is filtered, counted and sorted by. */
export interface SearchFacts {
  readonly group: GroupCode | null
  readonly set: SetNumber | null
  /** Code of today's list. */
  readonly province: string | null
  readonly commune: string | null
  readonly stars: number | null
  readonly recognition: Recognition
  readonly producer: ProducerId | null
  readonly platforms: readonly PlatformId[]
  /** The lowest price of its variants on the day, a running sale counted in, in đồng; null when none is stated. */
  readonly price: number | null
  /** The lowest price of its variants for a kilogram, a litre or a piece; null when none can be said. */
  readonly unitPrice: number | null
  readonly inStock: boolean
  readonly changedAt: string
}

export type FacetName = 'group' | 'set' | 'province' | 'commune' | 'stars' | 'recognition' | 'platform' | 'producer'
export type Sort = 'relevance' | 'priceAsc' | 'priceDesc' | 'unitPrice' | 'newest' | 'stars' | 'name'

export interface SearchFilters {
  /** Values of one facet are alternatives; different facets all have to fit. */
  readonly facets: { readonly [F in FacetName]?: readonly string[] }
  readonly minPrice?: number | undefined
  readonly maxPrice?: number | undefined
  readonly inStock?: boolean | undefined
}

export interface SearchQuery {
  /** As typed; empty lists everything. */
  readonly text: string
  /** None when absent. */
  readonly filters?: Partial<SearchFilters> | undefined
  /** By relevance when absent. */
  readonly sort?: Sort | undefined
  /** From 1, which it is when absent. */
  readonly page?: number | undefined
  /** 20 when absent. */
  readonly pageSize?: number | undefined
  /** Takes words such as "4 sao" or "Đắk Lắk" as plain words, not as filters. */
  readonly literal?: boolean | undefined
  /** Adds to each hit why it stands where it does. */
  readonly explain?: boolean | undefined
}

/** Words of the query that were understood as a filter, to be shown as a chip that can be taken off. */
export interface Understood {
  readonly kind: 'stars' | 'price' | 'inStock' | 'place' | 'group' | 'producerKind'
  /** As typed. */
  readonly text: string
  /** What they were understood as; for stars and prices see `filters`. */
  readonly name: string
  readonly filters: SearchFilters
  /** The query without these words, for the chip's link. */
  readonly without: string
}

export interface Hit {
  readonly id: ProductId
  /** From 0 to 1; 0 where nothing was searched for. */
  readonly score: number
  readonly highlights: { readonly name: readonly Range[] }
  readonly explanation?: Explanation | undefined
}

/** Why a hit stands where it does. */
export interface Explanation {
  /** What was changed in the query to reach it, such as a synonym; null when nothing was. */
  readonly reading: string | null
  readonly words: readonly {
    readonly typed: string
    readonly found: string
    readonly field: string
    /** How the typed word led to the found one. */
    readonly how: string
    readonly quality: number
  }[]
  /** What each part of the judgement gave, from 0 to 1; absent for hits too far down to be judged. */
  readonly parts?: Readonly<Record<string, number>> | undefined
}

export interface FacetCount {
  readonly value: string
  readonly count: number
}

export interface SearchResult {
  readonly total: number
  /** How many of them hold all words; the others come after these and are only like what was asked for. */
  readonly fullMatches: number
  readonly page: number
  readonly pageCount: number
  readonly hits: readonly Hit[]
  /** Counts under all filters but the facet's own, values with at least one product, most first, at most 200 and the chosen. */
  readonly facets: { readonly [F in FacetName]: readonly FacetCount[] }
  readonly inStockCount: number
  /** Which words were taken as filters. */
  readonly understood: readonly Understood[]
  /** A spelling with results, when the typed one needed a repair. */
  readonly didYouMean: string | null
  /** Words and names of the catalog nearest to a text that fits nothing, at most 5; each finds something, filters aside. */
  readonly nearest: readonly string[]
}

export interface Suggestion {
  readonly kind: 'product' | 'producer' | 'place' | 'group'
  readonly text: string
  /** The product's id for a product, otherwise the words to search for. */
  readonly value: string
}

/** Finds products. Synchronous: it lives in memory and follows single changes. */
export interface SearchIndex {
  put(document: SearchDocument): void
  remove(id: ProductId): void
  /**
   * Puts in order what came in, in steps of a few milliseconds, so that other work can have its turns between them.
   * Never needed, but after thousands of changes the next search would otherwise wait for all of it.
   */
  settle(): Generator<void, void>
  /** Searches with these words, too, from now on, in the place of those given before. */
  useOwnSynonyms(synonyms: readonly Synonyms[]): void
  /** @throws {CatalogError} in Node: `INVALID_INPUT` for a facet, a sort or a field that there is none of. */
  search(query: SearchQuery): SearchResult
  suggest(text: string, limit: number): readonly Suggestion[]
}
