import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spread } from '../../src/catalog/prices/spread.js'
import { amountOf, goodsOf, netAmounts, parsePeriod, totalOf, type Catalog } from '../../src/index.js'
import { buyMoreReduction } from '../../src/trade/buy-more.js'
import { vatWithin } from '../../src/trade/vat.js'
import { cart, newKey, openShop, recipient } from '../support/shop.js'
import { aVoucher, HANH, order, SHIPPING } from '../support/trade.js'

const sale = (price: number, from = '2026-11-20', until = '2026-11-25') => ({ price, from, until })
const priceIn = (catalog: Catalog, sku: string) => {
  const [line] = catalog.quote(cart([sku, 1])).shares.flatMap(({ lines }) => lines)
  return line && [line.unitPrice, line.former]
}

describe('a sale', () => {
  it('counts from its first day in Vietnam to its last, and the price before stands beside it', async () => {
    let now = new Date('2026-11-19T16:59:00Z')
    const catalog = await openShop({ now: () => now })
    await catalog.prices.change(HANH, 'CF-500', { sale: sale(90_000) })
    expect(priceIn(catalog, 'CF-500')).toEqual([120_000, null])
    now = new Date('2026-11-19T17:00:00Z')
    expect(priceIn(catalog, 'CF-500')).toEqual([90_000, 120_000])
    now = new Date('2026-11-25T16:59:00Z')
    const placed = await order(catalog, { 'CF-500': 2 })
    expect(placed.fulfillments[0]?.lines[0]).toMatchObject({ unitPrice: 90_000, formerPrice: 120_000 })
    now = new Date('2026-11-25T17:00:00Z')
    expect(priceIn(catalog, 'CF-500')).toEqual([120_000, null])
  })

  it('compares with the lowest price of the 30 days before, so raising a price first gains nothing', async () => {
    let now = new Date('2026-10-01T05:00:00Z')
    const catalog = await openShop({ now: () => now })
    now = new Date('2026-11-10T05:00:00Z')
    await catalog.prices.change(HANH, 'CF-500', { price: 200_000 })
    now = new Date('2026-11-20T05:00:00Z')
    await catalog.prices.change(HANH, 'CF-500', { sale: sale(110_000) })
    expect(priceIn(catalog, 'CF-500')).toEqual([110_000, 120_000])
    await catalog.prices.change(HANH, 'CF-500', { sale: sale(125_000) })
    expect(priceIn(catalog, 'CF-500')).toEqual([125_000, null])
    now = new Date('2027-01-15T05:00:00Z')
    await catalog.prices.change(HANH, 'CF-500', { sale: sale(125_000, '2027-01-15', '2027-01-20') })
    expect(priceIn(catalog, 'CF-500')).toEqual([125_000, 200_000])
  })

  it('remembers an earlier sale as a price that was asked', async () => {
    let now = new Date('2026-11-20T05:00:00Z')
    const catalog = await openShop({ now: () => now })
    await catalog.prices.change(HANH, 'CF-500', { sale: sale(80_000) })
    now = new Date('2026-12-01T05:00:00Z')
    await catalog.prices.change(HANH, 'CF-500', { sale: sale(100_000, '2026-12-01', '2026-12-05') })
    expect(priceIn(catalog, 'CF-500')).toEqual([100_000, null])
  })

  it('cannot be handed in with a history of its own', async () => {
    const catalog = await openShop()
    const found = catalog.state.findBySku('CF-500')
    if (!found) throw new Error('no coffee')
    const variants = found.product.variants.map((variant) => ({
      ...variant,
      pastPrices: [{ price: 999_000, until: '2026-11-21' }],
    }))
    await catalog.save({ products: [{ ...found.product, variants }] })
    expect(catalog.state.findBySku('CF-500')?.variant.pastPrices).toBeUndefined()
  })

  it('that ends before it begins is refused', async () => {
    const catalog = await openShop()
    const change = catalog.prices.change(HANH, 'CF-500', { sale: sale(90_000, '2026-11-25', '2026-11-20') })
    await expect(change).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'variants.1.sale.until' }] })
  })
})

describe('buying more', () => {
  it('takes off by the rule that takes most', () => {
    const rules = [
      { from: 3, percent: 5 },
      { from: 10, percent: 10 },
      { from: 5, amount: 10_000 },
    ]
    expect([2, 3, 5, 10].map((quantity) => buyMoreReduction(rules, 65_000, quantity))).toEqual([
      0, 9_750, 50_000, 100_000,
    ])
  })

  it('is a line of its own in quote and order, and the ledger counts what is paid', async () => {
    const catalog = await openShop()
    await catalog.prices.change(HANH, 'CF-250', { buyMore: [{ from: 3, percent: 10 }] })
    const placed = await order(catalog, { 'CF-250': 3, HONEY: 1 })
    const [share] = placed.fulfillments
    expect(share?.reductions).toEqual([{ kind: 'buyMore', sku: 'CF-250', amount: 19_500 }])
    expect(totalOf(placed)).toBe(3 * 65_000 - 19_500 + 150_000 + 30_000)
    const { total } = catalog.transactions({ period: parsePeriod('2026-11'), province: null, mode: 'asThen' })
    expect(total.amount).toBe(3 * 65_000 - 19_500 + 150_000)
    expect((await catalog.recount()).differences).toEqual([])
  })
})

