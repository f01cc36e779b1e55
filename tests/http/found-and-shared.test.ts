import { load } from 'cheerio'
import sharp from 'sharp'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowseShop } from './browse-shop.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'

/** What search engines need of each kind of thing (schema.org, as their guides ask for it). */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  Product: ['name', 'url', 'image'],
  Offer: ['price', 'priceCurrency', 'availability', 'url', 'sku'],
  Organization: ['name'],
  PostalAddress: ['addressCountry', 'addressRegion'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
  Certification: ['name'],
  Rating: ['ratingValue', 'bestRating', 'worstRating'],
  WebSite: ['name', 'url', 'potentialAction'],
  SearchAction: ['target', 'query-input'],
  EntryPoint: ['urlTemplate'],
  Country: ['name'],
}

type Facts = Readonly<Record<string, unknown>>

/** Goes through facts and what is within them. */
function* thingsIn(value: unknown): Generator<Facts> {
  if (typeof value !== 'object' || value === null) return
  if ('@type' in value) yield value
  for (const within of Object.values(value)) yield* thingsIn(within)
}

describe.each(MOUNTS)('a shop at “%s” is found and shared', (mount) => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openBrowseShop() })
  })
  afterAll(() => shop.stop())

  const get = (path: string) => request(shop.server).get(path)
  const factsOf = async (path: string): Promise<Facts[]> => {
    const { $ } = await shop.visitor().open(path)
    const scripts = $('script[type="application/ld+json"]').toArray()
    return scripts.map((script) => JSON.parse($(script).text()) as Facts)
  }
  const within = (address: string): string => new URL(address).pathname + new URL(address).search

  it.each(['/', '/products', '/products/ca-phe-bot', '/products/hostile', '/producers/ea-tu', '/provinces/dak-lak'])(
    'with whole facts on %s',
    async (path) => {
      for (const facts of await factsOf(path)) {
        expect(facts['@context']).toBe('https://schema.org')
        for (const thing of thingsIn(facts)) {
          const type = String(thing['@type'])
          expect(Object.keys(NEEDED), type).toContain(type)
          for (const property of NEEDED[type] ?? []) expect(thing[property], `${type}.${property}`).toBeTruthy()
        }
      }
    },
  )

  it('says of a product what it costs, who makes it, and the certificate that counts today', async () => {
    const [product] = await factsOf('/products/ca-phe-bot')
    expect(product).toMatchObject({
      '@type': 'Product',
      name: 'Cà phê bột',
      manufacturer: {
        '@type': 'Organization',
        name: 'Hợp tác xã Ea Tu',
        url: expect.stringContaining('/producers/ea-tu') as string,
      },
      hasCertification: { certificationIdentification: '512/QĐ-UBND', certificationRating: { ratingValue: 4 } },
    })
    expect(product?.['offers']).toMatchObject([
      { sku: 'CF-250', price: 65_000, availability: 'https://schema.org/InStock' },
      { sku: 'CF-500' },
    ])
    const [expired] = await factsOf('/products/ruou-de')
    expect(expired).not.toHaveProperty('hasCertification')
    const [sample] = await factsOf('/products/hostile')
    expect(sample).not.toHaveProperty('offers')
  })

  it('draws a picture for each shared product, 1200 by 630, in both languages', async () => {
    for (const lang of ['vi', 'en']) {
      const { $ } = await shop.visitor().open(`/products/ca-phe-bot?lang=${lang}`)
      const address = $('meta[property="og:image"]').attr('content') ?? ''
      const picture = await get(within(address)).buffer(true)
      expect([picture.status, picture.type]).toEqual([200, 'image/png'])
      const { width, height, format } = await sharp(picture.body as Buffer).metadata()
      expect([width, height, format]).toEqual([1200, 630, 'png'])
      expect((picture.body as Buffer).length).toBeLessThan(300_000)
    }
  })

  it('shows the drawn cover where pictures cannot be made', async () => {
    const { catalog } = shop
    const media = { ...catalog.media, drawPng: () => Promise.resolve(null) }
    const other = await runShop('', { catalog: Object.create(catalog, { media: { value: media } }) as typeof catalog })
    const answer = await request(other.server).get('/share/ca-phe-bot.png')
    expect([answer.status, answer.headers['location']]).toEqual([302, '/covers/ca-phe-bot.svg?v=1.1'])
    other.server.close()
  })

  it('names every public page in a sitemap of parts, each with its English sister', async () => {
    const index = load((await get(`${mount}/sitemap.xml`)).text, { xml: true })
    const parts = index('sitemap > loc')
      .toArray()
      .map((loc) => index(loc).text())
    expect(parts.map((part) => part.split('/').pop())).toEqual([
      'pages-1.xml',
      'platforms-1.xml',
      'products-1.xml',
      'producers-1.xml',
    ])
    expect(index('lastmod').first().text()).toMatch(/^2026-11-22T/)
    for (const part of parts) {
      const map = load((await get(within(part))).text, { xml: true })
      for (const loc of map('url > loc').toArray()) {
        const page = await get(within(map(loc).text()))
        expect(page.status, map(loc).text()).toBe(200)
        expect(load(page.text)('link[rel=canonical]').attr('href')).toBe(map(loc).text())
      }
      expect(map('url').first().children('[hreflang=en]').attr('href')).toContain('lang=en')
    }
    for (const wrong of ['products-2', 'orders-1', 'products-0', '__proto__-1'])
      expect((await get(`${mount}/sitemaps/${wrong}.xml`)).status, wrong).toBe(404)
  })

  it('tells feed readers what is new', async () => {
    const answer = await get(`${mount}/feed.xml`)
    expect(answer.type).toBe('application/atom+xml')
    const feed = load(answer.text, { xml: true })
    expect(feed('entry').length).toBe(4)
    expect(feed('entry > title').text()).toContain('<script>alert(1)')
    for (const needed of ['feed > id', 'feed > updated', 'feed > author > name', 'entry > id', 'entry > updated'])
      expect(feed(needed).first().text(), needed).not.toBe('')
    expect((await get(within(feed('entry > link').first().attr('href') ?? ''))).status).toBe(200)
    const { $ } = await shop.visitor().open('/')
    expect($('link[type="application/atom+xml"]').attr('href')).toBe(`${mount}/feed.xml`)
  })
})

