import { setImmediate as nextTurn } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import request from 'supertest'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/index.js'
import { NOON } from '../support/shop.js'
import { openBrowseShop } from './browse-shop.js'
import { DETAILS, order, runShop, stockOf, type RunningShop } from './trade-shop.js'
import { gather } from '../../src/storefront/kept/gather.js'
import { EncodedBody } from '../../src/storefront/kept/encoded-body.js'

/** A catalog that counts how often its products were searched: each list that is made asks once or more. */
function counting(catalog: Catalog): Catalog & { readonly searches: () => number } {
  let searches = 0
  const search: Catalog['search'] = (query) => {
    searches += 1
    return catalog.search(query)
  }
  return Object.create(catalog, {
    search: { value: search },
    searches: { value: () => searches },
  }) as Catalog & { readonly searches: () => number }
}

describe('public pages are kept', () => {
  let shop: RunningShop
  let searches: () => number
  let now = NOON
  beforeEach(async () => {
    now = NOON
    const catalog = counting(await openBrowseShop({ now: () => now }))
    searches = catalog.searches
    shop = await runShop('', { catalog })
  })
  afterEach(() => shop.stop())

  const ask = (path: string, headers: Record<string, string> = {}) =>
    request(shop.server)
      .get(path)
      .set({ 'accept-encoding': 'identity', ...headers })
  const made = async (path: string, headers: Record<string, string> = {}): Promise<boolean> => {
    const before = searches()
    await ask(path, headers)
    return searches() > before
  }

  it('made once, and the same bytes for whoever asks', async () => {
    const first = await ask('/products')
    const before = searches()
    const other = await ask('/products', { cookie: 'cart=CF-250*3; cart-count=3; order-AAAAA-AAAAA=84905123456' })
    expect(searches()).toBe(before)
    expect(other.text).toBe(first.text)
    expect(other.headers['set-cookie']).toBeUndefined()
  })

  it('holds nothing of the one who asked first', async () => {
    const buyer = shop.visitor()
    await buyer.post('/checkout/now', { sku: 'CF-250', quantity: '1' })
    await buyer.press('.place', { ...DETAILS, remember: '1' })
    await buyer.post('/cart', { action: 'add', sku: 'HONEY', quantity: '2' })
    await buyer.open('/products')
    const { text } = await ask('/products')
    expect(text).toBe(buyer.response.text)
    expect(text).not.toMatch(/Nguyễn Thị Hoa|0905|84905/)
    expect(buyer.text('[data-cart]')).toBe('Giỏ hàng')
  })

  it.each(['/cart', '/checkout', '/orders'])('but never %s', async (path) => {
    const buyer = await shop.visitor().post('/cart', { action: 'add', sku: 'HONEY', quantity: '2' })
    await buyer.open(path)
    expect(buyer.response.headers['cache-control']).toBe('no-store')
  })

  it.each([
    ['br', 'gzip, deflate, br'],
    ['gzip', 'gzip'],
    ['gzip', 'br;q=0, gzip;q=0.5'],
    [undefined, 'identity'],
    [undefined, 'br;q=0, *;q=0'],
  ])('in the encoding %s for “%s”, the first time and the next', async (encoding, header) => {
    const plain = await ask('/products')
    for (const answer of [
      await ask('/products?', { 'accept-encoding': header }),
      await ask('/products?', { 'accept-encoding': header }),
    ]) {
      expect(answer.headers['content-encoding']).toBe(encoding)
      expect(answer.headers['vary']).toBe('Accept-Encoding, Cookie')
      expect(answer.text.length).toBe(plain.text.length)
    }
  })

  it.each(['/cart', '/products/none', '/nowhere', '/orders/none'])(
    'and what is not kept, %s, is compressed as it is sent, once',
    async (path) => {
      const plain = await ask(path)
      const compressed = await ask(path, { 'accept-encoding': 'gzip' })
      expect(compressed.headers['content-encoding']).toBe('gzip')
      expect(compressed.text.length).toBe(plain.text.length)
    },
  )

  it('sent anew only when it differs, each encoding under a tag of its own', async () => {
    const brotli = await ask('/products', { 'accept-encoding': 'br' })
    const gzip = await ask('/products', { 'accept-encoding': 'gzip' })
    const tag = String(brotli.headers['etag'])
    expect(gzip.headers['etag']).not.toBe(tag)
    const again = await ask('/products', { 'accept-encoding': 'br', 'if-none-match': `"other", W/${tag}` })
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', tag])
    expect((await ask('/products', { 'accept-encoding': 'gzip', 'if-none-match': tag })).status).toBe(200)
  })

  it('with the same headers for HEAD, and those that protect every page', async () => {
    const read = await ask('/products')
    const head = await request(shop.server).head('/products').set('accept-encoding', 'identity')
    expect({ ...head.headers, date: '' }).toEqual({ ...read.headers, date: '' })
    expect(head.text).toBeUndefined()
    expect(read.headers['content-security-policy']).toContain("default-src 'none'")
    const [, styles] = /<link rel="stylesheet" href="([^"]+)"/.exec(read.text) ?? []
    expect(read.headers['link']).toBe(`<${styles}>; rel=preload; as=style`)
    expect((await ask('/cart')).headers['content-security-policy']).toBe(read.headers['content-security-policy'])
  })

  it('in each language, chosen by the address or remembered', async () => {
    await ask('/stars')
    const english = await ask('/stars', { cookie: 'lang=en' })
    expect(english.text).toContain('<html lang="en">')
    expect(english.headers['content-language']).toBe('en')
    expect((await ask('/stars')).text).toContain('<html lang="vi">')
    for (let asked = 0; asked < 2; asked += 1)
      expect((await ask('/stars?lang=en')).headers['set-cookie']).toEqual([expect.stringMatching(/^lang=en;/)])
    expect((await ask('/stars?lang=en', { cookie: 'lang=en' })).headers['set-cookie']).toBeUndefined()
    expect((await ask('/stars?l%61ng=en')).text).toContain('<html lang="en">')
  })

  it('for each host that it was asked of', async () => {
    await ask('/stars', { host: 'one.example' })
    expect((await ask('/stars', { host: 'two.example' })).text).toContain('href="http://two.example/stars"')
  })

  it('but not from before a change of price, name or certificate', async () => {
    await ask('/products')
    await ask('/products/mat-ong')
    const product = shop.catalog.state.get('products', 'mat-ong')
    await shop.catalog.save({ products: [{ ...product, name: { vi: 'Mật ong rừng' } }] })
    expect((await ask('/products')).text).toContain('Mật ong rừng')
    expect((await ask('/products/mat-ong')).text).toContain('Mật ong rừng')
  })

  it('with cards that other pages showed before, as long as they say the truth', async () => {
    for (const sort of ['name', 'newest', 'stars', 'name&lang=en']) await ask(`/products?sort=${sort}`)
    const english = await ask('/products?sort=newest&lang=en')
    expect([english.text.includes('Kết quả'), english.text.includes('In stock')]).toEqual([false, true])
    expect((await ask('/products?sort=priceAsc')).text).not.toContain('Sắp hết, còn\u00a04')
    await order(shop.visitor(), 'CF-500', 6)
    await order(shop.visitor(), 'CF-250', 36)
    expect((await ask('/products?sort=priceDesc')).text).toContain('Sắp hết, còn\u00a04')
    expect((await ask('/products?q=ca+phe')).text).toContain('<mark>')
    expect((await ask('/products?sort=unitPrice')).text).not.toContain('<mark>')
    const inOtherWords = (await ask('/products?q=bot')).text
    expect(inOtherWords).toContain('<mark>bột</mark>')
    expect(inOtherWords).not.toContain('<mark>phê')
    const product = shop.catalog.state.get('products', 'mat-ong')
    await shop.catalog.save({ products: [{ ...product, name: { vi: 'Mật ong rừng' } }] })
    expect((await ask('/products?sort=priceDesc&stock=1')).text).toContain('Mật ong rừng')
  })

  it('through orders that change nothing one can see', async () => {
    await ask('/products')
    await order(shop.visitor(), 'CF-250', 3)
    expect(stockOf(shop, 'CF-250')).toBe(37)
    expect(await made('/products')).toBe(false)
  })

  it('but follow a variant that becomes rare on the pages that show it, and on no other', async () => {
    await ask('/products')
    await ask('/products?producer=go-den')
    await order(shop.visitor(), 'CF-500', 6)
    await order(shop.visitor(), 'CF-250', 36)
    expect((await ask('/products/ca-phe-bot')).text).toContain('Sắp hết, còn\u00a04')
    expect(await made('/products?producer=go-den')).toBe(false)
    expect((await ask('/products')).text).toContain('Sắp hết, còn\u00a04')
  })

  it('but follow what is sold out everywhere, since lists count it', async () => {
    await ask('/products?producer=go-den')
    await order(shop.visitor(), 'HONEY', 2)
    expect(await made('/products?producer=go-den')).toBe(true)
    expect((await ask('/products/mat-ong')).text).toContain('OutOfStock')
  })

  it('for one day in Vietnam, since certificates run out by the calendar', async () => {
    await ask('/products/ca-phe-bot')
    now = new Date('2028-03-13T16:59:00Z')
    expect((await ask('/products/ca-phe-bot')).text).toContain('Còn hiệu lực')
    now = new Date('2028-03-13T17:00:00Z')
    expect((await ask('/products/ca-phe-bot')).text).toContain('Đã hết hiệu lực')
  })

  it('while the index follows a large import, only once it has', async () => {
    const like = shop.catalog.state.get('products', 'mat-ong')
    const products = Array.from({ length: 600 }, (_, number) => {
      const id = `mat-ong-${number}`
      return { ...like, id, slug: id, variants: [] }
    })
    const saving = shop.catalog.save({ products })
    for (let asked = 0; asked < 5; asked += 1) await ask('/products')
    await saving
    expect((await ask('/products')).text).toContain('604 sản phẩm')
  })

  it('as figures until the next transaction', async () => {
    const before = await ask('/figures?period=2026-11')
    await order(shop.visitor())
    expect((await ask('/figures?period=2026-11')).text).not.toBe(before.text)
  })

  it('unless nothing was found: such searches are counted each time', async () => {
    for (let asked = 0; asked < 3; asked += 1) await ask('/products?q=xqzzw')
    expect(shop.catalog.emptySearches()).toEqual([{ text: 'xqzzw', count: 3 }])
  })
})

