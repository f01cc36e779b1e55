import { describe, expect, it } from 'vitest'
import { toOwnSynonyms } from '../../src/search/own-synonyms.js'
import { previewSynonyms } from '../../src/search/synonym-preview.js'
import { found, indexOf } from './corpus.js'

const rule = (words: string[], means: string[], rest: { oneWay?: boolean; notIn?: string[] } = {}) =>
  toOwnSynonyms([{ words, means, direction: rest.oneWay ? 'oneWay' : 'both', notIn: rest.notIn ?? [], status: 'used' }])

describe('Words that an office teaches the search', () => {
  it('lead to what they mean at once, and are forgotten at once', () => {
    const shop = indexOf('Mắm cá linh', 'Trà sen')
    expect(found(shop, 'mắm cá rí')).not.toContain('Trà sen')
    expect(found(shop, 'lòng tong')).toEqual([])
    shop.useOwnSynonyms(rule(['lòng tong'], ['cá linh']))
    expect(found(shop, 'lòng tong')).toEqual(['Mắm cá linh'])
    shop.useOwnSynonyms([])
    expect(found(shop, 'lòng tong')).toEqual([])
  })

  it('go one way where that was said', () => {
    const shop = indexOf('Cá trê khô', 'Cá lóc khô')
    shop.useOwnSynonyms(rule(['trê'], ['lóc'], { oneWay: true }))
    expect(found(shop, 'trê khô')).toEqual(['Cá trê khô', 'Cá lóc khô'])
    expect(found(shop, 'lóc khô')).not.toContain('Cá trê khô')
  })

  it('do not reach into names where a neighbour gives the word another meaning, old products included', () => {
    const shop = indexOf('Bánh lọt', 'Cá lọt thỏm')
    shop.useOwnSynonyms(rule(['bánh tằm'], ['lọt']))
    expect(found(shop, 'bánh tằm')).toContain('Cá lọt thỏm')
    shop.useOwnSynonyms(rule(['bánh tằm'], ['lọt'], { notIn: ['cá lọt'] }))
    expect(found(shop, 'bánh tằm')).toEqual(['Bánh lọt'])
  })

  it('show beforehand what appears, what is gone and what moves, and change nothing by that', () => {
    const shop = indexOf('Mắm cá linh', 'Mắm tôm')
    const [effect, other] = previewSynonyms(shop, { current: [], proposed: rule(['mắm đồng'], ['cá linh']) }, [
      'mắm đồng',
      'mắm tôm',
    ])
    expect(effect).toMatchObject({ text: 'mắm đồng', appeared: ['Mắm cá linh'], vanished: [] })
    expect(other).toMatchObject({ appeared: [], vanished: [], moved: [] })
    expect(found(shop, 'mắm đồng')).not.toContain('Mắm cá linh')
  })

  it('are worth nothing without a word in them', () => {
    expect(rule(['…'], ['cá'])).toEqual([])
  })
})
