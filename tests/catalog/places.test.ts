import { describe, expect, it } from 'vitest'
import { Day } from '../../src/catalog/day.js'
import type { PlaceList, PlaceRef } from '../../src/catalog/places/place.js'
import type { Commune, Province } from '../../src/catalog/places/places.js'
import { loadReference } from '../../src/exchange/reference-data.js'

const { places } = await loadReference()
const day = (text: string): Day => Day.parse(text)
const LAST_DAY_OF_63 = day('2025-06-30')
const FIRST_DAY_OF_34 = day('2025-07-01')
const TODAY = day('2026-11-22')

const provinceOf = (list: PlaceList, code: string): Province => {
  const found = places.findProvince(list, code)
  if (!found) throw new Error(`${list}:${code} is missing`)
  return found
}
const former = (name: string): Province => {
  const found = places.findProvinceByName(name, 'pre-2025-07')
  if (!found) throw new Error(`${name} is missing`)
  return found
}
const communesToday = (): Commune[] =>
  places.provinces(TODAY).flatMap((province) => [...places.communesOf(province.code)])

describe('the change from 63 provinces to 34', () => {
  it('happened on 1 July 2025', () => {
    expect(places.provinces(LAST_DAY_OF_63)).toHaveLength(63)
    expect(places.provinces(FIRST_DAY_OF_34)).toHaveLength(34)
    expect(former('Long An')).toMatchObject({ validFrom: null, validUntil: '2025-07-01' })
    expect(provinceOf('2025-07', '80')).toMatchObject({ validFrom: '2025-07-01', validUntil: null })
  })

  it('leads each of the 63 into exactly one of the 34, and leaves none out', () => {
    const today = places.provinces(TODAY)
    const predecessors = today.flatMap((province) => places.predecessors(province))
    expect(new Set(predecessors)).toEqual(new Set(places.provinces(LAST_DAY_OF_63)))
    expect(predecessors).toHaveLength(63)
    for (const province of today)
      for (const old of places.predecessors(province)) expect(places.successor(old)).toBe(province)
  })

  it('kept 11 provinces as they were and made 23 of 52', () => {
    const mergedFrom = places.provinces(TODAY).map((province) => places.predecessors(province).length)
    expect(mergedFrom.filter((count) => count === 1)).toHaveLength(11)
    expect(mergedFrom.filter((count) => count > 1).reduce((sum, count) => sum + count)).toBe(52)
  })

  it.each([
    ['Đắk Lắk', ['Đắk Lắk', 'Phú Yên']],
    ['Tây Ninh', ['Long An', 'Tây Ninh']],
    ['Lâm Đồng', ['Bình Thuận', 'Đắk Nông', 'Lâm Đồng']],
  ])('%s of today holds %j', (name, expected) => {
    const province = places.findProvinceByName(name)
    expect(province && places.predecessors(province).map((old) => old.name)).toEqual(expected)
  })

  it.each([
    ['80', 'Long An', 'Tây Ninh'],
    ['24', 'Bắc Giang', 'Bắc Ninh'],
    ['44', 'Quảng Bình', 'Quảng Trị'],
    ['52', 'Bình Định', 'Gia Lai'],
    ['82', 'Tiền Giang', 'Đồng Tháp'],
    ['15', 'Yên Bái', 'Lào Cai'],
    ['91', 'Kiên Giang', 'An Giang'],
  ])('code %s was %s and is %s', (code, before, now) => {
    expect(provinceOf('pre-2025-07', code).name).toBe(before)
    expect(provinceOf('2025-07', code).name).toBe(now)
  })

  it('took code 72, once Tây Ninh, out of use', () => {
    expect(provinceOf('pre-2025-07', '72').name).toBe('Tây Ninh')
    expect(places.findProvince('2025-07', '72')).toBeNull()
  })

  it('gives every unit of both lists an address of its own', () => {
    const all = [...places.provinces(LAST_DAY_OF_63), ...places.provinces(TODAY)]
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(97)
    for (const province of all) expect(places.findProvinceBySlug(province.slug)).toBe(province)
    expect(provinceOf('2025-07', '66').slug).toBe('dak-lak')
    expect(provinceOf('pre-2025-07', '66').slug).toBe('dak-lak-truoc-2025')
    expect(former('Long An').slug).toBe('long-an')
  })

  it('lists provinces in Vietnamese order', () => {
    const names = places.provinces(TODAY).map(({ name }) => name)
    expect(names.slice(0, 3)).toEqual(['An Giang', 'Bắc Ninh', 'Cà Mau'])
    expect(names.indexOf('Đà Nẵng')).toBeGreaterThan(names.indexOf('Cao Bằng'))
    expect(names.indexOf('Đà Nẵng')).toBeLessThan(names.indexOf('Gia Lai'))
  })
})

