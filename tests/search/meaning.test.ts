import { describe, expect, it } from 'vitest'
import { cutAt } from '../../src/search/rank/highlights.js'
import { fitting, found, indexOf, search } from './corpus.js'

describe('Regional words lead to each other, below true hits', () => {
  it('peanut is lạc in the north and đậu phộng in the south', () => {
    const shop = indexOf('Kẹo lạc', 'Đậu phộng rang', 'Đậu xanh')
    expect(found(shop, 'đậu phộng')).toEqual(['Đậu phộng rang', 'Kẹo lạc'])
    expect(found(shop, 'lạc')).toEqual(['Kẹo lạc', 'Đậu phộng rang'])
  })

  it('a synonym names the product, not who makes it or where', () => {
    const shop = indexOf('Kẹo lạc', { name: 'Chuối sấy', places: ['Lạc Dương'], producer: 'HTX Lạc Thủy' })
    expect(found(shop, 'đậu phộng')).toEqual(['Kẹo lạc'])
  })

  it('not where neighbours give the word another meaning', () => {
    const shop = indexOf('Dứa sấy', 'Khô cá dứa', 'Khóm tươi', 'Gạo thơm')
    expect(found(shop, 'khóm')).toEqual(['Khóm tươi', 'Dứa sấy'])
    expect(found(shop, 'dứa')).toEqual(['Dứa sấy', 'Khóm tươi', 'Khô cá dứa'])
    expect(found(shop, 'cá dứa')[0]).toBe('Khô cá dứa')
    expect(search(shop, 'cá dứa').fullMatches).toBe(1)
  })

  it('a word that is known to be one is no slip, even where no product is called so', () => {
    expect(found(indexOf('Rau rừng', 'Kẹo gừng', 'Bánh tráng mè đen'), 'vừng')).toEqual(['Bánh tráng mè đen'])
    const shop = indexOf('Kẹo gừng', 'Bánh tráng mè đen', { name: 'Nem nướng', places: ['Lai Vung'] })
    expect(found(shop, 'vừng'), 'the catalog has vung with other marks').toEqual(['Bánh tráng mè đen'])
  })

  it('takes one step only: củ đậu is củ sắn in the south, and that is not sắn', () => {
    expect(found(indexOf('Củ sắn', 'Khoai mì', 'Bột sắn'), 'củ đậu')).toEqual(['Củ sắn'])
  })

  it('marks count: mè is sesame, me is tamarind', () => {
    const shop = indexOf('Muối mè', 'Muối vừng', 'Me ngào đường')
    expect(found(shop, 'mè')[0]).toBe('Muối mè')
    expect(found(shop, 'mè')).toContain('Muối vừng')
    expect(found(shop, 'me ngào')).toEqual(['Me ngào đường'])
  })

  it('short forms and English words are known', () => {
    const shop = indexOf(
      { name: 'Mật ong rừng', places: ['Buôn Ma Thuột'], producer: 'Hợp tác xã Ea Tu' },
      'Bột cà phê',
    )
    expect(found(shop, 'mat ong bmt')).toEqual(['Mật ong rừng'])
    expect(found(shop, 'mật ong ban mê')).toEqual(['Mật ong rừng'])
    expect(found(shop, 'htx mật ong')).toEqual(['Mật ong rừng'])
    expect(found(shop, 'honey')).toEqual(['Mật ong rừng'])
    expect(found(shop, 'coffee powder')).toEqual(['Bột cà phê'])
  })
})

