import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  cashOnDelivery,
  createCatalog,
  openMemoryStore,
  vietQrTransfer,
  type Catalog,
  type PaymentProvider,
} from '../../src/index.js'
import { system } from '../../src/access/actor.js'
import { NOON, stockShop } from '../support/shop.js'
import { SenServer, senWallet } from '../support/sen-wallet.js'
import { ACCOUNT, HANH } from '../support/trade.js'
import { acceptInvitation, PRODUCER } from './signed-in.js'
import { signIntoOffice } from './office-person.js'
import { DETAILS, MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const openWith = async (...payments: PaymentProvider[]): Promise<Catalog> => {
  const catalog = await createCatalog({ store: openMemoryStore(), clock: () => NOON, payments })
  await stockShop(catalog)
  await catalog.save({ stock: [{ sku: 'HONEY', quantity: 20 }] })
  return catalog
}

describe.each(MOUNTS)('a shop with a wallet beside cash and VietQR, at “%s”', (mount) => {
  let sen: SenServer
  let shop: RunningShop
  const failures: unknown[] = []

  beforeAll(async () => {
    sen = await new SenServer().start()
    const catalog = await openWith(cashOnDelivery, vietQrTransfer, senWallet(sen.origin))
    await catalog.saleTerms.save(HANH, { id: 'ea-tu', bankAccount: ACCOUNT })
    shop = await runShop(mount, { catalog, onError: (error) => failures.push(error) })
  })
  afterAll(async () => {
    sen.stop()
    await shop.stop()
  })

  const buy = async (sku: string) => {
    const buyer = shop.visitor()
    await buyer.post('/checkout/now', { sku, quantity: '1' })
    expect(
      buyer
        .$('[name=payment]')
        .toArray()
        .map((radio) => buyer.$(radio).attr('value')),
    ).toContain('sen')
    expect(buyer.text('#payment')).toContain('Ví Sen Trả ngay trong ví.')
    await buyer.press('.place', { ...DETAILS, ...(sku === 'SPIRIT' ? { adult: '1' } : {}), payment: 'sen' })
    const code = /^\/orders\/([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(buyer.path)?.[1] ?? ''
    return { buyer, code }
  }
  const begin = (buyer: Visitor) => buyer.leave('.pay a.button--primary')
  const statusOf = async (code: string) => (await shop.catalog.findOrder(code, '0905123456'))?.fulfillments[0]?.payment

  it('is paid by redirect and signed notice, once, however often the notice comes', async () => {
    const { buyer, code } = await buy('SPIRIT')
    expect(buyer.text('.pay')).toMatch(/Ví Sen.*Chưa trả.*Trả 120\.000 ₫: Ví Sen/s)
    expect(await begin(buyer)).toBe(`${sen.origin}/pay/${sen.begun.length}`)
    await begin(buyer)
    expect(new Set(sen.begun.slice(-2).map(({ id, text }) => `${id} ${text}`)).size).toBe(1)
    expect(sen.begun.at(-1)).toMatchObject({ id: `${code}-01`, text: `OCOP ${code.replace('-', '')} 01` })

    expect((await sen.tell({}, true)).status).toBe(401)
    expect((await statusOf(code))?.status).toBe('due')
    expect(await sen.tell({ amount: 0 })).toEqual({ status: 200, taken: 'nothing' })
    const told = await Promise.all([sen.tell(), sen.tell(), sen.tell()])
    expect(told.map(({ taken }) => taken)).toEqual(['matched', 'matched', 'matched'])
    await buyer.open(sen.back().slice(mount.length))
    expect(await statusOf(code)).toMatchObject({
      method: 'sen',
      status: 'paid',
      history: [{ status: 'due' }, { status: 'paid', reference: `sen:SEN-${code}-01` }],
    })
    expect(buyer.text('.pay')).toMatch(/Ví Sen.*Đã nhận tiền/s)
    expect(buyer.$('.pay a.button--primary')).toHaveLength(0)
    expect((await shop.visitor().open(`/orders/${code}/pay-1`)).text()).not.toContain('Ví Sen')
  })

  it('is paid by the signed return alone; what is forged changes nothing and says to wait', async () => {
    const { buyer, code } = await buy('HONEY')
    await begin(buyer)
    await buyer.open(sen.back(true).slice(mount.length))
    expect(buyer.text('.notice--good')).toContain('Đang chờ xác nhận đã nhận tiền')
    expect((await statusOf(code))?.status).toBe('due')
    await buyer.open(sen.back().slice(mount.length))
    expect(buyer.text('.pay')).toContain('Đã nhận tiền')
    expect(buyer.$('.notice--good')).toHaveLength(0)
  })

  it('shows another sum, a second payment and money for nothing to a person of the office', async () => {
    const { buyer, code } = await buy('CF-250')
    await begin(buyer)
    const due = sen.begun.at(-1)?.amount ?? 0
    expect((await sen.tell({ amount: due - 1000 })).taken).toBe('wrongAmount')
    expect((await statusOf(code))?.status).toBe('mismatch')
    expect((await sen.tell({ number: 'SEN-2' })).taken).toBe('matched')
    expect((await sen.tell({ number: 'SEN-3' })).taken).toBe('alreadyPaid')
    expect((await sen.tell({ number: 'SEN-4', text: 'nap vi' })).taken).toBe('unknownOrder')
    const cash = shop.visitor()
    await cash.post('/checkout/now', { sku: 'HONEY', quantity: '1' })
    await cash.press('.place', { ...DETAILS, payment: 'cashOnDelivery' })
    const text = `OCOP ${cash.path.slice('/orders/'.length, '/orders/'.length + 11).replace('-', '')} 01`
    expect((await sen.tell({ number: 'SEN-5', text })).taken).toBe('notExpected')
    const office = await signIntoOffice(shop.visitor(), shop.catalog)
    await office.open('/office/transfers')
    expect(office.text('main')).toMatch(/sen:SEN-5.*sen:SEN-4.*sen:SEN-3.*Sai số tiền/s)
  })

  it('keeps the order when the wallet does not answer, and the operator hears of it', async () => {
    const { buyer, code } = await buy('HONEY')
    sen.isDown = true
    await buyer.open(`/orders/${code}/pay-1`)
    sen.isDown = false
    expect(buyer.status).toBe(502)
    expect(buyer.text('.notice--bad')).toContain('Ví Sen không trả lời (chưa trả được tiền, đơn vẫn còn')
    expect(String(failures.at(-1))).toContain('Sen answers 503')
    await buyer.open(`/orders/${code}?lang=en`)
    expect(buyer.text('.pay a.button--primary')).toBe('Pay 180.000 ₫: Sen wallet')
    await begin(buyer)
  })

  it('sends money back itself: once for two presses, not while it is down, never more than came', async () => {
    const { buyer, code } = await buy('HONEY')
    await begin(buyer)
    const { amount = 0 } = sen.begun.at(-1) ?? {}
    await sen.tell()
    const producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    await producer.open(`/producer/orders/${code}`)
    await producer.press('[value=cancelled]', { reason: 'Hết hàng' })
    await producer.open(`/producer/orders/${code}`)
    expect(producer.text('form[action$="/refunded"]')).toMatch(/Ví Sen đã nhận tiền này.*Hoàn tiền qua Ví Sen/s)
    sen.isDown = true
    await producer.press('form[action$="/refunded"] button')
    sen.isDown = false
    expect([producer.status, producer.text('.error-summary')]).toEqual([
      502,
      expect.stringContaining('Ví Sen chưa nhận việc hoàn tiền'),
    ])
    expect((await statusOf(code))?.status).toBe('paid')
    expect(String((failures.at(-1) as Error).cause)).toContain('Sen answers 503')
    await producer.press('form[action$="/refunded"] button', { amount: String(amount + 1) })
    expect([producer.status, producer.$('#amount').attr('aria-invalid')]).toEqual([422, 'true'])

    const press = () => shop.catalog.payments.refund(system('test'), code, 'ea-tu', { amount: 50_000, nth: 1 })
    const pressed = await Promise.allSettled([press(), press()])
    expect(pressed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(press()).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await shop.catalog.payments.refund(system('test'), code, 'ea-tu')
    expect([...sen.refunds.values()]).toEqual([
      { id: `${code}-01-R1`, number: `SEN-${code}-01`, amount: 50_000 },
      { id: `${code}-01-R2`, number: `SEN-${code}-01`, amount: amount - 50_000 },
    ])
    expect((await statusOf(code))?.history.slice(2)).toMatchObject([
      { status: 'refunded', amount: 50_000, reference: `sen:BACK-${code}-01-R1` },
      { status: 'refunded', amount: amount - 50_000, reference: `sen:BACK-${code}-01-R2` },
    ])
    await buyer.open(`/orders/${code}`)
    expect(buyer.text('.pay')).toMatch(/Đã hoàn tiền/)
  })

  it('sends back what a return is worth, under one id however often it is tried', async () => {
    const { buyer, code } = await buy('CF-500')
    await begin(buyer)
    await sen.tell()
    for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
      await shop.catalog.advanceOrder(code, 'ea-tu', step, undefined, {
        parcel: step === 'shipped' ? { carrier: 'Viettel Post' } : undefined,
      })
    const wish = { reason: 'damaged', lines: [{ sku: 'CF-500', quantity: 1 }] }
    await shop.catalog.returns.request(code, DETAILS.phone, 'ea-tu', wish)
    const answer = (status: 'accepted' | 'refunded') =>
      shop.catalog.returns.answer(system('test'), code, 'ea-tu', 0, status)
    await answer('accepted')
    sen.isDown = true
    await expect(answer('refunded')).rejects.toMatchObject({ code: 'REFUND_NOT_SENT' })
    sen.isDown = false
    await Promise.allSettled([answer('refunded'), answer('refunded')])
    expect(sen.refunds.get(`${code}-01-T1`)).toMatchObject({ amount: 120_000 })
    expect([...sen.refunds.keys()].filter((id) => id.startsWith(code))).toEqual([`${code}-01-T1`])
    expect(await statusOf(code)).toMatchObject({ status: 'refunded' })
    expect((await statusOf(code))?.history.at(-1)).toMatchObject({ reference: `sen:BACK-${code}-01-T1` })
  })

  it('tells programs of it, and takes notices of no other provider', async () => {
    const order = await request(shop.server)
      .post(`${mount}/api/v1/orders`)
      .set('idempotency-key', `by-wallet-${mount.length}`)
      .send({ lines: [{ sku: 'HONEY', quantity: 1 }], recipient: DETAILS, payment: 'sen' })
    expect(order.body).toMatchObject({ shares: [{ payment: { method: 'sen', status: 'due', vietQr: null } }] })
    const { code } = order.body as { code: string }
    const begun = await request(shop.server)
      .post(`${mount}/api/v1/orders/${code}/payments`)
      .send({ phone: DETAILS.phone, producerId: 'ea-tu' })
    expect(begun.body).toEqual({ redirect: `${sen.origin}/pay/${sen.begun.length}`, qr: null, facts: [] })
    const refused = await request(shop.server)
      .post(`${mount}/api/v1/orders`)
      .set('idempotency-key', `by-none-${mount.length}`)
      .send({ lines: [{ sku: 'HONEY', quantity: 1 }], recipient: DETAILS, payment: 'momo' })
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('cashOnDelivery, ')])
    for (const id of ['momo', 'bankTransfer'])
      expect((await request(shop.server).post(`${mount}/payments/${id}/notice`).send({})).status).toBe(404)
  })
})

it('a way of paying may say how to pay on the order’s own page, and may be the only one', async () => {
  const counter: PaymentProvider = {
    id: 'counter',
    name: { vi: 'Trả tại quầy', en: 'Pay at the counter' },
    start: ({ id }) =>
      Promise.resolve({ instructions: { qr: id, facts: [{ label: { vi: 'Mã trả tiền' }, value: id, copy: id }] } }),
  }
  const shop = await runShop('', { catalog: await openWith(counter) })
  const buyer = shop.visitor()
  await buyer.post('/checkout/now', { sku: 'HONEY', quantity: '1' })
  await buyer.press('.place', DETAILS)
  await buyer.follow('.pay a.button--primary')
  expect(buyer.text('.pay__facts')).toMatch(/Mã trả tiền.*[0-9A-Z]{5}-[0-9A-Z]{5}-01/)
  expect(buyer.$('.pay__qr img')).toHaveLength(1)
  await buyer.press('.pay form button')
  expect(buyer.text('.pay__status')).toContain('chờ người bán xác nhận')

  const other = shop.visitor()
  for (const sku of ['HONEY', 'SPIRIT']) await other.post('/cart', { action: 'add', sku, quantity: '1' })
  await other.open('/checkout')
  await other.press('.place', { ...DETAILS, adult: '1' })
  expect(other.text('.notice--warn')).toMatch(/Còn 2 khoản phải trả.*Ea Tu.*180\.000.*Gò Đen.*120\.000/)
  expect(other.$('.notice--warn a[href="#pay-2"]')).toHaveLength(1)
  await other.follow('#pay-2 a.button--primary')
  expect([other.$('#pay-2[autofocus]'), other.$('#pay-1[autofocus]')].map(({ length }) => length)).toEqual([1, 0])
  await shop.stop()
})

it('ways of paying that cannot be told apart are refused when the catalog is opened', async () => {
  const make = (...payments: PaymentProvider[]) => createCatalog({ store: openMemoryStore(), payments })
  await expect(make()).rejects.toThrow('At least one way')
  await expect(make(cashOnDelivery, cashOnDelivery)).rejects.toThrow('“cashOnDelivery” stands twice')
  await expect(make({ ...cashOnDelivery, id: 'Ví Sen' })).rejects.toThrow('is no id')
})
