import type { PlatformId, ProducerId, ProductId } from '../catalog/ids.js'
import type { GroupCode, SetNumber } from '../catalog/product-groups.js'

/** How a product's certificate stands today, as shoppers filter it. */
export type Recognition = 'valid' | 'unconfirmed' | 'lapsed'

/** What the index knows of one published product. All text NFC. */
export interface SearchDocument {
  readonly id: ProductId
  readonly name: string
  readonly nameEn?: string | undefined
  readonly producer: string
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
  /** The lowest price of its variants, in đồng; null when none is stated. */
  readonly price: number | null
  readonly inStock: boolean
  readonly changedAt: string
}

export type FacetName = 'group' | 'set' | 'province' | 'commune' | 'stars' | 'recognition' | 'platform' | 'producer'
export type Sort = 'relevance' | 'priceAsc' | 'priceDesc' | 'newest' | 'stars' | 'name'

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
  readonly filters: SearchFilters
  readonly sort: Sort
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

/** Half-open range of UTF-16 units in the original text. */
export type Range = readonly [start: number, end: number]

export interface Hit {
  readonly id: ProductId
  readonly score: number
  readonly highlights: { readonly name: readonly Range[] }
}

export interface FacetCount {
  readonly value: string
  readonly count: number
}

export interface SearchResult {
  readonly total: number
  readonly page: number
  readonly pageCount: number
  readonly hits: readonly Hit[]
  /** Counts under all filters but the facet's own, values with at least one product, most first. */
  readonly facets: { readonly [F in FacetName]: readonly FacetCount[] }
  readonly inStockCount: number
  /** A spelling with results, when the typed one needed a repair or found nothing. */
  readonly didYouMean: string | null
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
  search(query: SearchQuery): SearchResult
  suggest(text: string, limit: number): readonly Suggestion[]
}
