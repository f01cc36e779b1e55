import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { openBrowseShop } from './browse-shop.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'

describe.each(MOUNTS)('finding one’s way in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let now = new Date('2026-11-22T05:00:00Z')
  beforeAll(async () => {
    const catalog = await openBrowseShop({ now: () => now })
    const honey = catalog.state.get('products', 'mat-ong')
    await catalog.save({
      products: [{ ...honey, origin: { list: '2025-07', province: '66', commune: '24133' } }],
      stock: [{ sku: 'SPIRIT', quantity: 3 }],
    })
    await catalog.productCollections.save(system('test'), {
      id: 'tet',
      slug: 'qua-tet',
      title: { vi: 'Quà Tết', en: 'Gifts for Tết' },
      text: { vi: 'Chọn cho ngày sum họp.' },
      from: '2026-11-20',
      until: '2026-11-25',
      productIds: ['ruou-de', 'draft'],
      query: 'mật ong',
      status: 'published',
    })
    await catalog.announcements.save(system('test'), {
      id: 'fair',
      slug: 'hoi-cho',
      title: { vi: 'Hội chợ OCOP cuối tuần' },
      link: '/products?stock=1',
      from: '2026-11-22',
      status: 'published',
    })
    shop = await runShop(mount, { catalog })
  })
  afterAll(() => shop.stop())

  it('goes from a province to a commune and the producers there', async () => {
    const visitor = await shop.visitor().open('/provinces/dak-lak')
    await visitor.follow('main .row-links a')
    expect(visitor.path).toBe('/provinces/dak-lak/24133')
    expect(visitor.text('h1')).toMatch(/^Sản phẩm OCOP .*, Đắk Lắk$/)
    expect(visitor.text('.grid-cards')).toContain('Mật ong hoa cà phê')
    expect(visitor.text('.row-links')).toContain('Hợp tác xã Ea Tu')
    expect((await shop.visitor().open('/provinces/long-an/24133')).status).toBe(404)
  })

  it('sees on the home page what is in season, what is news, and no longer than it lasts', async () => {
    const visitor = await shop.visitor().open('/')
    expect(visitor.text()).toContain('Hội chợ OCOP cuối tuần')
    expect(visitor.$(`a[href="${mount}/products?stock=1"]`).length).toBeGreaterThan(0)
    await visitor.follow('a[href$="/collections/qua-tet"]')
    expect(visitor.text('h1')).toBe('Quà Tết')
    const names = visitor
      .$('.product-card__name')
      .toArray()
      .map((name) => visitor.$(name).text())
    expect(names.slice(0, 2)).toEqual(['Rượu đế Gò Đen', 'Mật ong hoa cà phê'])
    expect(names).not.toContain('Bản nháp chưa công bố')
    expect((await shop.visitor().open('/collections/qua-tet?lang=en')).text('h1')).toBe('Gifts for Tết')

    now = new Date('2026-11-25T17:00:00Z')
    expect((await shop.visitor().open('/')).text()).not.toContain('Quà Tết')
    const over = await shop.visitor().open('/collections/qua-tet')
    expect(over.text()).toContain('đã kết thúc')
    expect(over.$('meta[name="robots"]').attr('content')).toBe('noindex')
    now = new Date('2026-11-22T05:00:00Z')
  })

  it('is told which product of a collection is not known', async () => {
    const draft = { id: 'x', slug: 'x', title: { vi: 'X' }, from: '2026-11-22', status: 'published' as const }
    await expect(
      shop.catalog.productCollections.save(system('test'), { ...draft, productIds: ['mat-ong', 'nothing'] }),
    ).rejects.toMatchObject({ issues: [{ path: 'productIds.1', code: 'notFound' }] })
  })

  it('lays two products side by side by links and forms alone', async () => {
    const visitor = await shop.visitor().open('/products/ca-phe-bot')
    await visitor.follow('a[href*="/compare"]')
    expect(visitor.text('h2')).toContain('Chọn sản phẩm thứ hai')
    await visitor.press('.inline-search button', { q: 'ruou' })
    await visitor.follow('main .row-links a')
    expect(visitor.path).toBe('/compare?p=ca-phe-bot&p=ruou-de')
    expect(visitor.text('.compare')).toMatch(/250 g: 65\.000 ₫ \(260\.000 ₫\/kg\)/)
    expect(visitor.text('.compare')).toMatch(/1 l: 90\.000 ₫ \(90\.000 ₫\/l\)/)
    expect(visitor.text('.compare')).toMatch(/Hợp tác xã Ea Tu.*Hộ kinh doanh Gò Đen/)
    await shop.visitor().open('/compare?p=nothing&p=draft')
    expect((await shop.visitor().open('/compare?p=nothing&p=draft')).text('h2')).toContain('thứ nhất')
  })

  it('keeps products on the device, without a script, and takes them off again', async () => {
    const visitor = await shop.visitor().open('/products/mat-ong')
    await visitor.press('[data-wish] button')
    expect(visitor.path).toBe('/products/mat-ong')
    expect(visitor.cookie('wishes')).toBe('mat-ong')
    await visitor.post('/wishlist', { slug: 'ruou-de' })
    await visitor.post('/wishlist', { slug: 'draft' })
    expect(visitor.cookie('wishes')).toBe('ruou-de.mat-ong')
    await visitor.open('/wishlist')
    expect(visitor.response.headers['cache-control']).toBe('no-store')
    await visitor.press('button[value=remove]')
    expect(visitor.text('.grid-cards')).not.toContain('Rượu đế')
    // One alone is compared with nothing.
    expect(visitor.$('main a[href*="/compare"]')).toHaveLength(0)
    await visitor.press('button[value=remove]')
    expect(visitor.text()).toContain('Chưa lưu sản phẩm nào')
    await visitor.post('/wishlist', { slug: 'mat-ong', back: 'https://evil.example/' })
    expect(visitor.path).toBe('/wishlist')
  })

  it('lays the two products saved last side by side', async () => {
    const visitor = shop.visitor()
    const compared = 'main a[href*="/compare"]'
    for (const slug of ['mat-ong', 'ruou-de']) await visitor.post('/wishlist', { slug })
    expect(visitor.text(compared)).toBe('So sánh hai sản phẩm này')
    await visitor.post('/wishlist', { slug: 'ca-phe-bot' })
    expect(visitor.text(compared)).toBe('So sánh hai sản phẩm lưu sau cùng')
    expect((await visitor.open('/wishlist?lang=en')).text(compared)).toBe('Compare the two saved last')
    await visitor.follow(compared)
    expect(visitor.path).toBe('/compare?p=ca-phe-bot&p=ruou-de')
    expect(visitor.text('.compare')).toMatch(/Ea Tu.*Gò Đen/)
  })

  it('sorts by the price of a kilogram or a litre', async () => {
    const { $ } = await shop.visitor().open('/products?sort=unitPrice')
    const names = $('.product-card__name')
      .toArray()
      .map((name) => $(name).text())
    expect(names.slice(1, 4)).toEqual(['Rượu đế Gò Đen', 'Cà phê bột', 'Mật ong hoa cà phê'])
    expect($('#sort option[selected]').text()).toBe('Giá mỗi kg, lít thấp trước')
  })
})
