import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HANH, aVoucher } from '../support/trade.js'
import { acceptInvitation, PRODUCER } from './signed-in.js'
import { NOON, openShop } from '../support/shop.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const SAVE = 'main .button--primary'
const VOUCHER = { code: 'ea tu 2026', percent: '10', from: '2026-11-01', until: '2026-11-30', limit: '100' }

describe.each(MOUNTS)('a producer lowers its prices, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let producer: Visitor
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openShop({ now: () => NOON }) })
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
  })
  afterAll(() => shop.stop())

  it('puts a pack on sale for some days, with a step for buying more, and shoppers see both', async () => {
    await producer.open('/producer/products')
    await producer.follow('a[href$="/producer/offers"]')
    expect(producer.text()).toContain('Mật ong hoa cà phê')
    expect(producer.text()).not.toContain('Rượu đế')
    await producer.follow('a[href$="/prices/CF-500"]')
    await producer.press(SAVE, {
      'sale.price': '99.000',
      'sale.from': '2026-11-20',
      'sale.until': '2026-11-30',
      'buyMore.0.from': '3',
      'buyMore.0.percent': '10',
    })
    expect(producer.text('[role=status]')).toContain('Đã lưu')
    expect(producer.text('#prices + .rows')).toMatch(/Giá giảm 99\.000.*từ 20\/11\/2026 đến hết 30\/11\/2026.*Từ 3/s)
    const shopper = await shop.visitor().open('/products/ca-phe-bot')
    expect(shopper.text('.buy')).toMatch(/99\.000.*120\.000/s)
    expect(shopper.text('.buy')).toContain('Từ 3: giảm 10%')
  })

  it('is told what is wrong at its field, with all that was typed kept and nothing changed', async () => {
    await producer.open('/producer/offers/prices/CF-500')
    await producer.press(SAVE, { 'sale.price': '130.000' })
    expect(producer.status).toBe(422)
    expect(producer.text('.error-summary')).toContain('Giá giảm, đồng')
    await producer.press(SAVE, { 'sale.price': '90000', 'sale.until': '2026-11-01', 'buyMore.0.amount': '5k' })
    expect(producer.status).toBe(422)
    expect(producer.$('.error-summary a[href="#sale.until"]')).toHaveLength(1)
    expect(producer.$('.error-summary a[href="#buyMore.0.percent"]')).toHaveLength(1)
    expect(producer.$('[name="buyMore.0.amount"]').attr('value')).toBe('5k')
    expect(shop.catalog.state.findBySku('CF-500')?.variant.sale?.price).toBe(99_000)
  })

  it('ends the sale by emptying it', async () => {
    await producer.open('/producer/offers/prices/CF-500')
    await producer.press(SAVE, { 'sale.price': '', 'sale.from': '', 'sale.until': '' })
    const variant = shop.catalog.state.findBySku('CF-500')?.variant
    expect([variant?.sale, variant?.buyMore?.length]).toEqual([undefined, 1])
  })

  it('makes a voucher for its own goods, which a shopper uses, and stops it', async () => {
    await producer.open('/producer/offers/vouchers/new')
    await producer.press(SAVE, { ...VOUCHER, amount: '5.000' })
    expect(producer.status).toBe(422)
    expect(producer.text('.error-summary')).toContain('Giảm, %')
    expect(producer.$('#code').attr('value')).toBe('ea tu 2026')
    await producer.press(SAVE, { ...VOUCHER, amount: '' })
    expect(producer.text()).toMatch(/EATU2026.*01\/11\/2026 đến 30\/11\/2026 · Đã dùng 0\/100.*−10%/s)
    const shopper = shop.visitor()
    await shopper.post('/checkout/now', { sku: 'HONEY', quantity: '1' })
    await shopper.press('[value=voucher]', { voucher: 'EATU2026', province: '66' })
    expect(shopper.text('#goods')).toMatch(/Mã giảm giá EATU2026.*−15\.000/s)
    await producer.follow('a[href*="/vouchers/"]:not([href$="/new"])')
    await producer.press('[value=withdrawn]')
    expect(producer.text()).toContain('đã dừng')
    await shopper.press('[value=voucher]', { voucher: 'EATU2026' })
    expect(shopper.status).toBe(422)
  })

  it('reaches neither the goods nor the vouchers of others, and takes no code that is used', async () => {
    await shop.catalog.vouchers.save(HANH, aVoucher())
    expect((await producer.open('/producer/offers/vouchers/hoi-cho')).status).toBe(404)
    expect((await producer.open('/producer/offers/prices/SPIRIT')).status).toBe(404)
    await producer.open('/producer/offers/vouchers/new')
    await producer.press(SAVE, { ...VOUCHER, code: 'HOICHO2026' })
    expect(producer.status).toBe(409)
    expect(producer.text('.error-summary')).toContain('đã có rồi')
  })

  it('staff change prices and see no vouchers', async () => {
    const staff = await acceptInvitation(shop.visitor(), shop.catalog, {
      name: 'Lê Văn Nhân',
      phone: '0905 333 555',
      memberships: [{ front: 'producer', role: 'staff', producerId: 'ea-tu' as never }],
    })
    await staff.open('/producer/offers?lang=en')
    expect([staff.status, staff.$('#vouchers').length, staff.text('h1')]).toEqual([200, 0, 'Offers'])
    expect((await staff.open('/producer/offers/vouchers/new')).status).toBe(403)
  })
})
