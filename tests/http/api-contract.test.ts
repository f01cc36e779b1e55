import { Validator } from '@seriousme/openapi-schema-validator'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BodyRooms } from '../../src/storefront/limits/body-room.js'
import { mountApi } from '../../src/storefront/api/mount-api.js'
import { readAssets } from '../../src/storefront/assets.js'
import { toSite } from '../../src/storefront/site.js'
import { recipient } from '../support/shop.js'
import { openTradingShop } from '../support/trading-shop.js'
import { ApiCaller, type Document } from './api-caller.js'
import { runShop, type RunningShop } from './trade-shop.js'

const PHONE = '0905 123 456'

let shop: RunningShop
let document: Document
let caller: ApiCaller
const key = () => ({ 'idempotency-key': crypto.randomUUID() })

beforeAll(async () => {
  shop = await runShop('/ocop', { catalog: await openTradingShop() })
  document = (await (await fetch(`${shop.origin}/api/v1/openapi.json`)).json()) as Document
  caller = new ApiCaller(`${shop.origin}/api/v1`, document)
})
afterAll(() => shop.stop())

const order = async (sku = 'CF-250', quantity = 1): Promise<string> => {
  const { body } = await caller.call('placeOrder', {
    body: { lines: [{ sku, quantity }], recipient: recipient() },
    headers: key(),
  })
  return String(body['code'])
}

describe('the document of the JSON API', () => {
  it('is an OpenAPI 3.1 document', async () => {
    const outcome = await new Validator().validate(structuredClone(document) as never)
    expect(outcome.errors).toBeUndefined()
    expect(outcome.valid).toBe(true)
    expect(document.openapi).toBe('3.1.0')
    type Shown = Readonly<
      Record<string, { readonly content: Readonly<Record<string, { readonly example?: unknown }>> }>
    >
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    // An example is only there where the very schema takes it.
    const without = operations.filter(({ requestBody, responses }) => {
      const answer = Object.entries(responses as Shown).find(([status]) => status.startsWith('2'))?.[1]
      const shown = [answer, requestBody as Shown[string] | undefined].filter((part) => part !== undefined)
      return shown.some(({ content }) => content['application/json']?.example === undefined)
    })
    expect(without.map(({ operationId }) => operationId)).toEqual([])
    for (const { responses } of operations)
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['406', '429']))
  })

  it('is reached in capitals too, and what is not there is told to programs as a problem', async () => {
    const ask = async (path: string) => {
      const answer = await fetch(`${shop.origin}${path}`, { headers: { accept: '*/*' } })
      return [answer.status, answer.headers.get('content-type')?.split(';')[0]]
    }
    expect(await ask('/API/v1/products')).toEqual([200, 'application/json'])
    expect(await ask('/API/V1/Nothing')).toEqual([404, 'application/problem+json'])
    expect(await ask('/API/v9/products')).toEqual([404, 'application/problem+json'])
  })

  it('names every address that the shop answers, and no other', () => {
    const site = toSite({ catalog: shop.catalog })
    const router = express.Router()
    mountApi(router, site, readAssets(null, site.theme), new BodyRooms())
    const { stack } = router as unknown as { stack: { route?: express.IRoute }[] }
    const routed = stack.flatMap(({ route }) => {
      if (!route?.path.startsWith('/api/v1/') || route.path === '/api/v1/openapi.json') return []
      const path = route.path.slice('/api/v1'.length).replace(/:(\w+)/g, '{$1}')
      const methods = (route as unknown as { methods: Record<string, boolean> }).methods
      // `_all` answers the methods that an address does not take.
      return '_all' in methods ? [] : Object.keys(methods).map((method) => `${method} ${path}`)
    })
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(routed.toSorted()).toEqual(documented.toSorted())
  })

  it('says in Vietnamese or English what each operation is for', async () => {
    const english = await fetch(`${shop.origin}/api/v1/openapi.json`, { headers: { 'accept-language': 'en-GB,en' } })
    expect(JSON.stringify(await english.json())).toContain('"summary":"Place an order"')
    expect(JSON.stringify(document)).toContain('"summary":"Đặt hàng"')
    expect(english.headers.get('vary')).toContain('Accept-Language')
  })
})

