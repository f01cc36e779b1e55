import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsePeriod, type Catalog } from '../../src/index.js'
import { ADMINISTRATOR, DAK_LAK_REVIEWER, openMovedShop, orderOf, PHONE } from './desk.js'

let catalog: Catalog
let moveTo: (instant: string) => void
beforeEach(async () => {
  ;({ catalog, moveTo } = await openMovedShop('2026-11-20T09:00:00Z'))
})
afterEach(() => catalog.close())

/** Somebody who bought, reviewed, asked and complained. */
async function aShopper() {
  const code = await orderOf(catalog, 'CF-250', undefined, { note: 'Gọi cổng sau, nhà anh Tư' })
  await catalog.reviews.write({ code, phone: PHONE, sku: 'CF-250' }, { rating: 4, text: 'Thơm, hàng xóm khen.' })
  await catalog.questions.ask({ productId: 'mat-ong', text: 'Mật có bị đóng đường không?', name: 'Hoa', phone: PHONE })
  const feedback = await catalog.feedback.receive({
    kind: 'goods',
    about: { of: 'order', id: code },
    text: 'Bao bì rách, nhà tôi ở cuối hẻm.',
    name: 'Nguyễn Thị Hoa',
    phone: PHONE,
  })
  return { code, feedback }
}

const everything = (): string => {
  const { state } = catalog
  const records = (['reviews', 'questions', 'feedback', 'dataRequests'] as const).flatMap((name) => [
    ...state.all(name),
  ])
  return JSON.stringify(records)
}

