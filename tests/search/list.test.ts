import { describe, expect, it } from 'vitest'
import type { PlatformId, ProducerId } from '../../src/catalog/ids.js'
import { found, indexOf, product, search } from './corpus.js'

const shop = () =>
  indexOf(
    {
      name: 'Ốc len',
      facts: {
        stars: 3,
        province: '66',
        price: 50_000,
        platforms: ['a', 'b'] as PlatformId[],
        changedAt: '2026-03-01T00:00:00Z',
      },
    },
    {
      name: 'Ong mật',
      facts: { stars: 4, province: '66', price: null, producer: 'p1' as ProducerId, changedAt: '2026-02-01T00:00:00Z' },
    },
    {
      name: 'Ớt khô',
      facts: { stars: 5, province: '80', price: 20_000, inStock: false, platforms: ['a'] as PlatformId[] },
    },
    { name: 'Đu đủ', facts: { stars: 4, province: '80', price: 70_000 } },
    { name: 'Dừa sáp', facts: { stars: null, recognition: 'unconfirmed', price: 20_000 } },
  )

describe('The product list', () => {
  it.each([
    ['name', ['Dừa sáp', 'Đu đủ', 'Ong mật', 'Ốc len', 'Ớt khô']],
    ['priceAsc', ['Dừa sáp', 'Ớt khô', 'Ốc len', 'Đu đủ', 'Ong mật']],
    ['priceDesc', ['Đu đủ', 'Ốc len', 'Dừa sáp', 'Ớt khô', 'Ong mật']],
    ['newest', ['Ốc len', 'Ong mật', 'Dừa sáp', 'Đu đủ', 'Ớt khô']],
    ['stars', ['Ớt khô', 'Đu đủ', 'Ong mật', 'Ốc len', 'Dừa sáp']],
  ] as const)('sorts by %s', (sort, names) => {
    expect(found(shop(), '', { sort })).toEqual(names)
  })

  it('counts each facet under all filters but its own', () => {
    const result = search(shop(), '', { filters: { facets: { stars: ['4'], province: ['66'] } } })
    expect(result.hits.map(({ id }) => id)).toEqual(['Ong mật'])
    expect(result.facets.stars).toEqual([
      { value: '3', count: 1 },
      { value: '4', count: 1 },
    ])
    expect(result.facets.province).toEqual([
      { value: '66', count: 1 },
      { value: '80', count: 1 },
    ])
    expect(result.facets.platform).toEqual([])
  })

  it('values of one facet are alternatives; a product on two platforms counts for both', () => {
    const result = search(shop(), '', { filters: { facets: { platform: ['a', 'b'] } } })
    expect(result.total).toBe(2)
    expect(result.facets.platform).toEqual([
      { value: 'a', count: 2 },
      { value: 'b', count: 1 },
    ])
  })

  it('needs no more than a text: without filters, by relevance, the first 20', () => {
    const many = indexOf(...Array.from({ length: 30 }, (_, at) => `Trà số ${at}`))
    expect(many.search({ text: 'tra' })).toEqual(search(many, 'tra', { pageSize: 20 }))
    expect(many.search({ text: '', filters: { minPrice: 1 } }).total).toBe(
      search(many, '', { filters: { facets: {}, minPrice: 1 } }).total,
    )
  })

  it('filters by price and stock, and counts what is in stock under all other filters', () => {
    const result = search(shop(), '', { filters: { facets: {}, maxPrice: 50_000, inStock: true } })
    expect(result).toMatchObject({ total: 2, inStockCount: 2 })
    expect(search(shop(), '', { filters: { facets: {}, maxPrice: 50_000 } })).toMatchObject({
      total: 3,
      inStockCount: 2,
    })
  })

  it('pages without gaps or repeats, and past the end is empty', () => {
    const index = shop()
    const pages = [1, 2, 3, 4].map((page) => found(index, '', { page, pageSize: 2, sort: 'name' }))
    expect(pages).toEqual([['Dừa sáp', 'Đu đủ'], ['Ong mật', 'Ốc len'], ['Ớt khô'], []])
    expect(search(index, '', { page: 1, pageSize: 2 }).pageCount).toBe(3)
  })

  it('follows changes at once, also of filters that were asked for before', () => {
    const index = shop()
    const fiveStars = { filters: { facets: { stars: ['5'] } } }
    const before = search(index, '', fiveStars)
    expect(search(index, '', { ...fiveStars, sort: 'name' }).facets).toEqual(before.facets)
    expect(found(index, '', { sort: 'name' })).toHaveLength(5)
    index.put(product({ name: 'Ong mật', facts: { stars: 5 } }))
    index.put(product({ name: 'Dừa sáp ướp lạnh', id: 'Dừa sáp' }))
    index.remove(product({ name: 'Đu đủ' }).id)
    expect(search(index, '', fiveStars).total).toBe(before.total + 1)
    expect(found(index, 'ướp lạnh')).toEqual(['Dừa sáp'])
    expect(found(index, 'đu đủ')).toEqual([])
    expect(search(index, '').total).toBe(4)
  })
})

describe('Suggestions while typing', () => {
  const index = indexOf(
    {
      name: 'Sầu riêng sấy',
      places: ['Krông Pắc'],
      producer: 'Hợp tác xã Sầu Riêng Ea Yông',
      groupNames: ['Thực phẩm'],
    },
    { name: 'Sầu riêng tươi', places: ['Krông Pắc'] },
  )

  it('offers products, producers, places and groups', () => {
    expect(index.suggest('sầu r', 8)).toEqual([
      { kind: 'product', text: 'Sầu riêng sấy', value: 'Sầu riêng sấy' },
      { kind: 'product', text: 'Sầu riêng tươi', value: 'Sầu riêng tươi' },
      { kind: 'producer', text: 'Hợp tác xã Sầu Riêng Ea Yông', value: 'Hợp tác xã Sầu Riêng Ea Yông' },
    ])
    expect(index.suggest('krong', 8)).toContainEqual({ kind: 'place', text: 'Krông Pắc', value: 'Krông Pắc' })
    expect(index.suggest('thuc ph', 8)).toContainEqual({ kind: 'group', text: 'Thực phẩm', value: 'Thực phẩm' })
  })

  it('offers no more than asked for, and nothing for nothing', () => {
    expect(index.suggest('s', 1)).toHaveLength(1)
    expect(index.suggest('', 8)).toEqual([])
    expect(index.suggest('🍯', 8)).toEqual([])
  })
})