describe('what everybody may do', () => {
  it('finds, filters and sorts products, page by page', async () => {
    const first = await caller.call('listProducts', { query: '?limit=1&sort=priceAsc&inStock=true' })
    expect(first.body).toMatchObject({ page: 1, pageSize: 1, currency: 'VND' })
    const second = await caller.call('listProducts', {
      query: `?limit=1&sort=priceAsc&inStock=true&cursor=${String(first.body['next'])}`,
    })
    expect(second.body).toMatchObject({ page: 2 })
    expect(second.body['products']).not.toEqual(first.body['products'])
    const bounded = await caller.call('listProducts', { query: '?q=ca+phe&group=thuc-pham&province=dak-lak' })
    expect(bounded.status).toBe(422)
    expect((await caller.call('listProducts', { query: '?q=ca+phe&province=dak-lak' })).body['total']).toBe(2)
    for (const query of [
      `?limit=2&cursor=${String(first.body['next'])}`,
      '?cursor=nonsense',
      '?limit=1000000000',
      '?page=1e9',
      '?minPrice=-1',
      '?sort=random',
      '?q=a&q=b',
      '?stars=9',
      '?colour=red',
    ])
      expect((await caller.call('listProducts', { query })).status, query).toBe(422)
    expect((await caller.call('listProducts', { query: '?q=(a%2B)%2B%24[' })).status).toBe(200)
  })

  it('reads the same thing once: 304 for what it has', async () => {
    const first = await caller.call('getProduct', { params: { slug: 'ca-phe-bot' } })
    const etag = first.headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    const again = await caller.call('getProduct', {
      params: { slug: 'ca-phe-bot' },
      headers: { 'if-none-match': etag },
    })
    expect(again.status).toBe(304)
    expect((await caller.call('getProduct', { params: { slug: 'nothing' } })).body).toMatchObject({
      code: 'NOT_FOUND',
      type: '/ocop/api#NOT_FOUND',
    })
  })

  it('reads producers, places, groups, collections and suggestions', async () => {
    expect((await caller.call('suggest', { query: '?q=ca' })).status).toBe(200)
    expect((await caller.call('suggest')).body).toMatchObject({ errors: [{ in: 'query', pointer: 'q' }] })
    const producers = await caller.call('listProducers', { query: '?limit=1' })
    await caller.call('listProducers', { query: `?limit=1&cursor=${String(producers.body['next'])}` })
    await caller.call('getProducer', { params: { slug: 'ea-tu' } })
    await caller.call('listProvinces')
    await caller.call('listCommunes', { params: { code: '66' } })
    await caller.call('findPlaces', { query: '?q=hoa+dong&province=66' })
    await caller.call('listGroups')
    const one = await caller.call('listPublicPlatforms', { query: '?limit=1' })
    const other = await caller.call('listPublicPlatforms', { query: `?limit=1&cursor=${String(one.body['next'])}` })
    expect(other.body['platforms']).not.toEqual(one.body['platforms'])
    const today = shop.catalog.today()
    const tet = { id: 'tet', slug: 'qua-tet', title: { vi: 'Quà Tết' }, from: today, productIds: ['ca-phe-bot'] }
    await shop.catalog.productCollections.save({ kind: 'system', name: 'test' }, { ...tet, status: 'published' })
    expect((await caller.call('listCollections')).body).toMatchObject({ collections: [{ slug: 'qua-tet' }] })
    expect((await caller.call('getCollection', { params: { slug: 'qua-tet' } })).status).toBe(200)
  })

  it('prices a cart, orders, follows, pays, cancels and orders again', async () => {
    const lines = [{ sku: 'CF-250', quantity: 2 }]
    const quote = await caller.call('quote', { body: { lines, province: '66' } })
    expect(quote.body).toMatchObject({ orderable: true, unavailable: [] })
    const wrong = await caller.call('quote', { body: { lines, voucher: 'SAIMA999' } })
    expect(wrong.body).toMatchObject({ errors: [{ in: 'body', pointer: '#/voucher', code: 'voucherNotUsable' }] })

    const code = await order()
    expect((await caller.call('followOrder', { params: { code }, body: { phone: '0912 000 000' } })).status).toBe(404)
    const followed = await caller.call('followOrder', { params: { code }, body: { phone: PHONE } })
    expect(followed.body).toMatchObject({ code, shares: [{ status: 'placed' }] })
    expect(JSON.stringify(followed.body)).not.toMatch(/Hoa|905123456|Lê Duẩn/)
    expect((await caller.call('orderAgain', { params: { code }, body: { phone: PHONE } })).body).toEqual({
      lines: [{ sku: 'CF-250', quantity: 1 }],
      unavailable: [],
    })
    const cancelled = await caller.call('cancelOrder', { params: { code }, body: { phone: PHONE, reason: 'Nhầm' } })
    expect(cancelled.body).toMatchObject({ total: 0, shares: [{ status: 'cancelled' }] })
    expect((await caller.call('cancelOrder', { params: { code }, body: { phone: PHONE } })).status).toBe(409)

    const transfer = await caller.call('placeOrder', {
      body: { lines: [{ sku: 'CF-500', quantity: 1 }], recipient: recipient(), payment: 'bankTransfer' },
      headers: key(),
    })
    const paid = { params: { code: String(transfer.body['code']) }, body: { phone: PHONE, producerId: 'ea-tu' } }
    expect((await caller.call('beginPayment', paid)).body).toMatchObject({
      redirect: null,
      qr: expect.stringMatching(/^000201/) as string,
      facts: [{ value: 'Vietcombank' }, {}, {}, {}, {}],
    })
    expect((await caller.call('reportPaid', paid)).body).toMatchObject({
      shares: [{ payment: { status: 'reported' } }],
    })
  })

  it('answers a repeated request with the very answer, and tells a changed one apart', async () => {
    const sent = { body: { lines: [{ sku: 'CF-250', quantity: 1 }], recipient: recipient() }, headers: key() }
    const first = await caller.call('placeOrder', sent)
    await shop.catalog.advanceOrder(String(first.body['code']), 'ea-tu', 'accepted')
    const second = await caller.call('placeOrder', sent)
    expect([second.status, second.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    const changed = await caller.call('placeOrder', {
      ...sent,
      body: { ...sent.body, lines: [{ sku: 'CF-500', quantity: 1 }] },
    })
    expect(changed.body).toMatchObject({ status: 422, code: 'IDEMPOTENCY_MISMATCH' })
    const refused = { body: { ...sent.body, lines: [{ sku: 'CF-250', quantity: 900 }] }, headers: key() }
    expect((await caller.call('placeOrder', refused)).status).toBe(409)
    expect((await caller.call('placeOrder', { ...sent, headers: refused.headers })).status).toBe(201)
    expect((await caller.call('placeOrder', { body: sent.body })).body).toMatchObject({
      status: 400,
      code: 'IDEMPOTENCY_KEY_MISSING',
    })
  })

  it('tells who is too fast that the first request is still under way', async () => {
    let goOn = (): void => undefined
    const gate = new Promise<void>((resolve) => (goOn = resolve))
    const { catalog } = shop
    const placeOrder: typeof catalog.placeOrder = (wanted) => gate.then(() => catalog.placeOrder(wanted))
    const slow = Object.create(catalog, {
      placeOrder: { value: placeOrder },
      close: { value: () => gate },
    }) as typeof catalog
    const other = await runShop('', { catalog: slow })
    const hasty = new ApiCaller(`${other.origin}/api/v1`, document)
    const sent = { body: { lines: [{ sku: 'CF-250', quantity: 1 }], recipient: recipient() }, headers: key() }
    const first = hasty.call('placeOrder', sent)
    const second = await hasty.call('placeOrder', sent)
    expect(second.body).toMatchObject({ status: 409, code: 'IDEMPOTENCY_IN_FLIGHT' })
    expect(second.headers.get('retry-after')).toBe('1')
    goOn()
    expect((await first).status).toBe(201)
    expect((await hasty.call('placeOrder', sent)).body).toEqual((await first).body)
    await other.stop()
  })

  it('reviews what was delivered, asks the producer, and turns to the office', async () => {
    const code = await order('CF-500')
    const review = { phone: PHONE, sku: 'CF-500', rating: 5, text: 'Thơm' }
    expect((await caller.call('writeReview', { params: { code }, body: review })).status).toBe(409)
    for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
      await shop.catalog.advanceOrder(code, 'ea-tu', step, undefined, { parcel: { carrier: 'Viettel Post' } })
    expect((await caller.call('writeReview', { params: { code }, body: review })).status).toBe(201)
    const slug = 'ca-phe-bot'
    expect((await caller.call('listReviews', { params: { slug } })).body).toMatchObject({ total: 1 })
    const asked = { params: { slug }, body: { text: 'Hạn dùng bao lâu?' }, headers: key() }
    expect((await caller.call('askQuestion', asked)).status).toBe(201)
    expect((await caller.call('listQuestions', { params: { slug } })).body).toMatchObject({ total: 0 })
    const about = { kind: 'goods', about: { of: 'order', id: code }, text: 'Gói bị rách khi nhận hàng.', phone: PHONE }
    const sent = await caller.call('sendFeedback', { body: about, headers: key() })
    expect(sent.status).toBe(201)
    const follow = { params: { code: String(sent.body['code']) }, body: { phone: PHONE } }
    expect((await caller.call('followFeedback', follow)).body).toMatchObject({ status: 'received' })
  })

  it('refuses by name, in the language that is asked for', async () => {
    const bad = { body: { lines: [{ sku: 'CF-250', quantity: 0 }], recipient: recipient() }, headers: key() }
    const vi = await caller.call('placeOrder', bad)
    expect(vi.body).toMatchObject({
      title: 'Có 1 chỗ cần sửa.',
      errors: [{ in: 'body', pointer: '#/lines/0/quantity', path: 'lines.0.quantity', code: 'tooSmall' }],
    })
    const en = await caller.call('placeOrder', { ...bad, headers: { ...key(), 'accept-language': 'fr, en;q=0.8' } })
    expect(en.body).toMatchObject({ title: 'Things to correct: 1.' })
    const send = (type: string, text: string) =>
      fetch(`${shop.origin}/api/v1/orders`, { method: 'POST', headers: { 'content-type': type, ...key() }, body: text })
    const answers = [
      [await send('text/plain', '{"lines":[]}'), 415, 'NOT_JSON'],
      [await send('application/json', '{"lines":'), 422, 'INVALID_INPUT'],
      [await send('application/json', `{"note":"${'x'.repeat(70_000)}"}`), 413, 'TOO_LARGE'],
    ] as const
    for (const [answer, status, code] of answers) {
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ])
      expect(await answer.json()).toMatchObject({ status, code })
      expect(answer.headers.get('ratelimit-policy'), code).toMatch(/^"[\w-]+";q=\d+;w=\d+/)
    }
    const hidden = await caller.call('getProduct', { params: { slug: 'ca-phe\u0007' } })
    expect(hidden.body).toMatchObject({
      status: 422,
      errors: [{ in: 'path', pointer: 'slug', code: 'forbiddenCharacters' }],
    })
    const page = await fetch(`${shop.origin}/api/v1/products`, { headers: { accept: 'text/html' } })
    expect(await page.json()).toMatchObject({ status: 406, code: 'NOT_ACCEPTABLE' })
    const head = await fetch(`${shop.origin}/api/v1/products`, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag') !== null, await head.text()]).toEqual([200, true, ''])
    expect(head.headers.get('ratelimit')).toMatch(/^"api";r=\d+;t=\d+$/)
    const options = await fetch(`${shop.origin}/api/v1/orders`, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST, OPTIONS'])
    const wrong = await fetch(`${shop.origin}/api/v1/products`, { method: 'DELETE' })
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect(await (await fetch(`${shop.origin}/api/v2/products`)).json()).toMatchObject({ status: 404 })
    expect(await (await fetch(`${shop.origin}/api/v1/none`)).json()).toMatchObject({
      ...{ status: 404, code: 'NOT_FOUND', title: 'Không có gì ở địa chỉ này.', detail: '' },
    })
  })
})
