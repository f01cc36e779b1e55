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
  /** From 1 to 26; null when the product has no class. */
  readonly set: SetNumber | null
  /** Code of today's list. */
  readonly province: string | null
  /** Code of today's list; null when it is not known. */
  readonly commune: string | null
  /** Of the certificate that is shown; null without one. */
  readonly stars: number | null
  readonly recognition: Recognition
  readonly producer: ProducerId | null
  readonly platforms: readonly PlatformId[]
  /** The lowest price of its variants on the day, a running sale counted in, in đồng; null when none is stated. */
  readonly price: number | null
  /** The lowest price of its variants for a kilogram, a litre or a piece; null when none can be said. */
  readonly unitPrice: number | null
  /** Whether any of its variants can be ordered now. */
  readonly inStock: boolean
  /** An ISO time, for sorting by the newest. */
  readonly changedAt: string
}

/** By what shoppers filter with lists of values. */
export type FacetName = 'group' | 'set' | 'province' | 'commune' | 'stars' | 'recognition' | 'platform' | 'producer'
/** In which order products are listed. */
export type Sort = 'relevance' | 'priceAsc' | 'priceDesc' | 'unitPrice' | 'newest' | 'stars' | 'name'

/** What products have to be, beside fitting the words; all of it has to hold. */
export interface SearchFilters {
  /** Values of one facet are alternatives; different facets all have to fit. */
  readonly facets: { readonly [F in FacetName]?: readonly string[] }
  /** The lowest price in đồng, it included. */
  readonly minPrice?: number | undefined
  /** The highest price in đồng, it included. */
  readonly maxPrice?: number | undefined
  /** True: only what can be ordered now. */
  readonly inStock?: boolean | undefined
}

/** What is searched for, and which page of it is wanted. */
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
  /** The filter that stands for these words. */
  readonly filters: SearchFilters
  /** The query without these words, for the chip's link. */
  readonly without: string
}

/** One product that was found. */
export interface Hit {
  readonly id: ProductId
  /** From 0 to 1; 0 where nothing was searched for. */
  readonly score: number
  /** Where the name holds what was searched for, as positions in it. */
  readonly highlights: { readonly name: readonly Range[] }
  /** Only when the query asked to `explain`. */
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

/** How many products have one value of a facet. */
export interface FacetCount {
  readonly value: string
  readonly count: number
}

/** One page of what was found, with the counts for the filters beside it. */
export interface SearchResult {
  /** Products on all pages. */
  readonly total: number
  /** How many of them hold all words; the others come after these and are only like what was asked for. */
  readonly fullMatches: number
  /** The page that this is, from 1. */
  readonly page: number
  readonly pageCount: number
  /** In the order that was asked for. */
  readonly hits: readonly Hit[]
  /** Counts under all filters but the facet's own, values with at least one product, most first, at most 200 and the chosen. */
  readonly facets: { readonly [F in FacetName]: readonly FacetCount[] }
  /** How many of them can be ordered now. */
  readonly inStockCount: number
  /** Which words were taken as filters. */
  readonly understood: readonly Understood[]
  /** A spelling with results, when the typed one needed a repair. */
  readonly didYouMean: string | null
  /** Words and names of the catalog nearest to a text that fits nothing, at most 5; each finds something, filters aside. */
  readonly nearest: readonly string[]
}

/** What a text that is still being typed may become. */
export interface Suggestion {
  readonly kind: 'product' | 'producer' | 'place' | 'group'
  /** What is shown. */
  readonly text: string
  /** The product's id for a product, otherwise the words to search for. */
  readonly value: string
}

/** Finds products. Synchronous: it lives in memory and follows single changes. */
export interface SearchIndex {
  /** Adds a product, or takes its new state in place of the old. */
  put(document: SearchDocument): void
  /** Forgets a product; nothing happens when it is not known. */
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
  /** What a text that is still being typed may become, best first, at most `limit`. */
  suggest(text: string, limit: number): readonly Suggestion[]
}
