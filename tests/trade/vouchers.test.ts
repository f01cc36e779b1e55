import { describe, expect, it } from 'vitest'
import { issueText } from '../../src/catalog/errors.js'
import { totalOf } from '../../src/index.js'
import { cart, openShop, recipient } from '../support/shop.js'
import { aVoucher, HANH, order, phoneNumber, refusalOf } from '../support/trade.js'

const CODE = 'HOICHO2026'

async function shopWith(fields: Parameters<typeof aVoucher>[0] = {}) {
  const catalog = await openShop()
  await catalog.save({ stock: [{ sku: 'CF-250', quantity: 500 }] })
  await catalog.vouchers.save(HANH, aVoucher(fields))
  return catalog
}

describe('a voucher', () => {
  it('of the whole shop is spread over the shares, each as a line of its own', async () => {
    const catalog = await shopWith()
    const placed = await order(catalog, { 'CF-500': 1, SPIRIT: 1 }, { voucher: ' hoicho-2026 ' })
    expect(placed.fulfillments.map(({ reductions }) => reductions)).toEqual([
      [{ kind: 'voucher', code: CODE, amount: 12_000 }],
      [{ kind: 'voucher', code: CODE, amount: 9_000 }],
    ])
    expect(totalOf(placed)).toBe(210_000 - 21_000 + 2 * 30_000)
  })

  it('of one producer leaves the goods of others alone', async () => {
    const catalog = await shopWith({ producerId: 'go-den', percent: undefined, amount: 50_000 })
    const { shares, reduction } = catalog.quote(cart(['CF-500', 1], ['SPIRIT', 1]), { voucher: CODE })
    expect([reduction, shares[0]?.reductions]).toEqual([50_000, []])
    expect(catalog.quote(cart(['CF-500', 1]), { voucher: CODE }).voucher).toBeNull()
  })

  it('takes no more off than its most, and no more than the goods', async () => {
    const capped = await shopWith({ percent: 50, most: 20_000 })
    expect(capped.quote(cart(['CF-500', 1]), { voucher: CODE }).reduction).toBe(20_000)
    const large = await shopWith({ percent: undefined, amount: 9_000_000 })
    const { total, shipping } = large.quote(cart(['CF-500', 1]), { voucher: CODE })
    expect(total).toBe(shipping)
  })

  it.each([
    ['is not known', {}, 'HOICHO2027'],
    ['has not begun', { from: '2026-11-23' }, CODE],
    ['is over', { from: '2026-10-01', until: '2026-11-21' }, CODE],
    ['is withdrawn', { status: 'withdrawn' as const }, CODE],
    ['asks for a larger order', { minimum: 120_001 }, CODE],
    ['is another producer’s', { producerId: 'go-den' }, CODE],
    ['is no code at all', {}, '<script>'],
  ])('that %s is refused with the same words as any other', async (_, fields, code) => {
    const error = await refusalOf(order(await shopWith(fields), { 'CF-500': 1 }, { voucher: code }))
    expect(error.issues).toEqual([{ path: 'voucher', code: 'voucherNotUsable', params: {} }])
  })

  it('is used once by a phone, however it is spelt, and again after a cancellation', async () => {
    const catalog = await shopWith()
    const first = await order(catalog, { 'CF-250': 1 }, { voucher: CODE })
    const again = (phone: string) => order(catalog, { 'CF-250': 1 }, { voucher: CODE, recipient: recipient({ phone }) })
    expect((await refusalOf(again('+84 905.123.456'))).issues[0]?.code).toBe('voucherNotUsable')
    expect(catalog.quote(cart(['CF-250', 1]), { voucher: CODE, phone: '0905123456' }).voucher).toBeNull()
    await catalog.cancelOrder(first.code, '0905 123 456')
    expect(catalog.vouchers.list()[0]?.uses).toBe(0)
    await again('+84 905.123.456')
    expect(catalog.vouchers.list()[0]?.uses).toBe(1)
  })

  it('asks for its minimum of what is left when parts of the order are cancelled; all of it may always be', async () => {
    const catalog = await shopWith({ minimum: 200_000 })
    const placed = await order(catalog, { 'CF-500': 1, SPIRIT: 1 }, { voucher: CODE })
    const cancel = (...producers: string[]) => catalog.cancelOrder(placed.code, '0905123456', undefined, producers)
    const error = await refusalOf(cancel('go-den'))
    const [issue] = error.issues
    expect(issue?.path).toBe('producerIds')
    const nobody = await refusalOf(cancel())
    expect(nobody.issues).toEqual([{ path: 'producerIds', code: 'tooFew', params: { minimum: 1 } }])
    expect(issue && issueText(issue, 'vi')).toMatch(/HOICHO2026 cần tiền hàng từ 200\.000.*hủy tất cả rồi đặt lại/)
    await cancel('ea-tu', 'go-den')
    expect(catalog.vouchers.list()[0]?.uses).toBe(0)

    const enough = await order(catalog, { 'CF-500': 2, SPIRIT: 1 }, { voucher: CODE })
    const left = await catalog.cancelOrder(enough.code, '0905123456', undefined, ['go-den'])
    expect(totalOf(left)).toBe(240_000 - 24_000 + 30_000)
    expect(catalog.vouchers.list()[0]?.uses).toBe(1)
  })

  it('goes with the order to the number that its producer corrects, and is free for the number that was mistyped', async () => {
    const catalog = await shopWith()
    const [mistyped, own] = [phoneNumber(1), phoneNumber(2)]
    const withVoucher = (phone: string) =>
      order(catalog, { 'CF-250': 1 }, { voucher: CODE, recipient: recipient({ phone }) })
    const { code, recipient: before } = await withVoucher(mistyped)
    const correct = (phone: string) =>
      catalog.correctRecipient(
        code,
        'ea-tu',
        { name: before.name, phone, commune: before.place?.commune, street: before.street },
        HANH,
      )
    await correct(own)
    expect((await refusalOf(withVoucher(own))).issues[0]?.code).toBe('voucherNotUsable')
    expect((await withVoucher(mistyped)).voucherUseId).toBeDefined()
    expect(catalog.vouchers.list()[0]?.uses).toBe(2)
    // A number that has used it already has used it once, and the order keeps what it was promised.
    expect((await correct(mistyped)).fulfillments[0]?.reductions).toHaveLength(1)
    expect((await refusalOf(withVoucher(own))).issues[0]?.code).toBe('voucherNotUsable')
  })

  it('is kept as long as a part that it lowered is not cancelled', async () => {
    const catalog = await shopWith()
    const placed = await order(catalog, { 'CF-250': 1, SPIRIT: 1 }, { voucher: CODE })
    await catalog.advanceOrder(placed.code, 'ea-tu', 'accepted')
    await catalog.cancelOrder(placed.code, '0905 123 456')
    expect(catalog.vouchers.list()[0]?.uses).toBe(1)
    await catalog.advanceOrder(placed.code, 'ea-tu', 'cancelled', 'hết hàng')
    expect(catalog.vouchers.list()[0]?.uses).toBe(0)
  })

  it('with ten uses is used by exactly ten of fifty who order at once, and one phone gets one', async () => {
    const catalog = await shopWith({ limit: 10 })
    const wishes = Array.from({ length: 50 }, (_, index) =>
      order(catalog, { 'CF-250': 1 }, { voucher: CODE, recipient: recipient({ phone: phoneNumber(index) }) }),
    )
    const outcomes = await Promise.allSettled(wishes)
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused).toHaveLength(40)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'INVALID_INPUT' })
    expect(catalog.vouchers.list()[0]?.uses).toBe(10)

    const eager = await shopWith()
    const same = await Promise.allSettled([1, 2, 3, 4, 5].map(() => order(eager, { 'CF-250': 1 }, { voucher: CODE })))
    expect(same.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('has a code of its own, and who changed it is on record', async () => {
    const catalog = await shopWith()
    const error = await refusalOf(catalog.vouchers.save(HANH, aVoucher({ id: 'khac' })))
    expect(error.code).toBe('DUPLICATE')
    await catalog.vouchers.save(HANH, aVoucher({ status: 'withdrawn' }))
    expect(catalog.state.all('vouchers').map(({ status }) => status)).toEqual(['withdrawn'])
  })
})
