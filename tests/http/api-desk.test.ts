import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '../../src/api/operation.js'
import { OPERATIONS } from '../../src/api/operations.js'
import { ApiScope } from '../../src/catalog/office/api-key.js'
import type { Membership } from '../../src/catalog/account.js'
import { createCatalog } from '../../src/index.js'
import { drawPhoto } from '../support/draw-photo.js'
import { NOON, recipient, stockShop } from '../support/shop.js'
import { CONTENT } from '../support/submission-content.js'
import { ACCOUNT, HANH, SHIPPING } from '../support/trade.js'
import { ApiCaller, type Document } from './api-caller.js'
import { DESK_OPERATIONS } from './api-desk-operations.js'
import { runShop, type RunningShop } from './trade-shop.js'

const OWNER: Membership = { front: 'producer', role: 'owner', producerId: 'ea-tu' as never }
const NEIGHBOR: Membership = { front: 'producer', role: 'owner', producerId: 'go-den' as never }
const OFFICE: Membership = { front: 'office', role: 'administrator', scope: 'country' }
const OWN_PROVINCE: Membership = { front: 'office', role: 'administrator', scope: ['2025-07:66'] as never }
const ELSEWHERE: Membership = { front: 'office', role: 'administrator', scope: ['2025-07:80'] as never }
const PHONE = '0905 123 456'
const CSV =
  'Tên sản phẩm,Chủ thể,Tỉnh,Hạng sao,Số quyết định,Ngày quyết định\r\nHạt mắc ca Ea Tu,Hợp tác xã Ea Tu,Đắk Lắk,4,11/QĐ-UBND,12/3/2026'

let folder: string
let shop: RunningShop
let document: Document
let producer: ApiCaller
let office: ApiCaller
let neighbor: ApiCaller
let elsewhere: ApiCaller
let photo: string
/** Real records of Ea Tu and of its province, by what they are. */
const ids: Record<string, string> = {}

const once = () => ({ 'idempotency-key': crypto.randomUUID() })
const etagOf = ({ headers }: { headers: Headers }) => ({ 'if-match': headers.get('etag') ?? '' })
const file = (text: string) => Buffer.from(text).toString('base64')

async function callerFor(membership: Membership): Promise<ApiCaller> {
  const wish = { name: 'Phần mềm', scopes: ApiScope.options, membership }
  const { key, record } = await shop.catalog.apiKeys.add(HANH, wish)
  if (membership === OWNER) ids['apiKey'] = record.id
  return new ApiCaller(`${shop.origin}/api/v1`, document, { authorization: `Bearer ${key}` })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-desk-'))
  const catalog = await createCatalog({ folder, clock: () => NOON })
  await stockShop(catalog)
  await catalog.save({
    platforms: [{ id: 'postmart', slug: 'postmart', name: { vi: 'Postmart' }, own: false, closedOn: '2026-01-01' }],
    listings: [
      { id: 'l1', productId: 'ca-phe-bot', platformId: 'postmart', status: 'orderable', listedOn: '2025-01-05' },
    ],
  } as never)
  shop = await runShop('', { catalog, apiPerMinute: null })
  document = (await (await fetch(`${shop.origin}/api/v1/openapi.json`)).json()) as Document
  producer = await callerFor(OWNER)
  office = await callerFor(OFFICE)
  neighbor = await callerFor(NEIGHBOR)
  elsewhere = await callerFor(ELSEWHERE)
  photo = (await drawPhoto(800, 600)).toString('base64')
})
afterAll(async () => {
  await shop.stop()
  await rm(folder, { recursive: true, force: true })
})

const idOf = ({ body }: { body: Record<string, unknown> }, field = 'id'): string => String(body[field])

async function placeOrder(payment = 'bankTransfer'): Promise<string> {
  const body = { lines: [{ sku: 'CF-250', quantity: 2 }], recipient: recipient(), payment }
  return idOf(await producer.call('placeOrder', { body, headers: once() }), 'code')
}

async function deliver(code: string): Promise<void> {
  for (const status of ['accepted', 'packed', 'shipped', 'delivered'])
    await producer.call('advanceOrder', { params: { code }, body: { status, parcel: { carrier: 'Viettel Post' } } })
}

