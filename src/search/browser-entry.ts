/**
 * ocop-catalog/search: the search of the storefront without the storefront, for a page that searches offline. It needs
 * neither Node nor a server, and gives the same products in the same order.
 *
 * Documents and synonyms are plain data: make them with `toSearchDocument` and `parseSynonyms` where the page is built,
 * hand them over as JSON, and the page itself takes no more than `createSearchIndex`. A bundler then leaves the records'
 * schemas out.
 *
 * @module
 */
export { createSearchIndex, type SearchIndexOptions } from './search-index.js'
export { parseSynonyms, type SynonymRow } from './synonyms.js'
export type { Synonyms } from './synonym.js'
export { toSearchDocument } from './document.js'
export { fromSnapshot, toSnapshot } from './snapshot/hand-over.js'
export type { SearchSnapshot } from './snapshot/search-snapshot.js'
export { cutAt } from './rank/highlights.js'
export { RANKING_RULE } from './ranking-rule.js'
export type {
  Explanation,
  FacetCount,
  FacetName,
  Hit,
  Range,
  Recognition,
  SearchDocument,
  SearchFacts,
  SearchFilters,
  SearchIndex,
  SearchQuery,
  SearchResult,
  Sort,
  Suggestion,
  Understood,
} from './index-port.js'
