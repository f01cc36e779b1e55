import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { without } from '../../src/catalog/without.js'
import { createCatalog, openMemoryStore, type Catalog, type Letter } from '../../src/index.js'
import { startWork } from '../../src/storefront/index.js'
import { PushService } from '../support/push-service.js'
import { Receiver } from '../support/receiver.js'
import { stockShop } from '../support/shop.js'
import { signIntoOffice } from './office-person.js'
import { acceptInvitation, ADMINISTRATOR, PASSWORD, PRODUCER } from './signed-in.js'
import { runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const PROGRAM = system('test')
const certificate = (id: string, productId: string, issuedOn: string, more: object = {}) => ({
  id,
  productId,
  outcome: 'recognized' as const,
  stars: 4 as const,
  issuedOn,
  recognizedBy: { level: 'province' as const },
  place: { list: 'pre-2025-07' as const, province: productId === 'ruou-de' ? '80' : '66' },
  ...more,
})

describe('certificates that run out', () => {
  const letters: Letter[] = []
  const store = openMemoryStore()
  let now = new Date()
  let push: PushService
  let receiver: Receiver
  let [shop, producer, office] = [null, null, null] as unknown as [RunningShop, Visitor, Visitor]

  const open = (): Promise<Catalog> =>
    createCatalog({
      store,
      clock: () => now,
      insideHosts: ['127.0.0.1'],
      baseUrl: 'https://ocop.example.vn',
      mailer: { send: (letter) => Promise.resolve(void letters.push(letter)) },
    })
  const on = (day: string, hour = 12) => (now = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`))
  /** Sessions end long before certificates do. */
  const signIn = async (): Promise<void> => {
    producer = shop.visitor()
    await producer.open('/producer')
    await producer.press('main .button--primary', { identifier: '0905333444', password: PASSWORD })
  }
  /** What the processes of the shop tell on a day, each of them looking. */
  const warn = async (catalogs: readonly Catalog[] = [shop.catalog]): Promise<number> => {
    const told = await Promise.all(catalogs.map((catalog) => catalog.certificateEnds.warnDue()))
    await shop.catalog.deliveries.sendDue()
    return told.reduce((sum, count) => sum + count, 0)
  }

  beforeAll(async () => {
    on('2026-06-01')
    const catalog = await open()
    await stockShop(catalog)
    await catalog.save({
      certificates: [
        // Ends on 10/02/2027; 90 days before is 12/11/2026, 30 days before 11/01/2027.
        certificate('honey', 'mat-ong', '2024-02-10'),
        certificate('old-spirit', 'ruou-de', '2021-03-01'),
        // Its successor is decided already.
        certificate('coffee', 'ca-phe-bot', '2024-02-10'),
        certificate('coffee-2', 'ca-phe-bot', '2026-05-01'),
      ],
    })
    shop = await runShop('/ocop', { catalog })
    ;[push, receiver] = [await PushService.open(), await Receiver.open()]
    producer = await acceptInvitation(shop.visitor(), catalog, PRODUCER)
    await producer.open('/producer/notices')
    await producer.press('#turn-on', push.subscription)
    await catalog.notices.save(PROGRAM, 'ea-tu', 'htx@example.vn', 'vi')
    await catalog.webhooks.create(
      PROGRAM,
      { kind: 'producer', producerId: 'ea-tu' as never },
      { name: 'A', url: receiver.url, events: ['certificate.expiring'] },
    )
  })
  afterAll(async () => {
    push.close()
    receiver.close()
    await shop.stop()
  })

  it('are told at 90 and 30 days and at the end, once each, by mail, phone and program, of two processes by one', async () => {
    const second = await open()
    on('2026-11-11')
    expect(await warn([shop.catalog, second])).toBe(0)
    on('2026-11-12', 6)
    expect(await warn([shop.catalog, second])).toBe(0)
    on('2026-11-12', 7)
    expect(await warn([shop.catalog, second])).toBe(1)
    expect(await warn([second, shop.catalog])).toBe(0)
    // A process that begins anew finds it told.
    on('2026-12-24')
    const third = await open()
    expect(await warn([third, second, shop.catalog])).toBe(0)
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
      ['htx@example.vn', 'Giấy OCOP còn 90 ngày: Mật ong hoa cà phê'],
    ])
    expect(letters[0]?.text).toContain('hết hạn 10/02/2027, còn 90 ngày')
    expect(letters[0]?.text).toContain('https://ocop.example.vn/producer/listings')
    on('2027-01-11')
    expect(await warn([third, second])).toBe(1)
    on('2027-02-10')
    expect(await warn([second, third])).toBe(1)
    expect(await warn()).toBe(0)
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Giấy OCOP còn 90 ngày: Mật ong hoa cà phê',
      'Giấy OCOP còn 30 ngày: Mật ong hoa cà phê',
      'Giấy OCOP đã hết hạn: Mật ong hoa cà phê',
    ])
    expect(push.read().map(({ title, path }) => [title, path])).toEqual([
      ['Giấy OCOP còn 90 ngày', '/producer/listings'],
      ['Giấy OCOP còn 30 ngày', '/producer/listings'],
      ['Giấy OCOP đã hết hạn', '/producer/listings'],
    ])
    const bodies = receiver.received.map(({ body }) => JSON.parse(body) as { type: string; data: object })
    expect(bodies.map(({ data }) => data)).toMatchObject([
      { certificateId: 'honey', productId: 'mat-ong', producerId: 'ea-tu', step: 'days90', until: '2027-02-10' },
      { step: 'days30' },
      { step: 'expired' },
    ])
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3)
    await signIn()
    await producer.open('/producer/notices')
    expect(producer.text('[aria-labelledby=letters]')).toContain('Giấy chứng nhận sắp hết hạn Mật ong hoa cà phê')
  })

  it('stand on the producer’s first page and on the item; a dossier that is in ends the worry', async () => {
    const told = async (day: string) => {
      on(day)
      await signIn()
      await producer.open('/producer')
      const first = producer.text('[aria-labelledby=renewals] .notice')
      await producer.open('/producer/products')
      expect(producer.text('.goods .notice')).toBe(first.replace('Mật ong hoa cà phê', 'Giấy chứng nhận OCOP'))
      return first
    }
    expect(await told('2026-06-01')).toBe('')
    expect(await told('2026-11-12')).toContain('Còn 90 ngày là hết hạn (10/02/2027)')
    expect(await told('2027-01-20')).toContain('Còn 21 ngày là hết hạn')
    expect(await told('2027-02-10')).toContain('Giấy hết hiệu lực từ 10/02/2027')
    const renewed = certificate('honey', 'mat-ong', '2024-02-10', { renewal: { filedOn: '2026-09-20' } })
    await shop.catalog.save({ certificates: [renewed] })
    expect(await told('2027-01-20')).toBe('')
    expect(await told('2027-03-01')).toBe('')
    // It carries the old certificate 180 days beyond its end and no further.
    expect(await told('2027-08-08')).toBe('')
    expect(await told('2027-08-09')).toContain('Giấy hết hiệu lực')
    await shop.catalog.save({ certificates: [certificate('honey', 'mat-ong', '2024-02-10')] })
  })

  it('are a list for the office, by time left, as a file, and within its provinces alone', async () => {
    on('2027-01-20')
    office = await signIntoOffice(shop.visitor(), shop.catalog)
    await office.open('/office')
    expect(office.text('[aria-labelledby=waiting]')).toContain('1 giấy chứng nhận sắp hết hạn 1 đã hết hạn')
    await office.follow('[aria-labelledby=waiting] a[href$="/office/certificates"]')
    expect(office.text('main nav')).toMatch(/Tất cả \(2\).*Còn 1–30 ngày \(1\) Đã hết hạn \(1\)/)
    expect(office.text('.rows')).toMatch(
      /Còn 1–30 ngày Mật ong hoa cà phê Hết hạn 10\/02\/2027, còn 21 ngày\. Hợp tác xã Ea Tu · Đắk Lắk.*Đã hết hạn Rượu đế/,
    )
    await office.open('/office/certificates?show=expired')
    expect(office.text('.rows')).not.toContain('Mật ong')
    const { bytes } = await office.download('/office/certificates.csv?show=days30')
    expect(bytes.toString().split('\r\n').slice(0, 3)).toEqual([
      expect.stringContaining('mã sản phẩm,sản phẩm,chủ thể'),
      'mat-ong,Mật ong hoa cà phê,Hợp tác xã Ea Tu,02623852852,Đắk Lắk,4,,2027-02-10,21,Còn 1–30 ngày',
      '',
    ])
    const elsewhere = await signIntoOffice(shop.visitor(), shop.catalog, {
      ...ADMINISTRATOR,
      phone: '0905 111 333',
      email: 'tay-ninh@example.vn',
      memberships: [{ front: 'office', role: 'viewer', scope: ['2025-07:80'] as never }],
    })
    await elsewhere.open('/office/certificates?lang=en')
    expect(elsewhere.text('.rows')).not.toContain('Mật ong')
    expect(elsewhere.text('.rows')).toContain('Rượu đế')
  })

  it('are looked at by a shop that serves: a certificate whose day was corrected is told anew', async () => {
    on('2027-01-20')
    const corrected = certificate('honey', 'mat-ong', '2024-02-10', { expiresOn: '2027-02-12' })
    await shop.catalog.save({ certificates: [corrected] })
    const stop = startWork({ catalog: shop.catalog })
    await expect.poll(() => letters.at(-1)?.text).toContain('hết hạn 12/02/2027, còn 23 ngày')
    await stop()
    expect(letters).toHaveLength(4)
  })

  it('are one letter and one notice a day for a producer with many, and an event each for programs', async () => {
    on('2027-06-01')
    const many = Array.from({ length: 57 }, (_, index) => `tra-${index + 1}`)
    const honey = without(shop.catalog.state.get('products', 'mat-ong'), 'version', 'changedAt')
    const teaOf = (id: string) => ({
      ...honey,
      ...{ id, slug: id, name: { vi: `Trà ${id}` } },
      variants: honey.variants.map((variant) => ({ ...variant, sku: id.toUpperCase() })),
    })
    // Of 57 certificates two end on 03/07/2027, in 30 days, and the others on 01/09/2027, in 90.
    const endOf = (index: number) => ({ expiresOn: index < 2 ? '2027-07-03' : '2027-09-01' })
    await shop.catalog.save({
      products: many.map(teaOf),
      certificates: many.map((id, index) => certificate(`paper-${id}`, id, '2024-09-01', endOf(index))),
    })
    // What is under way is told before the clock moves on.
    await shop.catalog.deliveries.sendDue()
    const [letterCount, noticeCount, eventCount] = [letters.length, push.read().length, receiver.received.length]
    on('2027-06-03')
    const second = await open()
    expect(await warn([shop.catalog, second])).toBe(57)
    expect(await warn([second, await open(), shop.catalog])).toBe(0)
    const [letter, ...others] = letters.slice(letterCount)
    expect(others).toEqual([])
    expect(letter?.subject).toBe('57 giấy OCOP sắp hết hạn: Trà tra-1, Trà tra-2, Trà tra-3 và 54 sản phẩm khác')
    expect(letter?.text).toMatch(
      /^- Trà tra-1: hết hạn 03\/07\/2027, còn 30 ngày\.\n- Trà tra-2: .*\n\nHạn nộp hồ sơ đánh giá lại đã qua.*\n\n- Trà tra-3: hết hạn 01\/09\/2027, còn 90 ngày/,
    )
    expect(letter?.html.match(/<li>/g)).toHaveLength(57)
    expect(push.read().slice(noticeCount)).toMatchObject([
      {
        title: '57 giấy OCOP sắp hết hạn',
        body: 'Trà tra-1, Trà tra-2, Trà tra-3 và 54 sản phẩm khác',
      },
    ])
    expect(receiver.received).toHaveLength(eventCount + 57)
    await signIn()
    await producer.open('/producer/notices')
    expect(producer.text('[aria-labelledby=letters]')).toContain('Trà tra-1 và 56 sản phẩm khác')
    // What is corrected later on the day is told on the next.
    await shop.catalog.save({
      certificates: [certificate('paper-tra-9', 'tra-9', '2024-09-01', { expiresOn: '2027-08-30' })],
    })
    on('2027-06-03', 20)
    expect(await warn()).toBe(0)
    on('2027-06-04')
    expect(await warn()).toBe(1)
    expect(letters.at(-1)?.subject).toBe('Giấy OCOP còn 87 ngày: Trà tra-9')
  })
})
