import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/access/actor.js'
import { openShop } from '../support/shop.js'
import { ACCOUNT, aVoucher, HANH, order, refusalOf } from '../support/trade.js'

const someone = (memberships: readonly object[]): Person => ({ ...HANH, memberships: memberships as never })
const OWNER_OF_GO_DEN = someone([{ front: 'producer', role: 'owner', producerId: 'go-den' }])
const STAFF_OF_EA_TU = someone([{ front: 'producer', role: 'staff', producerId: 'ea-tu' }])
const NOBODY = someone([])

describe('of one producer’s terms, prices, vouchers and payments', () => {
  it.each([
    ['nobody changes any without a role', NOBODY, 'FORBIDDEN'],
    ['the owner of another does not even hear that they exist', OWNER_OF_GO_DEN, 'NOT_FOUND'],
  ] as const)('%s', async (_, actor, code) => {
    const catalog = await openShop()
    await catalog.saleTerms.save(HANH, { id: 'ea-tu', bankAccount: ACCOUNT })
    const placed = await order(catalog, { 'CF-500': 1 }, { payment: 'bankTransfer' })
    const attempts = [
      catalog.saleTerms.save(actor, { id: 'ea-tu', bankAccount: { ...ACCOUNT, number: '666666' } }),
      catalog.prices.change(actor, 'CF-500', { price: 1_000 }),
      catalog.vouchers.save(actor, aVoucher({ producerId: 'ea-tu' })),
      catalog.payments.confirm(actor, placed.code, 'ea-tu'),
      catalog.returns.answer(actor, placed.code, 'ea-tu', 0, 'accepted'),
      catalog.advanceOrder(placed.code, 'ea-tu', 'accepted', undefined, { actor }),
    ]
    for (const attempt of attempts) expect((await refusalOf(attempt)).code).toBe(code)
    expect(catalog.saleTerms.find('ea-tu')?.bankAccount).toEqual(ACCOUNT)
    expect((await catalog.findOrder(placed.code, '0905123456'))?.version).toBe(1)
  })

  it('the staff accept orders, and only owners say that money has come', async () => {
    const catalog = await openShop()
    await catalog.saleTerms.save(HANH, { id: 'ea-tu', bankAccount: ACCOUNT })
    const placed = await order(catalog, { 'CF-500': 1 }, { payment: 'bankTransfer' })
    await catalog.advanceOrder(placed.code, 'ea-tu', 'accepted', undefined, { actor: STAFF_OF_EA_TU })
    expect((await refusalOf(catalog.payments.confirm(STAFF_OF_EA_TU, placed.code, 'ea-tu'))).code).toBe('FORBIDDEN')
  })

  it('a voucher of the whole shop is for the office of the whole country, and none is taken over', async () => {
    const catalog = await openShop()
    expect((await refusalOf(catalog.vouchers.save(OWNER_OF_GO_DEN, aVoucher()))).code).toBe('NOT_FOUND')
    await catalog.vouchers.save(HANH, aVoucher({ producerId: 'ea-tu' }))
    const takeOver = catalog.vouchers.save(OWNER_OF_GO_DEN, aVoucher({ producerId: 'go-den' }))
    expect((await refusalOf(takeOver)).code).toBe('NOT_FOUND')
  })
})
