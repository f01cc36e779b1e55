import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlatformId, ProducerId } from '../../src/catalog/ids.js'
import type { FacetName, SearchDocument, SearchFacts, SearchFilters, Sort } from '../../src/search/index-port.js'
import { readQuery } from '../../src/search/query/query.js'
import { SynonymTable } from '../../src/search/query/synonym-table.js'
import { Finder } from '../../src/search/rank/finder.js'
import { cutAt } from '../../src/search/rank/highlights.js'
import { rank } from '../../src/search/rank/ranking.js'
import { TextReader } from '../../src/search/index/text-reader.js'
import { Vocabulary } from '../../src/search/index/vocabulary.js'
import { createSearchIndex, partsOf } from '../../src/search/search-index.js'
import { toWord, wordKey } from '../../src/search/words/word.js'
import { product, search, synonyms } from './corpus.js'

const WORDS = [
  'cà',
  'phê',
  'mật',
  'ong',
  'dừa',
  'dứa',
  'sầu',
  'riêng',
  'Đắk',
  'Lắk',
  'ST25',
  'rượu',
  'nếp',
  'hoà',
  'hòa',
  'mỳ',
  'coffee',
]
const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
const facts: fc.Arbitrary<Partial<SearchFacts>> = fc.record({
  stars: fc.constantFrom(null, 3, 4, 5),
  province: fc.constantFrom(null, '66', '80'),
  recognition: fc.constantFrom('valid', 'unconfirmed', 'lapsed'),
  platforms: fc.subarray(['a', 'b', 'c'] as PlatformId[]),
  producer: fc.constantFrom(null, 'p' as ProducerId, 'q' as ProducerId),
  price: fc.constantFrom(null, 10_000, 20_000, 30_000),
  inStock: fc.boolean(),
})
const ALIKE = [
  ['rượu cà', 'cà'],
  ['hoà cà', 'rượu'],
  ['rượu cà', 'hòa'],
] as const
const one = fc.record({ id: fc.integer({ min: 0, max: 30 }), name, producer: name, facts })
const catalog = fc
  .uniqueArray(one, { selector: ({ id }) => id, maxLength: 20 })
  .map((products) => products.map(({ id, ...rest }) => product({ id: `id-${id}`, ...rest })))
const filters: fc.Arbitrary<SearchFilters> = fc.record({
  facets: fc.record(
    {
      stars: fc.subarray(['3', '4', '5']),
      province: fc.subarray(['66', '80']),
      platform: fc.subarray(['a', 'b', 'c']),
    },
    { requiredKeys: [] },
  ),
  maxPrice: fc.constantFrom(undefined, 20_000),
  inStock: fc.boolean(),
})
const SORTS: readonly Sort[] = ['relevance', 'priceAsc', 'priceDesc', 'unitPrice', 'newest', 'stars', 'name']

const fill = (products: readonly SearchDocument[]) => {
  const index = createSearchIndex({ synonyms })
  for (const document of products) index.put(document)
  return index
}

const VALUES: Record<FacetName, (facts: SearchFacts) => readonly (string | number | null)[]> = {
  group: ({ group }) => [group],
  set: ({ set }) => [set],
  province: ({ province }) => [province],
  commune: ({ commune }) => [commune],
  stars: ({ stars }) => [stars],
  recognition: ({ recognition }) => [recognition],
  platform: ({ platforms }) => platforms,
  producer: ({ producer }) => [producer],
}

const passes = ({ facts }: SearchDocument, { facets, maxPrice, inStock }: SearchFilters, but?: FacetName): boolean =>
  (maxPrice === undefined || (facts.price !== null && facts.price <= maxPrice)) &&
  (!inStock || facts.inStock) &&
  (Object.entries(facets) as [FacetName, readonly string[]][]).every(
    ([facet, chosen]) =>
      facet === but || chosen.length === 0 || VALUES[facet](facts).some((value) => chosen.includes(String(value))),
  )

