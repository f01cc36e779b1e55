import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NumberList } from '../../src/store/state/number-list.js'

/** Numbers on both sides of what one to four bytes hold. */
const number = fc.oneof(
  fc.nat(3),
  ...[2 ** 8, 2 ** 16, 2 ** 24, 2 ** 32, 2 ** 53].map((end) =>
    fc.integer({ min: end - 2, max: Math.min(end + 2, 2 ** 53 - 1) }),
  ),
)

describe('a list of numbers', () => {
  it('holds what an array would, however large the numbers become and wherever they are put', () => {
    const step = fc.record({
      how: fc.constantFrom('set', 'push', 'insert'),
      place: fc.oneof(fc.nat(700), fc.nat(9000)),
      number,
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const [list, array] = [new NumberList(), [] as number[]]
        for (const { how, place, number } of steps) {
          if (how === 'push') {
            list.push(number)
            array.push(number)
          } else if (how === 'insert') {
            const within = Math.min(place, array.length)
            list.insert(within, number)
            array.splice(within, 0, number)
          } else {
            list.set(place, number)
            while (array.length < place) array.push(0)
            array[place] = number
          }
        }
        expect(Array.from({ length: list.length }, (_, index) => list.at(index))).toEqual(array)
        expect(list.at(list.length)).toBeUndefined()
      }),
    )
  })
})
