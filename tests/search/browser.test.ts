import { createContext, runInContext } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SearchResult } from '../../src/search/index-port.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { generateCatalog, toDocument } from '../bench/generator.js'
import { browserBundle, type BrowserBundle } from './browser-bundle.js'
import { search, synonyms } from './corpus.js'

/** Bytes, compressed as servers do, Fuse.js apart. */
const MOST_BYTES = 20_100

describe('The search in a page that is offline', () => {
  let bundle: BrowserBundle
  beforeAll(async () => {
    bundle = await browserBundle(['createSearchIndex'])
  })

  it('takes nothing but the search and Fuse.js: no schemas, no dates, no phone numbers, nothing of Node', () => {
    const foreign = bundle.files.filter((file) => !/^(?:src\/search\/|node_modules\/fuse\.js\/)/.test(file))
    expect(foreign).toEqual(['src/catalog/text.ts'])
    expect(bundle.script).not.toMatch(/node:|require\(/)
  })

  it('is small', async () => {
    expect((await browserBundle(['createSearchIndex'], { withoutFuse: true })).brotli).toBeLessThan(MOST_BYTES)
  })

  it('bundles as a whole, too, for whoever makes documents in a browser', async () => {
    const { script } = await browserBundle(['createSearchIndex', 'parseSynonyms', 'toSearchDocument', 'RANKING_RULE'])
    expect(script).not.toMatch(/node:|require\("/)
  })

  it('finds the same in the same order as the server, where there is nothing but the language itself', () => {
    const documents = generateCatalog(300).map(toDocument)
    const server = createSearchIndex({ synonyms })
    for (const document of documents) server.put(document)
    const texts = [
      '',
      'ca phe',
      'caf phee',
      'đậu phọng',
      'coffee 4 sao',
      'dưới 100k',
      ...documents.slice(0, 20).map(({ name }) => name),
    ]
    const page = createContext({ given: JSON.stringify({ documents, synonyms, texts }) })
    runInContext(bundle.script, page)
    const found = runInContext(
      `const { documents, synonyms, texts } = JSON.parse(given)
      const index = search.createSearchIndex({ synonyms })
      for (const document of documents) index.put(document)
      const query = { filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: 20 }
      JSON.stringify(texts.map((text) => index.search({ ...query, text })))`,
      page,
    ) as string
    const onServer = texts.map((text) => search(server, text))
    expect(onServer.every(({ total }) => total > 0)).toBe(true)
    expect(JSON.parse(found) as SearchResult[]).toEqual(JSON.parse(JSON.stringify(onServer)))
  })
})
