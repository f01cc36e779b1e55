import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { system } from '../../src/access/actor.js'
import { createCatalog, openMemoryStore } from '../../src/index.js'
import { gramsOf } from '../../src/trade/shipping-terms.js'
import { cart, NOON, openShop, recipient, stockShop } from '../support/shop.js'
import { ACCOUNT, HANH, order, refusalOf, SHIPPING } from '../support/trade.js'

const openEaTu = async (more: object = {}) => {
  const catalog = await openShop()
  await catalog.saleTerms.save(HANH, { id: 'ea-tu', shipping: SHIPPING, ...more })
  return catalog
}

describe('shipping by a producer’s own terms', () => {
  it('costs by weight and by how far it goes', async () => {
    const catalog = await openEaTu()
    const charge = (province: string, units: number) =>
      catalog.quote(cart(['CF-500', units]), { destination: province }).shipping
    expect([charge('66', 1), charge('68', 1), charge('01', 1)]).toEqual([20_000, 30_000, 40_000])
    expect([charge('66', 2), charge('66', 3), charge('66', 4), charge('66', 5)]).toEqual([
      20_000, 25_000, 25_000, 30_000,
    ])
  })

  it('is said from its least charge on until the province is known', async () => {
    const catalog = await openEaTu()
    expect(catalog.quote(cart(['CF-500', 1]))).toMatchObject({ shipping: 20_000, isShippingLeast: true })
    expect(catalog.quote(cart(['CF-500', 1]), { destination: '01' }).isShippingLeast).toBe(false)
    expect(catalog.quote(cart(['SPIRIT', 1]))).toMatchObject({ shipping: 30_000, isShippingLeast: false })
  })

  it('is free from a sum of goods on', async () => {
    const catalog = await openEaTu({ shipping: { ...SHIPPING, freeFrom: 240_000 } })
    expect(catalog.quote(cart(['CF-500', 2])).shipping).toBe(0)
    expect(catalog.quote(cart(['CF-500', 1]), { destination: '01' }).shipping).toBe(40_000)
  })

  it('weighs what a producer states, or else what the pack holds', () => {
    const pack = (quantity: number, unit: 'g' | 'kg' | 'ml' | 'l' | 'piece', count?: number) =>
      gramsOf({ packSize: { quantity, unit, ...(count ? { count } : {}) } })
    expect([pack(25, 'g', 20), pack(1.5, 'kg'), pack(500, 'ml'), pack(2, 'l'), pack(1, 'piece')]).toEqual([
      500, 1500, 500, 2000, 500,
    ])
    expect(gramsOf({ packSize: { quantity: 500, unit: 'ml' }, shippingWeight: 900 })).toBe(900)
  })
})

describe('a rule of the shop’s own', () => {
  const openWith = async (rule: () => unknown) => {
    const catalog = await createCatalog({ store: openMemoryStore(), clock: () => NOON, shipping: rule as never })
    await stockShop(catalog)
    return catalog
  }

  it('says the charge', async () => {
    const catalog = await openWith(() => 15_000)
    expect(catalog.quote(cart(['SPIRIT', 1]))).toMatchObject({ shipping: 15_000, total: 105_000 })
  })

  it.each([
    ['a text', () => '15000', '"15000"'],
    ['nothing', () => undefined, 'undefined'],
    ['half a đồng', () => 1.5, '1.5'],
    ['less than nothing', () => -1, '-1'],
    ['a promise', () => Promise.resolve(1), '[object Promise]'],
    ['a promise that fails', () => Promise.reject(new Error('no such place')), '[object Promise]'],
  ])('that answers %s is named: nobody is shown such a total', async (_, rule, given) => {
    const catalog = await openWith(rule)
    expect(() => catalog.quote(cart(['SPIRIT', 1]))).toThrow(
      `createCatalog: options to correct: 1. shipping: The function must answer at once with whole đồng from 0 up, not with ${given}.`,
    )
    expect(await refusalOf(order(catalog, { SPIRIT: 1 }))).toMatchObject({ code: 'INVALID_OPTIONS', status: 500 })
  })
})

describe('pick-up', () => {
  const PICK_UP = { address: '12 Lê Duẩn, Buôn Ma Thuột', hours: '7:00–17:00' }

  it('costs nothing and tells where', async () => {
    const catalog = await openEaTu({ pickUp: PICK_UP })
    const placed = await order(catalog, { 'CF-500': 1, SPIRIT: 1 }, { pickUp: ['ea-tu'] })
    expect(placed.fulfillments.map(({ shipping, pickUp }) => [shipping, pickUp])).toEqual([
      [0, PICK_UP],
      [30_000, undefined],
    ])
  })

  it('needs no address where everything is fetched, and all of it where something is delivered', async () => {
    const catalog = await openEaTu({ pickUp: PICK_UP })
    const fetcher = { name: 'Nguyễn Thị Hoa', phone: '0905 123 456' }
    const placed = await order(catalog, { 'CF-500': 1 }, { pickUp: ['ea-tu'], recipient: fetcher })
    expect(placed.recipient).toEqual({ name: 'Nguyễn Thị Hoa', phone: '+84905123456' })
    const mixed = order(catalog, { 'CF-500': 1, SPIRIT: 1 }, { pickUp: ['ea-tu'], recipient: fetcher })
    expect((await refusalOf(mixed)).issues.map(({ path }) => path)).toEqual(['province', 'commune', 'street'])
    const delivered = order(catalog, { 'CF-500': 1 }, { recipient: fetcher })
    expect((await refusalOf(delivered)).issues.map(({ path }) => path)).toEqual(['province', 'commune', 'street'])
  })

  it('is refused where nobody offers it', async () => {
    const error = await refusalOf(order(await openEaTu(), { 'CF-500': 1 }, { pickUp: ['ea-tu'] }))
    expect(error.issues).toMatchObject([{ path: 'pickUp' }])
  })
})

