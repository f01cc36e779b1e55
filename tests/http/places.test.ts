import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RANKING_RULE } from '../../src/search/ranking-rule.js'
import { openBrowseShop } from './browse-shop.js'
import { runShop, type RunningShop } from './trade-shop.js'

describe('looking around by place, producer and platform', () => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop('', { catalog: await openBrowseShop() })
  })
  afterAll(() => shop.stop())

  it('lists the 34 provinces of today, each with what went into it and how many products it has', async () => {
    const visitor = await shop.visitor().open('/provinces')
    expect(visitor.$('.row-links li')).toHaveLength(34)
    expect(visitor.text('a[href="/provinces/dak-lak"]')).toBe('Đắk LắkĐắk Lắk · Phú Yên3')
    expect(visitor.text('a[href="/provinces/tay-ninh"]')).toBe('Tây NinhLong An · Tây Ninh1')
  })

  it('leads from a province of today to its former ones and back', async () => {
    const visitor = await shop.visitor().open('/provinces/tay-ninh')
    await visitor.follow('.chip[href="/provinces/long-an"]')
    expect(visitor.text('h1')).toBe('Sản phẩm OCOP Long An (trước 7/2025)')
    expect(visitor.text()).toContain('Rượu đế Gò Đen')
    await visitor.follow('.notice a')
    expect(visitor.path).toBe('/provinces/tay-ninh')
  })

  it('leads on from a province that has nothing yet', async () => {
    const visitor = await shop.visitor().open('/provinces/ha-noi')
    expect(visitor.text('main')).toContain('Chưa có sản phẩm nào của tỉnh này')
    await visitor.follow('main .button')
    expect(visitor.path).toBe('/products')
  })

  it('lists producers that have something to show, and finds them without marks', async () => {
    const visitor = await shop.visitor().open('/producers?name=go+den')
    expect(visitor.text('.producer-grid')).toContain('Hộ kinh doanh Gò Đen')
    expect(visitor.text('.producer-grid')).not.toContain('Ea Tu')
    await visitor.follow('.producer-grid a')
    expect(visitor.text()).toContain('Rượu đế Gò Đen')
    expect(visitor.text()).not.toContain('Bản nháp')
  })

  it('shows of a platform how many of how many products are there, with the definition and the day', async () => {
    const visitor = await shop.visitor().open('/platforms/postmart')
    expect(visitor.text()).toMatch(/1 trên 1 sản phẩm đang được công nhận \(100,0%\)/)
    expect(visitor.text()).toMatch(/không cộng các số lại/)
    expect(visitor.text()).toMatch(/Tính đến 22\/11\/2026/)
    expect(visitor.text('.product-card')).toContain('Cà phê bột')
  })

  it('says of a platform with nothing on record just that, and of a closed one since when', async () => {
    const visitor = await shop.visitor().open('/platforms/sendo')
    expect(visitor.text()).toMatch(/Chưa ghi nhận sản phẩm nào/)
    expect(visitor.text()).toMatch(/Sàn đã đóng từ 15\/04\/2025/)
  })

  it('states the very numbers by which the search ranks', async () => {
    const visitor = await shop.visitor().open('/ranking')
    const shares = visitor
      .$('td.num')
      .toArray()
      .map((cell) => visitor.$(cell).text())
    const weights = [...Object.values(RANKING_RULE.parts), ...Object.values(RANKING_RULE.fields)]
    expect(shares).toEqual(weights.map((weight) => `${(weight * 100).toFixed(1).replace('.', ',')}%`))
  })

  it('names its owner, or says that it does not', async () => {
    expect((await shop.visitor().open('/help')).text()).toMatch(/Chủ trang chưa khai thông tin liên hệ/)
    const owned = await runShop('', {
      catalog: shop.catalog,
      owner: { name: 'Sở Nông nghiệp', phone: '0905 123 456' },
    })
    const help = await owned.visitor().open('/help')
    expect(help.text('.facts')).toMatch(/Chủ trang ?Sở Nông nghiệp.*Địa chỉ ?chưa có thông tin/)
    expect(help.$('.bottom a[href="tel:0905123456"] + a[href="https://zalo.me/0905123456"]')).toHaveLength(1)
    owned.server.close()
  })
})
