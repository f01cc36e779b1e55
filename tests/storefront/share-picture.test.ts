import { expect, it } from 'vitest'
import { drawSharePicture } from '../../src/storefront/share/share-picture.js'

const textsOf = (name: string, siteName = 'Phiên chợ'): string[] =>
  [
    ...drawSharePicture({
      name,
      place: 'Đắk Lắk',
      stars: null,
      starWords: '',
      siteName,
      picture: { svg: '' },
    }).matchAll(/<text[^>]*>([^<]*)<\/text>/g),
  ].map(([, text = '']) => text)

it('a name without a blank is cut to the picture between its letters, and what is left out shows as an ellipsis', () => {
  const word = textsOf('x'.repeat(200))
  expect(word.slice(0, 5).map((line) => line.length)).toEqual([15, 15, 15, 15, 15])
  expect(word[4]).toMatch(/x…$/)
  const [first, second] = textsOf('越南咖啡高原小粒种烘焙咖啡豆')
  expect([first, second]).toEqual(['越南咖啡高原小', '粒种烘焙咖啡豆'])
  expect(textsOf('👩🏽‍🌾'.repeat(8)).slice(0, 2)).toEqual(['👩🏽‍🌾'.repeat(7), '👩🏽‍🌾'])
  expect(textsOf('Cà phê bột nguyên chất').slice(0, 2)).toEqual(['Cà phê bột', 'nguyên chất'])
  expect(textsOf('Mật ong', 'C'.repeat(80)).at(-1)).toMatch(/^C{25}…$/)
})