describe('a producer’s program', () => {
  it('sets terms of sale, prices and vouchers, each on the version that it has read', async () => {
    const none = await producer.call('getSaleTerms')
    expect([none.body['bankAccount'], none.headers.get('etag')]).toEqual([null, '"v0"'])
    const terms = { bankAccount: ACCOUNT, shipping: SHIPPING }
    expect((await producer.call('setSaleTerms', { body: terms })).status).toBe(428)
    const set = await producer.call('setSaleTerms', { body: terms, headers: etagOf(none) })
    expect(set.body).toMatchObject({ bankAccount: ACCOUNT, prepaidOnly: false, pickUp: null })
    expect((await producer.call('setSaleTerms', { body: {}, headers: etagOf(none) })).status).toBe(412)

    const params = { sku: 'CF-250' }
    const price = await producer.call('getPrice', { params })
    const sale = { price: 60_000, from: '2026-11-20', until: '2026-11-30' }
    const cheaper = await producer.call('changePrice', { params, body: { sale }, headers: etagOf(price) })
    expect(cheaper.body).toMatchObject({ price: 65_000, sale })
    expect(
      (await producer.call('changePrice', { params, body: { sale: null }, headers: etagOf(price) })).body,
    ).toMatchObject({
      status: 412,
      code: 'VERSION_CHANGED',
    })

    const voucher = {
      code: 'EATU2026',
      percent: 10,
      from: '2026-11-01',
      until: '2026-11-30',
      minimum: 0,
      limit: 5,
      status: 'active',
    }
    const made = await producer.call('addVoucher', { body: voucher, headers: once() })
    ids['voucher'] = idOf(made)
    const changed = { params: { id: ids['voucher'] }, body: { ...voucher, limit: null }, headers: etagOf(made) }
    expect((await producer.call('changeVoucher', changed)).body).toMatchObject({ limit: null, uses: 0 })
    expect((await producer.call('changeVoucher', changed)).status).toBe(412)
    expect((await producer.call('getVoucher', { params: changed.params })).body).toMatchObject({ code: 'EATU2026' })
    expect((await producer.call('listVouchers')).body).toMatchObject({ total: 1, next: null })
  })

  it('states place, contact and story on the version that it has read, its name left to the office', async () => {
    const read = await producer.call('getProfile')
    expect(read.body).toMatchObject({ id: 'ea-tu', phone: '+842623852852', story: null })
    const body = { phone: '0905 777 888', address: '12 Y Jút', story: { vi: 'Mười hai hộ.' } }
    expect((await producer.call('setProfile', { body })).status).toBe(428)
    const set = await producer.call('setProfile', { body, headers: etagOf(read) })
    expect(set.body).toMatchObject({ phone: '+84905777888', address: '12 Y Jút', place: { province: '66' } })
    expect((await producer.call('setProfile', { body: {}, headers: etagOf(read) })).status).toBe(412)
    const renamed = { body: { ...body, name: 'HTX Khác' }, headers: etagOf(set) }
    expect((await producer.call('setProfile', renamed)).status).toBe(403)

    const params = { id: 'ea-tu' }
    for (const call of ['getProducerProfile', 'setProducerProfile'])
      expect(
        (await elsewhere.call(call, { params, ...(call.startsWith('set') ? { body, headers: etagOf(set) } : {}) }))
          .status,
      ).toBe(404)
    const known = await office.call('getProducerProfile', { params })
    const named = await office.call('setProducerProfile', {
      params,
      body: { ...body, kind: 'enterprise' },
      headers: etagOf(known),
    })
    expect(named.body).toMatchObject({ kind: 'enterprise', name: 'Hợp tác xã Ea Tu' })
  })

  it('keeps lots, which everybody can trace', async () => {
    const lot = { productId: 'ca-phe-bot', number: 'L2611-A', madeOn: '2026-11-02', status: 'current' }
    const made = await producer.call('addLot', { body: lot, headers: once() })
    ids['lot'] = idOf(made)
    const recalled = {
      params: { id: ids['lot'] },
      body: { number: 'L2611-A', status: 'recalled' },
      headers: etagOf(made),
    }
    expect((await producer.call('changeLot', recalled)).body).toMatchObject({ status: 'recalled', version: 2 })
    expect((await producer.call('listOwnLots', { query: '?productId=ca-phe-bot' })).body).toMatchObject({ lots: [{}] })
    expect((await producer.call('listLots', { params: { slug: 'ca-phe-bot' } })).body).toMatchObject({
      lots: [{ number: 'L2611-A', status: 'recalled' }],
    })
  })

  it('sends photos with a submission, orders them, and gives the submission up', async () => {
    const begun = await producer.call('beginSubmission', { body: {}, headers: once() })
    const params = { id: idOf(begun) }
    const added = await producer.call('addPhoto', { params, body: { data: photo }, headers: once() })
    const {
      photos: [first],
    } = added.body['content'] as { photos: { src: string }[] }
    const second = await producer.call('addPhoto', {
      params,
      body: { data: photo, alt: 'Túi cà phê' },
      headers: once(),
    })
    const { photos } = second.body['content'] as { photos: { src: string }[] }
    expect(photos).toHaveLength(2)
    const order = { photos: photos.map(({ src }) => src).toReversed() }
    expect((await producer.call('arrangePhotos', { params, body: order, headers: etagOf(added) })).status).toBe(412)
    const arranged = await producer.call('arrangePhotos', { params, body: order, headers: etagOf(second) })
    expect((arranged.body['content'] as { photos: { src: string }[] }).photos.map(({ src }) => src)).toEqual(
      order.photos,
    )
    const twice = { photos: [first?.src, first?.src] }
    expect(
      (await producer.call('arrangePhotos', { params, body: twice, headers: etagOf(arranged) })).body,
    ).toMatchObject({
      errors: [{ pointer: '#/photos/1', code: 'duplicate' }],
    })
    const text = { params, body: { data: file('no picture') }, headers: once() }
    expect((await producer.call('addPhoto', text)).body).toMatchObject({ status: 422, errors: [{ pointer: '#/data' }] })
    expect((await producer.call('withdrawSubmission', { params })).body).toMatchObject({ status: 'withdrawn' })
    ids['submission'] = idOf(await producer.call('beginSubmission', { body: {}, headers: once() }))
  })

  it('takes goods and money back', async () => {
    const code = await placeOrder('cashOnDelivery')
    ids['order'] = code
    await deliver(code)
    const wish = { phone: PHONE, producerId: 'ea-tu', reason: 'damaged', lines: [{ sku: 'CF-250', quantity: 1 }] }
    expect((await producer.call('returnGoods', { params: { code }, body: wish })).status).toBe(201)
    const params = { code, index: '0' }
    const seen = await producer.call('getProducerOrder', { params: { code } })
    const accepted = await producer.call('answerReturn', {
      params,
      body: { status: 'accepted' },
      headers: etagOf(seen),
    })
    expect(accepted.status).toBe(200)
    expect(
      (await producer.call('answerReturn', { params, body: { status: 'received' }, headers: etagOf(seen) })).status,
    ).toBe(412)
    expect(
      (await producer.call('answerReturn', { params: { code, index: '7' }, body: { status: 'received' } })).status,
    ).toBe(404)

    const review = { phone: PHONE, sku: 'CF-250', rating: 2, text: 'Gói bị rách', photos: [{ data: photo }] }
    const written = await producer.call('writeReview', { params: { code }, body: review })
    expect(written.body).toMatchObject({ pictures: [{ width: 800 }] })
    ids['review'] = idOf(written)
    expect((await producer.call('listOwnReviews')).body).toMatchObject({ reviews: [{ producerId: 'ea-tu' }] })

    const paid = await placeOrder()
    await producer.call('confirmPayment', { params: { code: paid }, body: {} })
    await producer.call('cancelOrder', { params: { code: paid }, body: { phone: PHONE } })
    expect((await producer.call('refundPayment', { params: { code: paid }, body: {} })).body).toMatchObject({
      share: { payment: { status: 'refunded' } },
    })
  })

  it('settles transfers that match nothing', async () => {
    const code = await placeOrder()
    for (const reference of ['FT1', 'FT2', 'FT3'])
      await shop.catalog.bankNotices.record({
        reference,
        accountNumber: ACCOUNT.number,
        amount: 1000,
        text: 'chuyen tien',
        paidAt: '2026-11-22T04:00:00Z',
      })
    const listed = await producer.call('listTransfers', { query: '?limit=2' })
    expect(listed.body).toMatchObject({ total: 3, transfers: [{ producerId: 'ea-tu' }, {}] })
    const further = await producer.call('listTransfers', { query: `?limit=2&cursor=${String(listed.body['next'])}` })
    expect(further.body).toMatchObject({ next: null, transfers: [{}] })
    const found = shop.catalog.bankNotices.listOpen().map(({ id }) => id)
    ids['transfer'] = found[0] ?? ''
    expect((await office.call('listOfficeTransfers')).body).toMatchObject({ total: 3 })
    const pay = { params: { id: found[1] ?? '' }, body: { order: code } }
    expect((await producer.call('payByTransfer', pay)).body).toMatchObject({ orderCode: code })
    const settle = { params: { id: found[2] ?? '' }, body: { note: 'Đã trả lại khách' } }
    expect((await producer.call('settleTransfer', settle)).body).toMatchObject({
      settled: { note: 'Đã trả lại khách' },
    })
    expect((await producer.call('settleTransfer', settle)).body).toMatchObject({ code: 'NOTICE_SETTLED' })
    await shop.catalog.bankNotices.record({ reference: 'FT4', amount: 5, text: '?', paidAt: '2026-11-22T04:00:00Z' })
    const last = shop.catalog.bankNotices.listOpen().find(({ reference }) => reference === 'FT4')?.id ?? ''
    const odd = await placeOrder()
    expect((await office.call('officePayByTransfer', { params: { id: last }, body: { order: odd } })).status).toBe(200)
    await shop.catalog.bankNotices.record({ reference: 'FT5', amount: 5, text: '?', paidAt: '2026-11-22T04:00:00Z' })
    const other = shop.catalog.bankNotices.listOpen().find(({ reference }) => reference === 'FT5')?.id ?? ''
    expect((await office.call('officeSettleTransfer', { params: { id: other }, body: { note: 'Nhầm' } })).status).toBe(
      200,
    )
  })

  it('tells programs and people of orders, and says who works for it', async () => {
    const body = { name: 'Kho', url: 'https://example.vn/hook', events: ['order.placed'] }
    const made = await producer.call('addWebhook', { body, headers: once() })
    ids['webhook'] = idOf(made)
    const params = { id: ids['webhook'] }
    const off = { params, body: { ...body, status: 'off' }, headers: etagOf(made) }
    expect((await producer.call('changeWebhook', off)).body).toMatchObject({ status: 'off' })
    const renewed = await producer.call('renewWebhookSecret', { params, headers: once() })
    expect(renewed.body['secret']).not.toBe(made.body['secret'])
    await producer.call('testWebhook', { params })
    const detail = await producer.call('getWebhook', { params })
    const [delivery] = detail.body['deliveries'] as { id: string }[]
    ids['delivery'] = delivery?.id ?? ''
    expect((await producer.call('retryDelivery', { params: { id: ids['delivery'] } })).body).toEqual({ done: true })
    expect((await producer.call('listWebhooks')).body).toMatchObject({ endpoints: [{ name: 'Kho' }] })
    const away = await producer.call('addWebhook', { body, headers: once() })
    await producer.call('removeWebhook', { params: { id: idOf(away) } })
    expect((await producer.call('getWebhook', { params: { id: idOf(away) } })).status).toBe(404)

    const notices = await producer.call('getOrderNotices')
    const mail = { email: 'don@eatu.vn', language: 'vi' }
    expect((await producer.call('setOrderNotices', { body: mail, headers: etagOf(notices) })).body).toEqual(mail)
    expect((await producer.call('setOrderNotices', { body: mail, headers: etagOf(notices) })).status).toBe(412)
    await producer.call('testOrderNotices')
    expect((await producer.call('listLetters')).body).toMatchObject({ deliveries: [{ event: 'test' }] })

    const invite = { body: { name: 'Y Bhăm', phone: '0912 345 678', role: 'staff' }, headers: once() }
    const invited = await producer.call('inviteColleague', invite)
    const account = invited.body['account'] as { id: string }
    ids['colleague'] = account.id
    expect((await producer.call('inviteColleague', invite)).body).toEqual(invited.body)
    expect(invited.body['link']).toMatch(/\/account\/set-up\?k=/)
    expect((await producer.call('listColleagues')).body).toMatchObject({ total: 1 })
    const again = await producer.call('linkColleague', { params: { id: account.id }, headers: once() })
    const token = new URL(String(again.body['link'])).searchParams.get('k') ?? ''
    expect((await shop.catalog.accounts.own.openLink(token)).account.id).toBe(account.id)
  })

  it('sees where its goods stand and what is asked of it', async () => {
    await producer.call('askQuestion', {
      params: { slug: 'ca-phe-bot' },
      body: { text: 'Hạn dùng bao lâu?' },
      headers: once(),
    })
    const asked = await producer.call('listOwnQuestions')
    ids['question'] = (asked.body['questions'] as { id: string }[])[0]?.id ?? ''
    expect((await producer.call('listOwnListings')).body).toMatchObject({
      products: [{ product: { id: 'ca-phe-bot' }, findings: [{ finding: 'platformClosed' }] }, {}],
    })
  })
})

