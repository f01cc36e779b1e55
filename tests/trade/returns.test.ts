import { describe, expect, it } from 'vitest'
import { parsePeriod, type Catalog, type Order } from '../../src/index.js'
import { openShop } from '../support/shop.js'
import { aVoucher, HANH, order, refusalOf } from '../support/trade.js'

const DAY = 24 * 3600 * 1000

async function delivered(options: { voucher?: string } = {}) {
  let now = new Date('2026-11-22T05:00:00Z')
  const catalog = await openShop({ now: () => now })
  await catalog.vouchers.save(HANH, aVoucher())
  const placed = await order(catalog, { 'CF-500': 3, HONEY: 1 }, options)
  for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
    await catalog.advanceOrder(placed.code, 'ea-tu', step)
  return { catalog, placed, later: (days: number) => (now = new Date(now.getTime() + days * DAY)) }
}

const wish = (lines: Readonly<Record<string, number>>) => ({
  reason: 'damaged',
  words: 'Gói rách',
  lines: Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity })),
})

const ask = (catalog: Catalog, { code }: Order, lines: Readonly<Record<string, number>>) =>
  catalog.returns.request(code, '0905123456', 'ea-tu', wish(lines))

const figures = (catalog: Catalog) =>
  catalog.transactions({ period: parsePeriod('2026-11'), province: null, mode: 'asThen' }).total

describe('a shopper gives goods back', () => {
  it('in part: the sale of the rest stands, money goes back, and stock only by a person’s word', async () => {
    const { catalog, placed } = await delivered()
    await ask(catalog, placed, { 'CF-500': 2 })
    const answer = (status: 'accepted' | 'received' | 'refunded', details = {}) =>
      catalog.returns.answer(HANH, placed.code, 'ea-tu', 0, status, details)
    await answer('accepted')
    const stock = catalog.state.stockOf('CF-500') ?? 0
    await answer('received', { restock: [{ sku: 'CF-500', quantity: 1 }] })
    expect(catalog.state.stockOf('CF-500')).toBe(stock + 1)
    expect(figures(catalog)).toEqual({ transactions: 1, orderLines: 2, units: 4, amount: 510_000 })
    const after = await answer('refunded')
    const [share] = after.fulfillments
    expect(share).toMatchObject({ status: 'delivered', returns: [{ status: 'refunded', refund: 240_000 }] })
    expect(share?.payment).toMatchObject({ status: 'refunded' })
    expect(figures(catalog)).toEqual({ transactions: 1, orderLines: 2, units: 2, amount: 270_000 })
    expect((await catalog.recount()).differences).toEqual([])
  })

  it('bit by bit, with a voucher: the parts add up to what was paid, and nothing is left of the sale', async () => {
    const { catalog, placed } = await delivered({ voucher: 'HOICHO2026' })
    const parts = [{ 'CF-500': 1 }, { 'CF-500': 1 }, { 'CF-500': 1, HONEY: 1 }]
    let latest = placed
    for (const [index, part] of parts.entries()) {
      await ask(catalog, placed, part)
      await catalog.returns.answer(HANH, placed.code, 'ea-tu', index, 'accepted', {})
      latest = await catalog.returns.answer(HANH, placed.code, 'ea-tu', index, 'refunded', {
        withShipping: index === 2,
      })
    }
    const refunds = latest.fulfillments[0]?.returns?.map(({ refund = 0 }) => refund) ?? []
    expect(refunds.reduce((sum, refund) => sum + refund, 0)).toBe(510_000 - 51_000)
    expect(latest.fulfillments[0]?.status).toBe('returned')
    expect(figures(catalog)).toEqual({ transactions: 0, orderLines: 0, units: 0, amount: 0 })
    expect((await catalog.recount()).differences).toEqual([])
  })

  it('and gets the shipping back once, with whichever part of them', async () => {
    const catalog = await openShop()
    const placed = await order(catalog, { 'CF-500': 3 })
    for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
      await catalog.advanceOrder(placed.code, 'ea-tu', step)
    for (const index of [0, 1, 2]) {
      await ask(catalog, placed, { 'CF-500': 1 })
      await catalog.returns.answer(HANH, placed.code, 'ea-tu', index, 'accepted', {})
    }
    const refund = (index: number, withShipping: boolean) =>
      catalog.returns.answer(HANH, placed.code, 'ea-tu', index, 'refunded', { withShipping })
    await refund(2, false)
    await refund(0, true)
    expect((await refusalOf(refund(1, true))).issues).toMatchObject([{ path: 'withShipping' }])
    const [share] = (await refund(1, false)).fulfillments
    expect(share?.returns?.map((one) => one.refund)).toEqual([150_000, 120_000, 120_000])
    expect(share?.status).toBe('returned')
  })

  it('and is refused with a reason, after which the units can be asked back again', async () => {
    const { catalog, placed } = await delivered()
    await ask(catalog, placed, { 'CF-500': 3 })
    const answer = (reason?: string) => catalog.returns.answer(HANH, placed.code, 'ea-tu', 0, 'refused', { reason })
    expect((await refusalOf(answer(' '))).issues).toMatchObject([{ path: 'reason', code: 'required' }])
    expect((await refusalOf(ask(catalog, placed, { 'CF-500': 1 }))).issues).toMatchObject([
      { path: 'lines.0.quantity', code: 'tooLarge', params: { maximum: 0 } },
    ])
    await answer('Bao bì còn nguyên')
    await ask(catalog, placed, { 'CF-500': 1 })
    expect(figures(catalog).transactions).toBe(1)
  })

  it('within seven days of the delivery and not before it', async () => {
    const { catalog, placed, later } = await delivered()
    const fresh = await order(catalog, { 'CF-250': 1 })
    expect((await refusalOf(ask(catalog, fresh, { 'CF-250': 1 }))).code).toBe('NOT_ALLOWED_NOW')
    later(7)
    await ask(catalog, placed, { 'CF-500': 1 })
    later(1)
    expect((await refusalOf(ask(catalog, placed, { 'CF-500': 1 }))).code).toBe('NOT_ALLOWED_NOW')
  })

  it.each([
    ['more than were bought', { 'CF-500': 4 }],
    ['what was not bought', { 'CF-250': 1 }],
    ['less than one', { 'CF-500': 0 }],
    ['nothing', {}],
  ])('but not %s', async (_, lines) => {
    const { catalog, placed } = await delivered()
    expect((await refusalOf(ask(catalog, placed, lines))).code).toBe('INVALID_INPUT')
  })

  it('and no more comes into stock than came back', async () => {
    const { catalog, placed } = await delivered()
    await ask(catalog, placed, { 'CF-500': 1 })
    await catalog.returns.answer(HANH, placed.code, 'ea-tu', 0, 'accepted', {})
    const one = { sku: 'CF-500', quantity: 1 }
    for (const restock of [[{ ...one, quantity: 2 }], [one, one]]) {
      const received = catalog.returns.answer(HANH, placed.code, 'ea-tu', 0, 'received', { restock })
      expect((await refusalOf(received)).issues).toMatchObject([{ path: 'restock' }])
    }
  })
})
