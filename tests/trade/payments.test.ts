import { describe, expect, it } from 'vitest'
import { amountOf, type Catalog, type Order } from '../../src/index.js'
import { openShop } from '../support/shop.js'
import { ACCOUNT, HANH, order, refusalOf } from '../support/trade.js'

async function openWithAccount() {
  const catalog = await openShop()
  await catalog.saleTerms.save(HANH, { id: 'ea-tu', bankAccount: { ...ACCOUNT, number: '0011 0019 32418' } })
  return catalog
}

const transfer = (catalog: Catalog) => order(catalog, { 'CF-500': 1, SPIRIT: 1 }, { payment: 'bankTransfer' })

const notice = (placed: Order, fields: object = {}) => {
  const [share] = placed.fulfillments
  return {
    reference: 'FT26326000001',
    amount: share ? amountOf(share) : 0,
    text: `MBVCB.1.${share?.payment?.text ?? ''}.CT tu 0123`,
    paidAt: '2026-11-22T12:30:00+07:00',
    ...fields,
  }
}

const paymentOf = async (catalog: Catalog, { code }: Order) =>
  (await catalog.findOrder(code, '0905123456'))?.fulfillments[0]?.payment

describe('a share paid by transfer', () => {
  it('keeps account and text of the day, and the producer without an account is paid in cash', async () => {
    const catalog = await openWithAccount()
    const placed = await transfer(catalog)
    expect(placed.fulfillments.map(({ payment }) => payment)).toMatchObject([
      { method: 'bankTransfer', status: 'due', account: ACCOUNT, text: `OCOP ${placed.code.replace('-', '')} 01` },
      { method: 'cashOnDelivery', status: 'due' },
    ])
    const error = await refusalOf(order(catalog, { SPIRIT: 1 }, { payment: 'bankTransfer' }))
    expect(error.issues).toMatchObject([{ path: 'payment', code: 'notInList' }])
  })

  it('is by transfer whatever the buyer wants where the producer takes nothing else', async () => {
    const catalog = await openShop()
    await catalog.saleTerms.save(HANH, { id: 'ea-tu', bankAccount: ACCOUNT, prepaidOnly: true })
    const placed = await order(catalog, { 'CF-500': 1, SPIRIT: 1 })
    expect(placed.fulfillments.map(({ payment }) => payment?.method)).toEqual(['bankTransfer', 'cashOnDelivery'])
    const error = await refusalOf(order(catalog, { 'CF-500': 1 }, { payment: 'cashOnDelivery' }))
    expect(error.issues).toMatchObject([{ path: 'payment', code: 'notInList', params: { values: 'bankTransfer' } }])
  })

  it('is reported by the buyer and confirmed by the producer once', async () => {
    const catalog = await openWithAccount()
    const placed = await transfer(catalog)
    await catalog.payments.report(placed.code, '0905123456', 'ea-tu')
    expect((await refusalOf(catalog.payments.report(placed.code, '0905123457', 'ea-tu'))).code).toBe('NOT_FOUND')
    const confirm = () => catalog.payments.confirm(HANH, placed.code, 'ea-tu', { reference: 'FT1' })
    const outcomes = await Promise.allSettled([confirm(), confirm(), confirm()])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await paymentOf(catalog, placed))?.history.map(({ status }) => status)).toEqual(['due', 'reported', 'paid'])
  })

  it('of cash is paid when it is delivered', async () => {
    const catalog = await openShop()
    const placed = await order(catalog, { 'CF-500': 1 })
    for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
      await catalog.advanceOrder(placed.code, 'ea-tu', step)
    expect(await paymentOf(catalog, placed)).toMatchObject({ status: 'paid', history: [{}, { amount: 150_000 }] })
  })

  it('cannot be paid once it is cancelled, but what was paid can be refunded', async () => {
    const catalog = await openWithAccount()
    const placed = await transfer(catalog)
    await catalog.bankNotices.record(notice(placed))
    await catalog.cancelOrder(placed.code, '0905123456')
    expect((await refusalOf(catalog.payments.confirm(HANH, placed.code, 'ea-tu', {}))).code).toBe('NOT_ALLOWED_NOW')
    await catalog.payments.refund(HANH, placed.code, 'ea-tu', { amount: 150_000 })
    expect((await paymentOf(catalog, placed))?.status).toBe('refunded')
  })
})

