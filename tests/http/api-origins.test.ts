import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { createStorefront } from '../../src/storefront/index.js'
import { crowd } from '../support/crowd.js'
import { recipient } from '../support/shop.js'
import { openTradingShop } from '../support/trading-shop.js'
import type { Document } from './api-caller.js'
import { runShop, type RunningShop } from './trade-shop.js'

const MINI = 'https://mini.example.vn'
const ZALO = 'zbrowser://h5.zdn.vn'
const OTHER = 'https://other.example.vn'
const PER_MINUTE = 40

const body = JSON.stringify({ lines: [{ sku: 'CF-250', quantity: 1 }], recipient: recipient() })

describe('the JSON API and the pages of other origins', () => {
  let shop: RunningShop
  beforeAll(async () => {
    const catalog = await openTradingShop()
    shop = await runShop('/ocop', { catalog, apiOrigins: [MINI, ZALO], apiPerMinute: PER_MINUTE })
  })
  afterAll(() => shop.stop())

  const get = (origin: string) => request(shop.server).get('/ocop/api/v1/groups').set('origin', origin)
  const preflight = (origin: string) =>
    request(shop.server)
      .options('/ocop/api/v1/orders')
      .set({ origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'idempotency-key' })
  const order = (origin: string) =>
    request(shop.server)
      .post('/ocop/api/v1/orders')
      .set({ origin, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() })
      .send(body)

  it('lets the pages of a named origin read and order, and never with cookies', async () => {
    const read = await get(MINI)
    expect(read.status).toBe(200)
    expect(read.headers).toMatchObject({ 'access-control-allow-origin': MINI })
    expect(read.headers['vary']).toContain('Origin')
    expect(read.headers['access-control-expose-headers']).toContain('ETag')
    expect((await get(ZALO)).headers).toMatchObject({ 'access-control-allow-origin': ZALO })
    for (const wrong of ['*', 'null', `${MINI}/`, 'mini.example.vn', 'file:///', `${ZALO}/zapps`])
      expect(() => createStorefront({ catalog: shop.catalog, apiOrigins: [wrong] }), wrong).toThrow('apiOrigins')
    const asked = await preflight(MINI)
    expect(asked.status).toBe(204)
    expect(asked.headers).toMatchObject({ 'access-control-allow-origin': MINI, 'access-control-max-age': '600' })
    expect(asked.headers['access-control-allow-headers']).toContain('Idempotency-Key')
    expect(asked.headers['access-control-allow-methods']).toContain('POST')
    const placed = await order(MINI).set('cookie', 'ocop=anything')
    expect(placed.status).toBe(201)
    for (const { headers } of [read, asked, placed]) {
      expect(headers['access-control-allow-credentials']).toBeUndefined()
      expect(headers['set-cookie']).toBeUndefined()
    }
  })

  it('lets no other origin in, and takes no order from its pages', async () => {
    for (const origin of [OTHER, 'null', `${MINI}.evil.vn`, MINI.replace('https', 'http')]) {
      const read = await get(origin)
      expect(read.headers['access-control-allow-origin'], origin).toBeUndefined()
      expect((await preflight(origin)).headers['access-control-allow-origin'], origin).toBeUndefined()
    }
    const before = shop.catalog.state.stockOf('CF-250')
    expect((await order(OTHER)).status).toBe(403)
    expect(shop.catalog.state.stockOf('CF-250')).toBe(before)
    expect((await get('')).headers['vary']).toContain('Origin')
  })

  it('lets the pages of a named origin read each refusal, that the shop is busy too', async () => {
    const at = (path: string) => ({
      get: () => request(shop.server).get(`/ocop/api/v1${path}`).set('origin', MINI),
      post: () =>
        request(shop.server).post(`/ocop/api/v1${path}`).set({ origin: MINI, 'content-type': 'application/json' }),
    })
    const leave = crowd(shop.catalog)
    const busy = await at('/quote').post().send(body)
    await leave()
    const refused = [
      busy,
      await at('/khong-co').get(),
      await at('/products').post().send('{}'),
      await at('/products?star=5').get(),
      await at('/products').get().set('host', 'a b'),
      await at('/products').get().set('accept', 'text/html'),
      await at('/office/accounts').get(),
      await at('/quote').post().send('{'),
      await at('/quote')
        .post()
        .send(JSON.stringify('x'.repeat(70_000))),
    ]
    expect(refused.map(({ status }) => status)).toEqual([503, 404, 405, 422, 400, 406, 401, 422, 413])
    const said = (answer: (typeof refused)[number] | undefined) => {
      const { title, errors } = JSON.parse(answer?.text ?? '') as { title: string; errors: { text: string }[] }
      return errors[0]?.text ?? title
    }
    expect(said(refused[7])).toBe('JSON viết sai ở dòng 1, cột 2.')
    expect(said(refused[8])).toBe('Nội dung gửi quá lớn; tối đa 65536 byte.')
    expect(said(await at('/products?limit=1.5').get())).toBe('Phải là số nguyên.')
    expect(said(await at('/quote').post().send('[]'))).toBe('Cần một nhóm trường, { … }.')
    const packed = await at('/quote').post().set('content-encoding', 'gzip').send('{}')
    expect([packed.status, said(packed)]).toEqual([400, expect.stringContaining('nén gzip')])
    expect(refused[6]?.headers['www-authenticate']).toContain('Bearer')
    for (const { headers, status } of refused) {
      expect(headers, String(status)).toMatchObject({
        'access-control-allow-origin': MINI,
        'content-type': 'application/problem+json; charset=utf-8',
        'x-content-type-options': 'nosniff',
      })
      expect(headers['vary'], String(status)).toContain('Origin')
    }
  })

  it('is described on a page, in both languages, made from the document itself', async () => {
    const { visitor, origin } = shop
    const reader = await visitor().open('/open-data')
    await reader.follow('main a[href$="/api"]')
    expect(reader.text('h1')).toBe('Giao diện lập trình')
    const document = (await (await fetch(`${origin}/api/v1/openapi.json`)).json()) as Document
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    const ids = new Set(
      reader
        .$('main [id]')
        .toArray()
        .map(({ attribs }) => attribs['id']),
    )
    const told = [
      ...operations.map(({ operationId }) => operationId),
      ...Object.keys(document.components.schemas).map((kind) => `kind-${kind}`),
      ...reader
        .$('main a[href^="#"]')
        .toArray()
        .map(({ attribs }) => attribs['href']?.slice(1)),
    ]
    expect(told.filter((name) => !ids.has(name))).toEqual([])
    expect(reader.text('#placeOrder')).toContain('Idempotency-Key')
    expect(reader.$('main script').length).toBe(0)
    await reader.open('/api?lang=en')
    expect(reader.text('#placeOrder')).toContain('Place an order')
  })

  it('tells how many requests are left, and counts a key apart from the address', async () => {
    const office = { front: 'office', role: 'administrator', scope: 'country' } as const
    const wish = { name: 'Kế toán', scopes: ['goods:read'], membership: office }
    const { key, record } = await shop.catalog.apiKeys.add(system('test'), wish)
    expect((await get(MINI)).headers['ratelimit-policy']).toContain(`q=${PER_MINUTE}`)
    for (let call = 0; call < PER_MINUTE; call += 1) await get(MINI)
    const over = await get(MINI)
    expect(over.status).toBe(429)
    expect(over.headers).toMatchObject({ 'access-control-allow-origin': MINI })
    expect(over.headers['retry-after']).toMatch(/^\d+$/)
    const withKey = (used: string) => get(MINI).set('authorization', `Bearer ${used}`)
    expect((await withKey(key)).status).toBe(200)
    expect((await withKey(`${key}x`)).status).toBe(429)
    await shop.catalog.apiKeys.revoke(system('test'), record.id)
    expect((await withKey(key)).status).toBe(429)
  })
})
