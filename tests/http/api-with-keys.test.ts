import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATIONS } from '../../src/api/operations.js'
import { ApiScope } from '../../src/catalog/office/api-key.js'
import type { Membership } from '../../src/catalog/account.js'
import { parsePeriod } from '../../src/catalog/period.js'
import { HANH } from '../support/trade.js'
import { recipient } from '../support/shop.js'
import { CONTENT } from '../support/submission-content.js'
import { openTradingShop } from '../support/trading-shop.js'
import { ApiCaller, type Document } from './api-caller.js'
import { DESK_OPERATIONS } from './api-desk-operations.js'
import { runShop, type RunningShop } from './trade-shop.js'

const OWNER: Membership = { front: 'producer', role: 'owner', producerId: 'ea-tu' as never }
const NEIGHBOR: Membership = { front: 'producer', role: 'owner', producerId: 'go-den' as never }
const OFFICE: Membership = { front: 'office', role: 'administrator', scope: 'country' }
const ELSEWHERE: Membership = { front: 'office', role: 'administrator', scope: ['2025-07:80'] as never }

let shop: RunningShop
let document: Document
let producer: ApiCaller
let office: ApiCaller
let neighbor: ApiCaller
let elsewhere: ApiCaller
const once = () => ({ 'idempotency-key': crypto.randomUUID() })
const etagOf = ({ headers }: { headers: Headers }) => ({ 'if-match': headers.get('etag') ?? '' })

const makeKey = (membership: Membership, scopes: readonly string[] = ApiScope.options) =>
  shop.catalog.apiKeys.add(HANH, { name: 'Phần mềm kho', scopes, membership })
const withKey = (key: string) => new ApiCaller(`${shop.origin}/api/v1`, document, { authorization: `Bearer ${key}` })
const callerFor = async (membership: Membership, scopes?: readonly string[]) =>
  withKey((await makeKey(membership, scopes)).key)

beforeAll(async () => {
  shop = await runShop('/ocop', { catalog: await openTradingShop() })
  document = (await (await fetch(`${shop.origin}/api/v1/openapi.json`)).json()) as Document
  await shop.catalog.save({
    platforms: [{ id: 'postmart', slug: 'postmart', name: { vi: 'Postmart' }, own: false }],
    listings: [
      { id: 'l1', productId: 'ca-phe-bot', platformId: 'postmart', status: 'orderable', listedOn: '2026-01-05' },
    ],
  } as never)
  producer = await callerFor(OWNER)
  office = await callerFor(OFFICE)
  neighbor = await callerFor(NEIGHBOR)
  elsewhere = await callerFor(ELSEWHERE)
})
afterAll(() => shop.stop())

const placeOrder = async (): Promise<string> => {
  const body = { lines: [{ sku: 'CF-500', quantity: 1 }], recipient: recipient(), payment: 'bankTransfer' }
  return String((await producer.call('placeOrder', { body, headers: once() })).body['code'])
}

