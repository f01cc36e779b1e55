import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { amountOf, type Order } from '../../src/index.js'
import { openShop } from '../support/shop.js'
import { ACCOUNT, HANH, order } from '../support/trade.js'
import { signIntoOffice } from './office-person.js'
import { acceptInvitation, PRODUCER } from './signed-in.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const OTHER = { bin: '970436', number: '0011999999999', holder: 'HKD GO DEN' }

describe.each(MOUNTS)('transfers that match no order, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let producer: Visitor
  let office: Visitor
  let mine: Order
  let both: Order
  let numbers = 0

  const tell = (amount: number, text: string, accountNumber: string = ACCOUNT.number) =>
    shop.catalog.bankNotices.record({
      reference: `FT${(numbers += 1)}`,
      amount,
      text,
      paidAt: '2026-11-22T12:30:00+07:00',
      accountNumber,
    })
  const sumOf = ({ fulfillments: [share] }: Order): number => (share ? amountOf(share) : 0)
  const paymentsOf = async ({ code }: Order) =>
    (await shop.catalog.findOrder(code, '0905123456'))?.fulfillments.map(({ payment }) => payment?.status)

  beforeAll(async () => {
    const catalog = await openShop()
    await catalog.saleTerms.save(HANH, { id: 'ea-tu', bankAccount: ACCOUNT })
    await catalog.saleTerms.save(HANH, { id: 'go-den', bankAccount: OTHER })
    shop = await runShop(mount, { catalog })
    mine = await order(catalog, { 'CF-500': 1 }, { payment: 'bankTransfer' })
    both = await order(catalog, { 'CF-250': 1, SPIRIT: 1 }, { payment: 'bankTransfer' })
    await tell(sumOf(mine) - 5000, `OCOP ${mine.code.replace('-', '')} 01`)
    await tell(sumOf(mine), 'tien hang chi Hoa')
    await tell(90_000, 'mua ruou', OTHER.number)
    await tell(1_000, 'khong ro', '123')
    producer = await acceptInvitation(shop.visitor(), catalog, PRODUCER)
    office = await signIntoOffice(shop.visitor(), catalog)
  })
  afterAll(() => shop.stop())

  it('are shown to the producer whose account or order they name, and all of them to the office', async () => {
    expect((await shop.visitor().open('/producer/transfers')).status).toBe(401)
    await producer.open('/producer')
    await producer.follow('.tile[href$="/producer/transfers"]')
    expect(producer.text()).toContain('2 khoản chờ xem')
    expect(producer.text()).toMatch(/tien hang chi Hoa.*Sai số tiền/s)
    expect(producer.text()).not.toContain('mua ruou')
    await office.open('/office')
    await office.follow('main a[href$="/office/transfers"]')
    expect(office.text()).toContain('4 khoản chờ xem')
    expect(office.text()).toContain('Hộ kinh doanh Gò Đen')
  })

  it('pay the order that a person names, in one step that stands in the trail', async () => {
    await producer.open('/producer/transfers')
    const form = 'form[action$="/pay"] button'
    await producer.press(form, { code: 'AAAAA-BBBBB' })
    expect(producer.status).toBe(422)
    expect(producer.text('.error-summary')).toContain('AAAAA-BBBBB')
    await producer.press(form, { code: ` ${mine.code.toLowerCase().replace('-', ' ')} ` })
    expect(producer.text('.notice--good')).toContain('đã được trả tiền')
    expect(await paymentsOf(mine)).toEqual(['paid'])
    const { entries } = await shop.catalog.audit.search(system('test'), {}, { limit: 3 })
    expect(entries[0]).toMatchObject({ action: 'bankNotices.pay', after: { order: mine.code } })
    expect(producer.text()).toContain('1 khoản chờ xem')
    // That order is paid now: the other transfer cannot pay it again.
    await producer.press(form, { code: mine.code })
    expect(producer.text('.error-summary')).toContain('không có phần nào đang chờ chuyển khoản')
  })

  it('are set aside with a word on what was done', async () => {
    await producer.press('form[action$="/settle"] button', { note: '' })
    expect(producer.status).toBe(422)
    await producer.press('form[action$="/settle"] button', { note: 'Đã chuyển trả lại khách.' })
    expect(producer.text('.notice--good')).toContain('Đã ghi là đã xử lý')
    expect(producer.text()).toContain('Không có khoản nào chờ xem')
  })

  it('of an order of several producers pay the share whose sum they are, or that is named', async () => {
    await tell(12_345, 'don hai nha', '123')
    const named = () => office.press('li:contains("don hai nha") form[action$="/pay"] button', { code: both.code })
    await office.open('/office/transfers')
    await named()
    expect(office.text('.error-summary')).toContain('OCOP 7K2M9QX4TB 01')
    await office.press('li:contains("don hai nha") form[action$="/pay"] button', {
      code: `OCOP ${both.code.replace('-', '')} 02`,
    })
    expect(await paymentsOf(both)).toEqual(['due', 'paid'])
  })
})