describe('communes', () => {
  const count = (on: Day) => {
    const kinds = communesToday().map((commune) => places.kindOf(commune, on))
    return Object.fromEntries(['Xã', 'Phường', 'Đặc khu'].map((kind) => [kind, kinds.filter((k) => k === kind).length]))
  }

  it('are 2,621 and 687 wards at first, 2,611 and 697 since ten changed in Đồng Nai, always with 13 special zones', () => {
    expect(count(FIRST_DAY_OF_34)).toEqual({ Xã: 2621, Phường: 687, 'Đặc khu': 13 })
    expect(count(day('2026-04-29'))).toEqual({ Xã: 2621, Phường: 687, 'Đặc khu': 13 })
    expect(count(day('2026-04-30'))).toEqual({ Xã: 2611, Phường: 697, 'Đặc khu': 13 })
  })

  it('went whole into one of today, or were split between several', () => {
    const successors = (code: string) => {
      const commune = places.findCommune('pre-2025-07', code)
      return commune && places.successorsOf(commune).map(({ name }) => name)
    }
    expect(successors('24517'), 'Hòa Đông, Krông Pắc').toEqual(['Ea Knuếc'])
    expect(successors('24550')?.sort(), 'Ea Bhôk, Cư Kuin').toEqual(['Dray Bhăng', 'Ea Ktur'])
  })

  it('of today are their own successors', () => {
    for (const commune of communesToday().slice(0, 50)) expect(places.successorsOf(commune)).toEqual([commune])
  })

  it('are not mixed up when two provinces that merged had communes of one name', () => {
    const ward = (code: string) => places.findCommune('pre-2025-07', code) ?? expect.fail(code)
    expect(ward('25462')).toMatchObject({ name: '4', district: { name: 'Tây Ninh' } })
    expect(places.successorsOf(ward('25462')).map(({ name }) => name)).toEqual(['Tân Ninh'])
    expect(places.successorsOf(ward('27691')).map(({ name }) => name)).toEqual(['Long An'])
  })
})

describe('Đồng Nai', () => {
  const WARDS_SINCE_APRIL_2026 = [
    'Dầu Giây',
    'Đồng Phú',
    'Long Thành',
    'Lộc Ninh',
    'Nhơn Trạch',
    'Tân Khai',
    'Tân Phú',
    'Trảng Bom',
    'Trị An',
    'Xuân Lộc',
  ]

  it('is a province until 29 April 2026 and a municipality from the next day', () => {
    const dongNai = provinceOf('2025-07', '75')
    expect(places.kindOf(dongNai, day('2026-04-29'))).toBe('Tỉnh')
    expect(places.kindOf(dongNai, day('2026-04-30'))).toBe('Thành phố')
    const municipalities = (on: Day) =>
      places.provinces(on).filter((province) => places.kindOf(province, on) === 'Thành phố').length
    expect([municipalities(day('2026-04-29')), municipalities(day('2026-04-30'))]).toEqual([6, 7])
  })

  it('has ten communes that became wards on that day', () => {
    const changed = places
      .communesOf('75')
      .filter(
        (commune) =>
          places.kindOf(commune, day('2026-04-29')) === 'Xã' && places.kindOf(commune, day('2026-04-30')) === 'Phường',
      )
    expect(changed.map(({ name }) => name)).toEqual(WARDS_SINCE_APRIL_2026)
    expect(places.communesOf('75')).toHaveLength(95)
  })

  it('is written as it was on the day', () => {
    const triAn: PlaceRef = { list: '2025-07', province: '75', commune: '26170' }
    expect(places.describe(triAn, day('2026-04-29'), 'vi')).toBe('Xã Trị An, Tỉnh Đồng Nai')
    expect(places.describe(triAn, day('2026-04-30'), 'vi')).toBe('Phường Trị An, Thành phố Đồng Nai')
    expect(places.describe(triAn, day('2026-04-30'), 'en')).toBe('Tri An Ward, Dong Nai City')
  })
})

describe('the province of a place', () => {
  const longAn: PlaceRef = { list: 'pre-2025-07', province: '80', district: '803' }
  const tayNinhToday: PlaceRef = { list: '2025-07', province: '80' }

  it('as then is the unit in force on the day', () => {
    expect(places.provinceOf(longAn, day('2024-06-30'), 'asThen')?.name).toBe('Long An')
    expect(places.provinceOf(longAn, LAST_DAY_OF_63, 'asThen')?.name).toBe('Long An')
    expect(places.provinceOf(longAn, FIRST_DAY_OF_34, 'asThen')?.name).toBe('Tây Ninh')
  })

  it('as now is the unit of today, whatever the day', () => {
    expect(places.provinceOf(longAn, day('2024-06-30'), 'asNow')?.key).toBe('2025-07:80')
  })

  it('is the unit of today where no more than that is known', () => {
    expect(places.provinceOf(tayNinhToday, day('2024-06-30'), 'asThen')?.key).toBe('2025-07:80')
  })

  it('is unknown when the code is', () => {
    expect(places.provinceOf({ list: '2025-07', province: '72' }, TODAY, 'asNow')).toBeNull()
  })
})