describe('Words that say nothing of a product', () => {
  const shop = indexOf({ name: 'Mật ong', facts: { stars: 5 } }, { name: 'Rượu nếp', facts: { stars: 4 } }, 'Trà')

  it.each(['shop mật ong', 'mật ong online', 'mật ong đạt 5 sao', 'mat ong dat 5 sao', 'mật ong 5*'])(
    'stand around the thing: “%s”',
    (text) => {
      expect(search(shop, text)).toMatchObject({ total: 1, fullMatches: 1 })
      expect(found(shop, text)).toEqual(['Mật ong'])
    },
  )

  it('are words of the thing where the catalog has them so: tôm đất is a shrimp', () => {
    const index = indexOf('Chả ram tôm', 'Chả ram tôm đất')
    expect(fitting(index, 'tôm đất 3 sao')).toEqual(['Chả ram tôm đất'])
    expect(fitting(index, 'tom dat')).toEqual(['Chả ram tôm đất'])
  })

  it('stand around a group, whose name may go without marks beside a place with them', () => {
    const index = indexOf({ name: 'Rượu nếp', places: ['Hòa Bình'], groupNames: ['Đồ uống'] }, 'Bánh in')
    for (const text of ['nhóm đồ uống', 'do uong Hòa Bình']) expect(fitting(index, text)).toEqual(['Rượu nếp'])
  })

  it('mean a group, and no company that has its name in its own', () => {
    const index = indexOf(
      { name: 'Sản phẩm chùm ngây', producer: 'Công ty TNHH Thực phẩm Xuân Thơm', places: ['Hòa Bình'] },
      { name: 'Rượu thực phẩm', groupNames: ['Đồ uống'], places: ['Hòa Bình'] },
      { name: 'Bánh in', groupNames: ['Thực phẩm'], places: ['Hòa Bình'] },
    )
    for (const text of ['thực phẩm', 'thuc pham', 'thực phẩm Hòa Bình']) {
      expect(fitting(index, text)).toContain('Bánh in')
      expect(fitting(index, text)).toContain('Rượu thực phẩm')
      expect(fitting(index, text)).not.toContain('Sản phẩm chùm ngây')
    }
    expect(fitting(index, 'thực phẩm Xuân Thơm')).toEqual(['Sản phẩm chùm ngây'])
  })

  it('mean all products: every one of them is OCOP', () => {
    for (const text of ['ocop', 'sản phẩm ocop', 'dac san', 'mua sản phẩm ngon giá rẻ'])
      expect(search(shop, text).total).toBe(3)
    expect(found(shop, 'ocop 5 sao')).toEqual(['Mật ong'])
  })

  it('mean those that are called so, where there are such', () => {
    expect(found(indexOf('Gạo đặc sản', 'Mật ong'), 'đặc sản')).toEqual(['Gạo đặc sản'])
  })

  it('are not mended', () => {
    const coffee = indexOf('Cà phê bột', 'Măng gia vị')
    expect(search(coffee, 'ca phe gia re').didYouMean).toBeNull()
  })
})

describe('Words that are filters are understood as such', () => {
  const shop = indexOf(
    { name: 'Mật ong bạc hà', places: ['Mèo Vạc', 'Hà Giang'], facts: { stars: 4, price: 90_000 } },
    { name: 'Mật ong nhãn', places: ['Hưng Yên'], facts: { stars: 3, price: 200_000, inStock: false } },
    { name: 'Rượu nếp', groupNames: ['Đồ uống'], places: ['Hưng Yên'], facts: { stars: 4, price: null } },
  )

  it.each([
    ['mật ong 4 sao', ['Mật ong bạc hà']],
    ['mat ong bon sao', ['Mật ong bạc hà']],
    ['mật ong ★★★', ['Mật ong nhãn']],
    ['mật ong dưới 100k', ['Mật ong bạc hà']],
    ['mật ong trên 150.000đ', ['Mật ong nhãn']],
    ['mật ong từ 150k đến 250k', ['Mật ong nhãn']],
    ['mật ong còn hàng', ['Mật ong bạc hà']],
    ['mat ong hung yen', ['Mật ong nhãn']],
    ['do uong', ['Rượu nếp']],
    ['hưng yên', ['Rượu nếp', 'Mật ong nhãn']],
  ])('“%s”', (typed, names) => {
    expect(fitting(shop, typed)).toEqual(names)
  })

  it('and come back as chips, each with the query that is left without it', () => {
    const { understood } = search(shop, 'mật ong 4 sao Hà Giang')
    expect(understood.map(({ kind, text, name, without }) => ({ kind, text, name, without }))).toEqual([
      { kind: 'stars', text: '4 sao', name: '4 sao', without: 'mật ong Hà Giang' },
      { kind: 'place', text: 'Hà Giang', name: 'Hà Giang', without: 'mật ong 4 sao' },
    ])
    expect(understood[0]?.filters.facets).toEqual({ stars: ['4'] })
  })

  it('kinds of producers, too, in their short forms', () => {
    const village = indexOf(
      { name: 'Mật ong', id: 'a', producer: 'Hợp tác xã Ea Tu' },
      { name: 'Mật ong', id: 'b', producer: 'Công ty TNHH Ea Tu' },
      { name: 'Mật ong', id: 'c', producer: 'Ong Ea Tu', producerKind: 'household' },
    )
    expect(fitting(village, 'mật ong htx')).toEqual(['a'])
    expect(fitting(village, 'mat ong cong ty')).toEqual(['b'])
    expect(fitting(village, 'hộ kinh doanh')).toEqual(['c'])
    expect(search(village, 'mật ong HTX').understood).toMatchObject([
      { kind: 'producerKind', text: 'HTX', name: 'Hợp tác xã', without: 'mật ong' },
    ])
  })

  it('unless the person wants plain words', () => {
    expect(search(shop, 'mật ong 4 sao', { literal: true }).understood).toEqual([])
  })

  it('a filter that was chosen goes before one that was typed', () => {
    expect(found(shop, 'mật ong 4 sao', { filters: { facets: { stars: ['3'] } } })).toEqual(['Mật ong nhãn'])
  })
})

