import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provinceKey } from '../../src/index.js'
import { system } from '../../src/access/actor.js'
import { allRoutes } from '../../src/storefront/fronts/all-routes.js'
import type { Route } from '../../src/storefront/route.js'
import { workingsOf } from '../../src/site/workings.js'
import { NOON, openShop } from '../support/shop.js'
import { acceptInvitation, ADMINISTRATOR, officeVisitor, PRODUCER } from './signed-in.js'
import { runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const routes = await allRoutes()
const pathOf = ({ path }: Route): string => path.replace(/:\w+/g, 'x')
const inFront = (front: string): readonly Route[] => routes.filter(({ access }) => access?.front === front)

const call = (visitor: Visitor, route: Route, fields: Record<string, string> = {}): Promise<Visitor> =>
  route.method === 'get' ? visitor.open(pathOf(route)) : visitor.post(pathOf(route), fields)

describe('the fronts', () => {
  let shop: RunningShop
  let office: Visitor
  let producer: Visitor
  let viewer: Visitor
  beforeAll(async () => {
    shop = await runShop('', { catalog: await openShop() })
    office = await officeVisitor(shop, ADMINISTRATOR, NOON)
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    viewer = await officeVisitor(
      shop,
      {
        name: 'Người xem',
        phone: '0905 222 000',
        memberships: [{ front: 'office', role: 'viewer', scope: 'country' }],
      },
      NOON,
    )
  })
  afterAll(() => shop.stop())

  it('open to nobody who is not signed in, whatever the address', async () => {
    const guarded = routes.filter(({ access }) => access)
    expect(guarded.length).toBeGreaterThan(20)
    for (const route of guarded) {
      const stranger = await call(shop.visitor(), route)
      expect(stranger.status, `${route.method} ${route.path}`).toBe(401)
    }
  })

  it('guard every address below them', () => {
    const below = routes.filter(({ path }) => /^\/(office|producer)(\/|$)/.test(path))
    expect(below.filter(({ access }) => !access).map(({ path }) => path)).toEqual([])
  })

  it('keep producers out of the office, and the office out of the producers’ front', async () => {
    const tokenOf = async (visitor: Visitor, path: string) => {
      await visitor.open(path)
      return visitor.$('input[name=token]').val() as string
    }
    const [ours, theirs] = [await tokenOf(producer, '/producer'), await tokenOf(office, '/office')]
    for (const route of inFront('office'))
      expect((await call(producer, route, { token: ours })).status, `${route.method} ${route.path}`).toBe(403)
    for (const route of inFront('producer'))
      expect((await call(office, route, { token: theirs })).status, `${route.method} ${route.path}`).toBe(403)
  })

  it('show a viewer what may be looked at, and refuse what may not be done', async () => {
    await viewer.open('/office')
    expect(viewer.$('nav a[href="/office/accounts"]')).toHaveLength(0)
    for (const path of ['/office/accounts', '/office/audit', '/office/audit.csv', '/office/security'])
      expect((await viewer.open(path)).status, path).toBe(403)
    expect(viewer.text('h1')).toBe('Bạn không có quyền làm việc này')
  })

  it('take no form without the token of its session, and none of another site', async () => {
    const forms = routes.filter(({ access, method }) => access && method === 'post')
    for (const route of forms) {
      const visitor = route.access?.front === 'producer' ? producer : office
      expect((await call(visitor, route)).status, route.path).toBe(403)
      expect((await call(visitor, route, { token: 'x'.repeat(43) })).status, route.path).toBe(403)
    }
    await producer.open('/producer')
    const foreign = producer.$('input[name=token]').val() as string
    expect((await office.post('/office/accounts', { name: 'A', token: foreign })).status).toBe(403)
    await office.open('/office')
    const token = office.$('input[name=token]').val() as string
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }])
      expect((await office.post('/office/accounts', { name: 'A', token }, headers)).status).toBe(403)
    expect(shop.catalog.accounts.people.findByIdentifier(system('test'), 'A')).toBeNull()
  })

  it('are kept by no cache and found by no search engine', async () => {
    for (const path of ['/office', '/office/accounts', '/office/audit', '/office/security', '/account']) {
      await office.open(path)
      expect(office.status, path).toBe(200)
      expect(office.response.headers['cache-control'], path).toBe('no-store')
      expect(office.$('meta[name=robots]').attr('content'), path).toBe('noindex')
    }
    await office.open('/office/audit.csv')
    expect(office.response.headers['cache-control']).toBe('no-store')
  })

  it('say a name that looks like markup or a template as it is', async () => {
    const name = '<%= 191*7 %> <%- 7 %> &lt;i&gt; %253Ci <b>B</b>"><script>alert(1)</script>'
    await shop.catalog.accounts.people.invite(system('test'), { ...PRODUCER, phone: '0905 000 333', name })
    await office.open('/office/accounts')
    expect(office.$('main script')).toHaveLength(0)
    expect(office.text('.rows')).toContain(name)
  })
})

