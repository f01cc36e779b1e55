import { describe, expect, it } from 'vitest'
import { indexOf, search } from './corpus.js'

describe('Who finds nothing is offered what is nearest', () => {
  const shop = indexOf(
    { name: 'Cà phê bột', places: ['Đắk Lắk'], groupNames: ['Đồ uống không cồn'], facts: { stars: 4 } },
    { name: 'Nước mắm cốt', producer: 'HTX Biển Xanh', places: ['Phú Yên'] },
    { name: 'Hạt mắc ca sấy' },
    'Sầu riêng Ri6',
  )
  const nearest = (text: string): readonly string[] => search(shop, text).nearest

  it.each([
    ['a part of the query that some product holds', 'máy pha cà phê', 'cà phê'],
    ['each of two parts that no product holds together', 'mắm riêng', 'mắm'],
    ['the place, when it has no such thing', 'điện thoại Đắk Lắk', 'Đắk Lắk'],
    ['a name that holds the words', 'uống không', 'Đồ uống không cồn'],
    ['a word that begins like the one typed', 'riengoxy', 'riêng'],
    ['what leftover keys of the input method meant', 'laptop gaming caf phee', 'cà phê'],
  ])('%s: “%s” leads to “%s”', (_, typed, offered) => {
    expect(search(shop, typed).total).toBe(0)
    expect(nearest(typed)).toContain(offered)
  })

  it('begins with the longest part', () => {
    expect(nearest('xe mắm hay điện sầu riêng')).toEqual(['sầu riêng', 'mắm'])
  })

  it('offers only what finds something, at most five', () => {
    const words = nearest('cốt phê mắc hạt riêng nước bột xe')
    expect(words.length).toBeGreaterThan(1)
    expect(words.length).toBeLessThanOrEqual(5)
    for (const text of words) expect(search(shop, text).total).toBeGreaterThan(0)
  })

  it('offers nothing where something was found, or where only a filter stands in the way', () => {
    expect(nearest('cà phê')).toEqual([])
    expect(search(shop, 'cà phê 5 sao')).toMatchObject({ total: 0, nearest: [] })
  })
})