describe('what shoppers may do after the purchase, and everybody read', () => {
  it('follows feedback, takes a review back, opens and corrects own data', async () => {
    const about = { kind: 'goods', about: { of: 'producer', id: 'ea-tu' }, text: 'Gói bị rách khi nhận.', phone: PHONE }
    const sent = await producer.call('sendFeedback', { body: about, headers: once() })
    const code = idOf(sent, 'code')
    ids['feedback'] = shop.catalog.state.all('feedback')[0]?.id ?? ''
    const key = { phone: PHONE, code: ids['order'] }
    const mine = await producer.call('openMyData', { body: key })
    expect(mine.body).toMatchObject({ feedback: [], reviews: [{ rating: 2 }] })
    const sentOnly = await producer.call('openMyData', { body: { ...key, code } })
    expect(sentOnly.body).toMatchObject({ orders: [], reviews: [], feedback: [{ code }] })
    expect(JSON.stringify(mine.body)).not.toMatch(/idempotencyKey|requestHash/)
    expect((await producer.call('openMyData', { body: { ...key, phone: '0911 000 000' } })).status).toBe(404)
    const wish = { ...key, kind: 'correction', text: 'Sửa tên thành Hòa.' }
    expect((await producer.call('requestMyData', { body: wish })).body).toMatchObject({ status: 'received' })
    const reopened = { params: { code }, body: { phone: PHONE, text: 'Vẫn chưa xong.' } }
    expect((await producer.call('reopenFeedback', reopened)).body).toMatchObject({ code: 'WRONG_STEP' })
    await shop.catalog.feedback.answer(HANH, ids['feedback'], 'Đã nhắc cơ sở.')
    expect((await producer.call('reopenFeedback', reopened)).body).toMatchObject({ status: 'reopened' })
    const other = await placeOrder('cashOnDelivery')
    await deliver(other)
    await producer.call('writeReview', { params: { code: other }, body: { phone: PHONE, sku: 'CF-250', rating: 5 } })
    const own = { params: { code: other, sku: 'CF-250' }, body: { phone: PHONE } }
    expect((await producer.call('withdrawReview', own)).status).toBe(200)
  })

  it('reads platforms, public figures and news', async () => {
    expect((await producer.call('listPublicPlatforms')).body).toMatchObject({ platforms: [{}, {}] })
    const own = shop.catalog.ownPlatform.slug
    expect((await producer.call('listOnPlatform', { params: { slug: own }, query: '?limit=1' })).status).toBe(200)
    expect((await producer.call('getFigures', { query: '?period=2026&key=amount' })).body).toMatchObject({
      ranking: { key: 'amount' },
    })
    expect((await producer.call('getFigures', { query: '?period=2031' })).status).toBe(422)
    expect((await producer.call('listAnnouncements')).body).toEqual({ next: null, announcements: [] })
  })
})

