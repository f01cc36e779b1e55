import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { drawCover, drawGroupCover } from '../../src/storefront/cover/draw-cover.js'
import type { Classification } from '../../src/catalog/product.js'

const inSet = (set: number): Classification => ({
  group: set <= 13 ? 'I' : set <= 17 ? 'II' : set <= 20 ? 'III' : set <= 22 ? 'IV' : set <= 25 ? 'V' : 'VI',
  set,
  basis: 'proposal',
})

/** The drawing on the disc: all that is not field, rim and band, whichever way round it is printed. */
const motifOf = (svg: string): string => (load(svg, { xml: true })('svg > g').last().prev().html() ?? '').slice(-400)

describe('a cover', () => {
  it('is a picture of its own for each of the 26 sets', () => {
    for (let set = 1; set <= 26; set += 1) {
      const svg = drawCover('Đặc sản', inSet(set))
      const $ = load(svg, { xml: true })
      expect($('svg').attr('viewBox'), `set ${set}`).toBe('0 0 400 400')
      expect($('path, circle, ellipse').length, `set ${set}`).toBeGreaterThan(15)
      expect(svg, `set ${set}`).not.toMatch(/NaN|undefined|<script|<text|href/)
    }
  })

  it('is the same each time, and another for another name', () => {
    expect(drawCover('Cà phê Ea Tu', inSet(13))).toBe(drawCover('Cà phê Ea Tu', inSet(13)))
    expect(drawCover('Cà phê Ea Tu', inSet(13))).not.toBe(drawCover('Cà phê Kiên Cường', inSet(13)))
  })

  it.each([
    ['Bơ Booth', 'Bò một nắng'],
    ['Mật ong hoa cà phê', 'Cà phê bột'],
    ['Trà mãng cầu', 'Mãng cầu'],
    ['Dưa lưới', 'Dừa sáp'],
    ['Na Hoàng hậu', 'Cà na sấy dẻo'],
  ])('tells %s from %s by its marks and words', (one, other) => {
    expect(motifOf(drawCover(one, null))).not.toBe(motifOf(drawCover(other, null)))
  })

  it('has something fitting for a product that nobody has put into a group', () => {
    expect(drawCover('???', null)).toMatch(/^<svg/)
    expect(drawCover('', { group: 'VI', set: null, basis: 'proposal' })).toMatch(/^<svg/)
  })

  it('is drawn for each of the six groups', () => {
    const groups = (['I', 'II', 'III', 'IV', 'V', 'VI'] as const).map((code) => drawGroupCover(code))
    expect(new Set(groups).size).toBe(6)
  })

  it('does not take names into the picture, so no name can be markup there', () => {
    expect(drawCover('<script>alert(1)</script>', null)).not.toContain('alert')
  })
})
