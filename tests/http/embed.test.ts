import { brotliCompressSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import request from 'supertest'
import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowseShop } from './browse-shop.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'

describe.each(MOUNTS)('what other sites show of a shop at “%s”', (mount) => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openBrowseShop() })
  })
  afterAll(() => shop.stop())

  const get = (address: string) => request(shop.server).get(mount + address)

  it('a product is told in words, with whole addresses, to every site and without a cookie', async () => {
    const answer = await get('/embed/product?sku=CF-250&lang=en').set('origin', 'https://xa-ea-tu.example.vn')
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=60',
    })
    expect(answer.headers['set-cookie']).toBeUndefined()
    const product = answer.body as Record<string, unknown> & { href: string; picture: { src: string } }
    expect(product).toMatchObject({ name: 'Cà phê bột', nameLang: 'vi', stars: 4, action: 'Order' })
    expect(product['recognition']).toMatch(/^OCOP 4 stars\. Valid/)
    expect(product['price']).toMatch(/^from 65[.,]000/)
    for (const address of [product.href, product.picture.src]) {
      expect(address.startsWith(`http://127.0.0.1`)).toBe(true)
      const reached = await request('').get(address)
      expect(reached.status).toBe(200)
    }
    const picture = await request('').get(product.picture.src)
    expect(picture.headers['cross-origin-resource-policy']).toBe('cross-origin')
    const again = await get('/embed/product?sku=CF-250&lang=en').set('if-none-match', answer.headers['etag'] ?? '')
    expect([again.status, again.headers['access-control-allow-origin']]).toEqual([304, '*'])
  })

  it('past and unclear stars are not shown as stars, and a made-up price says so', async () => {
    const past = (await get('/embed/product?slug=ruou-de')).body as { stars: unknown; recognition: string }
    expect([past.stars, past.recognition]).toEqual([null, expect.stringContaining('hết hiệu lực')])
    expect((await get('/embed/product?slug=khong-co')).status).toBe(404)
    expect((await get('/embed/product')).status).toBe(404)
    const found = (await get('/embed/search?q=ca phe')).body as { total: number; words: string; products: unknown[] }
    expect(found).toMatchObject({ words: `${found.total} sản phẩm` })
    expect(found.products.length).toBe(Math.min(6, found.total))
    expect((await get('/embed/search?q=zzzzqqq')).body).toMatchObject({
      total: 0,
      words: 'Không tìm thấy sản phẩm nào.',
    })
  })

  it('a newspaper that knows oEmbed finds the card from the page of the product, in its language and size', async () => {
    const visitor = await shop.visitor().open('/products/ca-phe-bot?lang=en')
    const discovery = visitor.$('link[type="application/json+oembed"]').attr('href') ?? ''
    const { body } = (await request('').get(discovery)) as { body: Record<string, string> }
    expect(body).toMatchObject({ version: '1.0', type: 'rich', title: 'Cà phê bột', provider_name: 'OCOP Market' })
    const frame = load(body['html'] ?? '')('iframe')
    expect([frame.attr('width'), frame.attr('height'), frame.attr('title')]).toEqual([
      '100%',
      '250',
      'Cà phê bột · OCOP Market',
    ])
    const card = await request('').get(frame.attr('src') ?? '')
    expect(card.status).toBe(200)
    expect(card.headers['content-security-policy']).toContain('frame-ancestors *')
    expect(card.headers['x-frame-options']).toBeUndefined()
    const $ = load(card.text)
    expect($('html').attr('lang')).toBe('en')
    expect($('a.action').text()).toBe('Order')
    expect($('script').length).toBe(0)
    const known = await request('')
      .get(frame.attr('src') ?? '')
      .set('if-none-match', card.headers['etag'] ?? '')
    expect([known.status, known.headers['content-security-policy']]).toEqual([
      304,
      card.headers['content-security-policy'],
    ])
    const page = await get('/products/ca-phe-bot')
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")

    const ask = (query: Record<string, string>) => get('/oembed').query(query)
    const address = `${shop.origin}/products/ca-phe-bot`
    expect((await ask({ url: address, maxwidth: '300' })).body).toMatchObject({
      width: 300,
      provider_name: 'Phiên chợ OCOP',
    })
    // What a consumer allows is what it gets, the picture included; for what is too small to read there is a link.
    for (const [maxwidth, maxheight] of [
      [1300, 700],
      [600, 200],
      [300, 150],
      [240, 140],
      [200, 200],
      [50, 50],
    ] as const) {
      const { body: fitted } = (await ask({
        url: address,
        maxwidth: String(maxwidth),
        maxheight: String(maxheight),
      })) as { body: Record<string, string | number | undefined> }
      expect(fitted['type']).toBe(maxwidth < 240 || maxheight < 140 ? 'link' : 'rich')
      expect(fitted['thumbnail_width'] ?? 0).toBeLessThanOrEqual(maxwidth)
      expect(fitted['thumbnail_height'] ?? 0).toBeLessThanOrEqual(maxheight)
      if (fitted['type'] === 'link') continue
      const fittedFrame = load(String(fitted['html']))('iframe')
      expect([fittedFrame.attr('width'), fittedFrame.attr('height')].map(Number)).toEqual([
        fitted['width'],
        fitted['height'],
      ])
      expect(fitted['width']).toBeLessThanOrEqual(maxwidth)
      expect(fitted['height']).toBeLessThanOrEqual(maxheight)
    }
    expect((await ask({ url: address, format: 'xml' })).status).toBe(501)
    for (const url of ['', 'không phải', 'https://other.example/products/ca-phe-bot', `${shop.origin}/producers/ea-tu`])
      expect((await ask({ url })).status).toBe(404)
  })

  it('a hostile name stays text in the frame that oEmbed gives', async () => {
    const hostile = shop.catalog.state.all('products').find(({ name }) => name.vi.includes('<script>'))
    const { body } = (await get('/oembed').query({ url: `${shop.origin}/products/${hostile?.slug ?? ''}` })) as {
      body: { html: string }
    }
    const $ = load(body.html)
    expect([$('script').length, $('img').length, $('iframe').length]).toEqual([0, 0, 1])
  })

  it('the script stands at an address that stays, below 6 kB, and everything is gone where a shop does not want it', async () => {
    const script = await get('/embed.js')
    expect(script.headers).toMatchObject({
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    })
    const source = readFileSync(path.resolve(import.meta.dirname, '../../views/assets/embed.js'))
    expect(brotliCompressSync(source).length).toBeLessThan(6000)
    const shut = await runShop(mount, { embeddable: false })
    for (const address of ['/embed.js', '/oembed', '/embed/product?slug=ca-phe-bot', '/embed/cards/ca-phe-bot'])
      expect((await request(shut.server).get(mount + address)).status).toBe(404)
    expect((await shut.visitor().open('/products/ca-phe-bot')).$('link[type="application/json+oembed"]').length).toBe(0)
    await shut.stop()
  })
})