describe('an office’s program', () => {
  it('tries a file, imports it once, and takes it back', async () => {
    const body = { kind: 'products', fileName: 'danh-sach.csv', data: file(CSV) }
    expect((await office.call('previewImport', { body })).body).toMatchObject({ counts: { new: 1, faulty: 0 } })
    const faulty = { ...body, data: file(`${CSV}\r\nGạo,HTX,Atlantis,bảy,,`) }
    expect((await office.call('previewImport', { body: faulty })).body).toMatchObject({ counts: { faulty: 1 } })
    const refused = await office.call('runImport', { body: faulty, headers: once() })
    expect(JSON.stringify(refused.body['errors'])).toContain('#/rows/3/')
    const run = await office.call('runImport', { body, headers: once() })
    expect(run.body).toMatchObject({ done: 1, import: { fileName: 'danh-sach.csv' } })
    ids['import'] = (run.body['import'] as { id: string }).id
    expect((await elsewhere.call('runImport', { body, headers: once() })).body).toMatchObject({ import: null })
    expect((await office.call('listImports')).body).toMatchObject({ total: 1 })
    expect((await office.call('undoImport', { params: { id: ids['import'] } })).body).toMatchObject({ undone: {} })
    expect((await office.call('undoImport', { params: { id: ids['import'] } })).status).toBe(409)
  })

  it('keeps platforms and mends listings', async () => {
    const body = { name: { vi: 'Chợ Tây Nguyên' }, website: 'https://cho.example.vn' }
    const made = await office.call('addPlatform', { body, headers: once() })
    expect(made.body).toMatchObject({ slug: 'cho-tay-nguyen' })
    const params = { id: idOf(made) }
    const closed = { params, body: { ...body, slug: 'cho-tay-nguyen', closedOn: '2026-11-01' }, headers: etagOf(made) }
    expect((await office.call('changePlatform', closed)).body).toMatchObject({ closedOn: '2026-11-01' })
    expect((await office.call('getPlatform', { params })).body).toMatchObject({ version: 2 })
    expect((await office.call('listFindings', { query: '?finding=platformClosed' })).body).toMatchObject({ total: 1 })
    expect((await elsewhere.call('listFindings')).body).toMatchObject({ total: 0 })
    expect((await office.call('listEndingCertificates', { query: '?stage=days30' })).body).toMatchObject({ total: 0 })
    const importer = await callerFor({ ...OFFICE, role: 'importer' })
    expect((await importer.call('checkLinks')).body).toEqual({ done: true })
    office.called.add('checkLinks')
    const owner = await callerFor({ ...OFFICE, role: 'reviewer' })
    expect((await owner.call('mendListing', { params: { id: 'l1' }, body: { step: 'seen' } })).status).toBe(200)
    office.called.add('mendListing')
  })

  it('hides and shows, assigns, looks at samples, and trusts', async () => {
    const reviewParams = { id: ids['review'] ?? '' }
    expect((await office.call('listOfficeReviews')).body).toMatchObject({ total: 2 })
    expect((await elsewhere.call('listOfficeReviews')).body).toMatchObject({ total: 0 })
    const hide = { params: reviewParams, body: { reason: 'Có số điện thoại' } }
    expect((await office.call('hideReview', hide)).body).toMatchObject({ status: 'hidden' })
    expect((await office.call('showReview', { params: reviewParams })).body).toMatchObject({ status: 'shown' })
    const questionParams = { id: ids['question'] ?? '' }
    expect((await office.call('listOfficeQuestions')).body).toMatchObject({ total: 1 })
    await office.call('hideQuestion', { params: questionParams, body: { reason: 'Có số điện thoại' } })
    expect((await office.call('showQuestion', { params: questionParams })).body).toMatchObject({ status: 'waiting' })

    const invite = { name: 'Lê Thị Duyệt', email: 'duyet@so.vn', membership: { ...OFFICE, role: 'reviewer' } }
    const invited = await office.call('inviteAccount', { body: invite, headers: once() })
    const reviewer = (invited.body['account'] as { id: string }).id
    const params = { id: ids['feedback'] ?? '' }
    expect((await office.call('assignFeedback', { params, body: { accountId: reviewer } })).status).toBe(422)
    // Nor is it given to somebody who would not see it.
    const { people, own } = shop.catalog.accounts
    const other = { name: 'Lê Thị Tâm', phone: '0905 999 888', memberships: [{ ...ELSEWHERE, role: 'reviewer' }] }
    const stranger = await people.invite(HANH, other as never)
    await own.choosePassword(stranger.token, 'núi cao sông dài 2026')
    const wrong = await office.call('assignFeedback', { params, body: { accountId: stranger.account.id } })
    expect(wrong.status).toBe(422)
    const token = new URL(String(invited.body['link'])).searchParams.get('k') ?? ''
    await shop.catalog.accounts.own.choosePassword(token, 'núi cao sông dài 2026')
    expect((await office.call('assignFeedback', { params, body: { accountId: reviewer } })).body).toMatchObject({
      assignee: 'Lê Thị Duyệt',
    })
    expect((await office.call('getFeedback', { params })).body).toMatchObject({ status: 'assigned' })

    await office.call('setTrust', { params: { id: 'ea-tu' }, body: { trusted: true } })
    const begun = await producer.call('beginSubmission', { body: {}, headers: once() })
    const submission = { id: idOf(begun) }
    const content = { ...CONTENT, photos: [] }
    const added = await producer.call('writeSubmission', {
      params: submission,
      body: { content },
      headers: etagOf(begun),
    })
    await producer.call('addPhoto', { params: submission, body: { data: photo }, headers: once() })
    expect(added.status).toBe(200)
    for (let tries = 0; tries < 1; tries += 1) await producer.call('sendSubmission', { params: submission })
    const record = shop.catalog.state.get('submissions', submission.id)
    expect(record.status).toBe('approved')
    const checked = await office.call('checkSample', { params: submission, body: { outcome: 'fine' } })
    expect(checked.status).toBe(record.sampling?.isChosen ? 200 : 409)
    office.called.add('checkSample')
    ids['sample'] = submission.id
  })

  it('teaches the search, publishes news and collections, schedules reports', async () => {
    const rule = { words: ['bắp rang'], means: ['ngô'], direction: 'both' }
    expect((await office.call('trySearchRule', { body: { ...rule, queries: ['ca phe'] } })).status).toBe(200)
    const taught = await office.call('addSearchRule', { body: rule, headers: once() })
    expect((await office.call('getSearchWords')).body).toMatchObject({ rules: [{ words: ['bắp rang'] }] })
    const taken = await office.call('removeSearchRule', { params: { id: idOf(taught) } })
    expect(taken.body).toMatchObject({ status: 'unused' })

    const news = { slug: 'hoi-cho', title: { vi: 'Hội chợ' }, from: '2026-11-01', status: 'published' }
    const said = await office.call('addAnnouncement', { body: news, headers: once() })
    ids['announcement'] = idOf(said)
    const down = { params: { id: idOf(said) }, body: { ...news, status: 'withdrawn' }, headers: etagOf(said) }
    expect((await office.call('listAnnouncements')).body).toMatchObject({ announcements: [{ slug: 'hoi-cho' }] })
    expect((await office.call('changeAnnouncement', down)).body).toMatchObject({ status: 'withdrawn' })
    expect((await office.call('listOfficeAnnouncements')).body).toMatchObject({ announcements: [{ version: 2 }] })
    const set = { ...news, slug: 'qua-tet', title: { vi: 'Quà Tết' }, productIds: ['ca-phe-bot'] }
    const shown = await office.call('addCollection', { body: set, headers: once() })
    ids['collection'] = idOf(shown)
    const more = { params: { id: idOf(shown) }, body: { ...set, query: 'mat ong' }, headers: etagOf(shown) }
    expect((await office.call('changeCollection', more)).body).toMatchObject({ query: 'mat ong' })
    expect((await office.call('listOfficeCollections')).body).toMatchObject({ collections: [{}] })

    const schedule = {
      name: 'Báo cáo tháng',
      filters: 'province=dak-lak',
      every: 'month',
      day: 5,
      language: 'vi',
      formats: ['xlsx'],
      recipients: ['so@daklak.vn'],
      toFolder: false,
    }
    const planned = await office.call('addSchedule', { body: schedule, headers: once() })
    expect((await office.call('listSchedules')).body).toMatchObject({ schedules: [{ name: 'Báo cáo tháng' }] })
    await office.call('removeSchedule', { params: { id: idOf(planned) } })
    expect((await office.call('listSchedules')).body).toEqual({ next: null, schedules: [] })
  })

  it('answers what people ask of their data, and erases once', async () => {
    const waiting = await office.call('listDataRequests', { query: '?status=received' })
    expect(waiting.body).toMatchObject({ total: 1, requests: [{ kind: 'correction', about: { of: 'order' } }] })
    expect(JSON.stringify(waiting.body)).not.toMatch(/Hòa|905.?123.?456/)
    const [asked] = waiting.body['requests'] as { id: string }[]
    ids['dataRequest'] = asked?.id ?? ''
    const correction = { params: { id: ids['dataRequest'] } }
    expect((await office.call('getDataRequest', correction)).body).toMatchObject({
      text: 'Sửa tên thành Hòa.',
      byCode: { orders: 1, reviews: 1, underWay: [] },
    })
    const corrected = { ...correction, body: { text: 'Đã sửa.' } }
    expect((await office.call('carryOutDataRequest', corrected)).body).toMatchObject({
      status: 'done',
      answer: 'Đã sửa.',
    })

    const nobody = { body: { phone: '0911 000 000' }, headers: once() }
    expect((await office.call('recordDataRequest', nobody)).body).toMatchObject({ errors: [{ pointer: '#/phone' }] })
    const recorded = await office.call('recordDataRequest', { body: { phone: PHONE }, headers: once() })
    const params = { id: idOf(recorded) }
    const body = { text: 'Đã xóa.' }
    expect((await office.call('carryOutDataRequest', { params, body })).body).toMatchObject({ code: 'WRONG_STEP' })
    const whole = { params, body: { ...body, wholeNumber: true } }
    expect((await office.call('carryOutDataRequest', whole)).body).toMatchObject({ code: 'ORDERS_OPEN' })
    const refused = { params, body: { reason: 'Còn đơn chưa giao.' } }
    expect((await office.call('refuseDataRequest', refused)).body).toMatchObject({ status: 'refused' })

    const phone = '0912 345 111'
    const cart = { lines: [{ sku: 'CF-250', quantity: 1 }], recipient: recipient({ phone }), payment: 'cashOnDelivery' }
    const code = idOf(await producer.call('placeOrder', { body: cart, headers: once() }), 'code')
    await deliver(code)
    await producer.call('requestMyData', { body: { phone, code, kind: 'erasure' } })
    const erasure = shop.catalog.personalData.list(HANH).find(({ status }) => status === 'received')
    const erase = { params: { id: erasure?.id ?? '' }, body, headers: once() }
    const erased = await office.call('carryOutDataRequest', erase)
    expect(erased.body).toMatchObject({ status: 'done' })
    expect((await office.call('carryOutDataRequest', erase)).body).toEqual(erased.body)
    expect((await producer.call('openMyData', { body: { phone, code } })).body).toMatchObject({
      orders: [],
      requests: [{ kind: 'erasure', answer: { text: 'Đã xóa.' } }],
    })
  })

  it('keeps accounts, keys, sources and webhooks', async () => {
    const { accounts } = shop.catalog
    const asked = (name: string, phone: string) =>
      accounts.registrations.ask({
        name,
        phone,
        password: 'rừng xanh gió mát 26',
        producerName: `Hộ kinh doanh ${name}`,
        kind: 'household',
        province: '2025-07:66',
        address: '',
        note: '',
      })
    await asked('Nguyễn Văn Bơ', '0913 000 001')
    await asked('Trần Thị Tiêu', '0913 000 002')
    const pending = await office.call('listAccounts', { query: '?status=pending' })
    const [first, second] = pending.body['accounts'] as { id: string }[]
    const approved = { params: { id: first?.id ?? '' }, body: { producerId: null } }
    ids['account'] = approved.params.id
    expect((await office.call('approveAccount', approved)).body).toMatchObject({ status: 'active' })
    expect((await office.call('refuseAccount', { params: { id: second?.id ?? '' } })).body).toMatchObject({
      status: 'disabled',
    })
    const account = await office.call('getAccount', { params: approved.params })
    const roles = [{ front: 'producer', role: 'staff', producerId: 'ea-tu' }]
    const given = { params: approved.params, body: { memberships: roles }, headers: etagOf(account) }
    expect((await office.call('setMemberships', given)).body).toMatchObject({ memberships: roles })
    expect((await office.call('setMemberships', given)).status).toBe(412)
    await office.call('endSessions', { params: approved.params })
    await office.call('linkAccount', { params: approved.params, headers: once() })
    for (const status of ['disabled', 'active'])
      expect((await office.call('setAccountStatus', { params: approved.params, body: { status } })).body).toMatchObject(
        { status },
      )
    const invite = {
      name: 'Phan Thị Sầu',
      phone: '0913 000 003',
      producerName: 'HTX Sầu Riêng',
      kind: 'cooperative',
      province: '2025-07:66',
      address: '',
    }
    expect((await office.call('inviteProducer', { body: invite, headers: once() })).status).toBe(201)
    const same = { ...invite, phone: '0913 000 004', producerName: 'Hợp tác xã Sầu Riêng' }
    expect((await office.call('inviteProducer', { body: same, headers: once() })).body).toMatchObject({
      errors: [
        { path: 'producerName', code: 'knownProducer', text: expect.stringContaining('HTX Sầu Riêng') as string },
      ],
    })
    const another = await office.call('inviteProducer', { body: { ...same, isAnother: true }, headers: once() })
    expect(another.status).toBe(201)
    expect((await producer.call('endColleague', { params: { id: ids['colleague'] ?? '' } })).body).toMatchObject({
      memberships: [],
    })

    const keys = await office.call('listApiKeys', { query: '?limit=2' })
    expect(keys.body['next']).not.toBeNull()
    const spare = await shop.catalog.apiKeys.add(HANH, { name: 'Cũ', scopes: ['goods:read'], membership: NEIGHBOR })
    expect((await office.call('revokeApiKey', { params: { id: spare.record.id } })).body).toMatchObject({
      state: 'revoked',
    })
    expect((await office.call('listSecurityDays')).status).toBe(200)

    const signing = {
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    } as never
    await shop.catalog.exchange.accept(HANH, {
      id: 'gialai',
      name: 'Gia Lai',
      site: 'https://gialai.example.vn',
      keys: [signing],
    })
    expect((await office.call('listSources')).body).toMatchObject({ sources: [{ id: 'gialai' }] })
    expect((await office.call('resetSource', { params: { id: 'gialai' } })).body).toMatchObject({ latest: null })

    const body = { name: 'Cổng dữ liệu', url: 'https://so.example.vn/hook', events: ['product.approved'] }
    const hook = await office.call('addOfficeWebhook', { body, headers: once() })
    const params = { id: idOf(hook) }
    ids['officeWebhook'] = params.id
    expect((await office.call('listOfficeWebhooks')).body).toMatchObject({ endpoints: [{ id: params.id }] })
    await office.call('changeOfficeWebhook', { params, body, headers: etagOf(hook) })
    await office.call('renewOfficeWebhookSecret', { params, headers: once() })
    await office.call('testOfficeWebhook', { params })
    const { body: detail } = await office.call('getOfficeWebhook', { params })
    const [delivery] = detail['deliveries'] as { id: string }[]
    await office.call('retryOfficeDelivery', { params: { id: delivery?.id ?? '' } })
    const away = await office.call('addOfficeWebhook', { body, headers: once() })
    await office.call('removeOfficeWebhook', { params: { id: idOf(away) } })
  })

  it('reports its own provinces alone, down to the rows', async () => {
    const own = await callerFor(OWN_PROVINCE)
    const rows = (await own.call('getReportRows', { query: '?period=2026&of=transactions' })).body
    expect(rows['rows']).not.toEqual([])
    expect((await elsewhere.call('getReportRows', { query: '?period=2026&of=transactions' })).body).toMatchObject({
      rows: [],
    })
    const { total } = (await own.call('getTransactions', { query: '?period=2026' })).body as {
      total: { transactions: number }
    }
    expect(total.transactions).toBeGreaterThan(0)
    expect((await elsewhere.call('getTransactions', { query: '?period=2026' })).body).toMatchObject({
      total: { transactions: 0 },
    })
    for (const id of ['getCoverage', 'getTransactions', 'getReportRows'])
      expect((await elsewhere.call(id, { query: '?period=2026&province=dak-lak&mode=now' })).status, id).toBe(404)
    for (const filter of ['producer=ea-tu', 'commune=24133']) {
      const query = `?period=2026&${filter}`
      expect((await elsewhere.call('getRanking', { query })).status, filter).toBe(404)
      expect((await own.call('getRanking', { query })).status, filter).toBe(200)
    }
    const two = await callerFor({ ...OFFICE, scope: ['2025-07:66', '2025-07:80'] as never })
    expect((await two.call('getCoverage', { query: '?period=2026' })).body).toMatchObject({
      errors: [{ pointer: 'province' }],
    })
    expect((await office.call('getReportRows', { query: '?period=2026' })).body).toMatchObject({ of: 'recognized' })
  })
})