describe('an address survives a new name', () => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop('/ocop', { catalog: await openBrowseShop() })
    const { state } = shop.catalog
    for (const slug of ['mat-ong-rung', 'mat-ong-hoa-ca-phe'])
      await shop.catalog.save({ products: [{ ...state.get('products', 'mat-ong'), slug }] })
    await shop.catalog.save({ producers: [{ ...state.get('producers', 'ea-tu'), slug: 'htx-ea-tu' }] })
  })
  afterAll(() => shop.stop())

  it.each([
    ['/products/mat-ong', '/products/mat-ong-hoa-ca-phe'],
    ['/products/mat-ong-rung?lang=en', '/products/mat-ong-hoa-ca-phe?lang=en'],
    ['/producers/ea-tu', '/producers/htx-ea-tu'],
    ['/Products/MAT-ONG', '/products/mat-ong-hoa-ca-phe'],
    [`/products/${encodeURIComponent('Mật-Ong-Hoa-Cà-Phê')}?lang=en`, '/products/mat-ong-hoa-ca-phe?lang=en'],
    ['/producers/HTX-Ea-Tu', '/producers/htx-ea-tu'],
    [`/provinces/${encodeURIComponent('Đắk-Lắk')}`, '/provinces/dak-lak'],
    ['/TRACE/MAT-ONG-RUNG', '/trace/mat-ong-rung'],
  ])('%s leads on to %s for good', async (former, present) => {
    const answer = await request(shop.server).get(`/ocop${former}`)
    expect([answer.status, answer.headers['location']]).toEqual([301, `/ocop${present}`])
    expect((await shop.visitor().open(former)).path).toBe(present)
  })

  it('and belongs to nobody else', async () => {
    const other = { ...shop.catalog.state.get('products', 'ca-phe-bot'), slug: 'mat-ong' }
    await expect(shop.catalog.save({ products: [other] })).rejects.toMatchObject({
      issues: [{ path: 'products.0.slug', code: 'duplicate' }],
    })
  })

  it('but can be taken back by its own record', async () => {
    const record = shop.catalog.state.get('producers', 'ea-tu')
    await shop.catalog.save({ producers: [{ ...record, slug: 'ea-tu' }] })
    expect(shop.catalog.state.get('producers', 'ea-tu').formerSlugs).toEqual(['htx-ea-tu'])
    expect((await shop.visitor().open('/producers/htx-ea-tu')).path).toBe('/producers/ea-tu')
  })
})
