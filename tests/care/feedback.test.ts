import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsePeriod, type Catalog } from '../../src/index.js'
import {
  ADMINISTRATOR,
  DAK_LAK_REVIEWER,
  EA_TU,
  GO_DEN,
  openMovedShop,
  orderOf,
  PHONE,
  TAY_NINH_REVIEWER,
} from './desk.js'

let catalog: Catalog
let moveTo: (instant: string) => void
beforeEach(async () => {
  // Friday afternoon in Vietnam.
  ;({ catalog, moveTo } = await openMovedShop('2026-11-20T09:00:00Z'))
})
afterEach(() => catalog.close())

const TEXT = 'Gói bị rách, cà phê đổ ra ngoài.'
const complain = async (kind = 'goods', fields: Record<string, string> = {}) =>
  catalog.feedback.receive({
    kind,
    about: { of: 'order', id: await orderOf(catalog, 'CF-250') },
    text: TEXT,
    phone: PHONE,
    ...fields,
  })

describe('feedback to the office', () => {
  it('is due by working days: the weekend is not counted, nor are public holidays', async () => {
    expect((await complain('goods')).rounds[0]?.dueOn).toBe('2026-11-27')
    expect((await complain('safety')).rounds[0]?.dueOn).toBe('2026-11-23')
    // Tết 2027 begins on Saturday 6 February; the days from 5 to 11 February are off.
    moveTo('2027-02-04T03:00:00Z')
    expect((await complain('delivery')).rounds[0]?.dueOn).toBe('2027-02-16')
  })

  it('is counted in the province of the recipient, and opened by code and phone alone', async () => {
    const feedback = await complain()
    expect(feedback).toMatchObject({ province: '2025-07:66', producerId: 'ea-tu', status: 'received' })
    expect(feedback.code).toMatch(/^PA-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    const sloppy = feedback.code.toLowerCase().replace('pa-', '').replaceAll('0', 'o').replace('-', ' ')
    expect((await catalog.feedback.find(sloppy, '+84 905 123 456'))?.id).toBe(feedback.id)
    expect(await catalog.feedback.find(feedback.code, '0912 000 000')).toBeNull()
    expect(await catalog.feedback.find('PA-ZZZZZ-ZZZZZ', PHONE)).toBeNull()
  })

  it('about an order needs the number it was placed with', async () => {
    const id = await orderOf(catalog, 'CF-250')
    const receive = (phone: string) =>
      catalog.feedback.receive({ kind: 'goods', about: { of: 'order', id }, text: TEXT, phone })
    await expect(receive('')).rejects.toMatchObject({ issues: [{ path: 'phone', code: 'required' }] })
    await expect(receive('0912 000 000')).rejects.toMatchObject({ issues: [{ path: 'order' }] })
  })

  it('says all faults of a form at once', async () => {
    const about = { of: 'product', id: 'ca-phe-bot' } as const
    await expect(
      catalog.feedback.receive({ kind: 'nonsense', about, text: 'ngắn', phone: '12' }),
    ).rejects.toMatchObject({ issues: [{ path: 'kind' }, { path: 'text' }, { path: 'phone' }] })
  })

  it('goes its way: given to somebody, answered, closed; opened again it has a due day of its own', async () => {
    const { id, code } = await complain()
    await catalog.feedback.assign(DAK_LAK_REVIEWER, id, { kind: 'person', id: 'y-bhin', name: 'Y Bhin Niê' })
    await expect(catalog.feedback.close(DAK_LAK_REVIEWER, id)).rejects.toMatchObject({ code: 'WRONG_STEP' })
    moveTo('2026-11-25T02:00:00Z')
    await catalog.feedback.answer(DAK_LAK_REVIEWER, id, 'Đã làm việc với HTX, gửi bù gói khác.')
    await catalog.feedback.close(DAK_LAK_REVIEWER, id)
    await expect(catalog.feedback.answer(DAK_LAK_REVIEWER, id, 'Nữa')).rejects.toMatchObject({ code: 'WRONG_STEP' })
    const reopened = await catalog.feedback.reopen(code, PHONE, 'Gói bù cũng bị rách.')
    expect(reopened.rounds.map(({ dueOn }) => dueOn)).toEqual(['2026-11-27', '2026-12-02'])
    expect(reopened.history.map(({ status }) => status)).toEqual([
      'received',
      'assigned',
      'answered',
      'closed',
      'reopened',
    ])
  })

  it('is seen by the office of its province, and by a producer once it is theirs to answer', async () => {
    const { id } = await complain('seller')
    expect(catalog.feedback.list(TAY_NINH_REVIEWER)).toEqual([])
    expect(catalog.feedback.list(EA_TU)).toEqual([])
    await expect(catalog.feedback.answer(EA_TU, id, 'Chúng tôi xin lỗi')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await catalog.feedback.assign(ADMINISTRATOR, id, { kind: 'producer', id: 'ea-tu', name: 'HTX Ea Tu' })
    expect(catalog.feedback.list(EA_TU)).toHaveLength(1)
    expect(catalog.feedback.list(GO_DEN)).toEqual([])
    await catalog.feedback.answer(EA_TU, id, 'Chúng tôi xin lỗi và gửi bù.')
    expect(catalog.feedback.get(DAK_LAK_REVIEWER, id).status).toBe('answered')
  })

  it('leaves a line in the trail for each step of the desk, without the shopper’s words', async () => {
    const store = await complain()
    await catalog.feedback.answer(ADMINISTRATOR, store.id, 'Đã gửi bù.')
    const trail: unknown[] = []
    catalog.onCommit(({ audit }) => trail.push(...audit))
    await catalog.feedback.close(ADMINISTRATOR, store.id)
    expect(trail).toMatchObject([
      { action: 'feedback.close', actor: { id: 'lan' }, before: { status: 'answered' }, after: { status: 'closed' } },
    ])
  })

  it('is listed by due day, open ones first', async () => {
    const slow = await complain('goods')
    const urgent = await complain('safety', { text: 'Uống xong bị đau bụng cả đêm.' })
    const done = await complain('delivery', { text: 'Đơn chưa tới sau mười ngày.' })
    await catalog.feedback.answer(ADMINISTRATOR, done.id, 'Đã tới.')
    expect(catalog.feedback.list(ADMINISTRATOR).map(({ id }) => id)).toEqual([urgent.id, slow.id, done.id])
  })

  it('is one when it is sent twice, and no number has more than ten waiting', async () => {
    const about = { of: 'product', id: 'ca-phe-bot' } as const
    const send = (text: string) => catalog.feedback.receive({ kind: 'information', about, text, phone: PHONE })
    const first = await send('Ghi sai tên xã của hợp tác xã.')
    await expect(send('Ghi sai tên xã của hợp tác xã.')).resolves.toMatchObject({ id: first.id })
    for (let number = 2; number <= 10; number += 1) await send(`Ghi sai chỗ thứ ${number} trên trang.`)
    await expect(send('Ghi sai thêm một chỗ nữa.')).rejects.toMatchObject({ code: 'TOO_MANY_WAITING' })
  })
})

describe('the on-time rate', () => {
  it('counts each turn of a period and a province by its own due day', async () => {
    const inTime = await complain('goods', { text: 'Gói thứ nhất bị rách.' })
    const late = await complain('goods', { text: 'Gói thứ hai bị rách.' })
    await complain('goods', { text: 'Gói thứ ba không ai trả lời.' })
    moveTo('2026-11-27T16:59:00Z') // one minute to midnight in Vietnam, on the due day
    await catalog.feedback.answer(ADMINISTRATOR, inTime.id, 'Đã gửi bù.')
    moveTo('2026-11-27T17:01:00Z')
    await catalog.feedback.answer(ADMINISTRATOR, late.id, 'Đã gửi bù.')
    await complain('goods', { text: 'Gói thứ tư vừa mới gửi hôm nay.' })
    const query = { period: parsePeriod('2026-11'), province: null }
    expect(catalog.feedback.onTime(query)).toEqual({
      received: 4,
      onTime: 1,
      late: 1,
      overdue: 1,
      open: 1,
      rate: 1 / 3,
    })
    expect(catalog.feedback.onTime({ ...query, province: '2025-07:80' as never })).toMatchObject({
      received: 0,
      rate: null,
    })
    expect(catalog.feedback.onTime({ ...query, period: parsePeriod('2026-10') }).received).toBe(0)
  })
})
