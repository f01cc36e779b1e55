import { describe, expect, it } from 'vitest'
import { fitting, found, indexOf, search } from './corpus.js'

describe('What is said around a thing is not taken for the thing, nor the thing for it', () => {
  const shop = indexOf(
    'Cà phê Mùa Thu',
    'Cà phê bột',
    'Bàn tre',
    'Khay tre',
    'Bánh đa cua khô',
    'Bánh đa mật',
    'Mắm nêm có gia vị',
    'Trà bảy vị',
    'Mắm tôm',
    'Tỏi đen',
    'Tim sen sấy',
    { name: 'Trà sen', producer: 'Cơ sở Mạch Long' },
  )

  it.each([
    ['mùa, a season, is not mua, to buy', 'cà phê mùa', ['Cà phê Mùa Thu']],
    ['bàn, a table, is not bán, to sell', 'bàn tre', ['Bàn tre']],
    ['cua, crab, stands beside đa somewhere, and của, of, does not', 'banh da cua', ['Bánh đa cua khô']],
    ['gia belongs to vị, and is no price', 'gia vi', ['Mắm nêm có gia vị']],
    ['tim, the heart of a lotus, is not tìm, to look for', 'tim sen', ['Tim sen sấy']],
    ['toi is garlic, where nobody says what tôi, I, would like', 'mua toi den', ['Tỏi đen']],
    ['nothing comes after the last cua that it could be of', 'mam cua', []],
    ['ô long is no "ở" of a place Long', 'tra o long', []],
  ])('%s', (_, typed, wanted) => {
    expect(fitting(shop, typed)).toEqual(wanted)
  })

  it.each([
    'mua cà phê',
    'ca phe gia re',
    'cà phê loại ngon',
    'bán cà phê',
    'cà phê giá rẽ',
    'cho tôi xem cà phê',
    'toi muon mua ca phe',
    'em cần tìm cà phê',
    'tìm cà phê',
    'có cà phê không',
    'shop có cà phê không',
    'shop ơi có bán cà phê không ạ',
    'shop oi co ca phe khong',
    'ca phe bao nhieu tien',
    'cà phê bán ở đâu',
    'ca phe nao ngon',
  ])('“%s” means any coffee', (typed) => {
    expect(fitting(shop, typed).sort()).toEqual(['Cà phê Mùa Thu', 'Cà phê bột'])
  })

  it('are no slips of words in the catalog: who asks for a shop means no hợp', () => {
    const market = indexOf('Mật ong', { name: 'Mật ong rừng', producer: 'Hợp Hồng', facts: { stars: 5 } })
    const { hits, didYouMean } = search(market, 'shop có mật ong không')
    expect(hits.map(({ id }) => id)).toEqual(['Mật ong', 'Mật ong rừng'])
    expect(didYouMean).toBeNull()
  })
})

describe('Words that the synonym table knows as a whole', () => {
  it('are no place that is spelt otherwise: cà phê hòa tan is instant coffee', () => {
    const shop = indexOf({ name: 'Cà phê dừa', places: ['Hòa Tân'] }, 'Cà phê hòa tan')
    const { hits, understood } = search(shop, 'cà phê hoà tan')
    expect(hits[0]?.id).toBe('Cà phê hòa tan')
    expect(understood).toEqual([])
  })

  it('are no slips, with marks or without: the shop has no nem chua and says so', () => {
    const shop = indexOf({ name: 'Chả bò', producer: 'Cơ sở Nem Chả Cô Hiển' }, 'Sữa chua', 'Dâu sấy', 'Bộ sản phẩm')
    for (const typed of ['nem chua', 'bot san day', 'bột sắn dây'])
      expect(search(shop, typed)).toMatchObject({ fullMatches: 0, didYouMean: null })
  })
})

describe('Words of two regions for one thing', () => {
  it('show the thing itself by its other name before what only has a taste of it', () => {
    const shop = indexOf('Kẹo dừa sáp cacao', 'Ca cao nguyên chất', 'Bột cacao sữa')
    expect(found(shop, 'cacao')).toEqual(['Bột cacao sữa', 'Ca cao nguyên chất', 'Kẹo dừa sáp cacao'])
  })

  it('of a row that leads one way the word that was typed comes first', () => {
    const fruit = indexOf('Trái roi đỏ tươi', 'Mận')
    expect(found(fruit, 'roi')).toEqual(['Trái roi đỏ tươi', 'Mận'])
  })
})

describe('A finished word with its tone', () => {
  it('goes on as no word of another tone or letter', () => {
    const shop = indexOf('Khoai vị tôm', 'Cá khô Minh Nhựt', 'Trà Mitri')
    expect(fitting(shop, 'tôm khô')).toEqual([])
    expect(fitting(shop, 'mì')).toEqual([])
  })

  it('may be misheard, however short', () => {
    expect(found(indexOf('Nón lá', 'Nước Nắng'), 'nón ná')[0]).toBe('Nón lá')
  })
})

describe('A name that is printed without marks', () => {
  const shop = indexOf('Mật ong', 'Mat ong hoa nhan', 'Bánh tráng siêu cay', 'Trà sen', 'Chè lam cay')

  it('is found by its words with marks, after those that have them', () => {
    expect(fitting(shop, 'mật ong')).toEqual(['Mật ong', 'Mat ong hoa nhan'])
    expect(fitting(shop, 'mật ong hoa nhãn')).toEqual(['Mat ong hoa nhan'])
  })

  it('is printed so as a whole: bánh cáy is no hot bánh tráng', () => {
    expect(fitting(shop, 'bánh cáy')).toEqual([])
  })
})

describe('Goods of the kind, where nothing fits', () => {
  it('begin with the first word of the query, whose words the catalog has, but nowhere together', () => {
    const shop = indexOf('Bún sạch', 'Khô cá lóc', 'Thịt gác bếp', 'Gạo Từ Sơn', 'Trà hoa vàng', 'Bưởi da xanh')
    expect(search(shop, 'bún khô')).toMatchObject({ fullMatches: 0, total: 1, didYouMean: null })
    expect(found(shop, 'bún khô')).toEqual(['Bún sạch'])
    expect(found(shop, 'chè xanh')).toEqual(['Trà hoa vàng'])
    expect(found(shop, 'bếp từ')).toEqual([])
    expect(found(shop, 'bún nghìn')).toEqual([])
  })

  it('are told of words without marks, too: ca phe is no ca cao', () => {
    const shop = indexOf('Ca cao cà phê', 'Cà phê bột', 'Cà phê hạt', 'Cá cơm')
    expect(found(shop, 'ca phe arabica cau dat').sort()).toEqual(['Ca cao cà phê', 'Cà phê bột', 'Cà phê hạt'])
  })
})
