import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { ProductId } from '../../src/catalog/ids.js'
import type {
  SearchDocument,
  SearchFacts,
  SearchIndex,
  SearchQuery,
  SearchResult,
} from '../../src/search/index-port.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { parseSynonyms, type SynonymRow } from '../../src/search/synonyms.js'

const rows = parse<SynonymRow>(readFileSync(new URL('../../data/search-synonyms.csv', import.meta.url)), {
  columns: true,
  bom: true,
})
export const synonyms = parseSynonyms(rows)

export interface Wanted extends Partial<Omit<SearchDocument, 'facts' | 'id'>> {
  readonly name: string
  readonly id?: string
  readonly facts?: Partial<SearchFacts>
}

const FACTS: SearchFacts = {
  group: 'I',
  set: null,
  province: null,
  commune: null,
  stars: 3,
  recognition: 'valid',
  producer: null,
  platforms: [],
  price: 100_000,
  unitPrice: null,
  inStock: true,
  changedAt: '2026-01-01T00:00:00Z',
}

/** A product of a test's own small catalog; its id is its name unless told. */
export const product = ({ facts, id, ...rest }: Wanted): SearchDocument => ({
  id: (id ?? rest.name) as ProductId,
  producer: '',
  places: [],
  groupNames: [],
  description: '',
  ...rest,
  facts: { ...FACTS, ...facts },
})

/** An index of these products, given by name or in full. */
export function indexOf(...products: readonly (string | Wanted)[]): SearchIndex {
  const index = createSearchIndex({ synonyms })
  for (const one of products) index.put(product(typeof one === 'string' ? { name: one } : one))
  return index
}

export const search = (index: SearchIndex, text: string, rest: Partial<SearchQuery> = {}): SearchResult =>
  index.search({ text, filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: 20, ...rest })

/** The names (ids) that a query finds, best first. */
export const found = (index: SearchIndex, text: string, rest: Partial<SearchQuery> = {}): string[] =>
  search(index, text, rest).hits.map(({ id }) => id)

/** Those of them that hold all words. */
export function fitting(index: SearchIndex, text: string): string[] {
  const { hits, fullMatches } = search(index, text)
  return hits.slice(0, fullMatches).map(({ id }) => id)
}
