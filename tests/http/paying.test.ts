import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import request from 'supertest'
import { createStorefront } from '../../src/storefront/index.js'
import { HANH } from '../support/trade.js'
import { openTradingShop, SECRET } from '../support/trading-shop.js'
import { NOON } from '../support/shop.js'
import { DETAILS, MOUNTS, runShop, type RunningShop } from './trade-shop.js'

const FAR = { ...DETAILS, province: '01', commune: '00004' } as const

const codeOf = (path: string): string => path.slice('/orders/'.length, '/orders/'.length + 11)

describe.each(MOUNTS)('a shopper in a shop with terms of its own, at “%s”', (mount) => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openTradingShop(), bankNoticeSecret: SECRET })
  })
  afterAll(() => shop.stop())

  const buy = async (sku: string, quantity = 1) => {
    const buyer = shop.visitor()
    await buyer.post('/checkout/now', { sku, quantity: String(quantity) })
    return buyer
  }

  it('sees sale, former price and what delivery costs on the product’s page', async () => {
    const visitor = await shop.visitor().open('/products/ca-phe-bot')
    expect(visitor.text('.buy')).toMatch(/99\.000.*trước.*120\.000.*Từ 3: giảm 10%|Từ 3: giảm 10%.*99\.000/s)
    expect(visitor.text('.buy')).toContain('Giá giảm đến hết 30/11/2026')
    expect(visitor.text('.buy')).toContain('giá thấp nhất trong 30 ngày')
    expect(visitor.text('.buy')).toMatch(/cùng tỉnh 20\.000.*cùng miền 30\.000.*nơi khác 40\.000/)
    await visitor.open('/products?q=ca+phe+bot')
    expect(visitor.text('.product-card .sale-badge')).toBe('Có giảm giá')
    await visitor.open('/products/ca-phe-bot?lang=en')
    expect(visitor.text('.buy')).toMatch(/Sale price until 30\/11\/2026/)
  })

  it('sees the exact sum once the province is chosen, without JavaScript, before anything is ordered', async () => {
    const buyer = await buy('CF-500')
    expect(buyer.text('.sums__total.price')).toMatch(/từ 119\.000/)
    await buyer.press('[value=communes]', { province: '01' })
    expect(buyer.text('.sums__total.price')).toMatch(/^139\.000/)
    await buyer.press('.place', FAR)
    expect(buyer.path).toMatch(/^\/orders\//)
  })

  it('is shown the new sum instead of paying another one than was shown', async () => {
    const buyer = await buy('CF-500')
    await buyer.press('.place', FAR)
    expect(buyer.status).toBe(409)
    expect(buyer.text('.error-summary')).toMatch(/119\.000.*139\.000/)
    await buyer.press('.place', FAR)
    expect(buyer.path).toMatch(/^\/orders\//)
  })

  it('fetches the goods at the producer’s door and pays no shipping', async () => {
    const buyer = await buy('CF-500')
    await buyer.press('[value=update]', { pickUp: 'ea-tu', province: '66' })
    expect(buyer.text('.sums__total.price')).toMatch(/^99\.000/)
    expect(buyer.$('#address').attr('hidden')).toBeDefined()
    await buyer.press('.place', { name: DETAILS.name, phone: DETAILS.phone, province: '', pickUp: 'ea-tu' })
    expect(buyer.text('.order-share')).toContain('Đến lấy tại: 12 Lê Duẩn, Buôn Ma Thuột')
    expect(buyer.text('#deliver')).toBe('Người nhận')
    expect(buyer.text('#deliver + p')).toMatch(/^Nguyễn Thị Hoa\s*0905 123 456$/)
    const code = codeOf(buyer.path)
    for (const step of ['accepted', 'packed', 'shipped'] as const) await shop.catalog.advanceOrder(code, 'ea-tu', step)
    await buyer.open(`/orders/${code}`)
    expect(buyer.text('.order-share')).toMatch(
      /Chờ bạn đến lấy.*Bạn đã lấy.*mời bạn đến lấy\. Nhớ mang 99\.000\s₫ tiền mặt/s,
    )
    await buyer.open(`/orders/${code}?lang=en`)
    expect(buyer.text('.order-share')).not.toMatch(/way|delivered/i)
    await buyer.open('/?lang=vi')
  })

  it('uses a voucher, sees what it takes off, and a code that is no good is said so at its field', async () => {
    const buyer = await buy('CF-250', 4)
    await buyer.press('[value=voucher]', { voucher: 'SAIMA999' })
    expect(buyer.status).toBe(422)
    expect(buyer.text('#voucher-error')).toContain('không dùng được')
    expect(buyer.$('#voucher').attr('aria-invalid')).toBe('true')
    await buyer.press('[value=voucher]', { voucher: 'hoicho2026', province: '66' })
    expect(buyer.status).toBe(200)
    expect(buyer.text('#goods')).toMatch(/Mua nhiều: Cà phê bột.*−26\.000.*Mã giảm giá HOICHO2026.*−23\.400/s)
    const fields = { ...DETAILS, phone: mount === '' ? '0905 777 001' : '0905 777 002' }
    const key = { 'idempotency-key': `pressed-twice-${mount.length}` }
    const form = buyer.$('.place').closest('form').serializeArray()
    const sent = { ...Object.fromEntries(form.map(({ name, value }) => [name, value])), ...fields, action: 'order' }
    await buyer.post('/checkout', sent, key)
    const first = codeOf(buyer.path)
    expect(buyer.text('.order-share')).toContain('Mã giảm giá HOICHO2026')
    const again = shop.visitor()
    await again.post('/checkout', sent, key)
    expect(codeOf(again.path)).toBe(first)
    await again.post('/checkout', sent, { 'idempotency-key': `another-${mount.length}-key` })
    expect(again.status).toBe(422)
    expect(again.text('#voucher-error')).toContain('không dùng được')
  })

  it('pays less than was shown by a code typed without “Dùng mã”; with Enter the code is used before anything is ordered', async () => {
    const phone = (index: number) => `0905 77${index} ${mount === '' ? '003' : '004'}`
    const buyer = await buy('CF-250', 2)
    await buyer.press('[value=update]', { province: '66' })
    await buyer.press('.place', { ...DETAILS, phone: phone(1), voucher: 'hoicho2026' })
    expect(buyer.path).toMatch(/^\/orders\/.*placed=1/)
    expect(buyer.text('.notice--good')).toContain('Đã dùng mã HOICHO2026: giảm 13.000')

    const other = await buy('CF-250', 2)
    await other.press('[value=update]', { province: '66' })
    await other.press('button[value=order]', { ...DETAILS, phone: phone(2), voucher: 'hoicho2026' })
    expect([other.status, other.$('.error-summary').length]).toEqual([200, 0])
    expect(other.text('.notice--good[role=status]')).toMatch(/Mã HOICHO2026 giảm 13\.000.*Tổng tiền còn 137\.000/)
    await other.press('button[value=order]')
    expect(other.text('.notice--good')).toContain('Đã dùng mã HOICHO2026')
  })

  it('pays by transfer: a code, the details to copy, and a bank’s notice that makes it paid', async () => {
    const buyer = await buy('CF-500')
    await buyer.press('[value=update]', { province: '66' })
    await buyer.press('.place', { ...DETAILS, payment: 'bankTransfer' })
    const code = codeOf(buyer.path)
    const text = `OCOP ${code.replace('-', '')} 01`
    expect(buyer.text('.pay__facts')).toMatch(/Vietcombank.*0011001932418.*HTX EA TU.*119\.000.*OCOP/s)
    expect(
      buyer
        .$('[data-copy]')
        .toArray()
        .map((button) => buyer.$(button).attr('data-copy')),
    ).toEqual(['0011001932418', '119000', text])
    expect(buyer.$('.pay__qr img').attr('src')).toMatch(/^data:image\/svg\+xml,/)
    expect(buyer.text('.pay')).toMatch(/lưu ảnh mã QR, rồi chọn ảnh đó trong ứng dụng ngân hàng/)
    expect(buyer.$('.pay__code [download]').closest('details')).toHaveLength(0)
    await buyer.press('.pay form button')
    expect(buyer.$('.pay details:not([open])').find('.pay__qr, .pay__facts')).toHaveLength(2)
    expect(buyer.text('.notice--good')).toContain('Đã báo cho người bán')
    expect(buyer.text('.pay__status')).toContain('chờ người bán xác nhận')

    const notice = { reference: `FT-${mount.length}-1`, amount: 119_000, text, paidAt: '2026-11-22T12:00:00+07:00' }
    const body = JSON.stringify(notice)
    const sign = (when: Date, secret = SECRET) => {
      const seconds = Math.floor(when.getTime() / 1000)
      return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
    }
    const send = (signature: string) =>
      request(shop.server)
        .post(`${mount}/api/v1/bank-notices`)
        .set('content-type', 'application/json')
        .set('x-ocop-signature', signature)
        .send(body)
    expect((await send('')).status).toBe(401)
    expect((await send(sign(NOON, 'x'.repeat(40)))).status).toBe(401)
    expect((await send(sign(new Date(NOON.getTime() - 301_000)))).status).toBe(401)
    expect((await send(sign(NOON))).body).toEqual({
      reference: notice.reference,
      outcome: 'matched',
      orderCode: code,
      producerId: 'ea-tu',
    })
    expect((await send(sign(NOON))).status).toBe(200)
    await buyer.open(`/orders/${code}`)
    expect(buyer.text('.pay__status')).toBe('Đã nhận tiền')
    expect(buyer.$('.pay__qr')).toHaveLength(0)
    await buyer.open(`/orders/${code}?lang=en`)
    expect(buyer.text('.pay__status')).toBe('Paid')
    for (const step of ['accepted', 'packed', 'shipped'] as const) await shop.catalog.advanceOrder(code, 'ea-tu', step)
    await buyer.open(`/orders/${code}?lang=vi`)
    expect(buyer.text('.order-share')).toMatch(/^(?!.*tiền mặt).*Hàng đang trên đường/)
  })

  it('gets the code as a picture, and nobody else does', async () => {
    const buyer = await buy('CF-500')
    await buyer.press('[value=update]', { province: '66' })
    await buyer.press('.place', { ...DETAILS, payment: 'bankTransfer' })
    const code = codeOf(buyer.path)
    await buyer.open(`/orders/${code}/vietqr-1.png`)
    expect(buyer.response.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-store' })
    // A code is known in many spellings, and the file is called by its own.
    const name = buyer.response.headers['content-disposition'] as string
    for (const between of ['%0D%0A', '%22', '%E1%BA%BF']) {
      await buyer.open(`/orders/${code.replace('-', between)}/vietqr-1.png`)
      expect([buyer.status, buyer.response.headers['content-disposition']]).toEqual([200, name])
    }
    expect((await shop.visitor().open(`/orders/${code}/vietqr-1.png`)).status).toBe(404)
    expect((await buyer.open(`/orders/${code}/vietqr-2.png`)).status).toBe(404)
  })

  it('gives goods back within the time, and follows the answer on the order’s page', async () => {
    const buyer = await buy('CF-500', 2)
    await buyer.press('[value=update]', { province: '66' })
    await buyer.press('.place', DETAILS)
    const code = codeOf(buyer.path)
    expect(buyer.$('a[href*="/return"]')).toHaveLength(0)
    for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
      await shop.catalog.advanceOrder(code, 'ea-tu', step, undefined, {
        parcel: step === 'shipped' ? { carrier: 'Viettel Post', trackingNumber: 'VTP1' } : undefined,
      })
    await buyer.open(`/orders/${code}`)
    expect(buyer.text('.order-share')).toMatch(/Đơn vị giao: Viettel Post · Mã vận đơn VTP1/)
    expect(buyer.text('.order-share')).toContain('Trả hàng được đến hết 29/11/2026')
    await buyer.follow('a[href*="/return"]')
    await buyer.press('main .button--primary', { 'quantity-0': '3' })
    expect(buyer.status).toBe(422)
    expect(buyer.text('.error-summary')).toMatch(/từ 0 đến 2.*Hãy chọn lý do/)
    await buyer.press('main .button--primary', { 'quantity-0': '1', reason: 'damaged', words: 'Gói rách <b>' })
    expect(buyer.text('.notice--good')).toContain('Đã gửi yêu cầu trả hàng')
    expect(buyer.text('.order-share')).toMatch(/Chờ người bán trả lời.*1 × Cà phê bột.*Gói rách <b>/s)
    await shop.catalog.returns.answer(HANH, code, 'ea-tu', 0, 'accepted')
    await shop.catalog.returns.answer(HANH, code, 'ea-tu', 0, 'refunded')
    await buyer.open(`/orders/${code}?lang=en`)
    expect(buyer.text('.order-share')).toMatch(/Return request: Refunded.*Refund 99\.000/s)
  })
})

it('codes cannot be found by trying: twenty wrong ones from one address, then no more', async () => {
  const shop = await runShop('', { catalog: await openTradingShop(), trustProxy: 1 })
  const attempt = async (from: string, voucher: string) => {
    const visitor = shop.visitor({ 'x-forwarded-for': from })
    return (await visitor.post('/checkout', { lines: 'CF-250*1', voucher, action: 'voucher' })).status
  }
  for (let number = 0; number < 20; number += 1) expect(await attempt('10.1.1.1', `SAIMA${100 + number}`)).toBe(422)
  expect(await attempt('10.1.1.1', 'HOICHO2026')).toBe(429)
  expect(await attempt('10.2.2.2', 'HOICHO2026')).toBe(200)
  await shop.stop()
})

it('a secret that anyone could guess is refused when the shop is made', async () => {
  const catalog = await openTradingShop()
  for (const bankNoticeSecret of ['short', 'change-me-change-me-change-me-change-me', 'a'.repeat(64)])
    expect(() => createStorefront({ catalog, bankNoticeSecret })).toThrow(
      'bankNoticeSecret: This must be at least 32 random characters',
    )
})

it('programs order with payment, pick-up and voucher, and get the code to pay with', async () => {
  const shop = await runShop('', { catalog: await openTradingShop() })
  const send = (body: object) =>
    request(shop.server)
      .post('/api/v1/orders')
      .set('idempotency-key', `api-key-${Math.random()}`)
      .send({ lines: [{ sku: 'CF-500', quantity: 1 }], recipient: DETAILS, ...body })
  const answer = await send({ payment: 'bankTransfer', pickUp: ['ea-tu'], voucher: 'HOICHO2026' })
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({
    total: 89_100,
    shares: [
      {
        shipping: 0,
        amount: 89_100,
        payment: { method: 'bankTransfer', status: 'due', vietQr: expect.stringMatching(/^000201/) as string },
      },
    ],
  })
  const refused = await send({ voucher: 'SAIMA999' })
  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({ errors: [{ path: 'voucher' }] })
  await shop.stop()
})
