import { describe, expect, it } from 'vitest'
import type { SearchDocument, SearchIndex, Sort } from '../../src/search/index-port.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { fromSnapshot, toSnapshot } from '../../src/search/snapshot/hand-over.js'
import { buffersOf } from '../../src/search/snapshot/search-snapshot.js'
import { generateCatalog, toDocument } from '../bench/generator.js'
import { product, search, synonyms } from './corpus.js'

const made = generateCatalog(1200).map(toDocument)
const odd = [
  product({
    name: 'Mắm \uD800 lạ',
    nameEn: 'Strange sauce',
    description: 'cá cơm, muối biển',
    places: ['Hòa An', 'Hoà An'],
  }),
  product({ name: 'Bắp cải', places: [], groupNames: ['Rau', 'Thực phẩm'] }),
  product({ name: 'İşkembe Ǆ cá' }),
]

const fill = (documents: readonly SearchDocument[]): SearchIndex => {
  const index = createSearchIndex({ synonyms })
  for (const document of documents) index.put(document)
  return index
}

/** As a worker would: the snapshot crosses the border between threads, its columns without a copy. */
function handOver(index: SearchIndex): SearchIndex {
  const snapshot = toSnapshot(index)
  const received = structuredClone(snapshot, { transfer: buffersOf(snapshot) })
  const restored = createSearchIndex({ synonyms })
  expect([...fromSnapshot(restored, received)].length).toBeGreaterThan(3)
  return restored
}

const SORTS: readonly Sort[] = ['relevance', 'priceAsc', 'priceDesc', 'unitPrice', 'newest', 'stars', 'name']
const TEXTS = [
  '',
  'ca phe',
  'caf phee 4 sao',
  'đậu phọng',
  'bap',
  'HTX',
  'mam ca com',
  'strange sauce',
  'dưới 100k',
  'hoa an',
  'iskembe',
  ...made.slice(0, 25).map(({ name }) => name),
  ...made.slice(30, 40).map(({ producer, places }) => `${producer} ${places[0] ?? ''}`),
]

function expectSameAnswers(one: SearchIndex, other: SearchIndex): void {
  for (const text of TEXTS) {
    expect(search(one, text, { explain: true })).toEqual(search(other, text, { explain: true }))
    expect(one.suggest(text, 8)).toEqual(other.suggest(text, 8))
  }
  for (const sort of SORTS)
    expect(search(one, '', { sort, pageSize: 2000 })).toEqual(search(other, '', { sort, pageSize: 2000 }))
}

describe('An index that was built elsewhere and handed over', () => {
  it('answers in every way as the one that gave it', () => {
    const built = fill([...made, ...odd])
    expectSameAnswers(handOver(built), built)
  })

  it('follows changes as that one does, and can be handed on', () => {
    const built = fill([...made.slice(0, 1000), ...odd])
    for (const { id } of made.slice(100, 140)) built.remove(id)
    const restored = handOver(built)
    for (const index of [built, restored]) {
      for (const document of made.slice(1000)) index.put(document)
      for (const { id } of made.slice(300, 340)) index.remove(id)
      for (const document of made.slice(500, 520)) index.put({ ...document, name: `Bắp cải ${document.name}` })
      for (const document of made.slice(600, 620))
        index.put({ ...document, facts: { ...document.facts, stars: 5, price: null, inStock: false } })
      index.useOwnSynonyms([{ from: [], to: [], otherMeanings: [] }])
    }
    expectSameAnswers(restored, built)
    expectSameAnswers(handOver(restored), built)
  })

  it('is refused by what is no index of ours', () => {
    expect(() => toSnapshot({} as SearchIndex)).toThrow(TypeError)
  })
})
