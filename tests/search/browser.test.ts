import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import { INNER_NAMES } from '../../bundle-search.js'
import type { SearchIndex, SearchQuery, Sort } from '../../src/search/index-port.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { realCatalog } from '../bench/real/catalog.js'
import { realQueries } from '../bench/real/queries.js'
import { browserBundle, type BrowserBundle } from './browser-bundle.js'
import { synonyms } from './corpus.js'
import { propertiesOfObjects } from './object-properties.js'

/** Bytes, compressed as servers do, Fuse.js apart. */
const MOST_BYTES = 15_360
const PER_CLASS = 4
const SORTS: readonly Sort[] = ['relevance', 'priceAsc', 'priceDesc', 'unitPrice', 'newest', 'stars', 'name']
const FILTERS: readonly SearchQuery['filters'][] = [
  { facets: {} },
  { facets: { stars: ['3', '4'], group: ['I'] }, inStock: true },
  { facets: { platform: ['postmart'] }, minPrice: 20_000, maxPrice: 400_000 },
]

const products = realCatalog(1500)
const documents = products.map(({ document }) => document)
const texts = ['', ...realQueries(products, PER_CLASS).map(({ text }) => text)]
const given = JSON.parse(JSON.stringify({ documents, synonyms, texts, SORTS, FILTERS })) as Given
interface Given {
  readonly documents: typeof documents
  readonly synonyms: typeof synonyms
  readonly texts: typeof texts
  readonly SORTS: typeof SORTS
  readonly FILTERS: typeof FILTERS
}

/** What an index answers to everything. It runs in the page as well, so it holds nothing from outside. */
function answersOf(index: SearchIndex, { texts, SORTS, FILTERS }: Given): string[] {
  return texts.map((text, i) => {
    const [sort, filters] = [SORTS[i % 5 === 0 ? (i / 5) % SORTS.length : 0], FILTERS[i % FILTERS.length]]
    const result = index.search({ text, sort, filters, page: 1 + (i % 2), pageSize: 12, explain: true })
    return JSON.stringify([text, result, index.suggest(text.slice(0, 2 + (i % 7)), 8)])
  })
}

/** Changes of every kind. */
function change(index: SearchIndex, { documents, synonyms }: Given): void {
  for (const [i, document] of documents.slice(0, 400).entries())
    if (i % 4 === 0) index.remove(document.id)
    else if (i % 4 === 1) index.put({ ...document, name: `Mới ${document.name}` })
    else if (i % 4 === 2) index.put({ ...document, facts: { ...document.facts, stars: 5, price: 1000 + i } })
  index.useOwnSynonyms(synonyms.slice(0, 3).map((own) => ({ ...own, otherMeanings: own.from })))
}

function fill(index: SearchIndex, { documents }: Given): void {
  for (const document of documents) index.put(document)
}

describe('The search in a page that is offline', () => {
  let bundle: BrowserBundle
  beforeAll(async () => {
    bundle = await browserBundle()
  })

  it('takes nothing but the search and Fuse.js: no schemas, no dates, no phone numbers, nothing of Node', () => {
    const foreign = bundle.files.filter((file) => !/^(?:src\/search\/|node_modules\/fuse\.js\/)/.test(file))
    expect(foreign).toEqual(['src/catalog/text.ts'])
    expect(bundle.script).not.toMatch(/node:|require\(/)
  })

  it('is small, also when a page bundles it once more', () => {
    expect(bundle.withoutFuse.brotli).toBeLessThan(MOST_BYTES)
  })

  it('shortens no name that a page sees', () => {
    const seen = ['index-port.ts', 'synonym.ts'].map((file) =>
      readFileSync(new URL(`../../src/search/${file}`, import.meta.url), 'utf8'),
    )
    const names = new Set(seen.flatMap((source) => source.match(/(?<=readonly )\w+(?=\??:)/g) ?? []))
    expect(names.size).toBeGreaterThan(50)
    expect(INNER_NAMES.flat().filter((name) => names.has(name))).toEqual([])
  })

  it('writes no two properties of an object alike', () => {
    const objects = propertiesOfObjects(bundle.files.filter((file) => file.startsWith('src/search/')))
    expect(objects).toContainEqual(expect.arrayContaining(['alternatives', 'isRequired', 'onlyInNames']))
    const alike = objects.flatMap((properties) =>
      INNER_NAMES.map((names) => names.filter((name) => properties.includes(name))).filter(({ length }) => length > 1),
    )
    expect(alike).toEqual([])
  })

  it('answers as the server does, where there is nothing but the language itself, and follows changes as well', () => {
    const server = createSearchIndex({ synonyms: given.synonyms })
    fill(server, given)
    const expected = [answersOf(server, given)]
    change(server, given)
    expected.push(answersOf(server, given))

    const page = createContext({ json: JSON.stringify(given) })
    runInContext(bundle.script, page)
    const found = runInContext(
      `const given = JSON.parse(json)
      const index = search.createSearchIndex({ synonyms: given.synonyms })
      ;(${fill.toString()})(index, given)
      const answersOf = ${answersOf.toString()}
      const answers = [answersOf(index, given)]
      ;(${change.toString()})(index, given)
      answers.push(answersOf(index, given))
      JSON.stringify(answers)`,
      page,
    ) as string
    const answers = JSON.parse(found) as string[][]
    for (const [i, round] of expected.entries()) {
      expect(round.length).toBeGreaterThan(300)
      for (const [j, answer] of round.entries()) expect(answers[i]?.[j]).toBe(answer)
    }
  })
})
