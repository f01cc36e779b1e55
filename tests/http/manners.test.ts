import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openBrowseShop } from './browse-shop.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'

describe.each(MOUNTS)('what a shop at “%s” does when something is wrong', (mount) => {
  let shop: RunningShop
  const reported: unknown[] = []
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openBrowseShop(), onError: (error) => reported.push(error) })
  })
  afterAll(() => shop.stop())

  it.each([
    ['/no-such-page', 404, /Không tìm thấy trang này/],
    ['/products/no-such-product', 404, /Không tìm thấy trang này/],
    ['/provinces/atlantis', 404, /Không tìm thấy trang này/],
    ['/assets/no-such-file.css', 404, /Không tìm thấy trang này/],
    ['/products/%E0%A4%A', 400, /Địa chỉ không đọc được/],
  ])('answers %s with %s and a page that helps', async (path, status, heading) => {
    const visitor = await shop.visitor().open(path)
    expect(visitor.status).toBe(status)
    expect(visitor.text('h1')).toMatch(heading)
    expect(visitor.text()).not.toMatch(/notFound|badRequest/)
    expect(visitor.$(`main form[action="${mount}/products"]`)).toHaveLength(1)
    expect(visitor.$(`main a[href="${mount}/"]`)).toHaveLength(1)
  })

  it('says it in English to those who chose English', async () => {
    const visitor = await shop.visitor().open('/no-such-page?lang=en')
    expect(visitor.text('h1')).toBe('There is no such page')
  })

  it('answers programs with problem details (RFC 9457)', async () => {
    const answer = await request(shop.server).get(`${mount}/no-such-page`).set('accept', 'application/json')
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(JSON.parse(answer.text)).toMatchObject({ status: 404, code: 'notFound' })
    const api = await request(shop.server).get(`${mount}/api/v1/nothing`)
    expect(api.headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  it('keeps its own faults to itself: the visitor hears sorry, the owner hears what', async () => {
    const broken = await openBrowseShop()
    const search = () => {
      throw new Error('secret of the house: /srv/passwords')
    }
    const failing = await runShop(mount, {
      catalog: Object.create(broken, { search: { value: search } }) as typeof broken,
      onError: (error) => reported.push(error),
    })
    const visitor = await failing.visitor().open('/products')
    expect(visitor.status).toBe(500)
    expect(visitor.text('h1')).toBe('Trang gặp trục trặc')
    expect(visitor.response.text).not.toContain('secret')
    expect(reported).toEqual([expect.objectContaining({ message: expect.stringContaining('secret') as unknown })])
    const english = await failing.visitor().open('/products?lang=en')
    expect(english.text('h1')).toBe('Something went wrong here')
    await failing.stop()
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('no log')
      },
    ],
    ['rejects', () => Promise.reject(new Error('no log'))],
  ])('hears sorry also where what the owner hears by %s itself', async (_, onError) => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
    onTestFinished(() => warned.mockRestore())
    const broken = await openBrowseShop()
    const search = () => {
      throw new Error('secret of the house')
    }
    const failing = await runShop(mount, {
      catalog: Object.create(broken, { search: { value: search } }) as typeof broken,
      onError,
    })
    const visitor = await failing.visitor().open('/products')
    expect([visitor.status, visitor.text('h1')]).toEqual([500, 'Trang gặp trục trặc'])
    expect(warned.mock.calls).toEqual([['onError failed: Error: no log', 'OcopCatalogHost']])
    await failing.stop()
  })

  it.each([
    ['a foreign page, as new browsers tell', { 'sec-fetch-site': 'cross-site' }],
    ['a sister host', { 'sec-fetch-site': 'same-site' }],
    ['a foreign page, as old browsers tell', { origin: 'https://evil.example' }],
    ['a page without origin', { origin: 'null' }],
  ])('takes no form from %s', async (_, headers) => {
    const visitor = await shop.visitor().post('/cart', { action: 'add', sku: 'CF-250', quantity: '1' }, headers)
    expect(visitor.status).toBe(403)
    expect(visitor.text('h1')).toBe('Yêu cầu không được nhận')
    expect(visitor.cookie('cart')).toBeUndefined()
  })

  it('takes its own forms', async () => {
    const host = new URL(shop.origin).host
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: `http://${host}`, host }, {}]) {
      const visitor = await shop.visitor().post('/cart', { action: 'add', sku: 'CF-250', quantity: '1' }, headers)
      expect(visitor.cookie('cart')).toBe('CF-250*1')
    }
  })

  it('refuses a form that is far too large', async () => {
    const visitor = await shop.visitor().post('/cart', { note: 'x'.repeat(100_000) })
    expect(visitor.status).toBe(413)
    expect(visitor.text('h1')).toBe('Nội dung gửi quá lớn')
  })

  it('holds so many long uploads of strangers at once and asks the next to come again; a wrong key brings nothing in', async () => {
    const { host, hostname, port } = new URL(shop.origin)
    const open: Socket[] = []
    /** Sends the head of a long request and not its body; what is answered when no more is waited for. */
    const begin = (path: string, ...headers: string[]): { taken: Promise<unknown>; status: Promise<string> } => {
      const head = [`POST ${mount}${path} HTTP/1.1`, `Host: ${host}`, 'Content-Length: 26000000', ...headers]
      const socket = connect(Number(port), hostname)
      socket.setEncoding('latin1').write(`${head.join('\r\n')}\r\nExpect: 100-continue\r\n\r\n`)
      open.push(socket)
      let said = ''
      const taken = once(socket, 'data')
      const status = new Promise<string>((resolve) => {
        socket.on('data', (text: string) => {
          const last = /HTTP\/1.1 ([2-5]\d\d)/.exec((said += text))?.[1]
          if (last) resolve(last)
        })
      })
      return { taken, status }
    }
    /** Whether the shop has read the head and waits for the body. */
    const isHeld = async ({ taken, status }: ReturnType<typeof begin>): Promise<boolean> => {
      await taken
      return Promise.race([status.then(() => false), sleep(500, true)])
    }
    const form = 'Content-Type: multipart/form-data; boundary=x'
    const review = () => begin('/orders/7K2M9-QX4TB/reviews/HONEY', form)
    expect(await Promise.all([isHeld(review()), isHeld(review())])).toEqual([true, true])
    expect(await review().status).toBe('503')
    const json = ['Content-Type: application/json', 'Idempotency-Key: long-body-1']
    expect(await begin('/api/v1/orders/7K2M9-QX4TB/reviews', ...json).status).toBe('503')
    expect(await begin('/api/v1/office/imports/preview', ...json, 'Authorization: Bearer ocop_wrong').status).toBe(
      '401',
    )
    for (const socket of open.splice(0)) socket.destroy()
    await expect.poll(() => isHeld(review())).toBe(true)
    for (const socket of open) socket.destroy()
  })

  it('tells the browser to load from here alone, and runs no script or style within the page', async () => {
    const visitor = await shop.visitor().open('/')
    const policy = String(visitor.response.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|upgrade-insecure|https:|\*/)
    expect(visitor.$('[style], [onclick], [onload], style')).toHaveLength(0)
    expect(visitor.response.headers['x-powered-by']).toBeUndefined()
  })

  it('keeps styles, scripts and covers in the browser for good, under names that change with them', async () => {
    const visitor = await shop.visitor().open('/products/ca-phe-bot')
    const style = visitor.$('link[rel="stylesheet"]').attr('href') ?? ''
    const cover = visitor.$('.gallery img').attr('src') ?? ''
    for (const address of [style, visitor.$('script[src]').attr('src') ?? '', cover]) {
      const answer = await request(shop.server).get(address)
      expect(answer.status, address).toBe(200)
      expect(answer.headers['cache-control'], address).toContain('immutable')
    }
    const older = await request(shop.server).get(style.replace(/-[0-9a-f]{10}\./, '-0000000000.'))
    expect([older.status, older.headers['cache-control']]).toEqual([200, 'no-cache'])
  })

  it('sends a page again only when it has changed', async () => {
    const first = await request(shop.server).get(`${mount}/products`)
    const again = await request(shop.server)
      .get(`${mount}/products`)
      .set('if-none-match', String(first.headers['etag']))
    expect(again.status).toBe(304)
  })

  it('remembers a language chosen in the address, for this shop alone, and ignores the browser’s list', async () => {
    const visitor = await shop.visitor({ 'accept-language': 'en' }).open('/')
    expect(visitor.$('html').attr('lang')).toBe('vi')
    await visitor.follow('a[hreflang="en"].top__tool')
    expect(visitor.$('html').attr('lang')).toBe('en')
    expect(visitor.response.headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^lang=en;.*Path=${mount || '/'};.*HttpOnly; SameSite=Lax$`)),
    ])
    await visitor.open('/stars')
    expect(visitor.text('h1')).toBe('OCOP stars')
    await visitor.open('/stars?lang=vi')
    expect(visitor.text('h1')).toBe('Hạng sao OCOP')
    await visitor.open('/stars?lang=fr')
    expect(visitor.text('h1')).toBe('Hạng sao OCOP')
  })

  it('lists its pages for search engines and says that it is well', async () => {
    const sitemap = await request(shop.server).get(`${mount}/sitemaps/products-1.xml`)
    expect(sitemap.text).toContain(`${mount}/products/ca-phe-bot</loc>`)
    expect(sitemap.text).not.toContain('draft')
    expect((await request(shop.server).get(`${mount}/robots.txt`)).text).toContain('Sitemap: http://')
    expect((await request(shop.server).get(`${mount}/healthz`)).body).toMatchObject({ status: 'ok' })
  })

  it('shares nothing with a second shop of the same process', async () => {
    const other = await runShop('', { name: { vi: 'Chợ Gò Đen' } })
    expect((await other.visitor().open('/')).title).toMatch(/^Chợ Gò Đen/)
    expect((await shop.visitor().open('/')).title).toMatch(/^Phiên chợ OCOP/)
    expect((await other.visitor().open('/products/hostile')).status).toBe(404)
    await other.stop()
  })
})
