import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnfinished, lineLength, parseLine, toLine } from '../../src/store/disk/line.js'

const content = fc.json({ maxDepth: 2 })
const withoutEnd = (text: string): Buffer => Buffer.from(text.slice(0, -1))

describe('a line', () => {
  it('is a JSON array on one line that gives its content back', () => {
    fc.assert(
      fc.property(content, (json) => {
        const { text, bytes } = toLine(json)
        expect(parseLine(withoutEnd(text))?.toString()).toBe(json)
        expect(bytes).toBe(Buffer.byteLength(text))
        expect(lineLength(Buffer.from(text))).toBe(bytes)
        expect(JSON.parse(text)).toEqual([text.slice(2, 10), text.slice(13, 21), JSON.parse(json)])
        expect(text.indexOf('\n')).toBe(text.length - 1)
      }),
    )
  })

  it('is not read when any bit of it is flipped', () => {
    fc.assert(
      fc.property(content, fc.nat(), fc.nat({ max: 7 }), (json, at, bit) => {
        const bytes = withoutEnd(toLine(json).text)
        const index = at % bytes.length
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
        expect(parseLine(bytes)).toBeNull()
      }),
    )
  })

  it('is known as unfinished wherever it was cut short, and not when it is whole but wrong', () => {
    fc.assert(
      fc.property(content, fc.nat(), (json, at) => {
        const { text } = toLine(json)
        const whole = Buffer.from(text)
        const cut = whole.subarray(0, at % whole.length)
        expect(isUnfinished({ bytes: cut, ended: false })).toBe(true)
        expect(isUnfinished({ bytes: whole.subarray(0, -1), ended: true })).toBe(false)
        expect(isUnfinished({ bytes: Buffer.from(text.replace('\n', 'x')), ended: false })).toBe(false)
      }),
    )
  })
})
