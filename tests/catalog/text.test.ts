import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVietnamese, fold, line, toSlug } from '../../src/catalog/text.js'

describe('folding', () => {
  it('takes marks and đ away', () => {
    expect(fold('Cà phê Buôn Ma Thuột – ĐẮK LẮK')).toBe('ca phe buon ma thuot – dak lak')
  })

  it('gives the same for composed and decomposed text, and nothing new when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('a slug', () => {
  it('is readable and plain', () => {
    expect(toSlug('Mật ong hoa cà phê “Ea H’leo” 500g')).toBe('mat-ong-hoa-ca-phe-ea-h-leo-500g')
  })

  it('never holds anything but letters, digits and single hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toSlug(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      }),
    )
  })
})

describe('a line of text', () => {
  const name = line(20)

  it('is kept in NFC, trimmed, with single spaces', () => {
    expect(name.parse('  Cà   phê\t'.normalize('NFD'))).toBe('Cà phê')
  })

  it('refuses what cannot be seen: control, zero-width and bidi characters', () => {
    for (const hidden of ['a\u0000b', 'a\u200Bb', 'a\u202Eb', 'a\uD800b', 'a\u001Bb', 'a\u061Cb', 'a\uFFF9b'])
      expect(name.safeParse(hidden).success).toBe(false)
  })
})

it('sorts as a Vietnamese dictionary does', () => {
  expect(['ơi', 'đu đủ', 'ong', 'dừa', 'ổi', 'ăn', 'ân', 'an'].sort(compareVietnamese)).toEqual([
    'an',
    'ăn',
    'ân',
    'dừa',
    'đu đủ',
    'ong',
    'ổi',
    'ơi',
  ])
})
