import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AgedMap } from '../../src/catalog/aged-map.js'

it('what was set longest ago comes first, and whoever comes again goes to the end', () => {
  const visitors = new AgedMap<string, number>()
  expect(visitors.oldest()).toBeNull()
  for (const [at, name] of ['Hoa', 'Minh', 'Lan'].entries()) visitors.set(name, at)
  expect(visitors.oldest()).toEqual(['Hoa', 0])
  visitors.set('Hoa', 3)
  expect(visitors.oldest()).toEqual(['Minh', 1])
  visitors.delete('Lan')
  visitors.delete('Minh')
  expect(visitors.oldest()).toEqual(['Hoa', 3])
  visitors.set('Hoa', 4)
  expect(visitors.oldest()).toEqual(['Hoa', 4])
  visitors.delete('Hoa')
  expect(visitors.oldest()).toBeNull()
  // Asked while it was empty, it finds what comes later all the same.
  visitors.set('Nam', 5)
  expect([visitors.oldest(), visitors.size, visitors.get('Nam'), visitors.get('Hoa')]).toEqual([
    ['Nam', 5],
    1,
    5,
    undefined,
  ])
})

it('whatever is set and deleted in whatever order, the oldest is the one that a list of all would begin with', () => {
  const key = fc.nat({ max: 6 })
  const step = fc.record({ what: fc.constantFrom('set', 'delete', 'forget the oldest', 'ask'), key })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const aged = new AgedMap<number, number>()
      let list: (readonly [number, number])[] = []
      for (const [at, { what, key: one }] of steps.entries()) {
        const gone = what === 'forget the oldest' ? aged.oldest()?.[0] : one
        if (what === 'ask' || gone === undefined) expect(aged.oldest()).toEqual(list[0] ?? null)
        else {
          list = list.filter(([other]) => other !== gone)
          if (what === 'set') list.push([gone, at])
          if (what === 'set') aged.set(gone, at)
          else aged.delete(gone)
        }
        expect([aged.size, aged.get(one)]).toEqual([list.length, list.find(([other]) => other === one)?.[1]])
      }
      expect(aged.oldest()).toEqual(list[0] ?? null)
    }),
  )
})
