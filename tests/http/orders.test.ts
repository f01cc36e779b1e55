import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePeriod } from '../../src/index.js'
import { DETAILS, MOUNTS, order, runShop, type RunningShop } from './trade-shop.js'

describe.each(MOUNTS)('an order after it was placed, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop(mount, { owner: { name: 'Sở Công Thương', phone: '0262 3852 999' } })
  })
  afterAll(() => shop.stop())

  it('can be opened again on the device that placed it, and nowhere else without the phone number', async () => {
    const buyer = shop.visitor()
    const code = await order(buyer)
    await buyer.open(`/orders/${code}`)
    expect(buyer.text('h1')).toBe(`Đơn hàng ${code}`)
    expect(buyer.response.headers['cache-control']).toBe('no-store')
    expect(buyer.$('meta[name=robots]').attr('content')).toBe('noindex')

    const stranger = await shop.visitor().open(`/orders/${code}`)
    expect(stranger.status).toBe(200)
    expect(stranger.text()).not.toContain('Nguyễn Thị Hoa')
    expect(stranger.$('#code').val()).toBe(code)
  })

  it('keeps personal data out of addresses, and the phone in a cookie that only the order pages get', async () => {
    const buyer = shop.visitor()
    const code = await order(buyer)
    expect(buyer.path).toBe(`/orders/${code}?placed=1`)
    expect(buyer.sentCookies).toContain(`order-${code}=84905123456`)
    await buyer.open('/cart')
    expect(buyer.sentCookies).not.toContain('84905123456')
  })

  it('is found by code and phone, the code typed any way', async () => {
    const code = await order(shop.visitor())
    const sloppy = code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    const visitor = await shop.visitor().open('/orders')
    await visitor.press('main .button--primary', { code: ` ${sloppy} `, phone: '+84 905.123.456' })
    expect(visitor.path).toBe(`/orders/${code}`)
    expect(visitor.text()).toContain('Nguyễn Thị Hoa')
    expect(visitor.text('.order-share')).toContain('Cà phê bột – 250 g')
  })

  it('says at the field what a look-up lacks, and keeps what was typed', async () => {
    const visitor = await shop.visitor().open('/orders')
    await visitor.press('main .button--primary', { code: '', phone: '' })
    expect(visitor.text('.error-summary')).toMatch(/Hãy điền mã đơn\. Hãy điền số điện thoại\./)
    await visitor.press('main .button--primary', { code: '7K2', phone: '12ab' })
    expect(visitor.title).toMatch(/^Lỗi: Tra cứu đơn hàng/)
    expect(visitor.text('#code-error')).toBe('Mã đơn có đúng mười chữ và số, ví dụ 7K2M9-QX4TB.')
    expect(visitor.text('#phone-error')).toBe('Hãy điền số điện thoại Việt Nam, ví dụ 0905 123 456.')
    expect([visitor.$('#code').val(), visitor.$('#phone').val()]).toEqual(['7K2', '12ab'])
    expect(visitor.$('#phone').attr('aria-describedby')).toBe('phone-error')
  })

  it('answers an unknown code and a wrong phone alike', async () => {
    const code = await order(shop.visitor())
    const ask = async (fields: { code: string; phone: string }) => {
      const visitor = await shop.visitor().open('/orders')
      await visitor.press('main .button--primary', fields)
      visitor.$('input').remove()
      return { status: visitor.status, words: visitor.text() }
    }
    const wrongPhone = await ask({ code, phone: '0912 000 000' })
    const unknownCode = await ask({ code: 'ZZZZZ-ZZZZZ', phone: '0912 000 000' })
    expect(wrongPhone).toEqual(unknownCode)
    expect(wrongPhone.status).toBe(404)
    expect(wrongPhone.words).toContain('Không có đơn nào với mã và số điện thoại này')
  })

  it('does not open by a cookie with another phone number', async () => {
    const code = await order(shop.visitor())
    const forger = shop.visitor()
    forger.setCookie(`order-${code}`, '84912000000', `${mount}/orders`)
    await forger.open(`/orders/${code}`)
    expect(forger.status).toBe(404)
    expect(forger.text()).not.toContain('Nguyễn')
    await forger.post(`/orders/${code}/cancel`, {})
    expect((await shop.catalog.findOrder(code, DETAILS.phone))?.fulfillments[0]?.status).toBe('placed')
  })

  it('shows how far it is, what comes next, and whom to call', async () => {
    const buyer = shop.visitor()
    const code = await order(buyer)
    await shop.catalog.advanceOrder(code, 'ea-tu', 'accepted')
    await shop.catalog.advanceOrder(code, 'ea-tu', 'packed')
    await shop.catalog.advanceOrder(code, 'ea-tu', 'shipped')
    await buyer.open(`/orders/${code}`)
    expect(buyer.text('.steps')).toMatch(
      /Đã đặt 22\/11\/2026.*Đã xác nhận 22\/11\/2026.*Đã gói.*Đang giao.*Đã giao chưa tới/,
    )
    expect(buyer.$('.steps [aria-current=step]').text()).toContain('Đang giao')
    expect(buyer.text()).toContain('Hàng đang trên đường')
    expect(buyer.$('main a[href="tel:+842623852852"]')).toHaveLength(1)
    expect(buyer.$('main a[href^="tel:02623852999"]')).toHaveLength(1)
    await buyer.open(`/orders/${code}?lang=en`)
    expect(buyer.text('.steps')).toMatch(/Placed.*Accepted.*Packed.*On its way.*Delivered/)
    expect(buyer.text()).toContain('The producer names the day')
    await shop.catalog.advanceOrder(code, 'ea-tu', 'delivered')
    await buyer.open(`/orders/${code}?lang=en`)
    expect(buyer.text()).not.toContain('The producer names the day')
  })

  it('can be cancelled before a producer accepts it: stock comes back and the transaction is voided', async () => {
    const count = () =>
      shop.catalog.transactions({ period: parsePeriod('2026-11'), province: null, mode: 'asThen' }).total
    const before = count()
    const buyer = shop.visitor()
    const code = await order(buyer)
    await buyer.open(`/orders/${code}`)
    await buyer.follow('.button--danger')
    expect(buyer.text('h1')).toBe(`Hủy đơn ${code}?`)
    await buyer.press('main .button--danger', { reason: 'Đặt nhầm' })
    expect(buyer.path).toBe(`/orders/${code}?cancelled=1`)
    expect(buyer.text('.notice')).toContain('Đã hủy')
    expect(buyer.text('.steps')).toContain('Lý do: Đặt nhầm')
    expect(buyer.text('.pay').trim()).toBe('Không phải trả')
    expect(buyer.$('a[href$="/cancel"]')).toHaveLength(0)
    expect(count()).toEqual(before)
    await expect(shop.catalog.recount()).resolves.toMatchObject({ differences: [] })
  })

  it('cannot be cancelled once it is accepted, and says whom to call', async () => {
    const buyer = shop.visitor()
    const code = await order(buyer)
    await buyer.open(`/orders/${code}/cancel`)
    await shop.catalog.advanceOrder(code, 'ea-tu', 'accepted')
    await buyer.press('main .button--danger')
    expect(buyer.status).toBe(409)
    expect(buyer.text('.notice--bad')).toContain('Hãy gọi cho người bán')
    await buyer.open(`/orders/${code}/cancel`)
    expect(buyer.path).toBe(`/orders/${code}`)
  })

  it('cancels only what is not accepted yet when several producers share it', async () => {
    const buyer = shop.visitor()
    buyer.setCookie('cart', 'CF-250*1.SPIRIT*1')
    await buyer.open('/checkout')
    await buyer.press('.place', { ...DETAILS, adult: '1' })
    const code = buyer.path.slice('/orders/'.length, '/orders/'.length + 11)
    await shop.catalog.advanceOrder(code, 'ea-tu', 'accepted')
    await buyer.open(`/orders/${code}/cancel`)
    expect(buyer.text()).toContain('Chỉ phần chưa được xác nhận sẽ hủy')
    // The order's page says so too: it is that part which is cancelled, not the order.
    await buyer.open(`/orders/${code}`)
    expect(buyer.$('.button--danger')).toHaveLength(0)
    await buyer.follow('.order-share:nth-of-type(2) a[href$="/cancel?part=2"]')
    await buyer.press('main .button--danger')
    expect(
      buyer
        .$('.status')
        .toArray()
        .map((status) => buyer.$(status).text().replace(/\s+/gu, ' ').trim()),
    ).toEqual(['Tình trạng: Đã xác nhận', 'Tình trạng: Đã hủy'])
    expect(buyer.text('.sums__total.price')).toMatch(/^95\.000/)
  })

  it('cancels one producer’s part alone while the others wait, chosen on the order’s page', async () => {
    const buyer = shop.visitor()
    buyer.setCookie('cart', 'CF-250*1.SPIRIT*1')
    await buyer.open('/checkout')
    await buyer.press('.place', { ...DETAILS, adult: '1' })
    const code = buyer.path.slice('/orders/'.length, '/orders/'.length + 11)
    await buyer.follow('a[href$="/cancel?part=2"]')
    const ticked = () =>
      buyer
        .$('[name=part][checked]')
        .toArray()
        .map((box) => buyer.$(box).attr('value'))
    expect(ticked()).toEqual(['2'])
    await buyer.post(`/orders/${code}/cancel`, { choose: '1', reason: 'Nhầm' })
    expect(buyer.status).toBe(422)
    expect(buyer.text('.error-summary')).toContain('ít nhất một phần')
    expect(buyer.$('#reason').attr('value')).toBe('Nhầm')
    // A part that the order does not have is none, and nobody is told that anything was cancelled.
    for (const part of ['9', '0', '-1', 'x']) {
      await buyer.post(`/orders/${code}/cancel`, { part })
      expect([buyer.status, buyer.path]).toEqual([422, `/orders/${code}/cancel`])
    }
    await buyer.open(`/orders/${code}/cancel?part=2`)
    await buyer.press('main .button--danger')
    expect(buyer.path).toBe(`/orders/${code}?cancelled=1`)
    expect(buyer.text('.order-share:nth-of-type(2) .status')).toContain('Đã hủy')
    expect(buyer.text('.sums__total.price')).toMatch(/^95\.000/)
    // What is left can still be cancelled, and is all there is to choose.
    expect(buyer.$('a[href*="part="]')).toHaveLength(0)
    await buyer.follow('.button--danger')
    expect(buyer.$('[name=part]')).toHaveLength(0)
  })

  it('refuses a reason that is too long or holds hidden characters', async () => {
    const buyer = shop.visitor()
    const code = await order(buyer)
    for (const reason of ['x'.repeat(301), 'a\u0000b', 'abc\u202Edef']) {
      await buyer.open(`/orders/${code}/cancel`)
      await buyer.press('main .button--danger', { reason })
      expect(buyer.status).toBe(422)
    }
  })

  it('calls the variant in the language of the page, as long as the catalog calls it so', async () => {
    const named = await runShop(mount)
    const { product } = named.catalog.state.findBySku('HONEY') ?? {}
    const name = { vi: 'Cặp hũ', en: 'Pair of jars' }
    const variants = product?.variants.map((variant) => ({ ...variant, name }))
    await named.catalog.save({ products: [{ ...product, variants } as never] })
    const buyer = named.visitor()
    const code = await order(buyer, 'HONEY')
    await buyer.open(`/orders/${code}?lang=en`)
    expect(buyer.text('.order-share')).toMatch(/Mật ong hoa cà phê – Pair of jars/)
    await buyer.open(`/orders/${code}?lang=vi`)
    expect(buyer.text('.order-share')).toMatch(/Mật ong hoa cà phê – Cặp hũ/)
    for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
      await named.catalog.advanceOrder(code, 'ea-tu', step)
    for (const page of ['reviews/HONEY', 'return']) {
      await buyer.open(`/orders/${code}/${page}?lang=en`)
      expect(buyer.path).toContain(page)
      expect(buyer.text()).toContain('Mật ong hoa cà phê – Pair of jars')
      expect(buyer.text()).not.toContain('Cặp hũ')
      expect(buyer.title).not.toContain('Cặp hũ')
    }
    await named.stop()
  })

  it('can be ordered again in one tap', async () => {
    const buyer = shop.visitor()
    const code = await order(buyer)
    await buyer.open(`/orders/${code}`)
    await buyer.follow('.order__tools a:not(.button--danger)')
    expect(buyer.path).toBe(`/orders/${code}/again`)
    expect(buyer.text('#goods')).toContain('1 × Cà phê bột')
    await buyer.press('.place')
    expect(buyer.path).toMatch(/^\/orders\/.*placed=1/)
    expect(buyer.text('#deliver + p')).toMatch(/^Nguyễn Thị Hoa\s*0905 123 456\s*12 Lê Duẩn/)
    const stranger = await shop.visitor().open(`/orders/${code}/again`)
    expect(stranger.text()).toMatch(/^(?!.*Lê Duẩn).*hãy điền số điện thoại/)
  })

  it('is forgotten by the device in one press', async () => {
    const buyer = shop.visitor()
    const code = await order(buyer)
    await buyer.open('/orders')
    expect(buyer.text('.chip')).toBe(code)
    await buyer.press('form[action$="/orders/forget"] button')
    expect(buyer.cookieNames()).not.toContain(`order-${code}`)
    await buyer.open(`/orders/${code}`)
    expect(buyer.text()).not.toContain('Nguyễn Thị Hoa')
  })

  it('prints what people typed and never runs it', async () => {
    const hostile = ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '<%= 7*191 %>', "';alert(1)//"]
    for (const text of hostile) {
      const buyer = shop.visitor()
      await buyer.post('/checkout/now', { sku: 'CF-500', quantity: '1' })
      await buyer.press('.place', { ...DETAILS, name: text, street: text, note: text })
      expect(buyer.path).toMatch(/^\/orders\//)
      expect(buyer.text()).toContain(text)
      expect(buyer.$('main script, main img[onerror]')).toHaveLength(0)
    }
  })
})

describe('guessing orders', () => {
  it('is stopped after twenty wrong tries from one address', async () => {
    const shop = await runShop('', { trustProxy: 1 })
    const code = await order(shop.visitor({ 'x-forwarded-for': '10.1.1.1' }))
    const guess = async (from: string, phone: string) => {
      const visitor = shop.visitor({ 'x-forwarded-for': from })
      return (await visitor.post('/orders', { code, phone })).status
    }
    for (let number = 0; number < 20; number += 1)
      await guess('10.2.2.2', `0912 000 0${String(number).padStart(2, '0')}`)
    expect(await guess('10.2.2.2', DETAILS.phone)).toBe(429)
    const byCookie = shop.visitor({ 'x-forwarded-for': '10.2.2.2' })
    byCookie.setCookie(`order-${code}`, '84905123456', '/orders')
    expect((await byCookie.open(`/orders/${code}`)).status).toBe(429)
    expect(await guess('10.3.3.3', DETAILS.phone)).toBe(200)
    await shop.stop()
  })
})
