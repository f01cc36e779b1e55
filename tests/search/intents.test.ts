import { describe, expect, it } from 'vitest'
import { indexOf, search } from './corpus.js'

const HERBAL = 'Dược liệu và sản phẩm từ dược liệu'

const shop = indexOf(
  { name: 'Kẹo dừa Bến Tre', groupNames: ['Thực phẩm'] },
  { name: 'Mít sấy giòn', groupNames: ['Thực phẩm'] },
  { name: 'Bộ quà tặng cà phê', groupNames: ['Thực phẩm'] },
  { name: 'Cà phê bột Honey', groupNames: ['Thực phẩm'] },
  { name: 'Mật ong rừng', groupNames: ['Thực phẩm'] },
  { name: 'Rượu nếp', groupNames: ['Đồ uống'] },
  { name: 'Cao atiso', groupNames: [HERBAL] },
  { name: 'Trà xanh túi lọc', groupNames: ['Đồ uống'] },
  { name: 'Chè xanh túi lọc', groupNames: ['Đồ uống'] },
  { name: 'Táo gió', producer: 'Hợp tác xã Cô Toàn' },
  { name: 'Lạp sườn hun khói', producer: 'Cơ sở Gỗ Việt' },
  { name: 'Ớt bột Vinh Toàn', producer: 'Hộ kinh doanh Lý Thị Cô' },
  { name: 'Nước mắm', places: ['Sốp Cộp'], facts: { stars: 3 } },
  { name: 'Muối hầm', facts: { stars: 5 } },
)
const kitchen = indexOf('Mắm chay', 'Chả cá', 'Cà phê hạt', 'Cà phê đậu xanh', {
  name: 'Cải ngọt',
  groupNames: ['Rau, củ, quả, hạt tươi'],
})
const names = (text: string): string[] => search(shop, text).hits.map(({ id }) => id)

describe('What shoppers ask for and no name says', () => {
  it.each([
    ['đồ ăn vặt', ['Kẹo dừa Bến Tre', 'Mít sấy giòn']],
    ['snack', ['Kẹo dừa Bến Tre', 'Mít sấy giòn']],
    ['qua tet', ['Bộ quà tặng cà phê']],
    ['dược liệu', ['Cao atiso']],
    ['thức uống', ['Chè xanh túi lọc', 'Rượu nếp', 'Trà xanh túi lọc']],
    ['đồ uống có cồn', ['Rượu nếp']],
  ])('“%s” is answered by what the table of synonyms leads to', (typed, wanted) => {
    const { hits, fullMatches } = search(shop, typed)
    expect(
      hits
        .slice(0, fullMatches)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(wanted)
  })

  it.each([
    ['đồ ăn chay', ['Mắm chay']],
    ['vegan', ['Mắm chay']],
    ['giò chả', ['Chả cá']],
    ['rau củ quả', ['Cải ngọt']],
    ['rau sạch', ['Cải ngọt']],
    ['ca phe rang xay', ['Cà phê hạt']],
    ['coffee beans', ['Cà phê hạt']],
  ])('“%s”', (typed, wanted) => {
    const { hits, fullMatches } = search(kitchen, typed)
    expect(hits.slice(0, fullMatches).map(({ id }) => id)).toEqual(wanted)
  })

  it('said around a thing, stays beside it', () => {
    expect(names('mật ong làm quà')[0]).toBe('Mật ong rừng')
  })

  it('in English means the thing before a name that holds the English word', () => {
    expect(names('honey')).toEqual(['Mật ong rừng', 'Cà phê bột Honey'])
  })

  it('with a word that tells by itself, leads to what has it, where no product has all', () => {
    expect(search(shop, 'rượu atiso')).toMatchObject({ fullMatches: 0, total: 1 })
    expect(names('rượu atiso')).toEqual(['Cao atiso'])
    expect(names('rượu nghìn')).toEqual([])
  })
})

describe('Words around and inside a query', () => {
  it('“OCOP” and stars mean the stars alone, whatever OCOP may be a slip of', () => {
    expect(names('sản phẩm ocop 5 sao')).toEqual(['Muối hầm'])
    expect(names('san pham ocop')).toHaveLength(14)
  })

  it('a slip and a regional word come together', () => {
    expect(names('trà sanh túi lọc')).toEqual(['Trà xanh túi lọc', 'Chè xanh túi lọc'])
  })

  it('a short last word may be a slip where it leads to nothing', () => {
    expect(names('tao go')).toContain('Táo gió')
  })

  it('a key held too long is no key of Telex where that leads to nothing', () => {
    expect(names('laap suon')[0]).toBe('Lạp sườn hun khói')
  })

  it('a producer is found by its name without its kind, before the same words here and there', () => {
    expect(names('cô toàn')[0]).toBe('Táo gió')
  })

  it('a syllable that was cut in two is one again', () => {
    expect(names('mí t sấy')[0]).toBe('Mít sấy giòn')
  })
})
