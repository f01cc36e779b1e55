import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { checkLinks } from '../../src/links/check-links.js'
import { mannersOf } from '../../src/links/manners.js'
import { PlatformSite } from '../links/platform-site.js'
import { NOON, openShop } from '../support/shop.js'
import { signIntoOffice } from './office-person.js'
import { acceptInvitation, ADMINISTRATOR, PRODUCER } from './signed-in.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const platform = (id: string, more: object = {}) => ({ id, slug: id, name: { vi: id }, own: false, ...more })

describe.each(MOUNTS)('the office’s work on listings, in a shop at “%s”', (mount) => {
  const site = new PlatformSite()
  let shop: RunningShop
  let office: Visitor
  let now = NOON

  const listing = (id: string, productId: string, platformId: string, path: string, price?: number) => ({
    id,
    productId,
    platformId,
    status: 'orderable' as const,
    url: site.origin + path,
    listedOn: '2026-01-05',
    ...(price === undefined ? {} : { price }),
  })

  async function checkAll(): Promise<void> {
    await checkLinks(shop.catalog.links.due(), {
      manners: mannersOf({}, { delay: 0, insideHosts: ['127.0.0.1'] }),
      mayVisit: ({ id }) => shop.catalog.links.claim(id),
      onChecked: (checked) => shop.catalog.links.record([checked]),
    })
  }

  beforeAll(async () => {
    await site.open()
    const catalog = await openShop({ now: () => now })
    await catalog.save({
      platforms: [
        platform('postmart'),
        platform('voso'),
        platform('shopee'),
        platform('sendo', { closedOn: '2025-04-15' }),
      ],
      certificates: [
        {
          id: 'old',
          productId: 'ruou-de',
          outcome: 'recognized',
          stars: 3,
          issuedOn: '2022-03-01',
          place: { list: 'pre-2025-07', province: '80' },
        },
      ],
      listings: [
        listing('alive', 'mat-ong', 'postmart', '/con', 150_000),
        listing('dear', 'mat-ong', 'voso', '/khac-gia', 150_000),
        listing('moved', 'ca-phe-bot', 'postmart', '/doi'),
        listing('gone', 'ca-phe-bot', 'voso', '/mat'),
        listing('broken', 'ca-phe-bot', 'shopee', '/hong'),
        listing('closed', 'mat-ong', 'sendo', '/con'),
        listing('refused', 'mat-ong', 'shopee', '/rieng/1'),
        listing('expired', 'ruou-de', 'postmart', '/con', 150_000),
      ],
    })
    shop = await runShop(mount, { catalog })
    office = await signIntoOffice(shop.visitor(), shop.catalog)
  })
  afterAll(async () => {
    site.close()
    await shop.stop()
  })

  const toDo = (): string[] =>
    office
      .$('section[aria-labelledby=work] li.stack')
      .toArray()
      .map((row) => office.$(row).find('p').first().text().replace(/\s+/g, ' ').trim())
  const rowOf = (id: string): string => `form[action$="/listings/${id}"]`

  it('stands in the navigation; before the first check it knows closed platforms and ended certificates', async () => {
    expect((await shop.visitor().open('/office/platforms')).status).toBe(401)
    await office.open('/office')
    await office.follow('nav a[href$="/office/platforms"]')
    expect(toDo()).toEqual(['Sàn đã đóng Mật ong hoa cà phê · sendo', 'Giấy hết hạn vẫn bán Rượu đế Gò Đen · postmart'])
    expect(office.text('section[aria-labelledby=work]')).toContain('Chưa kiểm tra đường dẫn nào; 7 đường dẫn chờ')
  })

  it('lists what the check found, the most urgent first; a platform that does not answer is given three days', async () => {
    await office.open('/office/platforms')
    expect(office.text('section[aria-labelledby=work]')).toContain('chưa tự kiểm tra đường dẫn')
    // Two processes hear of it; each address is visited by one of them.
    const checks: Promise<void>[] = []
    for (let process = 0; process < 2; process += 1) shop.catalog.links.onAsked(() => checks.push(checkAll()))
    await office.open('/office/platforms')
    await office.press('#check-now')
    expect(office.text('[role=status]')).toContain('Đang kiểm tra')
    await Promise.all(checks)
    const pages = site.requests.map(({ path }) => path).filter((path) => path !== '/robots.txt')
    expect(pages.filter((path) => path === '/mat')).toHaveLength(1)
    expect(pages).toHaveLength(6)
    await office.open('/office/platforms')
    expect(toDo()).toEqual([
      'Sàn đã đóng Mật ong hoa cà phê · sendo',
      'Trang không còn Cà phê bột · voso',
      'Đổi địa chỉ Cà phê bột · postmart',
      'Cần xem bằng tay Mật ong hoa cà phê · shopee',
      'Khác giá Mật ong hoa cà phê · voso',
      'Giấy hết hạn vẫn bán Rượu đế Gò Đen · postmart',
    ])
    expect(office.text('section[aria-labelledby=work]')).toContain('Trang ghi giá 135.000 ₫; danh mục ghi 150.000 ₫.')
    expect(office.text('section[aria-labelledby=work]')).toContain('Lần cuối: 22/11/2026; còn 0 đường dẫn')
    expect(shop.catalog.state.get('listings', 'alive').lastCheckedOn).toBe('2026-11-22')
    for (const day of ['23', '24', '25']) {
      now = new Date(`2026-11-${day}T05:00:00Z`)
      expect(shop.catalog.links.due().map(({ id }) => id)).toEqual(['broken'])
      await checkAll()
    }
    // The session of three days ago has ended.
    const another = { ...ADMINISTRATOR, phone: '0905 111 444', email: 'khac@example.vn' }
    office = await signIntoOffice(shop.visitor(), shop.catalog, another)
    await office.open('/office/platforms?show=unreachable')
    expect(toDo()).toEqual(['Không mở được Cà phê bột · shopee'])
    expect(office.text('section[aria-labelledby=work]')).toContain('Không mở được từ 22/11/2026 (mã 503)')
  })

  it('mends each with one button, which stands in the audit trail', async () => {
    const press = async (id: string, step: string) => {
      await office.open('/office/platforms')
      await office.press(`${rowOf(id)} button[value=${step}]`)
      return shop.catalog.state.get('listings', id)
    }
    expect(await press('closed', 'remove')).toMatchObject({ status: 'removed', delistedOn: '2026-11-25' })
    expect(office.text('.notice--good')).toBe('Đã ghi là gỡ khỏi sàn.')
    expect(await press('gone', 'remove')).toMatchObject({ status: 'removed' })
    expect(await press('moved', 'move')).toMatchObject({ url: `${site.origin}/moi` })
    expect(await press('dear', 'price')).toMatchObject({ price: 135_000 })
    expect(await press('refused', 'seen')).toMatchObject({ lastCheckedOn: '2026-11-25' })
    await press('broken', 'seen')
    expect(toDo()).toEqual(['Giấy hết hạn vẫn bán Rượu đế Gò Đen · postmart'])
    expect(shop.catalog.links.due().map(({ id }) => id)).toEqual(['moved'])
    const { entries } = await shop.catalog.audit.search(system('test'), { subject: 'dear' }, { limit: 5 })
    expect(entries[0]).toMatchObject({
      action: 'listings.price',
      before: { price: 150_000 },
      after: { price: 135_000 },
    })
  })

  it('refuses a step that the last check does not speak for, and people who only look', async () => {
    const token = office.$('[name=token], [name=formToken], form [type=hidden]').first()
    await office.post('/office/platforms/listings/alive', {
      [token.attr('name') ?? '']: token.attr('value') ?? '',
      step: 'move',
    })
    expect(office.text('.notice--warn')).toContain('Dữ liệu vừa đổi')
    const viewer = await signIntoOffice(shop.visitor(), shop.catalog, {
      ...ADMINISTRATOR,
      phone: '0905 111 333',
      email: 'xem@example.vn',
      memberships: [{ front: 'office', role: 'viewer', scope: 'country' }],
    })
    await viewer.open('/office/platforms')
    expect(viewer.status).toBe(200)
    expect(viewer.$('section[aria-labelledby=work] form')).toHaveLength(0)
  })

  it('adds and closes platforms', async () => {
    await office.open('/office/platforms')
    await office.follow('.heading-row .button--primary')
    await office.press('main .button--primary', { name: 'Sàn Tây Nguyên', website: 'tay nguyen' })
    expect(office.status).toBe(422)
    expect(office.text('#website-error')).not.toBe('')
    await office.press('main .button--primary', { website: 'taynguyen.example.vn', closedOn: '01/11/2026' })
    expect(office.text('section[aria-labelledby=platforms]')).toContain('Đã đóng 01/11/2026')
    expect(shop.catalog.state.findBySlug('platforms', 'san-tay-nguyen')?.website).toBe('https://taynguyen.example.vn')
    expect((await office.open(`/office/platforms/${shop.catalog.ownPlatform.id}`)).status).toBe(404)
  })

  it('the producer sees on its own page what was found', async () => {
    now = new Date('2026-11-25T05:00:00Z')
    await shop.catalog.save({ listings: [{ ...listing('gone-2', 'ca-phe-bot', 'sendo', '/mat') }] })
    const producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    await producer.open('/producer/listings')
    expect(producer.text()).toContain('Sàn đóng từ 15/04/2025')
  })
})

it('does not say that a listing is fine whose link nobody has checked', async () => {
  const shop = await runShop('', { catalog: await openShop() })
  const office = await signIntoOffice(shop.visitor(), shop.catalog)
  const work = async () => (await office.open('/office/platforms')).text('section[aria-labelledby=work]')
  await shop.catalog.save({ platforms: [platform('postmart')] })
  expect(await work()).toContain('mọi niêm yết đều ổn')
  await shop.catalog.save({
    listings: [
      {
        id: 'new',
        productId: 'mat-ong',
        platformId: 'postmart',
        status: 'orderable',
        url: 'https://postmart.example/mat-ong',
        listedOn: '2026-01-05',
      },
    ],
  })
  expect(await work()).toMatch(/1 đường dẫn chờ.*chưa biết/s)
  await shop.stop()
})
