/**
 * ocop-catalog/search in a page that searches offline: the same products in the same order as the storefront's search. It
 * needs neither Node nor a server.
 *
 * Documents and synonyms are plain data: make them with `toSearchDocument` and `parseSynonyms` of the same package where
 * the page is built, in Node, and hand them over as JSON. `npm run build` bundles this file, with the plainer parts of
 * `page/`.
 *
 * @module
 */
export { createSearchIndex, type SearchIndexOptions } from './search-index.js'
export { cutAt } from './rank/highlights.js'
export type { Synonyms } from './synonym.js'
export type {
  Explanation,
  FacetCount,
  FacetName,
  Hit,
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
export type { Range } from './words/tokenize.js'
