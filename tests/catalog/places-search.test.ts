import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Day } from '../../src/catalog/day.js'
import type { PlaceHit } from '../../src/catalog/places/places.js'
import { loadReference } from '../../src/exchange/reference-data.js'

const { places } = await loadReference()
const TODAY = Day.parse('2026-11-22')
const labels = (text: string, limit = 3) => places.search(text, { limit }).map(({ label }) => label)
const becomes = (hit: PlaceHit | undefined) => hit?.today.map(({ name }) => name)

describe('searching a place as people type it', () => {
  it.each([
    ['Ea Kao', 'Phường Ea Kao, Đắk Lắk'],
    ['ea kao', 'Phường Ea Kao, Đắk Lắk'],
    ['EaKao', 'Phường Ea Kao, Đắk Lắk'],
    ["ea h'leo", "Xã Ea H'Leo, Đắk Lắk"],
    ['Ea H’Leo', "Xã Ea H'Leo, Đắk Lắk"],
    ['eahleo', "Xã Ea H'Leo, Đắk Lắk"],
    ['thanh thuỷ huế', 'Phường Thanh Thuỷ, Huế'],
    ['thanh thủy, hue', 'Phường Thanh Thuỷ, Huế'],
    ['Buôn Ma Thuột'.normalize('NFD'), 'Phường Buôn Ma Thuột, Đắk Lắk'],
    ['BMT', 'Phường Buôn Ma Thuột, Đắk Lắk'],
    ['Ban Mê Thuột', 'Phường Buôn Ma Thuột, Đắk Lắk'],
    ['P. Tri An, Dong Nai', 'Phường Trị An, Đồng Nai'],
    ['Sài Gòn', 'Thành phố Hồ Chí Minh'],
    ['đắk lắk', 'Tỉnh Đắk Lắk'],
    ['daklak', 'Tỉnh Đắk Lắk'],
    ['côn đảo', 'Đặc khu Côn Đảo, Hồ Chí Minh'],
  ])('%s finds %s first', (text, expected) => {
    expect(labels(text)[0]).toBe(expected)
  })

  it.each([
    ['xã Hòa Đông, huyện Krông Pắc', 'Xã Hòa Đông, Huyện Krông Pắc, Đắk Lắk (trước 7/2025)', ['Ea Knuếc']],
    ['hoa dong krong pac', 'Xã Hòa Đông, Huyện Krông Pắc, Đắk Lắk (trước 7/2025)', ['Ea Knuếc']],
    ['hoa dong dak lak', 'Xã Hòa Đông, Huyện Krông Pắc, Đắk Lắk (trước 7/2025)', ['Ea Knuếc']],
    ['phuoc loi ben luc tay ninh', 'Xã Phước Lợi, Huyện Bến Lức, Long An (trước 7/2025)', ['Mỹ Yên']],
    ['P5 Q3', 'Phường 5, Quận 3, Hồ Chí Minh (trước 7/2025)', ['Bàn Cờ']],
    ['phường 05, quận 3', 'Phường 5, Quận 3, Hồ Chí Minh (trước 7/2025)', ['Bàn Cờ']],
    ['TX. Buôn Hồ', 'Thị xã Buôn Hồ, Đắk Lắk (trước 7/2025)', ['Buôn Hồ', 'Cư Bao', 'Ea Drông']],
    ['xa ea bhok', 'Xã Ea BHốk, Huyện Cư Kuin, Đắk Lắk (trước 7/2025)', ['Dray Bhăng', 'Ea Ktur']],
  ])('%s finds the old unit and says what it became', (text, label, communes) => {
    const [first] = places.search(text)
    expect(first?.label).toBe(label)
    expect(becomes(first)?.toSorted()).toEqual(communes)
  })

  it('an old province has no list of communes, it has a successor', () => {
    const hit = places.search('tỉnh Long An')[0]
    expect(hit).toMatchObject({ label: 'Tỉnh Long An (trước 7/2025)', ref: { list: 'pre-2025-07', province: '80' } })
    expect(hit?.today).toEqual([])
    expect(hit && places.successor(hit.province).name).toBe('Tây Ninh')
  })
})

