import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeyHasher } from '../../src/store/state/key-hash.js'
import { KeyTable } from '../../src/store/state/key-table.js'

const hasher = new KeyHasher()
const hash = (key: string) => hasher.hash(key)

/** Numbers on both sides of what one to four bytes hold. */
const number = fc.oneof(
  ...[2 ** 8, 2 ** 16, 2 ** 24, 2 ** 32].map((end) => fc.integer({ min: end - 2, max: end + 2 })),
  fc.nat(3),
  fc.maxSafeNat(),
)
const key = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('', 'đ', 'd', '\u0000', '🐝'))

describe('a key table', () => {
  it('answers as a Map would, whatever is set in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, number), { maxLength: 400 }), (entries) => {
        const [table, map] = [new KeyTable(), new Map<string, number>()]
        for (const [name, value] of entries) {
          table.set(hash(name), value)
          map.set(name, value)
        }
        for (const name of [...entries.map(([name]) => name), 'never set, or is it'])
          expect(table.get(hash(name))).toBe(map.get(name))
      }),
    )
  })

  it('answers as a Map would when keys are announced, be it more or fewer than come, and asked for meanwhile', () => {
    const step = fc.tuple(key, fc.nat(), fc.boolean())
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), fc.nat(500), (steps, announced) => {
        const [table, map] = [new KeyTable(), new Map<string, number>()]
        steps.forEach(([name, value, isAsked], index) => {
          if (index % 150 === 0) table.expect(announced, announced)
          table.set(hash(name), value)
          map.set(name, value)
          if (isAsked && value % 8 === 0) expect(table.get(hash(name))).toBe(value)
        })
        for (const name of [...map.keys(), 'never set, or is it']) expect(table.get(hash(name))).toBe(map.get(name))
      }),
    )
  })

  it('takes more keys in than it sorts together, and of one key the value that came last', () => {
    const [keys, table] = [400_000, new KeyTable()]
    table.expect(keys + 1, keys)
    for (let index = 0; index < keys; index += 1) table.set(hash(`key ${index}`), index)
    table.set(hash('key 7'), 77)
    for (let index = 0; index < keys; index += 1)
      if (table.get(hash(`key ${index}`)) !== (index === 7 ? 77 : index)) expect.fail(`key ${index} is lost`)
    expect(table.get(hash(`key ${keys}`))).toBeUndefined()
  })

  it('keeps a hundred thousand keys apart that differ by one letter, through all its growth', () => {
    const table = new KeyTable()
    const keys = Array.from({ length: 100_000 }, (_, index) => `DH-${index.toString(36).padStart(6, '0')}`)
    keys.forEach((key, index) => table.set(hash(key), index * 2 ** 21))
    keys.forEach((key, index) => {
      if (table.get(hash(key)) !== index * 2 ** 21) expect.fail(`${key} is not at ${index}`)
      if (table.get(hash(`${key}x`)) !== undefined) expect.fail(`${key}x was never set`)
    })
  })
})
