import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { fold } from '../../src/catalog/text.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { parseSynonyms, type SynonymRow } from '../../src/search/synonyms.js'
import { toDocument, type MadeUpProduct } from './generator.js'

/** An engine under measure: answers a query with the ids of its first ten. */
export interface Engine {
  readonly name: string
  search(text: string): readonly string[]
}

const SEARCHED = { filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: 10 } as const

export function ours(products: readonly MadeUpProduct[], synonyms: readonly SynonymRow[]) {
  const index = createSearchIndex({ synonyms: parseSynonyms(synonyms) })
  for (const product of products) index.put(toDocument(product))
  const engine: Engine = {
    name: 'ocop-catalog',
    search: (text) => index.search({ text, ...SEARCHED }).hits.map(({ id }) => id),
  }
  return { index, engine }
}

const FIELDS = ['name', 'producer', 'places', 'group']
const toRow = (product: MadeUpProduct) => ({
  id: product.id,
  name: product.name,
  producer: product.producer,
  places: `${product.commune} ${product.district} ${product.province}`,
  group: `${product.setName} ${product.groupName}`,
})

/** MiniSearch with folded words, beginnings and slips, the name weighing most; all words asked for, then any. */
export function miniSearch(products: readonly MadeUpProduct[]): Engine {
  const mini = new MiniSearch({ fields: FIELDS, processTerm: (term) => fold(term) })
  mini.addAll(products.map(toRow))
  const options = {
    boost: { name: 4, producer: 2 },
    prefix: (_: string, i: number, terms: string[]) => i === terms.length - 1,
    fuzzy: (term: string) => (term.length >= 4 ? 0.25 : false),
  } as const
  const ids = (found: readonly { id: unknown }[]): string[] => found.slice(0, 10).map(({ id }) => String(id))
  return {
    name: 'MiniSearch',
    search: (text) => {
      const all = mini.search(text, { ...options, combineWith: 'AND' })
      return ids(all.length > 0 ? all : mini.search(text, options))
    },
  }
}

/** Fuse.js as it is commonly used: a scan over all products. */
export function fuseScan(products: readonly MadeUpProduct[]): Engine {
  const fuse = new Fuse(products.map(toRow), {
    keys: [{ name: 'name', weight: 4 }, { name: 'producer', weight: 2 }, 'places', 'group'],
    ignoreDiacritics: true,
    ignoreLocation: true,
    threshold: 0.3,
  })
  return { name: 'Fuse.js scan', search: (text) => fuse.search(text, { limit: 10 }).map(({ item }) => item.id) }
}
