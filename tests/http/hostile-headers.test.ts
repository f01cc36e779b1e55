import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import request from 'supertest'
import { NOON, openShop } from '../support/shop.js'
import { acceptInvitation, PRODUCER } from './signed-in.js'
import { order, runShop, type RunningShop } from './trade-shop.js'

let shop: RunningShop
beforeAll(async () => {
  shop = await runShop('', { catalog: await openShop({ now: () => NOON }), trustProxy: 'loopback' })
})
afterAll(() => shop.stop())

describe('A shop behind a proxy', () => {
  it.each([
    'bad"host',
    'a b',
    '<script>',
    `${'a'.repeat(300)}.example`,
    'a..b',
    'evil.example/path',
    'user@evil.example',
  ])('refuses the host “%s”, which no machine is called, on pages and to programs', async (host) => {
    for (const path of ['/', '/products', '/sitemap.xml', '/api/v1/products', '/assets/site.css'])
      expect((await request(shop.server).get(path).set('host', host)).status, path).toBe(400)
    const page = await request(shop.server).get('/').set('host', host)
    expect(page.text).toContain('http://localhost/')
  })

  it('believes no forwarded host, since many proxies hand on what the visitor wrote there', async () => {
    const forged = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
    for (const path of [
      '/',
      '/products/ca-phe-bot',
      '/feed.xml',
      '/sitemap.xml',
      '/api/v1/products',
      '/account/sign-in',
    ]) {
      const answer = await request(shop.server).get(path).set(forged)
      expect(answer.status, path).toBe(200)
      expect(answer.text + JSON.stringify(answer.headers), path).not.toContain('evil.example')
    }
    const kept = await request(shop.server).get('/products/ca-phe-bot').set('host', 'cho.example.vn')
    expect(kept.text).toContain('http://cho.example.vn/products/ca-phe-bot')
    const old = { origin: 'https://evil.example', ...forged }
    expect((await request(shop.server).post('/cart').set(old).type('form').send({ sku: 'CF-250' })).status).toBe(403)
  })

  it('takes no other scheme into its links than the two of the web', async () => {
    const producer = await acceptInvitation(
      shop.visitor({ 'x-forwarded-proto': 'da '.repeat(3000) }),
      shop.catalog,
      PRODUCER,
    )
    await producer.open('/producer/products/ca-phe-bot/codes')
    expect(producer.status).toBe(200)
    expect(producer.text()).toMatch(/http:\/\/127\.0\.0\.1:\d+\/trace\/ca-phe-bot/)
  })
})

describe('A step of an order', () => {
  it('that does not exist is told on the order’s page', async () => {
    const code = await order(shop.visitor())
    const producer = await acceptInvitation(shop.visitor(), shop.catalog, { ...PRODUCER, phone: '0905 333 445' })
    await producer.open(`/producer/orders/${code}`)
    const token = producer.$('input[name=token]').first().attr('value') ?? ''
    for (const status of ['', '1e3', '__proto__']) {
      await producer.post(`/producer/orders/${code}/step`, { token, status })
      expect(producer.status).toBe(422)
      expect(producer.text('.error-summary')).not.toBe('')
    }
  })
})
