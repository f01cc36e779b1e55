import { describe, expect, it } from 'vitest'
import type { SearchIndex } from '../../src/search/index-port.js'
import { compareVietnamese } from '../../src/catalog/text.js'
import { generateCatalog, toDocument } from '../bench/generator.js'
import { indexOf, product, search } from './corpus.js'

const made = generateCatalog(3000).map(toDocument)

const fill = (documents: typeof made): SearchIndex => {
  const index = indexOf()
  for (const document of documents) index.put(document)
  return index
}

const byName = (index: SearchIndex): string[] =>
  search(index, '', { sort: 'name', pageSize: 5000 }).hits.map(({ id }) => id)

const inOrder = (documents: typeof made): string[] =>
  [...documents].sort((a, b) => compareVietnamese(a.name, b.name) || (a.id < b.id ? -1 : 1)).map(({ id }) => id)

describe('After many changes the index puts itself in order, a little at a time', () => {
  it('in more steps the more there is to do, ending in Vietnamese order of names', () => {
    const index = fill(made)
    const steps = [...index.settle()].length
    expect(steps).toBeGreaterThan(made.length / 1000)
    expect(byName(index)).toEqual(inOrder(made))
  })

  it('and the more words there are to sort', () => {
    const WORDS = 4000
    const word = (i: number): string => `ba${String(i).replace(/\d/g, (digit) => 'aeghikmnot'.charAt(Number(digit)))}`
    const stepsOf = (words: number): number =>
      [
        ...fill(
          Array.from({ length: WORDS }, (_, i) => product({ id: `id-${i}`, name: `Trà ${word(i % words)}` })),
        ).settle(),
      ].length
    expect(stepsOf(WORDS) - stepsOf(1)).toBeGreaterThan(WORDS / 1000)
  })

  it('whatever happens between two steps: a search, products that come, change and go', () => {
    const index = fill(made.slice(0, 2500))
    const kept = new Map(made.slice(0, 2500).map((document) => [document.id, document]))
    let step = 0
    for (let round = 0; round < 3; round++) {
      const steps = index.settle()
      while (!steps.next().done) {
        step++
        if (step % 3 !== 0) continue
        const [added, gone] = [made[2500 + step], made[step * 7]]
        if (added) {
          index.put(added)
          kept.set(added.id, added)
        }
        if (gone && step % 2 === 0) {
          index.remove(gone.id)
          kept.delete(gone.id)
        } else if (gone) {
          const renamed = { ...gone, name: `Ấm trà ${step}` }
          index.put(renamed)
          kept.set(gone.id, renamed)
        }
        if (step % 5 === 0) expect(search(index, 'cà phê').total).toBeGreaterThan(0)
      }
    }
    expect(step).toBeGreaterThan(5)
    expect(byName(index)).toEqual(inOrder([...kept.values()]))
  })

  it('keeps products that come one by one in their places, in a large catalog too', () => {
    const index = fill(made.slice(0, 2000))
    expect(byName(index)).toHaveLength(2000)
    for (const document of made.slice(2000)) index.put(document)
    expect(byName(index)).toEqual(inOrder(made))
  })

  it('sorts names right that differ by signs, capitals and marks only', () => {
    const names = [
      'Ổi',
      'ỏi',
      'Oi',
      'Ơi',
      'Ôi - loại 1',
      'Ôi loại 1',
      'Ôi, loại 1',
      'ÔI LOẠI 2',
      'Đu đủ',
      'Dưa',
      'Dừa',
      '3 in 1',
    ]
    const documents = Array.from({ length: 300 }, (_, i) => product({ id: `id-${i}`, name: names[(i * 7) % 12] ?? '' }))
    const index = fill(documents)
    expect([...index.settle()].length).toBeGreaterThan(0)
    expect(byName(index)).toEqual(inOrder(documents))
  })
})