describe('the audit trail', () => {
  let shop: RunningShop
  let office: Visitor
  beforeAll(async () => {
    shop = await runShop('', { catalog: await openShop() })
    office = await officeVisitor(shop, ADMINISTRATOR, NOON)
    await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    await office.open('/office/accounts?q=0905333444')
    await office.follow('.row__name')
    await office.press('form[action$="/disable"] button')
  })
  afterAll(() => shop.stop())

  it('says who did what, when, from what to what', async () => {
    await office.open('/office/audit')
    const newest = office.text('.deed:first-child')
    expect(newest).toContain('22/11/2026')
    expect(newest).toContain('Trần Thị Quản')
    expect(newest).toMatch(/Tài khoản: khóa · Y Thu Niê/)
    expect(newest).toMatch(/Trạng thái ?trước: đang dùng → sau: bị khóa/)
  })

  it('is searched by who, what, which record and day', async () => {
    await office.open('/office/audit?actor=tran+thi&action=accounts.disable')
    expect(office.$('.deed')).toHaveLength(1)
    await office.follow('.deed p + p a')
    const actions = office.$('.deed strong').toArray()
    expect(actions.length).toBeGreaterThan(2)
    await office.open('/office/audit?from=2026-11-23')
    expect(office.text('main')).toContain('Không có mục nào khớp')
    await office.open('/office/audit?until=2026-11-22&action=accounts')
    expect(office.$('.deed').length).toBeGreaterThan(3)
    await office.open('/office/audit?from=not-a-day&after=%00')
    expect(office.status).toBeLessThan(500)
  })

  it('is exported as CSV, without a secret or a phone number in it', async () => {
    await office.open('/office/audit.csv?action=accounts')
    expect(office.response.headers['content-disposition']).toBe('attachment; filename="audit-2026-11-22.csv"')
    expect(office.response.text).toMatch(/^\uFEFFThời điểm \(UTC\),Người thực hiện/)
    expect(office.response.text).toContain('accounts.disable')
    expect(office.response.text).toContain('Tài khoản: khóa,Y Thu Niê,Trạng thái: đang dùng → bị khóa')
    expect(office.response.text).not.toMatch(/scrypt|84905|hash|secret/i)
  })

  it('calls packs by product and size with their SKU, on the page, in the file and for programs', async () => {
    const { catalog } = shop
    const person = system('Kho')
    await catalog.goods.change(person, 'ea-tu', [{ sku: 'CF-500', price: 125_000, stock: 12 }])
    await catalog.prices.change(person, 'CF-250', { vatRate: 8 })
    await catalog.lots.save(person, { productId: 'ca-phe-bot', number: 'L1', sku: 'CF-250', status: 'current' })
    await office.open('/office/audit?actor=Kho')
    const deeds = office.$('.deed').toArray()
    const told = deeds.map((deed) => office.$(deed).text().replace(/\s+/g, ' '))
    expect(told.join('\n')).toMatch(/Sản phẩm: đổi tồn kho · Cà phê bột 500 g \(CF-500\) ?trước: 10 → sau: 12/)
    expect(told.join('\n')).toMatch(
      /Sản phẩm: đổi giá · Cà phê bột 500 g \(CF-500\) ?trước: 120\.000 ₫ → sau: 125\.000 ₫/,
    )
    expect(told.join('\n')).toContain('Sản phẩm: đổi giá · Cà phê bột · 250 g (CF-250) Thuế GTGT (%)sau: 8 \n')
    expect(told.join('\n')).toContain('Mã quy cách (SKU)sau: Cà phê bột · 250 g (CF-250)')
    await office.open('/office/audit.csv?actor=Kho')
    expect(office.response.text).toContain('Cà phê bột,500 g (CF-500): 10 → 12')
    expect(office.response.text).toContain('Cà phê bột · 250 g (CF-250)')
  })

  it('of a province holds what lies in the province', async () => {
    const local = await officeVisitor(
      shop,
      {
        name: 'Lê Văn Tỉnh',
        phone: '0905 222 333',
        memberships: [{ front: 'office', role: 'administrator', scope: [provinceKey('2025-07', '80')] }],
      },
      NOON,
    )
    await local.open('/office/audit')
    expect(local.text('.rows')).not.toContain('Y Thu Niê')
    expect(local.text('.rows')).toContain('Lê Văn Tỉnh')
  })
})

describe('what is turned away', () => {
  it('is counted by day, and written in coarse steps', async () => {
    const shop = await runShop('', { catalog: await openShop() })
    const office = await officeVisitor(shop, ADMINISTRATOR, NOON)
    const scanner = shop.visitor()
    for (const path of ['/wp-login.php', '/.env', '/.git/config', '/phpmyadmin']) await scanner.open(path)
    await scanner.post('/account/sign-in', { identifier: 'admin', password: 'admin', next: '' })
    await scanner.post('/account/sign-in', { identifier: 'a', password: 'b' }, { 'sec-fetch-site': 'cross-site' })
    await office.open('/office/security')
    const cells = (row: string) =>
      office
        .$(`${row} td`)
        .toArray()
        .map((cell) => office.$(cell).text())
    expect(cells('tbody tr:nth-child(2)')).toEqual(['1', '0', '0', '1', '4'])
    expect(office.text('.big-figure')).toBe('6 lần bị chặn')
    await workingsOf(shop.catalog).security.write()
    expect(shop.catalog.state.find('securityDays', '2026-11-22')).toMatchObject({ unknownPath: 4, version: 1 })
    await scanner.open('/cgi-bin/')
    await office.open('/office/security')
    expect(cells('tbody tr:nth-child(2)')).toEqual(['1', '0', '0', '1', '5'])
    await shop.stop()
  })

  it('are machines that try address after address, and nobody who shares theirs', async () => {
    const shop = await runShop('', { catalog: await openShop() })
    const scanner = shop.visitor()
    const seen: number[] = []
    for (let tried = 0; tried < 62; tried++) seen.push((await scanner.open(`/backup-${tried}.zip`)).status)
    expect(seen).toEqual([...Array.from({ length: 60 }, () => 404), 429, 429])
    expect(scanner.text('h1')).toBe('Bạn thử quá nhiều lần')
    const shopper = shop.visitor()
    for (const path of ['/', '/products', '/cart', '/account/sign-in'])
      expect((await shopper.open(path)).status).toBe(200)
    const office = await officeVisitor(shop, ADMINISTRATOR, NOON)
    await office.open('/office/security')
    expect(office.text('.big-figure')).toBe('64 lần bị chặn')
    await shop.stop()
  })
})
