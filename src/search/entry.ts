/**
 * ocop-catalog/search: the search of the storefront without the storefront. In Node it is all of this; bundlers for pages
 * take `browser-entry.ts` instead, which is small and gives the same products in the same order.
 *
 * @module
 */
export { createSearchIndex } from './search-index.js'
export { cutAt } from './rank/highlights.js'
export type * from './browser-entry.js'
export { parseSynonyms, type SynonymRow } from './synonyms.js'
export { toSearchDocument } from './document.js'
export { fromSnapshot, toSnapshot } from './snapshot/hand-over.js'
export type { SearchSnapshot } from './snapshot/search-snapshot.js'
export { RANKING_RULE } from './ranking-rule.js'
