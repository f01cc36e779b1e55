import { expect, it } from 'vitest'
import { PreviewShelf } from '../../src/storefront/office/imports/preview-shelf.js'

it('previews of all who import lie within one bound: those that nobody looked at for longest make room', () => {
  const shelf = new PreviewShelf<string>(100)
  const away: string[] = []
  const busy = new Set<string>()
  const put = (key: string, bytes: number) =>
    shelf.put(key, { bytes, isIdle: () => !busy.has(key), putAway: () => away.push(key) })
  put('An', 40)
  put('Bình', 40)
  shelf.touch('An')
  put('Chi', 40)
  expect([away, shelf.bytes]).toEqual([['Bình'], 80])
  busy.add('An')
  put('Dung', 90)
  // One that is being imported stays, and so does the newest.
  expect([away, shelf.bytes]).toEqual([['Bình', 'Chi'], 130])
  busy.clear()
  put('Giang', 200)
  expect([away, shelf.bytes]).toEqual([['Bình', 'Chi', 'An', 'Dung'], 200])
  put('Giang', 10)
  shelf.remove('Giang')
  expect(shelf.bytes).toBe(0)
})