it('a shop without memory for pages makes each anew', async () => {
  const catalog = counting(await openBrowseShop())
  const shop = await runShop('', { catalog, pageMemory: 0 })
  await shop.visitor().open('/products')
  const before = catalog.searches()
  await shop.visitor().open('/products')
  expect(catalog.searches()).toBeGreaterThan(before)
  await shop.stop()
})

describe('a long file that is kept', () => {
  it('is compressed while others are served, in each form before that form is sent', async () => {
    const text = Buffer.from('Mật ong hoa cà phê Cư Mgar; '.repeat(40_000))
    const body = new EncodedBody(text)
    for (const [encoding, open] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      expect(body.isReady(encoding)).toBe(false)
      const prepared = body.prepare(encoding)
      // All that the program has to do itself is done by now: only what is done beside it can be still to come.
      await new Promise((resolve) => process.nextTick(resolve))
      expect(body.isReady(encoding)).toBe(false)
      await prepared
      expect(body.isReady(encoding)).toBe(true)
      expect(open(body.in(encoding)).equals(text)).toBe(true)
    }
    body.slimTo('br')
    expect(body.isReady('identity')).toBe(false)
    expect(new EncodedBody(Buffer.from('short')).isReady('br')).toBe(true)
  })

  it('is never whole in memory while it is made', async () => {
    const CHUNKS = 80
    let most = 0
    async function* made(): AsyncGenerator<string> {
      const before = process.memoryUsage().arrayBuffers
      for (let number = 0; number < CHUNKS; number += 1) {
        yield 'Mật ong; '.repeat(2 ** 17)
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
        await nextTurn()
      }
    }
    const { body } = await gather(made(), 'br')
    expect(body.encodingFor('br')).toBe('br')
    const bytes = brotliDecompressSync(body.in('br')).length
    expect(most).toBeLessThan(bytes / 2)
  })

  it('is made once for all who ask at once, whatever they add to its address', async () => {
    /** Asks a shop that was just opened, and counts the rows that it made: each asks what day it is. */
    const rowsMadeFor = async (addresses: readonly string[]): Promise<number> => {
      const catalog = await openBrowseShop()
      let rows = 0
      const today = () => {
        rows += 1
        return catalog.today()
      }
      const shop = await runShop('', { catalog: Object.create(catalog, { today: { value: today } }) as Catalog })
      const ask = (address: string) =>
        request(shop.server)
          .get(address)
          .set({ 'accept-encoding': 'br', host: `${addresses.indexOf(address)}.example` })
      const answers = await Promise.all(addresses.map(ask))
      expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 200))
      expect((await ask(addresses[0] ?? '')).text).toBe(answers.at(-1)?.text)
      await shop.stop()
      return rows
    }
    const path = '/open-data/products.csv'
    const once = await rowsMadeFor([path])
    expect(once).toBeGreaterThan(2)
    const others = ['?x=1', '?x=2&y=3', '/', `?${'z'.repeat(1200)}`].map((more) => path + more)
    expect(await rowsMadeFor([path, ...others, path.toUpperCase()])).toBe(once)
  })

  it('is the same in each form, and sent to whoever has it no second time', async () => {
    const shop = await runShop('', { catalog: await openBrowseShop() })
    const ask = (encoding: string, etag = '') =>
      request(shop.server).get('/open-data/products.csv').set({ 'accept-encoding': encoding, 'if-none-match': etag })
    const [plain, brotli, zipped] = [await ask('identity'), await ask('br'), await ask('gzip')]
    expect(plain.text).toContain('Cà phê')
    expect([brotli.text, zipped.text]).toEqual([plain.text, plain.text])
    const digests = [plain, brotli, zipped].map(({ headers }) => headers['etag']?.replace(/-\w+"$/, ''))
    expect(new Set(digests).size).toBe(1)
    expect((await ask('gzip', zipped.headers['etag'])).status).toBe(304)
    expect(plain.headers['content-disposition']).toBe('attachment; filename="ocop-products.csv"')
    await shop.stop()
  })
})
