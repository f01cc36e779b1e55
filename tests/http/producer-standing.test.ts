import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workingsOf } from '../../src/site/workings.js'
import { NOON, openShop } from '../support/shop.js'
import { acceptInvitation, PASSWORD, PRODUCER } from './signed-in.js'
import { MOUNTS, order, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

describe.each(MOUNTS)('a producer looks after its products, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let producer: Visitor
  let now = NOON
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openShop({ now: () => now }) })
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    await shop.catalog.save({
      platforms: [{ id: 'postmart', slug: 'postmart', name: { vi: 'Postmart' }, own: false }],
      listings: [
        {
          id: 'mat-ong-postmart',
          productId: 'mat-ong',
          platformId: 'postmart',
          status: 'orderable',
          listedOn: '2026-01-10',
          lastCheckedOn: '2026-11-20',
          url: 'https://postmart.vn/mat-ong',
          price: 149_000,
        },
      ],
      certificates: [
        {
          id: 'mat-ong-4',
          productId: 'mat-ong',
          outcome: 'recognized',
          stars: 4,
          issuedOn: '2024-02-10',
          recognizedBy: { level: 'province' },
          place: { list: 'pre-2025-07', province: '66' },
        },
      ],
    })
    await shop.catalog.recordPlatformSales([
      {
        platformId: 'postmart',
        externalNumber: 'PM-1',
        from: '2026-10-03',
        producerId: 'ea-tu',
        lines: [{ productId: 'mat-ong', quantity: 3, amount: 447_000 }],
      },
    ])
    await order(shop.visitor(), 'HONEY')
  })
  afterAll(() => shop.stop())

  it('begins with what is new', async () => {
    await producer.open('/producer')
    expect(producer.text('.tiles')).toContain('1 Đơn mới')
  })

  it('sees on which platforms each product is, when it was checked, at which price, and what was sold there', async () => {
    await producer.open('/producer/listings')
    const text = producer.text()
    expect(text).toContain('Postmart')
    expect(text).toContain('Kiểm tra lần cuối: 20/11/2026 · Giao dịch: 1 · Giá ở đó: 149.000 ₫ khác giá ở đây')
    expect(text).toContain('Trang này Giao dịch: 1')
    expect(producer.$('a[href="https://postmart.vn/mat-ong"]').attr('rel')).toContain('nofollow')
  })

  it('is told of the 180 to 120 days in which a renewal dossier is taken, before, within and after', async () => {
    // A clock that is set back ends the sessions that were begun before.
    const signIn = async () => {
      producer = await shop.visitor().open('/account/sign-in')
      await producer.press('main .button--primary', { identifier: PRODUCER.phone ?? '', password: PASSWORD })
    }
    const told = async (day: string) => {
      now = new Date(`${day}T05:00:00Z`)
      await signIn()
      await producer.open('/producer/listings')
      return producer.text('.notice')
    }
    // Issued on 10/02/2024, it ends on 10/02/2027: dossiers from 14/08/2026 to 13/10/2026.
    expect(await told('2026-06-01')).toContain('Hiệu lực đến 10/02/2027')
    expect(await told('2026-07-20')).toContain('từ 14/08/2026 đến 13/10/2026')
    expect(await told('2026-09-13')).toContain('nộp trước 13/10/2026 (còn 30 ngày)')
    expect(await told('2026-11-22')).toContain('Đã quá hạn nộp hồ sơ')
    now = NOON
    await signIn()
  })

  it('sees how often its products are looked at: people are counted, programs are not, and it survives a restart', async () => {
    const visit = async (agent: string, times: number) => {
      const shopper = shop.visitor({ 'user-agent': agent })
      for (let time = 0; time < times; time += 1) await shopper.open('/products/mat-ong')
    }
    await visit('Mozilla/5.0 (Linux; Android 14) Chrome/131.0 Mobile Safari/537.36', 3)
    await visit('Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 2)
    await workingsOf(shop.catalog).views.write()
    await visit('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1', 1)
    const [month] = shop.catalog.state.all('viewMonths')
    expect(month).toMatchObject({ producerId: 'ea-tu', views: { 'mat-ong': 3 } })
    await producer.open('/producer/figures')
    const total = producer.$('table').first().find('tbody tr').last()
    expect(producer.$(total).find('td').first().text()).toBe('4')
    const { bytes } = await producer.download('/producer/figures.csv')
    expect(bytes.toString().split('\r\n')[0]).toContain('Lượt xem')
  })

  it('sees its own figures by month in a chart with a table under it, and takes them away as CSV', async () => {
    await producer.open('/producer/figures?year=2026')
    expect(producer.$('.chart svg[role=img]').length).toBe(3)
    expect(producer.$('.chart__bar[height="108"]').length).toBeGreaterThan(0)
    const october = producer
      .$('tbody tr')
      .toArray()
      .map((row) => producer.$(row).text().replace(/\s+/gu, ' ').trim())
    expect(october).toContain('10/2026013447.000 ₫')
    expect(producer.text()).toContain('chỉ đếm, không ghi ai xem')
    await producer.open('/producer/figures.csv?year=2026')
    expect(producer.response.text).toContain('2026-10,0,1,3,447000')
    expect(producer.response.text).toContain('2026-11,4,1,1,150000')
  })
})