describe('a place in today’s units', () => {
  it.each<[string, PlaceRef, PlaceRef]>([
    [
      'has the commune when the old one went whole into it',
      { list: 'pre-2025-07', province: '66', district: '654', commune: '24517', text: 'xã Hòa Đông, huyện Krông Pắc' },
      { list: '2025-07', province: '66', commune: '24505' },
    ],
    [
      'has no commune when the old one was split',
      { list: 'pre-2025-07', province: '66', district: '657', commune: '24550' },
      { list: '2025-07', province: '66' },
    ],
    [
      'has no commune when only the district is known',
      { list: 'pre-2025-07', province: '66', district: '643' },
      { list: '2025-07', province: '66' },
    ],
    [
      'has the special zone when a whole island district became it',
      { list: 'pre-2025-07', province: '51', district: '536' },
      { list: '2025-07', province: '51', commune: '21548' },
    ],
    [
      'stays as it is when it is of today’s list',
      { list: '2025-07', province: '68', commune: '24730', text: 'xã Trường Xuân' },
      { list: '2025-07', province: '68', commune: '24730', text: 'xã Trường Xuân' },
    ],
  ])('%s', (_, old, expected) => {
    expect(places.today(old)).toEqual(expected)
  })
})

describe('a place in words', () => {
  it.each<[PlaceRef, string, string, string]>([
    [
      { list: 'pre-2025-07', province: '66', district: '654', commune: '24517' },
      '2024-05-17',
      'Xã Hòa Đông, Huyện Krông Pắc, Tỉnh Đắk Lắk',
      'Hoa Dong Commune, Krong Pac District, Dak Lak Province',
    ],
    [
      { list: 'pre-2025-07', province: '66', district: '654', commune: '24490' },
      '2024-05-17',
      'Thị trấn Phước An, Huyện Krông Pắc, Tỉnh Đắk Lắk',
      'Phuoc An Township, Krong Pac District, Dak Lak Province',
    ],
    [
      { list: 'pre-2025-07', province: '79', district: '770', commune: '27151' },
      '2024-05-17',
      'Phường 5, Quận 3, Thành phố Hồ Chí Minh',
      'Ward 5, District 3, Ho Chi Minh City',
    ],
    [
      { list: '2025-07', province: '91', commune: '31078' },
      '2026-11-22',
      'Đặc khu Phú Quốc, Tỉnh An Giang',
      'Phu Quoc Special Zone, An Giang Province',
    ],
    [{ list: '2025-07', province: '01' }, '2026-11-22', 'Thành phố Hà Nội', 'Hanoi City'],
    [{ list: 'pre-2025-07', province: '46' }, '2020-11-28', 'Tỉnh Thừa Thiên Huế', 'Thua Thien Hue Province'],
    [{ list: 'pre-2025-07', province: '46' }, '2025-01-01', 'Thành phố Huế', 'Hue City'],
  ])('%j on %s', (place, on, vi, en) => {
    expect(places.describe(place, day(on), 'vi')).toBe(vi)
    expect(places.describe(place, day(on), 'en')).toBe(en)
  })

  it('keeps the words of the source where codes say less', () => {
    const gone = { list: 'pre-2025-07', province: '54', district: '555', text: 'xã Bình Ngọc, TP. Tuy Hòa' } as const
    expect(places.describe(gone, TODAY, 'vi')).toBe('xã Bình Ngọc, TP. Tuy Hòa, Tỉnh Phú Yên')
    const known = { list: 'pre-2025-07', province: '66', district: '643', text: 'TP. Buôn Ma Thuột' } as const
    expect(places.describe(known, TODAY, 'vi')).toBe('Thành phố Buôn Ma Thuột, Tỉnh Đắk Lắk')
  })
})

describe('a province by its name', () => {
  it.each([
    ['Đắk Lắk', '2025-07:66'],
    ['tỉnh Dak Lak', '2025-07:66'],
    ['DAKLAK', '2025-07:66'],
    ['Đắc Lắc', '2025-07:66'],
    ['TP. Hồ Chí Minh', '2025-07:79'],
    ['TPHCM', '2025-07:79'],
    ['Bà Rịa – Vũng Tàu', 'pre-2025-07:77'],
    ['Khánh Hoà', '2025-07:56'],
    ['Thừa Thiên-Huế', '2025-07:46'],
    ['Long An', 'pre-2025-07:80'],
  ])('%s is %s', (name, key) => {
    expect(places.findProvinceByName(name)?.key).toBe(key)
  })

  it('can be asked of one list', () => {
    expect(places.findProvinceByName('Tây Ninh', 'pre-2025-07')?.code).toBe('72')
    expect(places.findProvinceByName('Long An', '2025-07')).toBeNull()
    expect(places.findProvinceByName('Atlantis')).toBeNull()
    expect(places.findProvinceByName('')).toBeNull()
  })
})