describe('an order for cash on delivery', () => {
  it('is refused to a phone that has placed too many in a day, and to no other', async () => {
    const { createCatalog } = await import('../../src/index.js')
    const { openMemoryStore } = await import('../../src/store/lowdb-store.js')
    const { stockShop } = await import('../support/shop.js')
    let now = new Date('2026-11-22T05:00:00Z')
    const catalog = await createCatalog({ store: openMemoryStore(), clock: () => now, ordersPerPhone: 2 })
    await stockShop(catalog)
    await order(catalog, { 'CF-250': 1 })
    await order(catalog, { 'CF-250': 1 })
    expect((await refusalOf(order(catalog, { 'CF-250': 1 }))).code).toBe('TOO_MANY_ORDERS')
    await order(catalog, { 'CF-250': 1 }, { recipient: recipient({ phone: '0912 345 678' }) })
    now = new Date('2026-11-23T05:00:01Z')
    await order(catalog, { 'CF-250': 1 })
  })

  it('counts though others paid by transfer come between, and where one of two producers is paid at the door', async () => {
    const catalog = await createCatalog({ store: openMemoryStore(), ordersPerPhone: 2 })
    await stockShop(catalog)
    await catalog.saleTerms.save(HANH, { id: 'ea-tu', bankAccount: ACCOUNT })
    const transfer = { payment: 'bankTransfer' }
    await order(catalog, { 'CF-250': 1 })
    // Gò Đen takes no transfers, so its share of this one is paid at the door.
    await order(catalog, { 'CF-250': 1, SPIRIT: 1 }, transfer)
    for (let n = 0; n < 3; n += 1) await order(catalog, { 'CF-250': 1 }, transfer)
    expect((await refusalOf(order(catalog, { 'CF-250': 1 }))).code).toBe('TOO_MANY_ORDERS')
    expect((await refusalOf(order(catalog, { 'CF-250': 1, SPIRIT: 1 }, transfer))).code).toBe('TOO_MANY_ORDERS')
    await order(catalog, { 'CF-250': 1 }, transfer)
  })

  it('that is sent 40 times at once is one order, equal for all, though its phone may place two', async () => {
    const { createCatalog } = await import('../../src/index.js')
    const { openMemoryStore } = await import('../../src/store/lowdb-store.js')
    const { stockShop } = await import('../support/shop.js')
    const catalog = await createCatalog({ store: openMemoryStore(), ordersPerPhone: 2 })
    await stockShop(catalog)
    const wanted = { recipient: recipient(), adult: false, idempotencyKey: 'sent-40-times' }
    const cart = new Map([['CF-250', 1]])
    const sent = await Promise.all(Array.from({ length: 40 }, () => catalog.placeOrder({ ...wanted, cart })))
    expect(new Set(sent.map((one) => JSON.stringify(one.order))).size).toBe(1)
    expect(sent.filter(({ created }) => created)).toHaveLength(1)
    const others = Array.from({ length: 5 }, () => catalog.placeOrder({ ...wanted, cart: new Map([['CF-250', 2]]) }))
    expect(await Promise.all(others.map((one) => refusalOf(one)))).toMatchObject(
      Array(5).fill({ code: 'IDEMPOTENCY_MISMATCH', status: 422 }),
    )
    expect(await catalog.recount()).toMatchObject({ transactions: 1, differences: [] })
  })

  it('is counted over a restart, when many are sent at once, and for the office', async () => {
    const { createCatalog } = await import('../../src/index.js')
    const { stockShop } = await import('../support/shop.js')
    const folder = await mkdtemp(join(tmpdir(), 'ocop-phone-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const before = await createCatalog({ folder, ordersPerPhone: 3 })
    await stockShop(before)
    await order(before, { 'CF-250': 1 })
    await before.close()
    const after = await createCatalog({ folder, ordersPerPhone: 3 })
    const sent = await Promise.allSettled(Array.from({ length: 8 }, () => order(after, { 'CF-250': 1 })))
    const placed = sent.filter(({ status }) => status === 'fulfilled').length
    expect(placed).toBe(2)
    expect(after.security.days(system('test'))[0]?.counts.throttled).toBe(6)
    await after.close()
  })

  it('that comes back unaccepted is counted for the phone, as a number and nothing else', async () => {
    const catalog = await openShop()
    const placed = await order(catalog, { 'CF-250': 1 })
    expect(catalog.refusedDeliveries(placed)).toBeNull()
    for (const step of ['accepted', 'packed', 'shipped', 'returned'] as const)
      await catalog.advanceOrder(placed.code, 'ea-tu', step, undefined, {
        actor: HANH,
        ...(step === 'shipped' ? { parcel: { carrier: 'Viettel Post', trackingNumber: 'VTP123' } } : {}),
      })
    expect(catalog.refusedDeliveries(await order(catalog, { 'CF-250': 1 }))).toMatchObject({ count: 1 })
    expect(JSON.stringify(catalog.state.all('deliveryRefusals'))).not.toMatch(/905123456|CF-250|Hoa/)
    const found = await catalog.findOrder(placed.code, '0905123456')
    expect(found?.fulfillments[0]?.parcel).toEqual({ carrier: 'Viettel Post', trackingNumber: 'VTP123' })
    expect(await catalog.recount()).toMatchObject({ transactions: 1, differences: [] })
  })
})
