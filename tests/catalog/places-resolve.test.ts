import { describe, expect, it } from 'vitest'
import { PlaceRef, type PlaceList } from '../../src/catalog/places/place.js'
import { loadReference } from '../../src/exchange/reference-data.js'

const { places } = await loadReference()

const resolve = (province: string, list: PlaceList, words: string): PlaceRef => {
  const found = places.findProvinceByName(province, list)
  if (!found) throw new Error(`${province} is not in ${list}`)
  return places.resolve(found, words)
}
const FORMER = 'pre-2025-07'
const TODAY = '2025-07'

describe('an office’s words within a province of its time', () => {
  it.each([
    ['Đắk Lắk', 'huyện Krông Ana', { district: '655' }],
    ['Đắk Lắk', 'TP. Buôn Ma Thuột', { district: '643' }],
    ['Đắk Lắk', 'BMT', { district: '643' }],
    ['Đắk Lắk', 'TX. Buôn Hồ', { district: '644' }],
    ['Đắk Lắk', 'xã Hòa Đông, huyện Krông Pắc', { district: '654', commune: '24517' }],
    ['Đắk Lắk', 'xa hoa dong, huyen krong pac', { district: '654', commune: '24517' }],
    ['Đắk Lắk', 'TT. Phước An, huyện Krông Pắc', { district: '654', commune: '24490' }],
    ['Đắk Lắk', "xã Ea Nam, huyện Ea H'leo", { district: '645', commune: '24208' }],
    ['Đắk Lắk', 'xã Ea Nam, huyện Ea H’Leo, tỉnh Đắk Lắk', { district: '645', commune: '24208' }],
    ['Đắk Lắk', 'Thôn 5, xã Ea M’droh, huyện Cư M’gar', { district: '648', commune: '24283' }],
    ['Đắk Lắk', 'xã Ea Bhôk, huyện Cư Kuin', { district: '657', commune: '24550' }],
    ['Long An', 'xã Phước Lợi, huyện Bến Lức', { district: '803', commune: '28030' }],
    ['Long An', 'TT. Cần Đước, huyện Cần Đước', { district: '806', commune: '28108' }],
    ['Tây Ninh', 'phường 1, TP. Tây Ninh', { district: '703', commune: '25456' }],
    ['Tây Ninh', 'xã Thanh Phước, Tây Ninh', { district: '710', commune: '25678' }],
    ['Kiên Giang', 'TT. Dương Đông, Phú Quốc', { district: '911', commune: '31078' }],
    ['An Giang', 'xã An Hảo, huyện Tịnh Biên', { district: '890', commune: '30538' }],
    ['Huế', 'xã Lộc Thủy, huyện Phú Lộc', { district: '482', commune: '20146' }],
    ['Hồ Chí Minh', 'P.5, Q.3, TP.HCM', { district: '770', commune: '27151' }],
    ['Đồng Tháp', 'TP Cao Lãnh', { district: '866' }],
    ['Đồng Tháp', 'huyện Cao Lãnh', { district: '873' }],
  ])('%s: %s', (province, words, codes) => {
    const { list, text, ...rest } = resolve(province, FORMER, words)
    expect(list).toBe(FORMER)
    expect(text).toBe(words)
    expect(rest).toMatchObject(codes)
    expect('commune' in rest).toBe('commune' in codes)
  })

  it('tells names apart by their marks', () => {
    expect(resolve('Quảng Nam', FORMER, 'xã Tam Dân, huyện Phú Ninh').commune).toBe('20392')
    expect(resolve('Quảng Nam', FORMER, 'xã Tam Đàn, huyện Phú Ninh').commune).toBe('20374')
  })

  it('tells a commune from the township of its name', () => {
    const commune = resolve('Đồng Tháp', FORMER, 'xã Mỹ An, huyện Tháp Mười').commune
    const township = resolve('Đồng Tháp', FORMER, 'TT. Mỹ An, huyện Tháp Mười').commune
    expect([commune, township]).toEqual(['30064', '30037'])
  })
})

