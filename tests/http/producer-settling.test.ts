import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { openTradingShop } from '../support/trading-shop.js'
import { acceptInvitation, PRODUCER } from './signed-in.js'
import { DETAILS, MOUNTS, runShop, stockOf, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

describe.each(MOUNTS)('a producer settles returns and refunds, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let producer: Visitor
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openTradingShop() })
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
  })
  afterAll(() => shop.stop())

  const buy = async (quantity: number, payment = 'cashOnDelivery') => {
    const buyer = shop.visitor()
    await buyer.post('/checkout/now', { sku: 'CF-500', quantity: String(quantity) })
    await buyer.press('[value=update]', { province: '66' })
    await buyer.press('.place', { ...DETAILS, payment })
    const [, code = ''] = /^\/orders\/([0-9A-Z-]{11})/.exec(buyer.path) ?? []
    return { buyer, code }
  }

  /** An order of three that was delivered, of which the buyer wants to give two back. */
  const askReturn = async () => {
    const { buyer, code } = await buy(3)
    for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
      await shop.catalog.advanceOrder(code, 'ea-tu', step, undefined, {
        parcel: step === 'shipped' ? { carrier: 'Viettel Post' } : undefined,
      })
    await buyer.open(`/orders/${code}`)
    await buyer.follow('a[href*="/return"]')
    await buyer.press('main .button--primary', { 'quantity-0': '2', reason: 'damaged', words: 'Gói rách <b>' })
    return { buyer, code }
  }

  it('finds the return among its orders, accepts it, has goods back into stock, and refunds', async () => {
    const { buyer, code } = await askReturn()
    await producer.open('/producer/orders')
    expect(producer.text('#settle')).toBe('Trả hàng và hoàn tiền (1)')
    await producer.follow(`a[href$="/producer/orders/${code}"]`)
    expect(producer.text()).toMatch(/Chờ người bán trả lời.*2 × Cà phê bột.*Gói rách <b>/s)
    await producer.press('[value=accepted]')
    const before = stockOf(shop, 'CF-500') ?? 0
    await producer.press('button[value=received]', { 'returns.0.restock.0': '3' })
    expect(producer.status).toBe(422)
    expect(producer.$('[name="returns.0.restock.0"]').attr('value')).toBe('3')
    expect(stockOf(shop, 'CF-500')).toBe(before)
    await producer.press('button[value=received]', { 'returns.0.restock.0': '1' })
    expect(stockOf(shop, 'CF-500')).toBe(before + 1)
    expect(producer.text('button[value=refunded]')).toMatch(/198\.000/)
    await producer.press('button[value=refunded]', { withShipping: '1' })
    expect(producer.text()).toMatch(/Hoàn 2[12]\d\.000/)
    await buyer.open(`/orders/${code}`)
    expect(buyer.text('.order-share')).toContain('Yêu cầu trả hàng: Đã hoàn tiền')
    await producer.open('/producer/orders')
    expect(producer.$('#settle')).toHaveLength(0)
  })

  it('refuses a return with a reason, which the buyer reads', async () => {
    const { buyer, code } = await askReturn()
    await producer.open(`/producer/orders/${code}`)
    await producer.press('button[value=refused]')
    expect(producer.status).toBe(422)
    expect(producer.$('.error-summary a[href="#returns.0.reason"]')).toHaveLength(1)
    await producer.press('button[value=refused]', { 'returns.0.reason': 'Gói còn nguyên tem' })
    expect(producer.status).toBe(200)
    await buyer.open(`/orders/${code}`)
    expect(buyer.text('.order-share')).toContain('Gói còn nguyên tem')
  })

  it('reads a sum that adds up: what buying more and a voucher took off stands between the goods and the total', async () => {
    const buyer = shop.visitor()
    await buyer.post('/checkout/now', { sku: 'CF-250', quantity: '3' })
    await buyer.press('[value=update]', { province: '66' })
    await buyer.press('.place', { ...DETAILS, voucher: 'HOICHO2026' })
    const [, code = ''] = /^\/orders\/([0-9A-Z-]{11})/.exec(buyer.path) ?? []
    await producer.open(`/producer/orders/${code}`)
    const sums = producer
      .$('[aria-labelledby=goods] .row > :last-child')
      .toArray()
      .map((cell) =>
        Number(
          producer
            .$(cell)
            .text()
            .replace('−', '-')
            .replace(/[^\d-]/g, ''),
        ),
      )
    expect(sums.filter((sum) => sum < 0)).toHaveLength(2)
    expect(sums.at(-1)).toBe(sums.slice(0, -1).reduce((total, sum) => total + sum, 0))
  })

  it('sends back the money of an order that it called off, and notes the sum', async () => {
    const { buyer, code } = await buy(1, 'bankTransfer')
    await producer.open(`/producer/orders/${code}`)
    await producer.press('form[action$="/paid"] button')
    expect(producer.$('form[action$="/refunded"]')).toHaveLength(0)
    await producer.press('[value=cancelled]', { reason: 'Hết hàng' })
    await producer.open('/producer/orders')
    expect(producer.text('#settle')).toContain('(1)')
    await producer.open(`/producer/orders/${code}`)
    await producer.press('form[action$="/refunded"] button', { amount: 'nhiều' })
    expect(producer.status).toBe(422)
    expect(producer.$('#amount').attr('value')).toBe('nhiều')
    await producer.press('form[action$="/refunded"] button', { amount: '119.000', refundReason: 'FT-1' })
    expect(producer.text()).toContain('Chuyển khoản: đã hoàn tiền')
    await buyer.open(`/orders/${code}`)
    expect(buyer.text('.pay__status')).toBe('Đã hoàn tiền')
    await producer.open('/producer/orders')
    expect(producer.$('#settle')).toHaveLength(0)
  })

  it('prints no label for an order that is cancelled', async () => {
    const { code } = await buy(1)
    await producer.open(`/producer/orders/${code}`)
    expect(producer.$('a[href*="label-a6"]')).toHaveLength(1)
    await producer.press('[value=cancelled]', { reason: 'Hết hàng' })
    await producer.open(`/producer/orders/${code}`)
    expect(producer.$('a[href*="label-a6"], #print-title')).toHaveLength(0)
    await producer.open('/producer/orders?show=all')
    expect(producer.text()).toContain(code)
    expect(producer.$(`[name=code][value="${code}"]`)).toHaveLength(0)
  })

  it('hands goods to a buyer who fetches them, with no carrier and nothing on its way', async () => {
    const buyer = shop.visitor()
    await buyer.post('/checkout/now', { sku: 'CF-250', quantity: '1' })
    await buyer.press('[value=update]', { pickUp: 'ea-tu', province: '66' })
    await buyer.press('.place', { name: DETAILS.name, phone: DETAILS.phone, province: '', pickUp: 'ea-tu' })
    const [, code = ''] = /^\/orders\/([0-9A-Z-]{11})/.exec(buyer.path) ?? []
    await producer.open(`/producer/orders/${code}`)
    for (const step of ['accepted', 'packed', 'shipped', 'delivered']) {
      await producer.press(`[name=status][value=${step}]`)
      await producer.open(`/producer/orders/${code}`)
      expect(producer.text()).not.toMatch(/Đang giao|Đơn vị vận chuyển/)
    }
    expect(producer.text('.state')).toBe('Người mua đã lấy')
    expect(producer.text('#history + ol')).toContain('Chờ người mua đến lấy')
  })

  it('sees how often the number refused deliveries before it sends the next parcel', async () => {
    const refused = await buy(1)
    for (const step of ['accepted', 'packed', 'shipped'] as const)
      await shop.catalog.advanceOrder(refused.code, 'ea-tu', step, undefined, {
        parcel: step === 'shipped' ? { carrier: 'Viettel Post' } : undefined,
      })
    await producer.open(`/producer/orders/${refused.code}`)
    await producer.press('[value=returned]', { reason: 'Khách không nhận' })
    const { code } = await buy(1)
    await producer.open(`/producer/orders/${code}`)
    expect(producer.text('.notice--warn')).toContain('Số này đã 1 lần không nhận hàng')
  })

  it('cannot answer a return of another producer, nor one that is not there', async () => {
    const { code } = await askReturn()
    const other = await acceptInvitation(shop.visitor(), shop.catalog, {
      name: 'Người khác',
      phone: '0905 333 777',
      memberships: [{ front: 'producer', role: 'owner', producerId: 'go-den' as never }],
    })
    expect((await other.open(`/producer/orders/${code}`)).status).toBe(404)
    await producer.open(`/producer/orders/${code}`)
    const token = producer.$('main [name="token"]').attr('value') ?? ''
    await producer.post(`/producer/orders/${code}/returns/7`, { token, status: 'accepted' })
    expect(producer.status).toBe(404)
    await producer.post(`/producer/orders/${code}/returns/0`, { status: 'accepted' })
    expect(producer.status).toBe(403)
    const { orders } = await shop.catalog.orderDesk.list(system('test'), 'ea-tu', { limit: 1 })
    expect(orders[0]?.share.returns?.[0]?.status).toBe('requested')
  })
})
