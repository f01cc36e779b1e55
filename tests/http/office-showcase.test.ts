import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowseShop } from './browse-shop.js'
import { signIntoOffice } from './office-person.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

describe.each(MOUNTS)('the office fills the home page, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let office: Visitor
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openBrowseShop() })
    office = await signIntoOffice(shop.visitor(), shop.catalog)
  })
  afterAll(() => shop.stop())

  const home = async () => (await shop.visitor().open('/')).text()

  it('puts news there, and withdraws it', async () => {
    expect((await shop.visitor().open('/office/showcase')).status).toBe(401)
    await office.open('/office')
    await office.follow('nav a[href$="/office/showcase"]')
    await office.follow('section[aria-labelledby=news] .button')
    await office.press('main .button--primary', { title: 'Hội chợ Buôn Ma Thuột', link: '/products?stock=1' })
    expect(office.text('[role=status]')).toBe('Đã lưu.')
    expect(await home()).toContain('Hội chợ Buôn Ma Thuột')
    await office.follow('section[aria-labelledby=news] .row__name')
    expect(office.$('#link').attr('value')).toBe('/products?stock=1')
    for (const link of [
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'https:\\evil.example',
      'javascript:alert(1)',
    ]) {
      await office.press('main .button--primary', { link })
      expect([link, office.status, office.$('#link').attr('value')]).toEqual([link, 422, link])
    }
    await office.press('main .button--primary', { link: '/products?q=cà phê', published: [] })
    expect(office.text('section[aria-labelledby=news]')).toContain('Đã rút')
    expect(await home()).not.toContain('Hội chợ Buôn Ma Thuột')
  })

  it('says what is wrong, field by field, and keeps what was typed', async () => {
    await office.open('/office/showcase/collections/new')
    await office.press('main .button--primary', { title: 'Quà Tết', products: '/products/mat-ong\nkhong-co' })
    expect(office.status).toBe(422)
    expect(office.text('#products-error')).toContain('khong-co')
    expect(office.$('#products').text()).toContain('/products/mat-ong')
    await office.press('main .button--primary', { products: '/products/mat-ong', until: '2020-01-01' })
    expect(office.text('#until-error')).toContain('không sớm hơn')
    expect(office.$('#title').attr('value')).toBe('Quà Tết')
  })

  it('puts a collection together in its own order; each change stands in the audit trail', async () => {
    await office.press('main .button--primary', { until: '', products: '/products/mat-ong\nruou-de', query: 'cà phê' })
    expect(office.path).toBe('/office/showcase?saved=1')
    expect(shop.catalog.productCollections.findPublished('qua-tet')?.productIds).toEqual(['mat-ong', 'ruou-de'])
    expect(await home()).toContain('Quà Tết')
    await office.open('/office/audit')
    expect(office.text()).toContain('Bộ sưu tập: lưu')
    expect((await office.open('/office/showcase/nothing/new')).status).toBe(404)
  })
})