describe('records of others', () => {
  /** How a real record of Ea Tu, or of its province, is asked for. */
  const asked = (): Readonly<Record<string, { params: Record<string, string>; body?: unknown }>> => {
    const by = (name: string) => ({ id: ids[name] ?? '' })
    const webhook = { name: 'x', url: 'https://example.vn/x', events: ['order.placed'] }
    const voucher = {
      code: 'EATU2026',
      percent: 10,
      from: '2026-11-01',
      until: '2026-11-30',
      minimum: 0,
      limit: 5,
      status: 'active',
    }
    const news = { slug: 'x', title: { vi: 'x' }, from: '2026-11-01', status: 'published' }
    const order = { code: ids['order'] ?? '' }
    return {
      moveStock: { params: { sku: 'CF-250' }, body: { by: 1 } },
      getPrice: { params: { sku: 'CF-250' } },
      changePrice: { params: { sku: 'CF-250' }, body: { price: 1 } },
      getSubmission: { params: by('submission') },
      writeSubmission: { params: by('submission'), body: { note: 'x' } },
      sendSubmission: { params: by('submission') },
      recallSubmission: { params: by('submission') },
      withdrawSubmission: { params: by('submission') },
      addPhoto: { params: by('submission'), body: { data: photo } },
      arrangePhotos: { params: by('submission'), body: { photos: [] } },
      getProducerOrder: { params: order },
      advanceOrder: { params: order, body: { status: 'accepted' } },
      correctRecipient: { params: order, body: { name: 'Hoa', phone: '0905 123 456' } },
      confirmPayment: { params: order, body: {} },
      refundPayment: { params: order, body: {} },
      answerReturn: { params: { ...order, index: '0' }, body: { status: 'received' } },
      answerQuestion: { params: by('question'), body: { text: 'x' } },
      answerReview: { params: by('review'), body: { text: 'x' } },
      getVoucher: { params: by('voucher') },
      changeVoucher: { params: by('voucher'), body: voucher },
      changeLot: { params: by('lot'), body: { number: 'X', status: 'current' } },
      payByTransfer: { params: by('transfer'), body: { order: ids['order'] } },
      settleTransfer: { params: by('transfer'), body: { note: 'x' } },
      officePayByTransfer: { params: by('transfer'), body: { order: ids['order'] } },
      officeSettleTransfer: { params: by('transfer'), body: { note: 'x' } },
      getWebhook: { params: by('webhook') },
      changeWebhook: { params: by('webhook'), body: webhook },
      renewWebhookSecret: { params: by('webhook') },
      testWebhook: { params: by('webhook') },
      removeWebhook: { params: by('webhook') },
      retryDelivery: { params: by('delivery') },
      getOfficeWebhook: { params: by('officeWebhook') },
      changeOfficeWebhook: { params: by('officeWebhook'), body: webhook },
      renewOfficeWebhookSecret: { params: by('officeWebhook') },
      testOfficeWebhook: { params: by('officeWebhook') },
      removeOfficeWebhook: { params: by('officeWebhook') },
      retryOfficeDelivery: { params: by('delivery') },
      linkColleague: { params: by('account') },
      endColleague: { params: by('account') },
      getAccount: { params: by('account') },
      linkAccount: { params: by('account') },
      setAccountStatus: { params: by('account'), body: { status: 'disabled' } },
      setMemberships: { params: by('account'), body: { memberships: [] } },
      endSessions: { params: by('account') },
      approveAccount: { params: by('account'), body: { producerId: 'ea-tu' } },
      refuseAccount: { params: by('account') },
      revokeApiKey: { params: by('apiKey') },
      getQueued: { params: by('submission') },
      approveSubmission: { params: by('submission') },
      returnSubmission: { params: by('submission'), body: { reasons: [{ path: '', text: 'Chưa rõ' }] } },
      checkSample: { params: by('sample'), body: { outcome: 'faulty' } },
      setTrust: { params: { id: 'ea-tu' }, body: { trusted: false } },
      getFeedback: { params: by('feedback') },
      assignFeedback: { params: by('feedback'), body: { accountId: 'x' } },
      answerFeedback: { params: by('feedback'), body: { text: 'Đã xong' } },
      closeFeedback: { params: by('feedback') },
      getDataRequest: { params: by('dataRequest') },
      carryOutDataRequest: { params: by('dataRequest'), body: { text: 'Đã xóa' } },
      refuseDataRequest: { params: by('dataRequest'), body: { reason: 'Không được' } },
      hideReview: { params: by('review'), body: { reason: 'Xấu quá' } },
      showReview: { params: by('review') },
      hideQuestion: { params: by('question'), body: { reason: 'Xấu quá' } },
      showQuestion: { params: by('question') },
      undoImport: { params: by('import') },
      mendListing: { params: { id: 'l1' }, body: { step: 'remove' } },
      changePlatform: { params: { id: 'postmart' }, body: { slug: 'postmart', name: { vi: 'x' } } },
      changeAnnouncement: { params: by('announcement'), body: news },
      changeCollection: { params: by('collection'), body: { ...news, productIds: [] } },
      getProducerProfile: { params: { id: 'ea-tu' } },
      setProducerProfile: { params: { id: 'ea-tu' }, body: { phone: '0905 000 111' } },
      removeSchedule: { params: { id: 'none' } },
      removeSearchRule: { params: { id: 'none' } },
      resetSource: { params: { id: 'gialai' } },
      pullSource: { params: { id: 'gialai' } },
    }
  }
  /** What belongs to nobody in particular: every office may read it. */
  const PUBLIC = new Set(['getPlatform'])
  const anyVersion = () => ({ ...once(), 'if-match': '*' })

  it('are not there for the key of another producer or another province, whatever is asked, and nothing changes', async () => {
    const wanted = asked()
    const named = Object.values<Operation>(OPERATIONS).filter(({ scope, path }) => scope && path.includes('{'))
    expect(named.map(({ id }) => id).filter((id) => !wanted[id] && !PUBLIC.has(id))).toEqual([])
    expect(Object.entries(ids).filter(([, id]) => id === '')).toEqual([])
    const changed: string[] = []
    // That a key is in use is noted with the key itself.
    const unhear = shop.catalog.onCommit(({ puts }) =>
      changed.push(...puts.map(({ collection }) => collection).filter((name) => name !== 'apiKeys')),
    )
    for (const { id, front } of named) {
      const request = wanted[id]
      if (!request) continue
      const stranger = front === 'producer' ? neighbor : elsewhere
      const answer = await stranger.call(id, { ...request, headers: anyVersion() })
      expect([403, 404], `${id} ${JSON.stringify(answer.body)}`).toContain(answer.status)
    }
    unhear()
    expect(changed).toEqual([])
  })

  it('stand in no list of theirs', async () => {
    const queries: Readonly<Record<string, string>> = {
      getOwnFigures: '?period=2026',
      listOwnLots: '?productId=ca-phe-bot',
    }
    const known = Object.entries(ids).map(([, id]) => id)
    const open = new Set(['listSources', 'listPlatforms'])
    for (const { id, front, method, path, scope } of Object.values<Operation>(OPERATIONS)) {
      if (!scope || method !== 'get' || path.includes('{') || open.has(id)) continue
      const stranger = front === 'producer' ? neighbor : elsewhere
      const answer = await stranger.call(id, { query: queries[id] ?? '' })
      expect([200, 403, 404], id).toContain(answer.status)
      const told = JSON.stringify(answer.body)
      expect(
        known.filter((one) => told.includes(`"${one}"`)),
        `${id} ${told.slice(0, 300)}`,
      ).toEqual([])
    }
  })

  it('have all been called by their own program before', () => {
    const called = new Set([...producer.called, ...office.called])
    const beyond = new Set(['acceptSource', 'pullSource'])
    const tried = [...DESK_OPERATIONS].filter((id) => !beyond.has(id))
    expect(tried.filter((id) => !called.has(id))).toEqual([])
  })
})
