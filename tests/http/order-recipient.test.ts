import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { acceptInvitation, PRODUCER } from './signed-in.js'
import { DETAILS, MOUNTS, order, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const SAVE = 'form[action$="/recipient"] button'

describe.each(MOUNTS)('a producer rings a buyer whose details are wrong, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let producer: Visitor
  let code: string
  const lookUp = async (phone: string): Promise<string> => {
    const shopper = shop.visitor()
    await shopper.open('/orders')
    await shopper.press('main .button--primary', { code, phone })
    return shopper.text('main')
  }
  beforeAll(async () => {
    shop = await runShop(mount)
    code = await order(shop.visitor())
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
  })
  afterAll(() => shop.stop())

  it('corrects name, phone and address; label and buyer’s look-up follow, the sum does not', async () => {
    await producer.open(`/producer/orders/${code}`)
    const total = producer.text('.rows .row:last-child')
    expect(producer.$('#name').attr('value')).toBe(DETAILS.name)
    const ofOtherProvince = { commune: '27694', phone: '12' }
    await producer.press(SAVE, ofOtherProvince)
    expect([producer.status, producer.text('#phone-error')]).toEqual([422, expect.stringContaining('0905 123 456')])
    expect(producer.$('details[open] #phone').attr('value')).toBe('12')
    await producer.press(SAVE, { ...ofOtherProvince, phone: '0905 123 457' })
    expect([producer.status, producer.text('#commune-error')]).toEqual([422, expect.stringContaining('đặt lại')])
    await producer.press(SAVE, { name: 'Nguyễn Thị Hòa', commune: '24163', street: '21 Lê Duẩn' })
    expect(producer.status).toBe(200)
    expect(producer.text('[aria-labelledby=buyer]')).toMatch(/Nguyễn Thị Hòa.*0905 123 457.*21 Lê Duẩn/s)
    expect(producer.text('.rows .row:last-child')).toBe(total)
    await producer.open(`/producer/orders/print?code=${code}&as=label-a6`)
    expect(producer.text('.label')).toMatch(/Nguyễn Thị Hòa.*21 Lê Duẩn/s)
    expect(await lookUp('0905123457')).toContain(code)
    expect(await lookUp('0905123456')).not.toContain('Lê Duẩn')
  })

  it('leaves in the trail that they changed, and nothing of what they were or are', async () => {
    const { entries } = await shop.catalog.audit.search(system('test'), { action: 'orders.correct' }, { limit: 9 })
    expect(entries).toMatchObject([
      { actor: { name: PRODUCER.name }, after: { changed: 'name, phone, place, street' }, subject: { id: code } },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/Hòa|0905|Lê Duẩn/)
  })

  it('no longer once the goods are sent, nor where another producer sells in the order too', async () => {
    const { catalog } = shop
    for (const status of ['accepted', 'packed', 'shipped'] as const)
      await catalog.advanceOrder(code, 'ea-tu', status, undefined, { parcel: { carrier: 'Bưu điện' } })
    await producer.open(`/producer/orders/${code}`)
    expect(producer.$(SAVE)).toHaveLength(0)
    const again = { name: 'Ai khác', phone: '0905 123 457', commune: '24163', street: '21 Lê Duẩn' }
    await expect(catalog.correctRecipient(code, 'ea-tu', again, system('test'))).rejects.toThrow(
      expect.objectContaining({ code: 'NOT_ALLOWED_NOW' }),
    )
    await expect(catalog.correctRecipient(code, 'go-den', again, system('test'))).rejects.toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    )
    const { order: shared } = await catalog.placeOrder({
      cart: new Map([
        ['CF-250', 1],
        ['SPIRIT', 1],
      ]),
      recipient: { ...DETAILS, phone: '0905 222 333' },
      adult: true,
      idempotencyKey: 'order-of-two-producers',
    })
    await producer.open(`/producer/orders/${shared.code}`)
    expect([producer.status, producer.$(SAVE).length]).toEqual([200, 0])
  })
})
