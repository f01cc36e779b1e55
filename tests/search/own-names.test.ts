import { describe, expect, it } from 'vitest'
import { ownName } from '../../src/search/index/producer-kinds.js'
import { fitting, found, indexOf, search } from './corpus.js'

describe('The own name of a producer, without its kind', () => {
  it.each([
    ['Hợp tác xã Nông nghiệp Vân An', 'Vân An'],
    ['Công ty TNHH MTV Thương mại và Dịch vụ Hương Quê', 'Hương Quê'],
    ['Hộ kinh doanh Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
    ['Cơ sở Rượu nếp Tư Khoa', 'Tư Khoa'],
    ['HTX SX TM DV Bắc Ruộng 1', 'Bắc Ruộng 1'],
    ['Trần Thị Thắm', 'Trần Thị Thắm'],
    ['', ''],
  ])('of “%s” is “%s”', (name, own) => {
    expect(ownName(name)).toBe(own)
  })

  const shop = indexOf(
    { name: 'Bưởi da xanh', producer: 'Hợp tác xã Nông nghiệp Vân An' },
    { name: 'Mứt bưởi', producer: 'Hợp tác xã Nông nghiệp Vân An', facts: { stars: 5 } },
    { name: 'Mứt gừng', producer: 'Công ty TNHH Văn An', facts: { stars: 5 } },
    { name: 'Rượu Vân An', producer: 'Hợp tác xã Lạc Vệ', facts: { stars: 5 } },
    { name: 'Lụa Vân', producer: 'Hộ kinh doanh Lê An', facts: { stars: 5 } },
    { name: 'Trà sen', producer: 'Hộ kinh doanh Nguyễn Vân An', facts: { stars: 5 } },
  )
  const ITS_OWN = ['Mứt bưởi', 'Bưởi da xanh']

  it.each(['Vân An', 'VÂN AN', ' vân  an ', 'Vân An'.normalize('NFD')])(
    'typed as “%s” leads to what that producer makes, before the same words in a name and in other producers',
    (typed) => {
      const names = found(shop, typed)
      expect(names.slice(0, 2)).toEqual(ITS_OWN)
      expect(names.slice(2)).toContain('Rượu Vân An')
    },
  )

  it('typed without marks means every producer that is called so without them', () => {
    const names = found(shop, 'van an')
    expect(names.slice(0, 3).sort()).toEqual([...ITS_OWN, 'Mứt gừng'].sort())
  })

  it('with its kind in a short form means that producer as well', () => {
    expect(found(shop, 'HTX NN Vân An').slice(0, 2)).toEqual(ITS_OWN)
  })

  it.each(['HTX Vân An', 'hợp tác xã Vân An', 'htx vân an'])(
    'with its kind alone, as in “%s”, means that producer of the kind',
    (typed) => {
      const names = found(shop, typed)
      expect(names.slice(0, 2)).toEqual(ITS_OWN)
      expect(names).not.toContain('Trà sen')
    },
  )

  it('with its kind means the producer before others of the kind from the place of that name', () => {
    const index = indexOf(
      { name: 'Muối hạt', producer: 'Hợp tác xã Nông nghiệp Nhôi', places: ['Tân Sơn'], facts: { stars: 5 } },
      { name: 'Mực một nắng', producer: 'Hợp tác xã Nông nghiệp Tân Sơn', places: ['Phú Yên'] },
    )
    expect(found(index, 'HTX Tân Sơn')).toEqual(['Mực một nắng', 'Muối hạt'])
  })

  it('is told in the explanation', () => {
    const readings = search(shop, 'Vân An', { explain: true }).hits.map(({ explanation }) => explanation?.reading)
    expect(readings.slice(0, 3)).toEqual(['producer', 'producer', null])
  })

  it('follows the producers that there are', () => {
    const index = indexOf({ name: 'Rượu Vân An', facts: { stars: 5 } }, { name: 'Bưởi', producer: 'HTX Vân An' })
    expect(found(index, 'Vân An')).toEqual(['Bưởi', 'Rượu Vân An'])
    for (const { id } of search(index, 'Bưởi').hits) index.remove(id)
    expect(found(index, 'Vân An')).toEqual(['Rượu Vân An'])
  })

  it('that is the name of a place, too, is the place first, and what that producer makes there before it', () => {
    const places = indexOf(
      { name: 'Mực một nắng', producer: 'Hộ kinh doanh Lê Sa', places: ['Phan Thiết', 'Lâm Đồng'] },
      { name: 'Mắm tôm', producer: 'Công ty Cổ phần Nước mắm Phan Thiết', places: ['Gò Công'], facts: { stars: 5 } },
      { name: 'Mắm nêm', producer: 'Công ty Cổ phần Nước mắm Phan Thiết', places: ['Phan Thiết', 'Lâm Đồng'] },
    )
    for (const typed of ['Phan Thiết', 'phan thiet'])
      expect(found(places, typed)).toEqual(['Mắm nêm', 'Mực một nắng', 'Mắm tôm'])
  })

  it('is not taken for a place that other marks tell apart from it', () => {
    const places = indexOf(
      { name: 'Yến sào', producer: 'Hộ kinh doanh Phương Sơn', places: ['Vĩnh Tường'] },
      { name: 'Rượu sim', producer: 'Hộ kinh doanh Lê Sa', places: ['Phượng Sơn'], facts: { stars: 5 } },
    )
    expect(found(places, 'Phương Sơn')[0]).toBe('Yến sào')
    expect(found(places, 'Phượng Sơn')[0]).toBe('Rượu sim')
  })

  it('that is a word for goods, too, comes first only where few other goods are called so', () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ name: `Hương quê số ${String(i)}`, facts: { stars: 5 } as const }))
    const own = { name: 'Bánh in', producer: 'Cơ sở Hương Quê' }
    expect(found(indexOf(own, ...others(5)), 'hương quê')[0]).toBe('Bánh in')
    expect(found(indexOf(own, ...others(15)), 'hương quê', { pageSize: 30 }).at(-1)).toBe('Bánh in')
  })

  it('of one word is a word like any other', () => {
    const index = indexOf(
      { name: 'Nấm Cordyceps' },
      { name: 'Trà', producer: 'Công ty TNHH Cordyceps', facts: { stars: 5 } },
    )
    expect(found(index, 'cordyceps')).toEqual(['Nấm Cordyceps', 'Trà'])
  })

  it('that says how many stars, too, is no filter where it is written as a name', () => {
    const mill = indexOf(
      { name: 'Gạo nếp', producer: 'Hợp tác xã Ba Sao', facts: { stars: 4 } },
      { name: 'Gạo tẻ', facts: { stars: 3 } },
    )
    expect(fitting(mill, 'gạo Ba Sao')).toEqual(['Gạo nếp'])
    expect(fitting(mill, 'gạo ba sao')).toEqual(['Gạo tẻ'])
    expect(fitting(mill, 'Gạo Bốn Sao')).toEqual(['Gạo nếp'])
  })
})
