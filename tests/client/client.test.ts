import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { ApiError, createClient } from '../../src/client/client.js'
import { runShop, type RunningShop } from '../http/trade-shop.js'

const RECIPIENT = {
  name: 'Nguyễn Thị Hoa',
  phone: '0905 123 456',
  province: '66',
  commune: '24133',
  street: '12 Lê Duẩn',
}

describe('the client of the JSON API', () => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop('/ocop')
  })
  afterAll(() => shop.stop())

  it('browses, orders and follows, with the types of the very schemas', async () => {
    const client = createClient({ baseUrl: shop.origin })
    const names: string[] = []
    for await (const page of client.pages('/products', { query: { limit: 1, sort: 'name' } }))
      names.push(...page.products.map(({ name }) => name.vi))
    expect(names).toHaveLength(3)
    const { data: product, etag } = await client.get('/products/{slug}', { params: { slug: 'ca-phe-bot' } })
    const again = await client.get('/products/{slug}', { params: { slug: 'ca-phe-bot' }, ifNoneMatch: etag ?? '' })
    expect(again.data).toBeNull()
    const sku = product.variants[0]?.sku ?? ''
    const placed = await client.post('/orders', { body: { lines: [{ sku, quantity: 1 }], recipient: RECIPIENT } })
    const followed = await client.post('/orders/{code}/follow', {
      params: { code: placed.data.code },
      body: { phone: RECIPIENT.phone },
    })
    expect(followed.data.shares[0]?.status).toBe('placed')
  })

  it('is refused without the address of a shop, in its own language', () => {
    expect(() => createClient({ baseUrl: 'ocop.example.vn' })).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTIONS',
        message: expect.stringContaining('baseUrl: Phải là') as string,
      }),
    )
    expect(() => createClient({ baseUrl: '/ocop', key: 'x', language: 'en' } as never)).toThrow(
      /key: There is no such option; there are: baseUrl/,
    )
    expect(() => createClient({ language: 'en' } as never)).toThrow(/baseUrl: This must be the address of the shop/)
  })

  it('works for a producer by its key: page by page, and on the version that it has read', async () => {
    const { key } = await shop.catalog.apiKeys.add(system('test'), {
      name: 'Kho',
      scopes: ['goods:read', 'goods:write', 'webhooks:read', 'webhooks:write'],
      membership: { front: 'producer', role: 'owner', producerId: 'ea-tu' as never },
    })
    const client = createClient({ baseUrl: shop.origin, apiKey: key })
    const skus: string[] = []
    for await (const { goods } of client.pages('/producer/goods', { query: { limit: 1 } }))
      skus.push(...goods.map(({ sku }) => sku))
    expect(skus).toEqual(['CF-250', 'CF-500', 'HONEY'])
    const params = { sku: 'HONEY' }
    const { data, etag } = await client.get('/producer/goods/{sku}/price', { params })
    const dearer = { params, body: { price: (data.price ?? 0) + 5000 }, ifMatch: etag ?? '' }
    expect((await client.put('/producer/goods/{sku}/price', dearer)).data.price).toBe(155_000)
    await expect(client.put('/producer/goods/{sku}/price', dearer)).rejects.toMatchObject({
      status: 412,
      code: 'VERSION_CHANGED',
    })
    const body = { name: 'Kho', url: 'https://example.vn/hook', events: ['order.placed' as const] }
    const made = await client.post('/producer/webhooks', { body })
    expect((await client.delete('/producer/webhooks/{id}', { params: { id: made.data.id } })).data.done).toBe(true)
  })

  it('sends a change whose answer was lost again with its key: one order', async () => {
    const keys: (string | null)[] = []
    const client = createClient({
      baseUrl: shop.origin,
      fetch: async (address, request) => {
        const answer = await fetch(address, request)
        keys.push(new Headers(request?.headers).get('idempotency-key'))
        if (keys.length === 1) throw new TypeError('the network went away')
        return answer
      },
    })
    const before = shop.catalog.state.stockOf('CF-500') ?? 0
    const { replayed } = await client.post('/orders', {
      body: { lines: [{ sku: 'CF-500', quantity: 1 }], recipient: RECIPIENT },
    })
    expect(replayed).toBe(true)
    expect(new Set(keys).size).toBe(1)
    expect(shop.catalog.state.stockOf('CF-500')).toBe(before - 1)
  })

  it('keeps code, status and fields of a refusal, and does not send it again', async () => {
    let sent = 0
    const client = createClient({
      baseUrl: shop.origin,
      language: 'en',
      fetch: (...wanted) => {
        sent += 1
        return fetch(...wanted)
      },
    })
    const body = { lines: [{ sku: 'CF-250', quantity: 1 }], recipient: { ...RECIPIENT, phone: '12' } }
    const refused = await client.post('/orders', { body }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ApiError)
    const error = refused as ApiError
    expect([error.status, error.code]).toEqual([422, 'INVALID_INPUT'])
    expect(error.textOf('recipient.phone')).toContain('Not a Vietnamese phone number')
    expect(error.errors[0]?.pointer).toBe('#/recipient/phone')
    expect(sent).toBe(1)
  })

  it('waits as the server says, and stops waiting when it is told to', async () => {
    const calls: number[] = []
    const busy = (): Promise<Response> => {
      calls.push(Date.now())
      const problem = JSON.stringify({ title: 'Busy', code: 'NOT_NOW' })
      return Promise.resolve(
        calls.length < 2
          ? new Response(problem, { status: 503, headers: { 'retry-after': '1' } })
          : new Response('{"groups":[]}'),
      )
    }
    const client = createClient({ baseUrl: shop.origin, fetch: busy })
    expect((await client.get('/groups')).data).toEqual({ groups: [] })
    expect((calls[1] ?? 0) - (calls[0] ?? 0)).toBeGreaterThanOrEqual(990)
    calls.length = 0
    const controller = new AbortController()
    const waiting = client.get('/groups', { signal: controller.signal })
    setTimeout(() => controller.abort(new Error('enough')), 50)
    await expect(waiting).rejects.toThrow('enough')
    expect(calls).toHaveLength(1)
  })

  it('is small in a browser and brings no schemas along', () => {
    const { outputFiles } = buildSync({
      entryPoints: ['src/client/client.ts'],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      write: false,
    })
    const code = outputFiles[0]?.contents ?? new Uint8Array()
    expect(gzipSync(code).length).toBeLessThan(2048)
    expect(Buffer.from(code).toString()).not.toMatch(/safeParse|ZodType/)
  })
})
