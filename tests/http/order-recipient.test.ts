import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { NOON, openShop } from '../support/shop.js'
import { acceptInvitation, PRODUCER } from './signed-in.js'
import { DETAILS, MOUNTS, order, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const SAVE = 'form[action$="/recipient"] button'

describe('a producer whose part of an order was cancelled', () => {
  const DAY = 24 * 3_600_000
  const ALL = /Nguyễn Thị Hoa.*0905 123 456.*12 Lê Duẩn/s
  let now = NOON
  let shop: RunningShop
  let [coffee, spirit]: Visitor[] = []
  const asShown = async (producer: Visitor | undefined, code: string): Promise<string> => {
    await producer?.open(`/producer/orders/${code}`)
    return producer?.text('[aria-labelledby=buyer]') ?? ''
  }
  const orderOfTwo = async (payment?: 'bankTransfer'): Promise<string> => {
    const cart = new Map([
      ['CF-250', 1],
      ['SPIRIT', 1],
    ])
    const recipient = { ...DETAILS, note: 'Cổng màu xanh' }
    const idempotencyKey = `order-${payment ?? 'cash'}-of-two`
    const { order } = await shop.catalog.placeOrder({
      cart,
      recipient,
      adult: true,
      idempotencyKey,
      ...(payment ? { payment } : {}),
    })
    return order.code
  }
  beforeAll(async () => {
    shop = await runShop('', { catalog: await openShop({ now: () => now }) })
    const goDen = [{ front: 'producer', role: 'owner', producerId: 'go-den' as never }] as const
    coffee = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    spirit = await acceptInvitation(shop.visitor(), shop.catalog, {
      name: 'Nguyễn Văn Sáu',
      phone: '0905 333 777',
      memberships: goDen,
    })
  })
  afterAll(() => shop.stop())

  it('sees no address at once and no number a week later, while the other producer sees what it sends by', async () => {
    const code = await orderOfTwo()
    expect(await asShown(coffee, code)).toMatch(ALL)
    await shop.catalog.advanceOrder(code, 'ea-tu', 'cancelled', 'Hết hàng')
    expect(await asShown(coffee, code)).toMatch(/Nguyễn Thị Hoa.*Gọi 0905 123 456.*không còn địa chỉ/s)
    expect(coffee?.text('main')).not.toMatch(/Lê Duẩn|Cổng màu xanh|Trả tiền khi nhận/)
    now = new Date(now.getTime() + 7 * DAY)
    expect(await asShown(coffee, code)).toContain('0905 123 456')
    now = new Date(now.getTime() + DAY)
    for (const page of [`/producer/orders/${code}`, '/producer/orders?show=all']) {
      await coffee?.open(page)
      expect(coffee?.text('main')).toContain('Hoa N.')
      expect(coffee?.$.html()).not.toMatch(/Nguyễn Thị|905123456|0905 123|href="tel:"/)
    }
    expect(await asShown(spirit, code)).toMatch(ALL)
    const { order } = await shop.catalog.orderDesk.get(system('test'), 'ea-tu', code)
    expect(order.recipient).toEqual({ name: 'Hoa N.', phone: '' })
  })

  it('whose goods are fetched sees no address of what another was to send, and corrects the name without it', async () => {
    await shop.catalog.saleTerms.save(system('test'), { id: 'ea-tu', pickUp: { address: '12 Lê Duẩn' } })
    const cart = new Map([
      ['CF-250', 1],
      ['SPIRIT', 1],
    ])
    const recipient = { ...DETAILS, street: '7 Trần Phú' }
    const idempotencyKey = 'fetched-and-sent'
    const placed = await shop.catalog.placeOrder({ cart, recipient, adult: true, idempotencyKey, pickUp: ['ea-tu'] })
    const { code } = placed.order
    expect(await asShown(spirit, code)).toContain('7 Trần Phú')
    await shop.catalog.advanceOrder(code, 'go-den', 'cancelled', 'Hết hàng')
    expect(await asShown(coffee, code)).toMatch(/Nguyễn Thị Hoa.*0905 123 456/s)
    expect(coffee?.$.html()).not.toContain('Trần Phú')
    await coffee?.press(SAVE, { name: 'Nguyễn Thị Hòa' })
    expect(await asShown(coffee, code)).toContain('Nguyễn Thị Hòa')
    const kept = await shop.catalog.findOrder(code, DETAILS.phone)
    expect(kept?.recipient).toMatchObject({ name: 'Nguyễn Thị Hòa', street: '7 Trần Phú' })
  })

  it('keeps the number while money that came has to go back', async () => {
    const account = { bin: '970436', number: '0011001932418', holder: 'HTX EA TU' }
    for (const id of ['ea-tu', 'go-den'])
      await shop.catalog.saleTerms.save(system('test'), { id, bankAccount: account })
    const code = await orderOfTwo('bankTransfer')
    await shop.catalog.payments.confirm(system('test'), code, 'ea-tu', {})
    await shop.catalog.advanceOrder(code, 'ea-tu', 'cancelled', 'Hết hàng')
    now = new Date(now.getTime() + 10 * DAY)
    expect(await asShown(coffee, code)).toMatch(/Nguyễn Thị Hoa.*0905 123 456/s)
    await coffee?.press('form[action$="/refunded"] button', { refundReason: 'Hết hàng' })
    expect(await asShown(coffee, code)).not.toContain('0905')
  })
})

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

describe.each(MOUNTS)('a buyer who mistyped the recipient, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let buyer: Visitor
  let producer: Visitor
  let code: string
  const told: unknown[] = []
  const MENDED = { name: 'Nguyễn Thị Hòa', commune: '24163', street: '21 Lê Duẩn', note: 'Gọi trước khi giao' }
  beforeAll(async () => {
    shop = await runShop(mount)
    buyer = shop.visitor()
    code = await order(buyer)
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    shop.catalog.events.on('order.changed', (event) => void told.push(event.data))
  })
  afterAll(() => shop.stop())

  it('corrects it on the page of the order; the producer sees it and when, no number and no sum moves', async () => {
    await buyer.open(`/orders/${code}`)
    const total = buyer.text('.sums__total.price')
    expect([buyer.$(SAVE).length, buyer.$('main #phone, main #province').length]).toEqual([1, 0])
    await buyer.press(SAVE, { name: '', commune: '27694', note: 'Cổng xanh' })
    expect([buyer.status, buyer.text('title'), buyer.$('details[open] #note').text()]).toEqual([
      422,
      expect.stringMatching(/^Lỗi/),
      'Cổng xanh',
    ])
    expect(buyer.text('#name-error')).not.toBe('')
    await buyer.press(SAVE, { ...MENDED, commune: '27694' })
    expect([buyer.status, buyer.text('#commune-error')]).toEqual([422, expect.stringContaining('đặt lại')])
    await buyer.press(SAVE, MENDED)
    expect([buyer.status, buyer.text('[role=status]')]).toEqual([200, expect.stringContaining('Đã sửa người nhận')])
    expect(buyer.text('[aria-labelledby=deliver]')).toMatch(/Hòa.*0905 123 456.*21 Lê Duẩn.*Gọi trước khi giao/s)
    expect(buyer.text('.sums__total.price')).toBe(total)
    await producer.open(`/producer/orders/${code}`)
    expect(producer.text('[aria-labelledby=buyer]')).toMatch(
      /Hòa.*0905 123 456.*21 Lê Duẩn.*Gọi trước khi giao.*Người mua đã sửa người nhận lúc \d/s,
    )
    await buyer.press(SAVE, { note: '' })
    expect(buyer.text('[aria-labelledby=deliver]')).not.toContain('Gọi trước khi giao')
  })

  it('tells the producer’s programs, and the trail who did it and what changed, not what it says', async () => {
    await expect.poll(() => told).toHaveLength(2)
    expect(told[0]).toMatchObject({ orderCode: code, producerId: 'ea-tu', status: 'placed' })
    const { entries } = await shop.catalog.audit.search(system('test'), { action: 'orders.correct' }, { limit: 9 })
    expect(entries.map(({ actor, after, subject }) => [actor, after, subject.id])).toEqual([
      [{ name: 'shopper' }, { changed: 'note' }, code],
      [{ name: 'shopper' }, { changed: 'name, place, street, note' }, code],
    ])
    expect(JSON.stringify(entries)).not.toMatch(/Hòa|0905|Lê Duẩn|Gọi trước/)
  })

  it('cannot where the number is not the order’s, be it guessed or sent along', async () => {
    const stranger = shop.visitor()
    await stranger.open('/orders')
    await stranger.press('main .button--primary', { code, phone: '0905 123 457' })
    await stranger.post(`/orders/${code}/recipient`, { ...MENDED, phone: DETAILS.phone, name: 'Kẻ lạ' })
    expect(stranger.text('main')).not.toMatch(/Kẻ lạ|Lê Duẩn/)
    await expect(shop.catalog.correctOwnRecipient(code, '0905 123 457', MENDED)).rejects.toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    )
    await buyer.open(`/orders/${code}`)
    await buyer.press(SAVE, { ...MENDED, phone: '0905 123 457', province: '79' })
    expect(buyer.text('[aria-labelledby=deliver]')).toMatch(/Hòa.*0905 123 456/s)
    expect(buyer.text('[aria-labelledby=deliver]')).not.toContain('Kẻ lạ')
  })

  it('no longer once a producer has accepted, and is told to call', async () => {
    await shop.catalog.advanceOrder(code, 'ea-tu', 'accepted')
    await buyer.press(SAVE, { ...MENDED, street: '99 Phan Chu Trinh' })
    expect([buyer.status, buyer.text('[role=status]')]).toEqual([409, expect.stringContaining('Hãy gọi cho người bán')])
    expect([buyer.$(SAVE).length, buyer.text('main').includes('99 Phan')]).toEqual([0, false])
  })
})