describe('what is kept about a person', () => {
  it('is shown to whoever has the phone number and a code given with it, and to nobody else', async () => {
    const { code, feedback } = await aShopper()
    const record = await catalog.personalData.open('0905.123.456', code.toLowerCase())
    expect(record).toMatchObject({ phone: '+84905123456' })
    expect([record?.orders, record?.reviews, record?.feedback].map((list) => list?.length)).toEqual([1, 1, 1])
    await expect(catalog.personalData.open(PHONE, feedback.code)).resolves.toMatchObject({
      orders: [],
      reviews: [],
      feedback: [{ code: feedback.code }],
    })
    await expect(catalog.personalData.open('0912 000 000', code)).resolves.toBeNull()
    await expect(catalog.personalData.open(PHONE, 'ZZZZZ-ZZZZZ')).resolves.toBeNull()
    await expect(catalog.personalData.open('nobody', code)).resolves.toBeNull()
  })

  it('stays closed to whoever knows the number alone, however they come by a code for it', async () => {
    const { code } = await aShopper()
    const message = await catalog.feedback.receive({
      kind: 'question',
      about: { of: 'site' },
      text: 'Trang này mở cửa mấy giờ?',
      phone: PHONE,
    })
    const parcel = await orderOf(catalog, 'HONEY', undefined, { name: 'Kẻ Tò Mò', street: '1 Nơi Khác' })
    for (const strangers of [message.code, parcel]) {
      const record = await catalog.personalData.open(PHONE, strangers)
      expect(record?.about).toBeDefined()
      expect(JSON.stringify(record)).not.toMatch(new RegExp(`${code}|Lê Duẩn|hàng xóm|cuối hẻm|đóng đường`))
      const wish = await catalog.personalData.request(PHONE, strangers, 'erasure')
      await catalog.personalData.carryOut(ADMINISTRATOR, wish.id, 'Đã xóa.')
    }
    await expect(catalog.findOrder(code, PHONE)).resolves.toMatchObject({ recipient: { street: '12 Lê Duẩn' } })
    // Requests about a code leave room for those about another.
    const asked = ['Tên', 'Số nhà', 'Phường', 'Tỉnh', 'Ghi chú'].map((text) => `${text} sai.`)
    const other = await orderOf(catalog, 'CF-500', [], { name: 'Kẻ Tò Mò' })
    for (const text of asked) await catalog.personalData.request(PHONE, other, 'correction', text)
    await expect(catalog.personalData.request(PHONE, other, 'correction', 'Nữa.')).rejects.toMatchObject({
      code: 'TOO_MANY_WAITING',
    })
    await catalog.personalData.request(PHONE, code, 'correction', 'Tên tôi có dấu huyền.')
    await expect(catalog.personalData.open(PHONE, code)).resolves.toMatchObject({
      requests: [{ text: 'Tên tôi có dấu huyền.' }],
    })
  })

  it('is erased of the whole number when the office says so, once nothing is under way; counts, amounts and ratings stay', async () => {
    const { code } = await aShopper()
    const figures = () => catalog.transactions({ period: parsePeriod('2026-11'), province: null, mode: 'asThen' }).total
    const before = figures()
    const open = await orderOf(catalog, 'HONEY', ['accepted'])
    const request = await catalog.personalData.request(PHONE, code, 'erasure')
    // Friday afternoon: two working days later is Tuesday.
    expect(request).toMatchObject({ status: 'received', dueOn: '2026-11-24' })
    const whole = { wholeNumber: true }
    await expect(catalog.personalData.carryOut(ADMINISTRATOR, request.id, 'Đã xóa.', whole)).rejects.toMatchObject({
      code: 'ORDERS_OPEN',
    })
    for (const step of ['packed', 'shipped', 'delivered'] as const) await catalog.advanceOrder(open, 'ea-tu', step)

    const { erased } = await catalog.personalData.carryOut(ADMINISTRATOR, request.id, 'Đã xóa theo yêu cầu.', whole)
    expect(erased).toEqual({ orders: 2, reviews: 1, questions: 1, feedback: 1 })
    expect(everything()).not.toMatch(/905123456|Hoa|hàng xóm|cuối hẻm|đóng đường/)
    await expect(catalog.findOrder(code, PHONE)).resolves.toBeNull()
    await expect(catalog.findOrder(code, '')).resolves.toBeNull()
    await expect(catalog.personalData.open(PHONE, code)).resolves.toBeNull()
    expect(catalog.reviews.ratingOf('ca-phe-bot')).toMatchObject({ count: 1, average: 4 })
    expect(figures().transactions).toBe(before.transactions + 1)
    await expect(catalog.recount()).resolves.toMatchObject({ differences: [] })
  })

  it('is corrected or refused by the office with an answer, by those who may', async () => {
    const { code } = await aShopper()
    const request = await catalog.personalData.request(PHONE, code, 'correction', 'Tên tôi là Nguyễn Thị Hòa.')
    await expect(
      catalog.personalData.request(PHONE, code, 'correction', 'Tên tôi là Nguyễn Thị Hòa.'),
    ).resolves.toEqual(request)
    expect(() => catalog.personalData.list(DAK_LAK_REVIEWER)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
    expect(catalog.personalData.list(ADMINISTRATOR)).toMatchObject([{ id: request.id }])
    await expect(catalog.personalData.carryOut(ADMINISTRATOR, request.id, '')).rejects.toMatchObject({
      issues: [{ path: 'text' }],
    })
    await catalog.personalData.refuse(ADMINISTRATOR, request.id, 'Đơn đã giao; xin gọi để xác minh.')
    await expect(catalog.personalData.carryOut(ADMINISTRATOR, request.id, 'Làm lại')).rejects.toMatchObject({
      code: 'WRONG_STEP',
    })
    await expect(catalog.personalData.request('0912 000 000', code, 'erasure')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is either erased or declined, whoever of two offices is faster', async () => {
    const code = await orderOf(catalog, 'CF-250')
    const { id } = await catalog.personalData.request(PHONE, code, 'erasure')
    const both = await Promise.allSettled([
      catalog.personalData.carryOut(ADMINISTRATOR, id, 'Đã xóa.'),
      catalog.personalData.refuse(ADMINISTRATOR, id, 'Không xóa được.'),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const order = await catalog.findOrder(code, PHONE)
    expect(catalog.state.get('dataRequests', id).status).toBe(order === null ? 'done' : 'refused')
    await expect(catalog.personalData.findErasure(code)).resolves.toEqual(
      order === null
        ? expect.objectContaining({ answer: expect.objectContaining({ text: 'Đã xóa.' }) as unknown })
        : null,
    )
  })

  it('expires after three years, and only what is finished', async () => {
    const { code, feedback } = await aShopper()
    const open = await orderOf(catalog, 'HONEY', ['accepted'])
    const wish = await catalog.personalData.request(PHONE, code, 'correction', 'Tên tôi là Hòa.')
    await catalog.personalData.refuse(ADMINISTRATOR, wish.id, 'Đơn đã giao.')
    await catalog.feedback.answer(ADMINISTRATOR, feedback.id, 'Đã gửi bù.')
    moveTo('2029-11-20T09:00:00Z')
    expect((await catalog.retention.plan()).due).toEqual({ orders: [], questions: [], feedback: [] })
    moveTo('2029-11-21T09:00:00Z')
    const expiry = await catalog.retention.plan()
    expect([expiry.due.orders, expiry.due.questions, expiry.due.feedback].map(({ length }) => length)).toEqual([
      1, 1, 1,
    ])
    // Planning changes nothing.
    await expect(catalog.findOrder(code, PHONE)).resolves.not.toBeNull()
    await expect(catalog.retention.carryOut(expiry)).resolves.toEqual({
      orders: 1,
      reviews: 1,
      questions: 1,
      feedback: 1,
    })
    await expect(catalog.findOrder(code, PHONE)).resolves.toBeNull()
    await expect(catalog.findOrder(open, PHONE)).resolves.not.toBeNull()
    expect(JSON.stringify(catalog.state.get('dataRequests', wish.id))).not.toMatch(/905123456|Hòa/)
    expect((await catalog.retention.plan()).due).toEqual({ orders: [], questions: [], feedback: [] })
  })
})