describe('a bank’s notice', () => {
  it('pays the share that it names, once, however often it is sent', async () => {
    const catalog = await openWithAccount()
    const placed = await transfer(catalog)
    const sent = await Promise.all([1, 2, 3, 4].map(() => catalog.bankNotices.record(notice(placed))))
    expect(sent.filter(({ created }) => created)).toHaveLength(1)
    expect((await catalog.bankNotices.record(notice(placed))).created).toBe(false)
    const payment = await paymentOf(catalog, placed)
    expect(payment?.history).toMatchObject([
      { status: 'due' },
      { status: 'paid', amount: 150_000, reference: 'FT26326000001' },
    ])
    expect(catalog.bankNotices.listOpen()).toEqual([])
  })

  it.each([
    ['of another sum', { amount: 149_000 }, 'wrongAmount', 'mismatch'],
    ['that names no order', { text: 'tien ca phe' }, 'unknownOrder', 'due'],
    ['that names an order which does not exist', { text: 'OCOP ZZZZZZZZZZ 01' }, 'unknownOrder', 'due'],
    ['of money into another account', { accountNumber: '999999' }, 'notExpected', 'due'],
  ])('%s is kept for a person', async (_, fields, outcome, status) => {
    const catalog = await openWithAccount()
    const placed = await transfer(catalog)
    await catalog.bankNotices.record(notice(placed, fields))
    expect((await paymentOf(catalog, placed))?.status).toBe(status)
    const [open] = catalog.bankNotices.listOpen()
    expect(open?.outcome).toBe(outcome)
    await catalog.bankNotices.settle(HANH, open?.id ?? '', 'Đã gọi cho người mua')
    expect(catalog.bankNotices.listOpen()).toEqual([])
  })

  it('for the cash share, for a cancelled one or for a paid one changes nothing', async () => {
    const catalog = await openWithAccount()
    const placed = await transfer(catalog)
    const cash = notice(placed, { reference: 'FT2', text: placed.fulfillments[0]?.payment?.text?.replace('01', '02') })
    expect((await catalog.bankNotices.record(cash)).notice.outcome).toBe('notExpected')
    await catalog.bankNotices.record(notice(placed))
    const second = await catalog.bankNotices.record(notice(placed, { reference: 'FT3' }))
    expect(second.notice).toMatchObject({ outcome: 'alreadyPaid', orderCode: placed.code, producerId: 'ea-tu' })
    expect((await paymentOf(catalog, placed))?.history).toHaveLength(2)
    expect(catalog.bankNotices.listOpen('ea-tu').map(({ reference }) => reference)).toEqual(['FT3'])
  })

  it('with the reference of another transfer is refused', async () => {
    const catalog = await openWithAccount()
    const placed = await transfer(catalog)
    await catalog.bankNotices.record(notice(placed))
    const error = await refusalOf(catalog.bankNotices.record(notice(placed, { amount: 1 })))
    expect(error.code).toBe('DUPLICATE')
  })

  it('may bring the right sum after a wrong one', async () => {
    const catalog = await openWithAccount()
    const placed = await transfer(catalog)
    await catalog.bankNotices.record(notice(placed, { reference: 'FT1', amount: 100 }))
    await catalog.bankNotices.record(notice(placed, { reference: 'FT2' }))
    expect((await paymentOf(catalog, placed))?.status).toBe('paid')
  })
})

describe('terms of sale', () => {
  it('name a bank that exists, and every change of the account is on record', async () => {
    const catalog = await openWithAccount()
    const save = (account: object) =>
      catalog.saleTerms.save(HANH, { id: 'ea-tu', bankAccount: { ...ACCOUNT, ...account } })
    expect((await refusalOf(save({ bin: '123456' }))).issues).toMatchObject([{ path: 'bankAccount.bin' }])
    expect((await refusalOf(save({ number: '1'.repeat(20) }))).issues).toMatchObject([{ path: 'bankAccount.number' }])
    await save({ number: '0011001932419' })
    expect(catalog.saleTerms.find('ea-tu')?.bankAccount?.number).toBe('0011001932419')
  })
})
