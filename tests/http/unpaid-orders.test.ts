import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import request from 'supertest'
import { NOON } from '../support/shop.js'
import { openTradingShop } from '../support/trading-shop.js'
import { acceptInvitation, PRODUCER } from './signed-in.js'
import { DETAILS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const HOUR = 3_600_000
/** 48 hours after noon on 22/11/2026. */
const TERM = '24/11/2026 12:00'

describe('a transfer that does not come', () => {
  let now = NOON
  let [shop, producer, buyer] = [null, null, null] as unknown as [RunningShop, Visitor, Visitor]
  let code = ''

  beforeAll(async () => {
    shop = await runShop('/ocop', { catalog: await openTradingShop({ now: () => now }) })
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
  })
  afterAll(() => shop.stop())

  it('has a term that the shopper reads above the button and on the order’s page, in both languages', async () => {
    buyer = shop.visitor()
    await buyer.post('/checkout/now', { sku: 'CF-500', quantity: '1' })
    await buyer.press('[value=update]', { province: '66' })
    const way = (word: string) => buyer.$(`#payment label:contains("${word}")`).text()
    expect(way('Chuyển khoản')).toContain('Trả trong 48 giờ sau khi đặt; quá hạn, đơn tự hủy.')
    expect(way('khi nhận hàng')).not.toContain('48')
    await buyer.press('.place', { ...DETAILS, payment: 'bankTransfer' })
    code = buyer.path.slice('/orders/'.length, '/orders/'.length + 11)
    expect(buyer.text('.pay')).toContain(`Trả trước ${TERM}. Quá hạn mà chưa trả, phần này tự hủy.`)
    await buyer.open(`/orders/${code}?lang=en`)
    expect(buyer.text('.pay')).toContain(`Pay before ${TERM}. If it is not paid by then, this part is cancelled.`)
    await buyer.open(`/orders/${code}?lang=vi`)
  })

  it('stands with its term in the producer’s list and on its page', async () => {
    for (const page of ['/producer/orders', `/producer/orders/${code}`]) {
      await producer.open(page)
      expect(producer.text('main')).toContain(`Chờ tiền đến ${TERM}`)
    }
  })

  it('is told to programs', async () => {
    const told = await request(shop.server).post(`/ocop/api/v1/orders/${code}/follow`).send({ phone: DETAILS.phone })
    expect(told.body).toMatchObject({
      shares: [{ payment: { payBy: new Date(NOON.getTime() + 48 * HOUR).toISOString() } }],
    })
  })

  it('is the producer’s to decide once the term is over and something was told', async () => {
    now = new Date(NOON.getTime() + 50 * HOUR)
    await producer.open('/producer/orders')
    expect(producer.text('main .notice--warn')).toContain(`Quá hạn trả tiền (${TERM})`)
  })

  it('ends: the shopper reads why and what to do with money that was sent, and nothing is left to pay', async () => {
    expect(await shop.catalog.unpaidOrders.endDue()).toBe(1)
    await buyer.open(`/orders/${code}`)
    expect(buyer.text('.order-share')).toMatch(
      /Đã hủy.*Lý do: chưa trả tiền trước hạn.*tự hủy vì chưa thấy tiền trước hạn.*hãy gọi cho người bán/s,
    )
    expect(buyer.$('.pay__qr, .pay form')).toHaveLength(0)
    expect(buyer.text('.pay')).not.toContain(TERM)
    expect(buyer.text('.pay__status')).toBe('Không phải trả')
    await buyer.open(`/orders/${code}?lang=en`)
    expect(buyer.text('.order-share')).toMatch(/Cancelled.*Reason: not paid by its term.*no money came by its term/s)
    await producer.open(`/producer/orders/${code}`)
    expect(producer.text('[aria-labelledby=history]')).toMatch(/Đã hủy.*chưa trả tiền trước hạn/s)
    expect(producer.text('main')).not.toContain('Quá hạn')
  })
})
