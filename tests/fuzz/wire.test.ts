import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type RunningServer } from '../support/server.js'
import { headerOf, sendRaw, type RawRequest } from './raw-client.js'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const ask = (target: string, more: Partial<RawRequest> = {}) =>
  sendRaw(server.origin, { method: 'GET', target, headers: [], body: null, ...more })

describe('The real server, over the wire', () => {
  it('protects every answer: pages, errors, HEAD, 304, files, programs’ answers, refused forms', async () => {
    const page = await ask('/products')
    const tag = headerOf(page, 'etag') ?? ''
    const script = /\/assets\/site-[0-9a-f]{10}\.js/.exec(page.body)?.[0] ?? ''
    const answers = await Promise.all([
      ask('/'),
      ask('/nowhere'),
      ask('/products/%E0%A4%A'),
      ask('/products', { method: 'HEAD' }),
      ask('/products', { headers: [['If-None-Match', tag]] }),
      ask(script),
      ask('/api/v1/products'),
      ask('/api/v1/nowhere'),
      ask('/healthz'),
      ask('/readyz'),
      ask('/office'),
      ask('/cart', { method: 'POST', headers: [['Sec-Fetch-Site', 'cross-site']], body: Buffer.from('sku=x') }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 400, 200, 304, 200, 200, 404, 200, 200, 401, 403])
    for (const answer of answers) {
      expect(headerOf(answer, 'x-content-type-options')).toBe('nosniff')
      expect(headerOf(answer, 'content-security-policy')).toMatch(/^default-src 'none'/)
      expect(headerOf(answer, 'content-security-policy')).not.toContain('unsafe')
      expect(headerOf(answer, 'x-powered-by')).toBeUndefined()
      if (answer.status !== 304) expect(headerOf(answer, 'content-type')).toMatch(/charset=utf-8/)
    }
  })

  it('serves nothing but the shop: no repository, settings, data, listings, other methods', async () => {
    const paths = [
      '/.git/config',
      '/.env',
      '/site.json',
      '/journal/',
      '/data/',
      '/assets/',
      '/photos/',
      '/package.json',
    ]
    const hidden = [
      '/assets/..%2f..%2fpackage.json',
      '/assets/....//package.json',
      '/photos/..%5c..%5cocop.json',
      '/assets/%00',
    ]
    for (const target of [...paths, ...hidden]) expect((await ask(target)).status, target).toBeGreaterThanOrEqual(400)
    for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH'])
      expect((await ask('/', { method })).status, method).toBe(404)
  })

  it('takes no message whose end can be read in two ways, and none for two hosts', async () => {
    const body = Buffer.from('a=1')
    const twice = await ask('/cart', { method: 'POST', headers: [['Content-Length', '10']], body })
    const both = await ask('/cart', { method: 'POST', headers: [['Transfer-Encoding', 'chunked']], body })
    const headers: RawRequest['headers'] = [
      ['Host', 'shop.example'],
      ['Host', 'evil.example'],
    ]
    const hosts = await ask('/cart', { headers })
    expect([twice.status, both.status, hosts.status]).toEqual([400, 400, 400])
  })

  it('believes no forwarded header from whom nobody named a proxy', async () => {
    const forged: RawRequest['headers'] = [
      ['X-Forwarded-Host', 'evil.example'],
      ['X-Forwarded-Proto', 'https'],
      ['Forwarded', 'host=evil.example'],
    ]
    const page = await ask('/products?lang=en', { headers: forged })
    expect(page.body).not.toContain('evil.example')
    expect(headerOf(page, 'set-cookie')).not.toContain('Secure')
    const statuses: number[] = []
    for (let order = 0; order < 61; order += 1) {
      const headers: RawRequest['headers'] = [
        ['X-Forwarded-For', `10.0.0.${order}`],
        ['Content-Type', 'application/json'],
        ['Idempotency-Key', `forged-${order}`],
      ]
      statuses.push((await ask('/api/v1/orders', { method: 'POST', headers, body: Buffer.from('{}') })).status)
    }
    expect(statuses.at(-1)).toBe(429)
  })

  it('lets no other origin read with somebody’s cookies', async () => {
    const answer = await ask('/api/v1/products', { headers: [['Origin', 'https://evil.example']] })
    expect(headerOf(answer, 'access-control-allow-origin')).not.toBe('https://evil.example')
    expect(headerOf(answer, 'access-control-allow-credentials')).toBeUndefined()
  })

  it('leads nowhere else: an address that a form brings is one of the shop, or it is not gone to', async () => {
    const goTo = async (back: string) => {
      const body = Buffer.from(new URLSearchParams({ slug: 'nowhere', back }).toString())
      const headers: RawRequest['headers'] = [['Content-Type', 'application/x-www-form-urlencoded']]
      const answer = await ask('/wishlist', { method: 'POST', headers, body })
      return { status: answer.status, location: headerOf(answer, 'location') }
    }
    expect(await goTo('/products?q=trà')).toEqual({ status: 303, location: '/wishlist' })
    expect(await goTo('/producers')).toEqual({ status: 303, location: '/producers' })
    for (const elsewhere of [
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/./\r\n/evil.example',
      '/.//evil.example',
      'https://evil.example',
      'javascript:1',
    ])
      expect(await goTo(elsewhere), elsewhere).toEqual({ status: 303, location: '/wishlist' })
    for (const target of ['//evil.example/x', '/\\evil.example', '///evil.example/account/sign-in']) {
      const page = await ask(target)
      expect([page.status, /"[/\\]{2,}/.test(page.body)], target).toEqual([404, false])
    }
  })

  it('answers patterns and long texts in the search box at once', async () => {
    for (const text of ['(a+)+$', '[', `${'a'.repeat(40)}!`, '?'.repeat(12_000), '<%= 191*7 %>', `' OR 1=1--`]) {
      const answer = await ask(`/products?q=${encodeURIComponent(text).slice(0, 14_000)}`)
      expect(answer.status).toBeLessThan(500)
      expect(answer.isHanging).toBe(false)
      expect(answer.body).not.toContain('1337')
    }
  })
})
