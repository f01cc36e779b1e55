import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CatalogError, createCatalog, openMemoryStore } from '../../src/index.js'
import { stockShop } from '../support/shop.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'

const RECIPIENT = {
  name: 'Nguyễn Thị Hoa',
  phone: '0905 123 456',
  province: '66',
  commune: '24133',
  street: '12 Lê Duẩn',
}
const ORDER = { lines: [{ sku: 'CF-250', quantity: 2 }], recipient: RECIPIENT }

interface Problem {
  readonly code: string
  readonly status: number
  readonly errors: readonly { readonly path: string }[]
}

describe.each(MOUNTS)('the JSON API of a shop at “%s”', (mount) => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop(mount)
  })
  afterAll(() => shop.stop())

  const get = async (path: string) => {
    const response = await fetch(`${shop.origin}${path}`)
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const post = async (body: string, headers: Record<string, string> = {}) =>
    fetch(`${shop.origin}/api/v1/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
      body,
    })
  const refusal = async (body: unknown, headers?: Record<string, string>): Promise<Problem> => {
    const response = await post(typeof body === 'string' ? body : JSON.stringify(body), headers)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    return (await response.json()) as Problem
  }

  it('places an order for a program that has no cookies', async () => {
    const response = await post(JSON.stringify(ORDER))
    expect(response.status).toBe(201)
    const placed = (await response.json()) as { code: string; total: number }
    expect(placed.total).toBe(160_000)
    expect(response.headers.get('location')).toBe(`${mount}/orders/${placed.code}`)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(JSON.stringify(placed)).not.toMatch(/Hoa|905123456|Lê Duẩn/)
    expect(await shop.catalog.findOrder(placed.code, RECIPIENT.phone)).not.toBeNull()
  })

  it('makes one order of a repeated request, with the key plain or in quotes', async () => {
    const key = crypto.randomUUID()
    const first = await post(JSON.stringify(ORDER), { 'idempotency-key': key })
    const second = await post(JSON.stringify(ORDER), { 'idempotency-key': `"${key}"` })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(await second.json()).toEqual(await first.json())
    const other = { ...ORDER, lines: [{ sku: 'CF-250', quantity: 1 }] }
    expect(await refusal(other, { 'idempotency-key': key })).toMatchObject({
      status: 422,
      code: 'IDEMPOTENCY_MISMATCH',
    })
  })

  it('shows nothing of an order to somebody else who sends its key, at the API and at the checkout', async () => {
    const key = crypto.randomUUID()
    const { code } = (await (await post(JSON.stringify(ORDER), { 'idempotency-key': key })).json()) as { code: string }
    const stranger = { ...RECIPIENT, name: 'Người Lạ', phone: '0905 999 888' }
    for (const other of [
      { ...ORDER, recipient: stranger },
      { ...ORDER, recipient: { ...stranger, phone: RECIPIENT.phone } },
    ]) {
      const refused = await post(JSON.stringify(other), { 'idempotency-key': key })
      expect(refused.status).toBe(422)
      expect([refused.headers.get('location'), refused.headers.get('set-cookie')]).toEqual([null, null])
      expect(await refused.text()).not.toMatch(new RegExp(`${code}|Hoa|Lê Duẩn|160`))
    }
    const visitor = shop.visitor()
    const form = { ...stranger, key, lines: 'CF-250*2', total: '160000' }
    await visitor.post('/checkout', form)
    expect([visitor.status, visitor.path]).toEqual([422, '/checkout'])
    expect(visitor.$.html()).not.toContain(code)
    expect(visitor.$('[name=key]').attr('value')).not.toBe(key)
    expect(visitor.cookieNames().join()).not.toContain('orders')
  })

  it('asks for the Idempotency-Key header, and for one that is worth the name', async () => {
    expect(await refusal(ORDER, { 'idempotency-key': '' })).toMatchObject({
      status: 400,
      code: 'IDEMPOTENCY_KEY_MISSING',
    })
    expect(await refusal(ORDER, { 'idempotency-key': 'short' })).toMatchObject({
      status: 422,
      errors: [{ path: 'Idempotency-Key' }],
    })
  })

  it('names every field that is wrong', async () => {
    const wrong = {
      lines: [
        { sku: 'CF-250', quantity: 0 },
        { sku: 'a b', quantity: '1' },
        { sku: 'HONEY', quantity: 1.5, price: 1 },
      ],
      recipient: [],
      total: 1,
    }
    const { status, errors } = await refusal(wrong)
    expect(status).toBe(422)
    expect(errors.map(({ path }) => path).sort()).toEqual([
      'lines.0.quantity',
      'lines.1.quantity',
      'lines.1.sku',
      'lines.2.price',
      'lines.2.quantity',
      'recipient',
      'total',
    ])
    const recipient = await refusal({ ...ORDER, recipient: { name: '', phone: 1, province: '66', admin: true } })
    expect(recipient.errors.map(({ path }) => path).sort()).toEqual([
      'recipient.admin',
      'recipient.commune',
      'recipient.name',
      'recipient.phone',
      'recipient.street',
    ])
  })

  it.each([1e21, -1, 0, 1.5, true, [1], {}, '１', null, 1000])('refuses a quantity of %j', async (quantity) => {
    const { status, errors } = await refusal({ ...ORDER, lines: [{ sku: 'CF-250', quantity }] })
    expect(status).toBe(422)
    expect(errors[0]?.path).toBe('lines.0.quantity')
  })

  it.each([
    '{"lines":[{"sku":"CF-250","quantity":1}],"recipient":{},"__proto__":{"adult":true}}',
    '{"lines":[{"sku":"CF-250","quantity":1,"__proto__":{"price":1}}],"recipient":{}}',
    '{"lines":[{"sku":"CF-250","quantity":1}],"recipient":{"__proto__":{"name":"x"}}}',
    '{"constructor":{"prototype":{"adult":true}}}',
  ])('lets nothing into prototypes: %s', async (body) => {
    expect((await refusal(body)).status).toBe(422)
    expect(({} as { adult?: unknown; price?: unknown }).adult).toBeUndefined()
    expect(({} as { adult?: unknown; price?: unknown }).price).toBeUndefined()
  })

  it('refuses the same goods twice, an empty order, and what is no JSON', async () => {
    const twice = await refusal({ ...ORDER, lines: [ORDER.lines[0], ORDER.lines[0]] })
    expect(twice).toMatchObject({ status: 422, errors: [{ path: 'lines.1.sku' }] })
    expect((await refusal({ ...ORDER, lines: [] })).status).toBe(422)
    expect((await refusal('{"lines":')).status).toBe(422)
    expect(await refusal('lines=1', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
    expect((await refusal('x'.repeat(100_000))).status).toBe(413)
  })

  it('says which goods are short, and sells spirits to adults alone', async () => {
    const short = await refusal({ ...ORDER, lines: [{ sku: 'HONEY', quantity: 3 }] })
    expect(short).toMatchObject({ status: 409, code: 'OUT_OF_STOCK' })
    const spirit = { ...ORDER, lines: [{ sku: 'SPIRIT', quantity: 1 }] }
    expect(await refusal(spirit)).toMatchObject({ status: 422, code: 'AGE_CONFIRMATION_REQUIRED' })
    expect((await post(JSON.stringify({ ...spirit, adult: true }))).status).toBe(201)
  })

  it('takes no order from a page of another site', async () => {
    expect((await post(JSON.stringify(ORDER), { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(JSON.stringify(ORDER), { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  it('lists the communes of a province, and 404 for one that is none', async () => {
    const { body } = await get('/api/v1/provinces/66/communes')
    expect(body).toMatchObject({ province: { code: '66', name: 'Đắk Lắk' } })
    expect(body['communes']).toContainEqual({ code: '24133', name: 'Buôn Ma Thuột', label: 'Buôn Ma Thuột (phường)' })
    expect((await get('/api/v1/provinces/99/communes')).status).toBe(404)
  })

  it('finds places by name, old names with what they have become', async () => {
    const { body } = await get(`/api/v1/places?q=${encodeURIComponent('hòa đông krông pắc')}&province=66`)
    expect(body['communes']).toContainEqual(
      expect.objectContaining({ provinceCode: '66', formerly: expect.stringContaining('Hòa Đông') as string }),
    )
    const tanLap = async (province: string) =>
      ((await get(`/api/v1/places?q=tan+lap&province=${province}`)).body['communes'] as { provinceCode: string }[]).map(
        ({ provinceCode }) => provinceCode,
      )
    const [near, anywhere] = [await tanLap('80'), await tanLap('')]
    expect([near[0], near.length, new Set(near).size > 1]).toEqual(['80', 12, true])
    expect([anywhere.length, anywhere[0] === '80']).toEqual([12, false])
    expect((await get('/api/v1/places')).body).toEqual({ communes: [] })
    expect((await get(`/api/v1/places?q=${encodeURIComponent('(a+)+$[')}`)).status).toBe(200)
  })

  it('lists and shows products with prices in đồng, and nothing that is not public', async () => {
    const list = await get('/api/v1/products?q=ca%20phe')
    expect(list.body).toMatchObject({ page: 1, currency: 'VND' })
    const { body } = await get('/api/v1/products/ca-phe-bot')
    expect(body).toMatchObject({
      name: { vi: 'Cà phê bột' },
      producer: { name: 'Hợp tác xã Ea Tu' },
      variants: [
        { sku: 'CF-250', price: 65_000 },
        { sku: 'CF-500', price: 120_000 },
      ],
    })
    expect(JSON.stringify(body)).not.toMatch(/phone|version|3852852/)
    expect((await get('/api/v1/products/no-such')).status).toBe(404)
  })
})

it('a refusal that says when to come back says it to programs in Retry-After, and one that does not sets none', async () => {
  const store = openMemoryStore()
  const catalog = await createCatalog({ store })
  await stockShop(catalog)
  const shop = await runShop('', { catalog })
  const order = async (details: Record<string, number>) => {
    store.commit = () => Promise.reject(new CatalogError('STORE_UNAVAILABLE', { details }))
    const response = await fetch(`${shop.origin}/api/v1/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(ORDER),
    })
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    return [response.status, response.headers.get('retry-after')]
  }
  expect(await order({ seconds: 7 })).toEqual([503, '7'])
  expect(await order({})).toEqual([503, null])
  await shop.stop()
})