describe('VAT', () => {
  it('is the part that the prices hold, after reductions, and says whether every line states its rate', async () => {
    const catalog = await openShop()
    await catalog.prices.change(HANH, 'CF-500', { vatRate: 8 })
    const coffee = await order(catalog, { 'CF-500': 1 })
    expect(vatWithin(coffee.fulfillments)).toEqual({ amount: Math.round((120_000 * 8) / 108), isWhole: true })
    const mixed = await order(catalog, { 'CF-500': 1, HONEY: 1 })
    expect(vatWithin(mixed.fulfillments)).toMatchObject({ isWhole: false })
    expect(vatWithin((await order(catalog, { HONEY: 1 })).fulfillments)).toBeNull()
  })
})

describe('sums', () => {
  it('spread over parts add up to the đồng, and no part gets more than it weighs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(10 ** 12), { minLength: 1, maxLength: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (weights, part) => {
          const whole = weights.reduce((sum, weight) => sum + weight, 0)
          const amount = Math.floor(whole * part)
          const parts = spread(amount, weights)
          expect(parts.reduce((sum, each) => sum + each, 0)).toBe(whole === 0 ? 0 : amount)
          parts.forEach((each, index) => {
            expect(each).toBeGreaterThanOrEqual(0)
            expect(each).toBeLessThanOrEqual(weights[index] ?? 0)
          })
        },
      ),
    )
  })

  it('of an order are those of its quote, never below nothing, and the shares add up to the total', async () => {
    const catalog = await openShop()
    await catalog.save({ stock: ['CF-250', 'CF-500', 'HONEY', 'SPIRIT'].map((sku) => ({ sku, quantity: 100_000 })) })
    await catalog.saleTerms.save(HANH, { id: 'ea-tu', shipping: { ...SHIPPING, freeFrom: 900_000 } })
    const skus = ['CF-250', 'CF-500', 'HONEY', 'SPIRIT'] as const
    const wish = fc.record({
      lines: fc.dictionary(fc.constantFrom(...skus), fc.integer({ min: 1, max: 20 }), {
        minKeys: 1,
        noNullPrototype: true,
      }),
      sale: fc.integer({ min: 1, max: 60_000 }),
      buyMore: fc.oneof(
        fc.record({ from: fc.integer({ min: 2, max: 9 }), percent: fc.integer({ min: 1, max: 90 }) }),
        fc.record({ from: fc.integer({ min: 2, max: 9 }), amount: fc.integer({ min: 1, max: 500_000 }) }),
      ),
      voucher: fc.oneof(
        fc.record({ percent: fc.integer({ min: 1, max: 90 }) }),
        fc.record({ amount: fc.integer({ min: 1, max: 5_000_000 }) }),
      ),
      province: fc.constantFrom('66', '01', '68'),
    })
    await fc.assert(
      fc.asyncProperty(wish, async ({ lines, sale: price, buyMore, voucher, province }) => {
        await catalog.prices.change(HANH, 'CF-250', { sale: sale(price), buyMore: [buyMore] })
        await catalog.vouchers.save(HANH, { ...aVoucher({ percent: undefined }), ...voucher })
        const goods = cart(...Object.entries(lines))
        const quote = catalog.quote(goods, { voucher: 'HOICHO2026', destination: province })
        const commune = catalog.reference.places.communesOf(province)[0]?.code
        const { order: placed } = await catalog.placeOrder({
          cart: goods,
          recipient: recipient({ province, commune, phone: `09051${String(10_000 + runs++)}` }),
          idempotencyKey: newKey(),
          adult: true,
          ...(quote.voucher ? { voucher: 'HOICHO2026' } : {}),
        })
        expect(totalOf(placed)).toBe(quote.total)
        expect(placed.fulfillments.reduce((sum, share) => sum + amountOf(share), 0)).toBe(quote.total)
        for (const share of placed.fulfillments) {
          expect(goodsOf(share)).toBeGreaterThanOrEqual(0)
          const net = netAmounts(share)
          expect(net.reduce((sum, amount) => sum + amount, 0)).toBe(goodsOf(share))
          for (const amount of net) expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
    expect((await catalog.recount()).differences).toEqual([])
  })
})

let runs = 0