describe('codes that are not certain are not given', () => {
  it.each([
    ['a commune that no longer existed by mid-2025', 'Phú Yên', 'xã Bình Ngọc, TP. Tuy Hòa', { district: '555' }],
    ['a district that no longer existed', 'Thanh Hóa', 'huyện Đông Sơn', {}],
    ['two communes that only marks tell apart', 'Quảng Nam', 'xa tam dan, huyen phu ninh', { district: '518' }],
    ['a city and a district of one name', 'Đồng Tháp', 'Cao Lãnh', {}],
    ['a mark that speaks against the only candidate', 'Đắk Lắk', 'xã Hóa Đống, huyện Krông Pắc', { district: '654' }],
    ['words that are no place', 'Đắk Lắk', 'gần chợ', {}],
    ['the province itself', 'Đắk Lắk', 'tỉnh Đắk Lắk', {}],
  ])('%s', (_, province, words, codes) => {
    const { code } = places.findProvinceByName(province, FORMER) ?? expect.fail(province)
    expect(resolve(province, FORMER, words)).toEqual({ list: FORMER, province: code, ...codes, text: words })
  })

  it('nothing said leaves the province', () => {
    expect(resolve('Đắk Lắk', TODAY, '  ')).toEqual({ list: TODAY, province: '66' })
  })

  it('not even when one of the merged provinces knows the name once, if another knows it twice', () => {
    expect(resolve('Lâm Đồng', FORMER, 'xã Tân Hà, huyện Lâm Hà').commune).toBeDefined()
    expect(resolve('Bình Thuận', FORMER, 'xã Tân Hà')).not.toHaveProperty('commune')
    expect(resolve('Lâm Đồng', TODAY, 'xã Tân Hà')).toEqual({ list: TODAY, province: '68', text: 'xã Tân Hà' })
  })
})

describe('which list fits', () => {
  it('is today’s for a commune without a district within a province of today', () => {
    expect(resolve('Lâm Đồng', TODAY, 'xã Ninh Gia')).toMatchObject({ list: TODAY, province: '68', commune: '24985' })
    expect(resolve('An Giang', TODAY, 'đặc khu Phú Quốc')).toMatchObject({ list: TODAY, commune: '31078' })
    expect(resolve('Hồ Chí Minh', TODAY, 'phường Sài Gòn')).toMatchObject({ list: TODAY, commune: '26740' })
    expect(resolve('Đắk Lắk', TODAY, 'thôn 3, xã Ea Na, tỉnh Đắk Lắk')).toMatchObject({ list: TODAY, commune: '24559' })
  })

  it('is the old one as soon as a district is named, in whichever predecessor it lies', () => {
    expect(resolve('Lâm Đồng', TODAY, 'TT. Liên Nghĩa, huyện Đức Trọng')).toMatchObject({
      list: FORMER,
      province: '68',
      district: '678',
      commune: '24958',
    })
    expect(resolve('Tây Ninh', TODAY, 'xã Phước Lợi, huyện Bến Lức')).toMatchObject({ list: FORMER, province: '80' })
    expect(resolve('Đắk Lắk', TODAY, 'xã An Hiệp, huyện Tuy An')).toMatchObject({ list: FORMER, province: '54' })
  })

  it('is today’s within an old province when only its successor knows the commune', () => {
    expect(resolve('Lâm Đồng', FORMER, 'xã Trường Xuân')).toMatchObject({
      list: TODAY,
      province: '68',
      commune: '24730',
    })
    expect(resolve('Lâm Đồng', FORMER, 'phường Phan Thiết')).toMatchObject({ list: TODAY, commune: '22945' })
    expect(resolve('Lâm Đồng', FORMER, 'xã Lạc Dương'), 'a township before').toMatchObject({
      list: TODAY,
      commune: '24848',
    })
  })

  it('stays the old one within an old province that knows the commune', () => {
    expect(resolve('Lâm Đồng', FORMER, 'xã Ninh Gia')).toMatchObject({
      list: FORMER,
      district: '678',
      commune: '24985',
    })
  })
})

describe('what is resolved', () => {
  it('fits the schema of a place, however long the words are', () => {
    const ref = resolve('Đắk Lắk', FORMER, `xã Hòa Đông, huyện Krông Pắc ${'x'.repeat(1000)}`)
    expect(PlaceRef.parse(ref)).toEqual(ref)
  })
})
