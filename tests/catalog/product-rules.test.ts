import { describe, expect, it } from 'vitest'
import { gradeOf } from '../../src/catalog/grade.js'
import { Gtin, hasValidCheckDigit } from '../../src/catalog/packs/gtin.js'
import { isAgeRestricted, requiredLabelFacts } from '../../src/catalog/packs/label-facts.js'
import { unitPrice } from '../../src/catalog/packs/pack-size.js'
import { parsePhone } from '../../src/catalog/phone.js'
import { parseProductCode } from '../../src/catalog/packs/product-code.js'

describe('the grade', () => {
  it.each([
    [90, 5, 5],
    [89.9, 5, 4],
    [70, 5, 4],
    [69.9, 4, 3],
    [50, 3, 3],
    [49.9, 3, 2],
    [29.9, 5, 1],
    [95, 3, 3],
  ] as const)('of %d points over a floor of %d is %d stars', (points, floor, stars) => {
    expect(gradeOf({ points, floor })).toBe(stars)
  })
})

describe('a GTIN', () => {
  it('is accepted with its check digit, in each of its lengths', () => {
    for (const gtin of ['96385074', '614141000036', '8936003721777', '10614141000415'])
      expect(Gtin.safeParse(gtin).success, gtin).toBe(true)
  })

  it('is refused when any one digit is mistyped', () => {
    const right = '8936003721777'
    for (let position = 0; position < right.length; position += 1) {
      const digit = String((Number(right[position]) + 1) % 10)
      expect(hasValidCheckDigit(right.slice(0, position) + digit + right.slice(position + 1))).toBe(false)
    }
  })
})

describe('an official product code', () => {
  it('tells province, commune, ordinal and year', () => {
    expect(parseProductCode('66-24133-001-2026')).toEqual({ province: '66', commune: '24133', ordinal: 1, year: 2026 })
  })

  it.each(['66-24133-000-2026', '66-2413-001-2026', '6-24133-001-2026', '66-24133-001-1999', '66/24133/001/2026', ''])(
    'is none: “%s”',
    (code) => expect(parseProductCode(code)).toBeNull(),
  )
})

describe('the unit price', () => {
  it('compares packs by the kilogram and the litre', () => {
    expect(unitPrice(120_000, { quantity: 500, unit: 'g' })).toEqual({ amount: 240_000, per: 'kg' })
    expect(unitPrice(45_000, { quantity: 750, unit: 'ml' })).toEqual({ amount: 60_000, per: 'l' })
    expect(unitPrice(100_000, { quantity: 25, unit: 'g', count: 20 })).toEqual({ amount: 200_000, per: 'kg' })
  })

  it('is not stated for goods sold by the piece', () => {
    expect(unitPrice(250_000, { quantity: 1, unit: 'piece' })).toBeNull()
  })
})

describe('label facts', () => {
  it('that food must state are ingredients, shelf life, storage and declaration number', () => {
    expect(requiredLabelFacts('I', 13)).toEqual(['ingredients', 'shelfLife', 'storage', 'declarationNumber'])
  })

  it('count spirits as restricted by age, and coffee not', () => {
    expect([14, 15].every((set) => isAgeRestricted('II', set))).toBe(true)
    expect([16, 17].some((set) => isAgeRestricted('II', set))).toBe(false)
    expect(isAgeRestricted('I', 13)).toBe(false)
    expect(isAgeRestricted(null, null)).toBe(false)
  })

  it('restrict a beverage by age while nobody has said which set it belongs to', () => {
    expect(isAgeRestricted('II', null)).toBe(true)
  })

  it('ask nothing of handicrafts', () => {
    expect(requiredLabelFacts('IV', 21)).toEqual([])
  })
})

describe('a phone number', () => {
  it.each([
    '0905123456',
    '0905 123 456',
    '0905.123.456',
    '+84905123456',
    '84 905 123 456',
    '(+84) 905-123-456',
    '０９０５１２３４５６',
  ])('is understood as typed: %s', (typed) => expect(parsePhone(typed)).toBe('+84905123456'))

  it('may be a landline', () => {
    expect(parsePhone('0262 3852 852')).toBe('+842623852852')
  })

  it.each(['12345', '0905 123', '+1 415 555 0100', 'gọi tôi', '', '9'.repeat(500)])('is refused: %s', (typed) =>
    expect(parsePhone(typed)).toBeNull(),
  )
})
