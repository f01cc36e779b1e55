import { Index } from 'flexsearch'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { fold } from '../../src/catalog/text.js'
import type { SearchDocument } from '../../src/search/index-port.js'
import type { Synonyms } from '../../src/search/synonym.js'
import { createSearchIndex, SynonymTable, toPhrase } from './built.js'

/** An engine under measure: answers a query with the ids of its first ten. */
export interface Engine {
  readonly name: string
  search(text: string): readonly string[]
}

const SEARCHED = { filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: 10 } as const

export function ours(documents: readonly SearchDocument[], synonyms: readonly Synonyms[]) {
  const index = createSearchIndex({ synonyms })
  for (const document of documents) index.put(document)
  const engine: Engine = {
    name: 'ocop-catalog',
    search: (text) => index.search({ text, ...SEARCHED }).hits.map(({ id }) => id),
  }
  return { index, engine }
}

const FIELDS = ['name', 'producer', 'places', 'group']
const toRow = ({ id, name, producer, places, groupNames }: SearchDocument) => ({
  id: id as string,
  name,
  producer,
  places: places.join(' '),
  group: groupNames.join(' '),
})

const written = (term: string): string => term.normalize('NFC').toLowerCase()

/**
 * MiniSearch at its best: words kept with their marks and without, beginnings and slips allowed for, the name weighing
 * most, all words asked for, then any; and with our synonyms, each put in the place of the words that it stands for.
 */
export function miniSearch(documents: readonly SearchDocument[], synonyms: readonly Synonyms[]): Engine {
  const mini = new MiniSearch({
    fields: FIELDS,
    processTerm: (term) => [...new Set([written(term), fold(term)])],
  })
  mini.addAll(documents.map(toRow))
  const table = new SynonymTable(synonyms)
  const options = {
    boost: { name: 4, producer: 2 },
    prefix: (_: string, i: number, terms: string[]) => i === terms.length - 1,
    fuzzy: (term: string) => (term.length >= 4 ? 0.25 : false),
    processTerm: written,
  } as const
  const ids = (found: readonly { id: unknown }[]): string[] => found.slice(0, 10).map(({ id }) => String(id))
  return {
    name: 'MiniSearch',
    search: (text) => {
      const queries = [text, ...rewritten(table, text)].map((query) => ({
        combineWith: 'AND' as const,
        queries: [query],
      }))
      const all = mini.search({ combineWith: 'OR', queries }, options)
      if (all.length > 0) return ids(all)
      const folded = mini.search(fold(text), { ...options, combineWith: 'AND' })
      return ids(folded.length > 0 ? folded : mini.search(fold(text), options))
    },
  }
}

const MOST_REWRITTEN = 6

function rewritten(table: InstanceType<typeof SynonymTable>, text: string): string[] {
  const words = toPhrase(text)
  const spelt = text.split(/\s+/)
  if (words.length !== spelt.length) return []
  return table
    .find(words, text !== fold(text))
    .slice(0, MOST_REWRITTEN)
    .map(({ start, length, phrase }) =>
      [...spelt.slice(0, start), ...phrase.map((word) => word.fold), ...spelt.slice(start + length)].join(' '),
    )
}

/** FlexSearch with folded words found by their beginnings, and what fits in part when nothing fits in full. */
export function flexSearch(documents: readonly SearchDocument[]): Engine {
  const index = new Index({
    tokenize: 'forward',
    encode: (text) =>
      fold(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
  })
  documents.forEach((document, i) => {
    const { name, producer, places, group } = toRow(document)
    index.add(i, `${name} ${producer} ${places} ${group}`)
  })
  return {
    name: 'FlexSearch',
    search: (text) => {
      const found = index.search(text, { limit: 10 })
      const like = found.length > 0 ? found : index.search(text, { limit: 10, suggest: true })
      return like.map((i) => documents[Number(i)]?.id ?? '')
    },
  }
}

/** Fuse.js as it is commonly used: a scan over all products. */
export function fuseScan(documents: readonly SearchDocument[]): Engine {
  const fuse = new Fuse(documents.map(toRow), {
    keys: [{ name: 'name', weight: 4 }, { name: 'producer', weight: 2 }, 'places', 'group'],
    ignoreDiacritics: true,
    ignoreLocation: true,
    threshold: 0.3,
  })
  return { name: 'Fuse.js scan', search: (text) => fuse.search(text, { limit: 10 }).map(({ item }) => item.id) }
}