describe('Laws of the search', () => {
  it('any text gives an answer, and a page is never longer than asked for', () => {
    const index = fill(WORDS.map((word, i) => product({ id: `id-${i}`, name: `${word} thơm` })))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...SORTS), (text, sort) => {
        const result = search(index, text, { sort, pageSize: 5 })
        expect(result.hits.length).toBeLessThanOrEqual(5)
        expect(index.suggest(text, 5).length).toBeLessThanOrEqual(5)
      }),
      { numRuns: 500 },
    )
  })

  it('whatever is typed, no more than 64 products are judged, and a longer text costs no more than 24 words', () => {
    const index = fill(
      Array.from({ length: 300 }, (_, i) => product({ id: `id-${i}`, name: `Cà phê ${WORDS[i % 17]} ${i}` })),
    )
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 700 }),
      fc.array(fc.constantFrom(...WORDS, 'ca', 'phee', 'x'), { maxLength: 60 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const { hits } = search(index, text, { pageSize: 500, explain: true })
        expect(hits.filter(({ explanation }) => explanation?.parts !== undefined).length).toBeLessThanOrEqual(64)
        for (const { explanation } of hits) expect(explanation?.words.length ?? 0).toBeLessThanOrEqual(48)
      }),
      { numRuns: 60 },
    )
  })

  it('what suggestions leave out because it cannot be among the best changes none of them', () => {
    const table = new SynonymTable(synonyms)
    const many = fc
      .array(fc.record({ name, producer: name, description: name, facts }), { minLength: 250, maxLength: 400 })
      .map((products) =>
        fill(products.map((rest, i) => product({ id: `id-${i}`, ...rest, producer: `${rest.producer} sản xuất` }))),
      )
    const beginning = fc.tuple(fc.constantFrom(...WORDS, 'sản', 'xuất'), fc.integer({ min: 1, max: 4 }))
    const typed = fc.oneof(
      beginning.map(([word, length]) => word.slice(0, length)),
      fc
        .tuple(fc.constantFrom(...WORDS), beginning)
        .map(([word, [last, length]]) => `${word} ${last.slice(0, length)}`),
      fc.constantFrom('sx', 'c', 'd', 'đ', 'cf', 'mo', 'xyz'),
    )
    const texts = fc.array(typed, { minLength: 12, maxLength: 12 })
    let leftOut = 0
    fc.assert(
      fc.property(many, texts, fc.constantFrom(1, 8, 70), (index, texts, limit) => {
        const { products, text, orders } = partsOf(index)
        for (const one of texts) {
          const [some, all] = [limit, Infinity].map((wanted) => {
            const found = new Finder(products, text, orders).findQuickly(
              readQuery({ text: one }, text, table),
              table,
              wanted,
            )
            if (!found) return { count: 0, ranked: null }
            const { slots } = found.matches
            const { judged, slots: first } = rank(slots, limit, found, text, orders.get('relevance'))
            return { count: slots.length, ranked: { first: first.slice(0, limit), judged } }
          })
          expect(some?.ranked, one).toEqual(all?.ranked)
          leftOut += (all?.count ?? 0) - (some?.count ?? 0)
        }
      }),
      { numRuns: 25, endOnFailure: true },
    )
    expect(leftOut).toBeGreaterThan(0)
  })

  it('folding a folded word changes nothing, and NFC and NFD are the same word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const word = toWord(text)
        expect(toWord(word.fold).fold).toBe(word.fold)
        expect(wordKey(toWord(text.normalize('NFD')))).toBe(wordKey(toWord(text.normalize('NFC'))))
      }),
    )
  })

  it('a text is read letter by letter into the words that it is cut into', () => {
    const [plain, fast] = [new Vocabulary(), new Vocabulary()]
    const reader = new TextReader(fast)
    const texts = fc.oneof(
      name,
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.array(fc.stringMatching(/^[a-zđàệ0-9]{1,45}$/u), { maxLength: 60 }).map((words) => words.join('-')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        for (const written of [text, text.normalize('NFD')])
          expect(reader.read(written).map(({ id }) => fast.terms[id]?.text)).toEqual(
            plain.read(written).map((term) => term.text),
          )
      }),
      { numRuns: 1000 },
    )
    expect(fast.terms.map(({ text }) => text)).toEqual(plain.terms.map(({ text }) => text))
    expect(fast.terms.length).toBeGreaterThan(1024)
  })

  it('NFC and NFD find the same', () => {
    fc.assert(
      fc.property(catalog, name, (products, text) => {
        const index = fill(products)
        expect(search(index, text.normalize('NFD')).hits).toEqual(search(index, text.normalize('NFC')).hits)
      }),
    )
  })

  it('filters, totals and facet counts equal a naive count', () => {
    fc.assert(
      fc.property(catalog, filters, (products, chosen) => {
        const result = search(fill(products), '', { filters: chosen, pageSize: 100 })
        const ids = products.filter((document) => passes(document, chosen)).map(({ id }) => id)
        expect(new Set(result.hits.map(({ id }) => id))).toEqual(new Set(ids))
        expect(result.inStockCount).toBe(
          products.filter((document) => document.facts.inStock && passes(document, { ...chosen, inStock: false }))
            .length,
        )
        for (const facet of Object.keys(VALUES) as FacetName[]) {
          const counts = new Map<string, number>()
          for (const document of products.filter((document) => passes(document, chosen, facet)))
            for (const value of VALUES[facet](document.facts))
              if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
          expect(new Map(result.facets[facet].map(({ value, count }) => [value, count]))).toEqual(counts)
        }
      }),
    )
  })

  it('highlights lie in the name, in order, and cut it into parts that joined are the name', () => {
    fc.assert(
      fc.property(catalog, name, (products, text) => {
        const names = new Map(products.map((document) => [document.id, document.name]))
        for (const { id, highlights } of search(fill(products), text).hits) {
          const own = names.get(id) ?? ''
          expect(
            cutAt(own, highlights.name)
              .map((part) => part.text)
              .join(''),
          ).toBe(own)
          const ends = highlights.name.flat()
          expect(ends).toEqual([...ends].sort((a, b) => a - b))
        }
      }),
    )
  })

  it('an index that followed changes answers like one that was built anew', () => {
    const step = fc.oneof(one, fc.integer({ min: 0, max: 30 }))
    // The last two fit alike, and which of them tells what else is like them must not hang on who came first.
    const alike = ALIKE.map(([name, producer], id) => ({ id, name, producer, facts: {} }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), name, fc.constantFrom(...SORTS), (steps, text, sort) => {
        const followed = createSearchIndex({ synonyms })
        const kept = new Map<string, SearchDocument>()
        for (const change of steps) {
          const id = `id-${typeof change === 'number' ? change : change.id}`
          if (typeof change === 'number') {
            followed.remove(product({ id, name: id }).id)
            kept.delete(id)
          } else {
            const document = product({ ...change, id })
            followed.put(document)
            kept.set(id, document)
          }
          if (kept.size % 7 === 3) search(followed, '', { sort })
        }
        const anew = fill([...kept.values()].reverse())
        for (const typed of [text, '', text.slice(0, 4)])
          expect(search(followed, typed, { sort })).toEqual(search(anew, typed, { sort }))
      }),
      { examples: [[alike, 'rượu hoà', 'relevance']] },
    )
  })

  it('pages of a search put together are the whole, in the same order', () => {
    fc.assert(
      fc.property(catalog, fc.constantFrom(...WORDS), fc.constantFrom(...SORTS), (products, text, sort) => {
        const index = fill(products)
        const whole = search(index, text, { sort, pageSize: 100 }).hits.map(({ id }) => id)
        const pages = [1, 2, 3, 4, 5, 6, 7].flatMap((page) =>
          search(index, text, { sort, page, pageSize: 3 }).hits.map(({ id }) => id),
        )
        expect(pages).toEqual(whole)
      }),
    )
  })
})