describe('who may call', () => {
  it('refuses every keyed operation without a key, with a wrong one, without its scope, and with the key of another front', async () => {
    const nobody = new ApiCaller(`${shop.origin}/api/v1`, document)
    const stranger = withKey('ocop_stranger')
    const params = { id: 'x', sku: 'x', code: 'x', index: '0' }
    for (const operation of Object.values(OPERATIONS)) {
      if (!('scope' in operation)) continue
      const { id, scope, front } = operation
      expect((await nobody.call(id, { params })).body, id).toMatchObject({ status: 401, code: 'API_KEY_REFUSED' })
      expect((await stranger.call(id, { params })).body, id).toMatchObject({ status: 401, code: 'API_KEY_REFUSED' })
      const other = front === 'producer' ? office : producer
      expect((await other.call(id, { params })).body, id).toMatchObject({ status: 403, code: 'FORBIDDEN' })
      expect(scope, id).toBeOneOf(ApiScope.options)
    }
    const reading = await callerFor(OWNER, ['goods:read'])
    expect((await reading.call('listGoods')).status).toBe(200)
    const body = { rows: [{ sku: 'CF-250', stock: 1 }] }
    expect((await reading.call('changeGoods', { body, headers: once() })).body).toMatchObject({
      status: 403,
      code: 'SCOPE_MISSING',
    })
  })

  it('refuses a key from the moment at which it is revoked', async () => {
    const { record, key } = await makeKey(OWNER)
    const caller = withKey(key)
    expect((await caller.call('listGoods')).status).toBe(200)
    await shop.catalog.apiKeys.revoke(HANH, record.id)
    expect((await caller.call('listGoods')).body).toMatchObject({ status: 401, code: 'API_KEY_REFUSED' })
  })

  it('gives a role no more than it has by its scopes', async () => {
    const staff = await callerFor({ ...OWNER, role: 'staff' })
    const code = await placeOrder()
    expect((await staff.call('confirmPayment', { params: { code }, body: {} })).body).toMatchObject({
      code: 'FORBIDDEN',
    })
    const viewer = await callerFor({ ...OFFICE, role: 'viewer' })
    expect((await viewer.call('searchAudit')).body).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a producer’s program', () => {
  it('keeps prices and stock, its own alone', async () => {
    const goods = (await producer.call('listGoods')).body['goods'] as { sku: string }[]
    expect(goods.map(({ sku }) => sku)).toEqual(expect.arrayContaining(['CF-250', 'CF-500']))
    const rows = [{ sku: 'CF-250', price: 70_000, stock: 80 }]
    const sent = { body: { rows }, headers: once() }
    expect((await producer.call('changeGoods', sent)).body).toEqual({ changed: 2 })
    expect((await producer.call('changeGoods', sent)).headers.get('idempotent-replayed')).toBe('true')
    const moved = { params: { sku: 'CF-250' }, body: { by: -5 }, headers: once() }
    expect((await producer.call('moveStock', moved)).body).toEqual({ sku: 'CF-250', stock: 75 })
    expect((await producer.call('moveStock', moved)).body).toEqual({ sku: 'CF-250', stock: 75 })
    expect(shop.catalog.state.stockOf('CF-250')).toBe(75)
    const price = { price: 72_000, buyMore: null }
    const read = await producer.call('getPrice', { params: moved.params })
    const priced = { params: moved.params, body: price, headers: etagOf(read) }
    expect((await producer.call('changePrice', { ...priced, headers: {} })).status).toBe(428)
    expect((await producer.call('changePrice', priced)).body).toMatchObject({ price: 72_000, buyMore: [] })
    for (const [id, wanted] of [
      ['moveStock', moved],
      ['changePrice', priced],
    ] as const)
      expect((await neighbor.call(id, { ...wanted, headers: { ...once(), 'if-match': '*' } })).status, id).toBe(404)
    expect((await neighbor.call('changeGoods', { ...sent, headers: once() })).body).toMatchObject({
      errors: [{ pointer: '#/rows/0/sku', code: 'notFound' }],
    })
  })

  it('takes an order to the door, and sees no order of others', async () => {
    const code = await placeOrder()
    const params = { code }
    const listed = await producer.call('listProducerOrders', { query: '?open=true&limit=1' })
    expect(listed.body).toMatchObject({ orders: [{ code }] })
    const further = `?open=true&limit=1&cursor=${listed.body['next'] as string}`
    expect((await producer.call('listProducerOrders', { query: further })).body).toMatchObject({ orders: [{}] })
    expect((await producer.call('getProducerOrder', { params })).body).toMatchObject({
      recipient: { name: 'Nguyễn Thị Hoa' },
      buyerCorrectedAt: null,
    })
    const buyer = { name: 'Trần Thị Hoa', commune: '24163', street: '12 Lê Duẩn' }
    await shop.catalog.correctOwnRecipient(code, '0905 123 456', buyer)
    expect((await producer.call('getProducerOrder', { params })).body).toMatchObject({
      recipient: { name: 'Trần Thị Hoa' },
      buyerCorrectedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
    })
    expect((await producer.call('confirmPayment', { params, body: {} })).body).toMatchObject({
      share: { payment: { status: 'paid' } },
    })
    const accepted = await producer.call('advanceOrder', { params, body: { status: 'accepted' } })
    expect(accepted.body).toMatchObject({ share: { status: 'accepted' } })
    expect((await producer.call('advanceOrder', { params, body: { status: 'delivered' } })).status).toBe(409)
    expect((await neighbor.call('getProducerOrder', { params })).status).toBe(404)
    expect((await neighbor.call('advanceOrder', { params, body: { status: 'cancelled', reason: 'x' } })).status).toBe(
      404,
    )
    const corrected = { name: 'Nguyễn Thị Hòa', phone: '0905 123 456', street: '21 Lê Duẩn' }
    const correction = { params, body: { ...corrected, commune: '24163' } }
    expect((await neighbor.call('correctRecipient', correction)).status).toBe(404)
    expect((await producer.call('correctRecipient', { params, body: corrected })).body).toMatchObject({
      errors: [{ pointer: '#/commune' }],
    })
    expect((await producer.call('correctRecipient', correction)).body).toMatchObject({
      recipient: { name: 'Nguyễn Thị Hòa', address: expect.stringContaining('21 Lê Duẩn') as unknown },
    })
    for (const status of ['packed', 'shipped', 'delivered'])
      await producer.call('advanceOrder', { params, body: { status, parcel: { carrier: 'Viettel Post' } } })
    const review = { params, body: { phone: '0905 123 456', sku: 'CF-500', rating: 4, text: 'Thơm' } }
    const { body } = await producer.call('writeReview', review)
    const answer = { params: { id: String(body['id']) }, body: { text: 'Cảm ơn chị.' } }
    expect((await neighbor.call('answerReview', answer)).status).toBe(404)
    expect((await producer.call('answerReview', answer)).body).toMatchObject({ answer: { by: 'producer' } })
    const question = { params: { slug: 'ca-phe-bot' }, body: { text: 'Hạn dùng bao lâu?' }, headers: once() }
    await producer.call('askQuestion', question)
    const [asked] = shop.catalog.state.all('questions')
    const told = { params: { id: asked?.id ?? '' }, body: { text: 'Mười hai tháng.' } }
    expect((await producer.call('answerQuestion', told)).body).toMatchObject({ answer: { text: 'Mười hai tháng.' } })
    const asked2026 = { period: parsePeriod('2026'), province: null, mode: 'asNow' as const }
    const { transactions } = shop.catalog.transactions({ ...asked2026, filter: { producerId: 'ea-tu' as never } }).total
    expect(transactions).toBeGreaterThan(0)
    expect((await producer.call('getOwnFigures', { query: '?period=2026' })).body).toMatchObject({
      total: { transactions },
    })
  })
})

describe('a submission between the producer’s program and the office’s', () => {
  it('is written, sent, returned, mended and approved, each time on the version that was read', async () => {
    const begun = await producer.call('beginSubmission', { body: {}, headers: once() })
    const params = { id: String(begun.body['id']) }
    const writing = { params, body: { content: CONTENT } }
    expect((await producer.call('writeSubmission', writing)).body).toMatchObject({
      status: 428,
      code: 'VERSION_MISSING',
    })
    const written = await producer.call('writeSubmission', { ...writing, headers: etagOf(begun) })
    expect(written.status).toBe(200)
    const late = await producer.call('writeSubmission', { ...writing, headers: etagOf(begun) })
    expect(late.body).toMatchObject({ status: 412, code: 'VERSION_CHANGED' })
    expect((await producer.call('getSubmission', { params })).headers.get('etag')).toBe(written.headers.get('etag'))
    expect((await neighbor.call('getSubmission', { params })).status).toBe(404)
    expect((await producer.call('listSubmissions')).body).toMatchObject({ total: 1 })
    await producer.call('sendSubmission', { params })
    expect((await producer.call('recallSubmission', { params })).body).toMatchObject({ status: 'draft' })
    await producer.call('sendSubmission', { params })

    expect((await elsewhere.call('listQueue')).body).toMatchObject({ total: 0 })
    expect((await elsewhere.call('getQueued', { params })).status).toBe(404)
    expect((await office.call('listQueue')).body).toMatchObject({ submissions: [{ id: params.id, status: 'sent' }] })
    const seen = await office.call('getQueued', { params })
    const reasons = [{ path: 'photos', text: 'Ảnh mờ, xin chụp lại.' }]
    const back = { params, body: { reasons } }
    expect((await office.call('returnSubmission', back)).status).toBe(428)
    const returned = await office.call('returnSubmission', { ...back, headers: etagOf(seen) })
    expect(returned.body).toMatchObject({ status: 'returned', reasons })
    await producer.call('sendSubmission', { params })
    expect((await office.call('approveSubmission', { params, headers: etagOf(seen) })).status).toBe(412)
    const now = etagOf(await office.call('getQueued', { params }))
    expect((await elsewhere.call('approveSubmission', { params, headers: now })).status).toBe(404)
    const approved = await office.call('approveSubmission', { params, headers: now })
    expect(approved.body).toMatchObject({ status: 'approved' })
    expect((await office.call('getProduct', { params: { slug: 'hat-mac-ca-say-nut-vo' } })).status).toBe(200)
  })
})

describe('an office’s program', () => {
  it('reads listings and reports, records sales once, and answers feedback', async () => {
    expect((await office.call('listPlatforms')).status).toBe(200)
    expect((await office.call('listListings', { query: '?platform=postmart' })).body).toMatchObject({ total: 1 })
    expect((await elsewhere.call('listListings')).body).toMatchObject({ total: 0 })
    expect((await office.call('listListings', { query: '?platform=none' })).status).toBe(422)
    const sale = {
      platformId: 'postmart',
      externalNumber: 'PM-1',
      from: '2026-05-17',
      province: '2025-07:66',
      amount: 85_000,
    }
    const sales = { name: 'Postmart tháng 5', sales: [sale] }
    expect((await elsewhere.call('recordSales', { body: sales, headers: once() })).status).toBe(403)
    expect((await office.call('recordSales', { body: sales, headers: once() })).body).toEqual({ recorded: 1, known: 0 })
    expect((await office.call('recordSales', { body: sales, headers: once() })).body).toEqual({ recorded: 0, known: 1 })
    const wrong = { ...sales, sales: [{ ...sale, externalNumber: 'PM-2', platformId: 'none' }] }
    expect((await office.call('recordSales', { body: wrong, headers: once() })).body).toMatchObject({
      errors: [{ pointer: '#/sales/0/platformId' }],
    })
    const query = '?period=2026'
    expect((await office.call('getCoverage', { query })).status).toBe(200)
    const transactions = await office.call('getTransactions', { query: `${query}&platform=postmart` })
    expect(transactions.body).toMatchObject({ total: { transactions: 1, amount: 85_000 } })
    expect((await office.call('getRanking', { query: `${query}&key=transactions` })).status).toBe(200)
    for (const bad of ['?period=2026-13', '?province=none', '?platform=none', '?producer=none'])
      expect((await office.call('getTransactions', { query: bad })).status, bad).toBe(422)

    const about = { kind: 'goods', about: { of: 'producer', id: 'ea-tu' }, text: 'Gói bị rách.', phone: '0905 123 456' }
    await office.call('sendFeedback', { body: about, headers: once() })
    const found = (await office.call('listFeedback', { query: '?status=received' })).body['feedback'] as {
      id: string
    }[]
    const params = { id: found[0]?.id ?? '' }
    expect((await elsewhere.call('answerFeedback', { params, body: { text: 'Đã nhắc.' } })).status).toBe(404)
    expect((await office.call('closeFeedback', { params })).status).toBe(409)
    const answered = await office.call('answerFeedback', { params, body: { text: 'Đã nhắc cơ sở gói lại.' } })
    expect(answered.body).toMatchObject({ status: 'answered' })
    expect((await office.call('closeFeedback', { params })).body).toMatchObject({ status: 'closed' })
    const audit = await office.call('searchAudit', { query: '?action=submissions.approve&limit=5' })
    expect(audit.body).toMatchObject({ entries: [{ actor: { name: 'API: Phần mềm kho' } }] })
    const prices = await office.call('searchAudit', { query: '?action=products.price&limit=1' })
    expect(prices.body).toMatchObject({
      entries: [
        {
          subject: { id: 'ca-phe-bot', name: 'Cà phê bột · 250 g (CF-250)' },
          after: { sku: 'CF-250', price: 72_000 },
          changes: [
            { field: 'Giá', before: '70.000\u00a0₫', after: '72.000\u00a0₫' },
            { field: 'Mua nhiều giảm', after: null },
          ],
        },
      ],
    })
  })

  it('has called every operation that needs a key', () => {
    const called = new Set([...producer.called, ...office.called])
    const keyed = Object.values(OPERATIONS).filter(({ id, ...rest }) => 'scope' in rest && !DESK_OPERATIONS.has(id))
    expect(keyed.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([])
  })
})
