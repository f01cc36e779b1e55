import { describe, expect, it } from 'vitest'
import { openShop } from '../support/shop.js'

const query = { filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: 24 } as const

describe('What people look for and do not find', () => {
  it('is counted, the most wanted first, whatever the capitals and spaces', async () => {
    const shop = await openShop()
    for (const text of ['yến sào', 'Sâm Ngọc Linh', ' sâm  ngọc linh', 'cà phê', '']) shop.search({ ...query, text })
    expect(shop.emptySearches()).toEqual([
      { text: 'sâm ngọc linh', count: 2 },
      { text: 'yến sào', count: 1 },
    ])
    await shop.close()
  })

  it.each([
    ['a phone number', 'lan 0905 123 456'],
    ['one written another way', '(+84) 905.123.456'],
    ['an e-mail address', 'lan@example.vn'],
    ['a citizen’s number', '079-123-456-789'],
    ['what a program tries', "' OR 1=1 --"],
    ['a whole letter', 'kính gửi cửa hàng, '.repeat(5)],
    ['what a filter may have hidden', 'yến sào 5 sao'],
  ])('but not %s', async (_, text) => {
    const shop = await openShop()
    expect(shop.search({ ...query, text }).total).toBe(0)
    expect(shop.emptySearches()).toEqual([])
    await shop.close()
  })

  it('nor what the filters of the page may have hidden, nor twice for a second page', async () => {
    const shop = await openShop()
    shop.search({ ...query, text: 'yến sào', filters: { facets: { stars: ['5'] } } })
    shop.search({ ...query, text: 'yến sào', page: 2 })
    expect(shop.emptySearches()).toEqual([])
    await shop.close()
  })

  it('stays small: the last thousand are kept', async () => {
    const shop = await openShop()
    for (let i = 0; i < 1200; i++)
      shop.search({ ...query, text: `zzq${i.toString(36).replace(/\d/g, 'w')}z${i % 1000}` })
    expect(shop.emptySearches()).toHaveLength(1000)
    await shop.close()
  })
})
