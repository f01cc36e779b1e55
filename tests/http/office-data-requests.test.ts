import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePeriod } from '../../src/index.js'
import { orderOf } from '../care/desk.js'
import { openBrowseShop } from './browse-shop.js'
import { signIntoOffice } from './office-person.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const PHONE = '0905 123 456'
const SECOND: Parameters<typeof signIntoOffice>[2] = {
  name: 'Lê Văn Hai',
  phone: '0905 111 333',
  memberships: [{ front: 'office', role: 'administrator', scope: 'country' }],
}

describe.each(MOUNTS)('the office answers what people ask of their data, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let office: Visitor
  let code: string
  let now = new Date('2026-11-16T05:00:00Z')

  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openBrowseShop({ now: () => now }) })
    code = await orderOf(shop.catalog, 'CF-250', undefined, { note: 'Gọi cổng sau' })
    await shop.catalog.reviews.write({ code, phone: PHONE, sku: 'CF-250' }, { rating: 4, text: 'Hàng xóm khen.' })
  })
  afterAll(() => shop.stop())

  const openMine = async (proof = code) => {
    const person = await shop.visitor().open('/my-data')
    return person.press('main .button--primary', { phone: PHONE, code: proof })
  }
  const idOf = (wanted: string, status = 'received') =>
    shop.catalog.state.all('dataRequests').find((one) => one.kind === wanted && one.status === status)?.id ?? ''
  const figures = () =>
    shop.catalog.transactions({ period: parsePeriod('2026-11'), province: null, mode: 'asThen' }).total

  it('finds a wish of long ago overdue, and a new one by its due day', async () => {
    const person = await openMine()
    await person.press('main form:has(#text) button', { text: 'Tên tôi là Nguyễn Thị Hòa.' })
    now = new Date('2026-11-20T05:00:00Z')
    await person.press('main form .button--danger', { confirm: '1' })
    office = await signIntoOffice(shop.visitor(), shop.catalog)
    await office.open('/office')
    expect(office.text('section[aria-labelledby=waiting]')).toContain('2 yêu cầu dữ liệu chờ trả lời 1 quá hạn')
    await office.follow('nav a[href$="/office/data-requests"]')
    const rows = office.$('section[aria-labelledby=open] li').toArray()
    expect(rows.map((row) => office.$(row).text().replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/Sửa dữ liệu.*đã quá hạn.*Hạn 18\/11\/2026/),
      expect.stringMatching(/Xóa dữ liệu.*Hạn 24\/11\/2026/),
    ])
    expect(office.text('section[aria-labelledby=rate]')).toContain('0 trên 1 lượt đúng hạn')
    // The list says of nobody who asks, nor what.
    expect(office.text('main')).not.toMatch(/Hòa|905.?123.?456/)
  })

  it('reads what is to be corrected and whom to call, and says what was corrected; who asked reads it', async () => {
    await office.follow(`a[href$="${idOf('correction')}"]`)
    expect(office.text('main')).toMatch(/Tên tôi là Nguyễn Thị Hòa.*12 Lê Duẩn/s)
    expect(office.$('a[href="tel:0905123456"]')).toHaveLength(1)
    await office.press('form[action$="/carry-out"] button', { text: ' ' })
    expect([office.status, office.$('.error-summary a[href="#text"]').length]).toEqual([422, 1])
    await office.press('form[action$="/carry-out"] button', { text: 'Cơ sở đã in lại phiếu giao.' })
    expect(office.text('[role=status]')).toBe('Đã làm và trả lời.')
    expect(office.$('main form')).toHaveLength(0)
    expect((await openMine()).text('section[aria-labelledby=requests]')).toContain('Cơ sở đã in lại phiếu giao.')
  })

  it('declines with a reason that the person reads', async () => {
    await office.open(`/office/data-requests/${idOf('erasure')}`)
    await office.press('form[action$="/refuse"] button', { reason: '' })
    expect([office.status, office.$('.error-summary a[href="#reason"]').length]).toEqual([422, 1])
    await office.press('form[action$="/refuse"] button', { reason: 'Đơn còn trong thời hạn bảo hành.' })
    expect(office.text('[role=status]')).toBe('Đã từ chối và trả lời.')
    expect((await openMine()).text('section[aria-labelledby=requests]')).toContain('Đơn còn trong thời hạn bảo hành.')
  })

  it('says what an erasure takes, waits for goods under way, and erases once with an answer; every count stays', async () => {
    const open = await orderOf(shop.catalog, 'HONEY', ['accepted'])
    const person = await openMine()
    await person.press('main form .button--danger', { confirm: '1' })
    const before = figures()
    const path = `/office/data-requests/${idOf('erasure')}`
    await office.open(path)
    expect(office.text('section[aria-labelledby=erase]')).toMatch(
      new RegExp(`1 đơn hàng, 1 đánh giá.*2 đơn hàng, 1 đánh giá.*${open}.*Giữ lại: hàng, số tiền`, 's'),
    )
    // The whole number has goods under way; what the code opened has none.
    expect(office.$('#rang')).toHaveLength(0)
    await office.press('form[action$="/carry-out"] button', { text: 'Đã xóa theo yêu cầu.' })
    expect([office.status, office.text('#confirm-error')]).toEqual([422, 'Hãy đánh dấu vào ô xác nhận.'])

    const other = await signIntoOffice(shop.visitor(), shop.catalog, SECOND)
    await other.open(path)
    await office.press('form[action$="/carry-out"] button', { text: 'Đã xóa theo yêu cầu.', confirm: '1' })
    expect(office.text('[role=status]')).toBe('Đã làm và trả lời.')
    await other.press('form[action$="/refuse"] button', { reason: 'Không xóa được.' })
    expect([other.status, other.$('main form').length]).toEqual([409, 0])
    expect(other.text('.turn--answer')).toContain('Đã xóa theo yêu cầu.')

    const kept = JSON.stringify(['reviews', 'dataRequests'].map((name) => shop.catalog.state.all(name as 'reviews')))
    expect(kept).not.toMatch(/905123456|Hòa|Hàng xóm/)
    expect(figures()).toEqual(before)
    await expect(shop.catalog.recount()).resolves.toMatchObject({ differences: [] })
    const reader = await openMine()
    expect([reader.status, reader.text('[role=status]')]).toEqual([
      200,
      expect.stringContaining('Đã xóa theo yêu cầu.'),
    ])
    expect((await openMine('ZZZZZ-ZZZZZ')).status).toBe(404)
    await shop.catalog.advanceOrder(open, 'ea-tu', 'packed')
    for (const step of ['shipped', 'delivered'] as const) await shop.catalog.advanceOrder(open, 'ea-tu', step)
  })

  it('erases a whole number for who has no code, once it was rung; the trail says so', async () => {
    await office.open('/office/data-requests')
    await office.press('section[aria-labelledby=record] button', { phone: '0912 000 000' })
    expect([office.status, office.$('.error-summary a[href="#phone"]').length]).toEqual([422, 1])
    await office.press('section[aria-labelledby=record] button', { phone: PHONE, text: 'Gọi đến, mất mã.' })
    expect(office.text('[role=status]')).toBe('Đã ghi yêu cầu.')
    expect(office.path).not.toMatch(/905.?123.?456/)
    expect(office.text('main')).toMatch(/Cả số điện thoại.*1 đơn hàng/s)
    expect(office.text('main')).not.toMatch(/Lê Duẩn|Nguyễn Thị Hoa/)
    await office.press('form[action$="/carry-out"] button', { text: 'Đã xóa hết.', confirm: '1' })
    expect([office.status, office.text('#rang-error')]).toEqual([422, expect.stringContaining('Hãy gọi số này')])
    await office.press('form[action$="/carry-out"] button', { text: 'Đã xóa hết.', confirm: '1', rang: '1' })
    expect(office.text('[role=status]')).toBe('Đã làm và trả lời.')
    await office.open('/office/audit?action=dataRequests')
    expect(office.text('main')).toMatch(/Cả số điện thoại, đã gọi số đó/)
    expect(office.text('main')).toContain('Yêu cầu về dữ liệu cá nhân: mở xem')
    const codes = shop.catalog.state.all('dataRequests').map(({ code }) => code)
    expect(codes).toContain(office.text('.deed:first-child a[href*="subject="]'))
    expect(office.text('main')).not.toMatch(/905.?123.?456/)
  })

  it('is for the administrators of the country alone', async () => {
    expect((await shop.visitor().open('/office/data-requests')).status).toBe(401)
    const near = await signIntoOffice(shop.visitor(), shop.catalog, {
      ...SECOND,
      phone: '0905 777 002',
      memberships: [{ front: 'office', role: 'administrator', scope: ['2025-07:66'] as never }],
    })
    await near.open('/office')
    expect(near.$('a[href$="/office/data-requests"]')).toHaveLength(0)
    expect((await near.open('/office/data-requests')).status).toBe(403)
    expect((await near.open(`/office/data-requests/${idOf('erasure', 'done')}`)).status).toBe(403)
  })
})
