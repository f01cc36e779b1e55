import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeyTable } from '../../src/store/state/key-table.js'

describe('a key table', () => {
  it('answers as a Map would, whatever is set in whatever order', () => {
    const key = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('', 'đ', 'd', '\u0000', '🐝'))
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.nat()), { maxLength: 400 }), (entries) => {
        const [table, map] = [new KeyTable(), new Map<string, number>()]
        for (const [name, value] of entries) {
          table.set(name, value)
          map.set(name, value)
        }
        for (const name of [...entries.map(([name]) => name), 'never set, or is it'])
          expect(table.get(name)).toBe(map.get(name))
      }),
    )
  })

  it('keeps a hundred thousand keys apart that differ by one letter, through all its growth', () => {
    const table = new KeyTable()
    const keys = Array.from({ length: 100_000 }, (_, index) => `DH-${index.toString(36).padStart(6, '0')}`)
    keys.forEach((key, index) => table.set(key, index * 2 ** 21))
    keys.forEach((key, index) => {
      if (table.get(key) !== index * 2 ** 21) expect.fail(`${key} is not at ${index}`)
      if (table.get(`${key}x`) !== undefined) expect.fail(`${key}x was never set`)
    })
  })
})
