import { describe, expect, it } from 'vitest'
import { KeptPage } from '../../src/storefront/kept/kept-page.js'
import { workingsOf } from '../../src/site/workings.js'
import { KeptPages } from '../../src/storefront/kept/kept-pages.js'
import { openShop } from '../support/shop.js'

const MOST = 100_000

describe('the memory for public pages', async () => {
  const { freshness } = workingsOf(await openShop())
  const toPage = (length: number) => {
    const answer = { type: 'text/plain', cacheControl: 'no-cache', vary: '', more: {} }
    return new KeptPage(answer, Buffer.alloc(length, 'a'), {}, freshness.mark(), new Set())
  }

  it('never holds more than it may, however many addresses are made up', () => {
    const pages = new KeptPages(freshness, MOST)
    for (let number = 0; number < 1000; number += 1) {
      pages.keep(`/products?q=${number}`, toPage(5000))
      expect(pages.bytes).toBeLessThanOrEqual(MOST)
    }
    expect(pages.size).toBeGreaterThan(10)
    expect(pages.find('/products?q=999')).not.toBeNull()
    expect(pages.find('/products?q=0')).toBeNull()
  })

  it('gives up the page that was asked for longest ago', () => {
    const pages = new KeptPages(freshness, MOST)
    pages.keep('/', toPage(5000))
    for (let number = 0; number < 100; number += 1) {
      pages.keep(`/products?page=${number}`, toPage(5000))
      expect(pages.find('/')).not.toBeNull()
    }
  })

  it('keeps no page that is larger than all of it', () => {
    const pages = new KeptPages(freshness, MOST)
    pages.keep('/', toPage(MOST))
    expect([pages.size, pages.bytes]).toEqual([0, 0])
  })

  it('counts every form in which a page is held, and lets go of the plain one when it is not asked for', () => {
    const pages = new KeptPages(freshness, MOST)
    const page = toPage(50_000)
    page.body.slimTo('br')
    pages.keep('/', page)
    const slim = pages.bytes
    expect(slim).toBeLessThan(10_000)
    expect(page.body.in('identity').toString()).toBe('a'.repeat(50_000))
    pages.weigh('/')
    expect(pages.bytes).toBe(slim + 50_000)
  })

  it('compresses a page once more, and better, when it is asked for again', async () => {
    const text = Array.from({ length: 400 }, (_, number) => `<li>Cà phê ${(number * number) % 977}</li>`).join('')
    const answer = { type: 'text/html', cacheControl: 'no-cache', vary: '', more: {} }
    const page = new KeptPage(answer, Buffer.from(text), {}, freshness.mark(), new Set())
    expect(page.body.canImprove('br')).toBe(false)
    const quick = page.body.in('br').length
    page.body.slimTo('br')
    expect([page.body.canImprove('br'), page.body.canImprove('identity')]).toEqual([true, false])
    await Promise.all([page.improve('br'), page.improve('br')])
    expect(page.body.canImprove('br')).toBe(false)
    expect(page.body.in('br').length).toBeLessThan(quick)
    expect(page.body.in('identity').toString()).toBe(text)
  })

  it('holds of a compressed page its bytes and no more: zlib lays them into a block of 16 kB', () => {
    for (const encoding of ['br', 'gzip'] as const) {
      const page = toPage(5000).body.in(encoding)
      expect(page.buffer.byteLength).toBe(page.length)
    }
  })
})
