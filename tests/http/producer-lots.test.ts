import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation, PRODUCER } from './signed-in.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const SAVE = 'main .button--primary'

describe.each(MOUNTS)('a producer states its lots, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let producer: Visitor
  beforeAll(async () => {
    shop = await runShop(mount)
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
  })
  afterAll(() => shop.stop())

  it('adds a lot to a product, which everybody then reads on its trace page', async () => {
    await producer.open('/producer/products')
    await producer.follow('a[href$="/producer/lots"]')
    expect(producer.text()).not.toContain('Rượu đế')
    await producer.follow('a[href$="/lots/mat-ong/new"]')
    await producer.press(SAVE, { number: 'có dấu', madeOn: 'hôm qua' })
    expect(producer.status).toBe(422)
    expect(producer.text('.error-summary')).toMatch(/Số lô.*Ngày sản xuất: .*ví dụ đúng: \d\d\/\d\d\/\d{4}\./s)
    expect(producer.title).toMatch(/^Lỗi: Thêm lô/)
    expect(producer.$('#madeOn').attr('value')).toBe('hôm qua')
    await producer.press(SAVE, {
      number: 'L2611-A',
      madeOn: '05/11/2026',
      bestBefore: '2027-11-05',
      harvestedOn: '10/2026',
      'notes.vi': 'Hoa cà phê vụ thu',
    })
    expect(producer.text('[role=status]')).toContain('Đã lưu')
    expect(producer.text()).toContain('Ngày sản xuất: 05/11/2026 · Hạn dùng: 05/11/2027')
    const reader = await shop.visitor().open('/trace/mat-ong?lot=L2611-A')
    expect(reader.text()).toMatch(/05\/11\/2026.*10\/2026.*Hoa cà phê vụ thu/s)
  })

  it('takes a number once, and calls a lot back, which is then told first', async () => {
    await producer.open('/producer/lots/mat-ong/new')
    await producer.press(SAVE, { number: 'L2611-A' })
    expect(producer.status).toBe(422)
    expect(producer.$('.error-summary a[href="#number"]')).toHaveLength(1)
    await producer.open('/producer/lots?lang=en')
    await producer.follow('a.row__name')
    expect(producer.$('h1').text()).toBe('Lot L2611-A')
    expect(producer.$('#madeOn').attr('value')).toBe('05/11/2026')
    await producer.press(SAVE, { status: 'recalled' })
    expect(producer.text('.mark--warn')).toBe('Recalled')
    const reader = await shop.visitor().open('/trace/mat-ong?lot=L2611-A')
    expect(reader.text()).toContain('Lô này đang bị thu hồi')
  })

  it('reaches no product of another producer', async () => {
    expect((await producer.open('/producer/lots/ruou-de/new')).status).toBe(404)
    expect((await producer.open('/producer/lots/mat-ong/nobody')).status).toBe(404)
  })
})