describe('the order of hits', () => {
  it('puts today’s unit before a former one of the same name', () => {
    expect(labels('krong pac')).toEqual(['Xã Krông Pắc, Đắk Lắk', 'Huyện Krông Pắc, Đắk Lắk (trước 7/2025)'])
  })

  it('puts the unit of the kind that is said first', () => {
    expect(labels('huyện krông pắc')[0]).toBe('Huyện Krông Pắc, Đắk Lắk (trước 7/2025)')
    expect(labels('xã krông pắc')[0]).toBe('Xã Krông Pắc, Đắk Lắk')
  })

  it('puts whole names before beginnings, and beginnings before later words', () => {
    const found = labels('phú hòa', 20)
    const order = ['Xã Phú Hoà, An Giang', 'Xã Phú Hoà 1, Đắk Lắk', 'Phường Chánh Phú Hoà, Hồ Chí Minh']
    expect(found.filter((label) => order.includes(label))).toEqual(order)
  })

  it('puts names spelt as typed before those that only agree with it', () => {
    const found = labels('tân an', 40)
    const spelt = found.findLastIndex((label) => label.includes('Tân An,'))
    const alike = found.indexOf('Xã Tân Ân, Cà Mau')
    expect(spelt).toBeGreaterThan(10)
    expect(alike).toBeGreaterThan(spelt)
  })

  it('takes typed marks as evidence, missing ones not', () => {
    expect(labels('Hoằng Phú', 9).some((label) => label.includes('Hoằng Phụ'))).toBe(false)
    expect(labels('Hoằng Phụ')[0]).toBe('Xã Hoằng Phụ, Huyện Hoằng Hóa, Thanh Hóa (trước 7/2025)')
    const unmarked = labels('hoang phu', 9)
    expect(unmarked).toContain('Xã Hoằng Phú, Thanh Hóa')
    expect(unmarked).toContain('Xã Hoằng Phụ, Huyện Hoằng Hóa, Thanh Hóa (trước 7/2025)')
  })

  it('still finds something when a mark was typed wrong', () => {
    expect(labels('Krống Pác')[0]).toBe('Xã Krông Pắc, Đắk Lắk')
  })

  it('does not take a name for a kind', () => {
    expect(labels('Phương Liệt')[0]).toBe('Phường Phương Liệt, Hà Nội')
    expect(labels('xà bang')[0]).toBe('Xã Xà Bang, Huyện Châu Đức, Bà Rịa - Vũng Tàu (trước 7/2025)')
  })

  it('says a place once when it has only changed lists', () => {
    expect(labels('Ea Na', 9).filter((label) => label.includes('Ea Na,'))).toEqual(['Xã Ea Na, Đắk Lắk'])
  })
})

describe('searching within a province of today', () => {
  it('finds its communes and the former ones that lie in it now', () => {
    const hits = places.search('hoa', { provinceCode: '66', limit: 200 })
    expect(hits.length).toBeGreaterThan(20)
    for (const hit of hits) expect(places.successor(hit.province).code).toBe('66')
    expect(hits.some(({ province }) => province.name === 'Phú Yên')).toBe(true)
  })

  it('finds nothing for what lies elsewhere', () => {
    expect(places.search('Bến Lức', { provinceCode: '66' })).toEqual([])
  })
})

describe('whatever is typed', () => {
  it('labels in English on request', () => {
    expect(places.search('hoa dong krong pac', { language: 'en' })[0]?.label).toBe(
      'Hoa Dong Commune, Krong Pac District, Dak Lak (before July 2025)',
    )
  })

  it('nothing typed finds nothing', () => {
    expect(places.search('')).toEqual([])
    expect(places.search(' ,.-’ ')).toEqual([])
  })

  it('gives at most as many hits as asked, each with a label and a known province', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 15 }), (text, limit) => {
        const hits = places.search(text, { limit })
        expect(hits.length).toBeLessThanOrEqual(limit)
        for (const { label, ref, province } of hits) {
          expect(label).not.toBe('')
          expect(places.findProvince(ref.list, ref.province)).toBe(province)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('finds every commune of today by its own full name, first or among its namesakes', () => {
    const missed = places.communesOf('66').filter((commune) => {
      const hits = places.search(`${places.kindOf(commune, TODAY)} ${commune.name}, Đắk Lắk`)
      return hits[0]?.ref.commune !== commune.code
    })
    expect(missed.map(({ name }) => name)).toEqual([])
  })
})