describe('The best fit comes first', () => {
  it('a name before a producer before a place', () => {
    const shop = indexOf(
      'Trà sen',
      { name: 'Bánh cốm', producer: 'Cơ sở Hương Sen' },
      { name: 'Kẹo dừa', places: ['Làng Sen'] },
    )
    expect(found(shop, 'sen')).toEqual(['Trà sen', 'Bánh cốm', 'Kẹo dừa'])
  })

  it('words side by side before words apart, short names before long ones', () => {
    const shop = indexOf('Mật hoa dừa và tinh chất ong', 'Mật ong rừng tràm U Minh', 'Mật ong')
    expect(found(shop, 'mat ong')).toEqual(['Mật ong', 'Mật ong rừng tràm U Minh', 'Mật hoa dừa và tinh chất ong'])
  })

  it('a word that stands alone at the head of a name is not taken for the one beside its neighbour', () => {
    const shop = indexOf('Ca cao cà phê', 'Cà phê chồn thượng hạng', 'Cà phê bột')
    expect(found(shop, 'ca phe')).toEqual(['Cà phê bột', 'Cà phê chồn thượng hạng', 'Ca cao cà phê'])
    expect(search(shop, 'ca phe').hits.at(-1)?.highlights.name).toEqual([
      [7, 9],
      [10, 13],
    ])
  })

  it('letters too many to be a word move no mark to another word', () => {
    const name = `Bánh ${'x'.repeat(45)} mật ong`
    const [hit] = search(indexOf(name), 'mat ong').hits
    expect(cutAt(name, hit?.highlights.name ?? []).filter(({ isHit }) => isHit)).toEqual([
      { text: 'mật', isHit: true },
      { text: 'ong', isHit: true },
    ])
  })

  it('ties go by certificate, stars, stock and name', () => {
    const shop = indexOf(
      { name: 'Muối tôm', id: 'lapsed', facts: { stars: 5, recognition: 'lapsed' } },
      { name: 'Muối tôm', id: 'three', facts: { stars: 3 } },
      { name: 'Muối tôm', id: 'sold out', facts: { stars: 4, inStock: false } },
      { name: 'Muối tôm', id: 'four', facts: { stars: 4 } },
    )
    expect(found(shop, 'muối tôm')).toEqual(['four', 'sold out', 'three', 'lapsed'])
    expect(found(shop, '')).toEqual(['four', 'sold out', 'three', 'lapsed'])
  })

  it('what lacks a word of a long query follows what holds all, and is told apart', () => {
    const shop = indexOf('Cà phê bột Hương Quê', 'Cà phê bột Ba Miền', 'Trà xanh')
    const result = search(shop, 'cà phê bột hương quê')
    expect(result.hits.map(({ id }) => id)).toEqual(['Cà phê bột Hương Quê', 'Cà phê bột Ba Miền'])
    expect(result.fullMatches).toBe(1)
  })

  it('explains itself', () => {
    const [hit] = search(indexOf('Sầu riêng'), 'xau rieng', { explain: true }).hits
    expect(hit?.explanation?.words).toMatchObject([
      { typed: 'xau', found: 'sầu', field: 'name', how: 'sound' },
      { typed: 'rieng', found: 'riêng', field: 'name', how: 'marks', quality: 1 },
    ])
    expect(Object.keys(hit?.explanation?.parts ?? {})).toEqual(['words', 'neighbours', 'head', 'coverage', 'likeness'])
  })
})

describe('What means nothing finds nothing', () => {
  const shop = indexOf('Cà phê bột', 'Mật ong 1 nắng', 'Trà dây', 'Bánh in', 'Gạo nếp thơm')

  it.each([
    ['random keys', 'qwrtpsdf'],
    ['emoji', '🍯🥥'],
    ['punctuation', '??? --- !!!'],
    ['control characters', '\u0000\u0007\u001b'],
    ['SQL', "' OR 1=1 --"],
    ['more SQL', '1; DROP TABLE products'],
    ['markup', '<script>alert(1)</script>'],
    ['a template', '{{7*7}}'],
    ['a path', '../../etc/passwd'],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['10,000 words', 'ca '.repeat(10_000)],
    ['another script', '北京烤鸭'],
    ['blanks', ' \u00A0 '],
    ['signs that nobody sees', '\u200B\u200B'],
  ])('%s', (_, typed) => {
    expect(search(shop, typed)).toMatchObject({ total: 0, hits: [], didYouMean: null, nearest: [] })
  })

  it('but empty text lists everything', () => {
    expect(search(shop, '').total).toBe(5)
  })
})

describe('The shortest name comes first, however many better certified products hold more than was asked for', () => {
  const shop = indexOf(
    'Trà thảo mộc',
    ...Array.from({ length: 100 }, (_, i) => ({ name: `Bộ sản phẩm trà thảo mộc ${i + 1}`, facts: { stars: 5 } })),
  )

  it.each(['trà thảo mộc', 'tra thao moc', 'thảo mộc trà'])('%s', (typed) => {
    expect(found(shop, typed)[0]).toBe('Trà thảo mộc')
    expect(shop.suggest(typed, 3)[0]?.text).toBe('Trà thảo mộc')
  })
})
