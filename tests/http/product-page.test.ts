import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_NAME, openBrowseShop } from './browse-shop.js'
import { runShop, type RunningShop } from './trade-shop.js'

describe('the page of a product', () => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop('', { catalog: await openBrowseShop() })
  })
  afterAll(() => shop.stop())

  const open = (slug: string, query = '') => shop.visitor().open(`/products/${slug}${query}`)

  it('states the certificate: stars, decision, who recognised it, until when, and the source', async () => {
    const visitor = await open('ca-phe-bot')
    const recognition = visitor.text('#recognition')
    expect(recognition).toMatch(/4 sao/)
    expect(recognition).toMatch(/Còn hiệu lực đến 14\/03\/2028/)
    expect(recognition).toMatch(/Quyết định ?512\/QĐ-UBND/)
    expect(recognition).toMatch(/UBND cấp tỉnh/)
    expect(recognition).toMatch(/Mã sản phẩm ?nguồn không nêu/)
    expect(visitor.$('#recognition .source a').attr('href')).toBe('https://example.vn/ocop/ca-phe')
  })

  it('says of a certificate dated by year alone no more than is known', async () => {
    const recognition = (await open('mat-ong')).text('#recognition')
    expect(recognition).toMatch(/Công nhận năm 2023; chưa rõ hôm nay còn hiệu lực không/)
    expect(recognition).toMatch(/Hiệu lực đến ?năm 2026/)
  })

  it('shows an expired certificate as expired', async () => {
    expect((await open('ruou-de')).text('#recognition')).toMatch(/Đã hết hiệu lực từ 01\/05\/2025/)
  })

  it('says that there is no record of a recognition, rather than nothing', async () => {
    expect((await open('hostile')).text('#recognition')).toMatch(/Chưa tìm thấy hồ sơ công nhận/)
  })

  it('offers every pack with its price, unit price and stock, and buys now or fills the cart', async () => {
    const visitor = await open('ca-phe-bot')
    const packs = visitor
      .$('.variant')
      .toArray()
      .map((pack) => visitor.$(pack).text().replace(/\s+/g, ' '))
    expect(packs[0]).toMatch(/250 g.*Còn hàng.*65\.000 ₫.*260\.000 ₫\/kg/)
    expect(packs[1]).toMatch(/500 g.*120\.000 ₫.*240\.000 ₫\/kg/)
    expect(visitor.text('.buy')).toMatch(/đã gồm VAT/)
    await visitor.press('[formaction]', { sku: 'CF-500', quantity: '1' })
    expect(visitor.path).toMatch(/^\/checkout/)
  })

  it('marks a made-up price where it stands, warns on top, and keeps it from search engines', async () => {
    const visitor = await open('hostile')
    expect(visitor.text('.variant')).toMatch(/giá minh họa/)
    expect(visitor.text('.sample')).toMatch(/Cửa hàng mẫu/)
    expect(visitor.response.text).not.toContain('50000')
    const real = await open('ca-phe-bot')
    expect(real.$('.sample')).toHaveLength(0)
    expect(real.response.text).toContain('"price":65000')
  })

  it('shows a pack without a price as not for sale', async () => {
    const visitor = await open('hostile')
    expect(visitor.$('[value="UNPRICED"]').attr('disabled')).toBeDefined()
    expect(visitor.text('.variant:last-child')).toMatch(/Chưa có giá/)
  })

  it('lists where else it is sold, with the price there and the day of the check; closed platforms as closed', async () => {
    const visitor = await open('ca-phe-bot')
    const rows = visitor
      .$('.listings li')
      .toArray()
      .map((row) => visitor.$(row).text().replace(/\s+/g, ' '))
    expect(rows[0]).toMatch(/Postmart\.vn.*Đang bán · Kiểm tra: 20\/11\/2026.*118\.000 ₫/)
    expect(rows[0]).toContain('giá khác ở đây')
    expect(rows[1]).toMatch(/Sendo.*Sàn đã đóng · Kiểm tra: chưa kiểm tra/)
    expect(rows[1]).not.toContain('giá khác')
    expect(
      visitor
        .$('.listings .button')
        .toArray()
        .map((link) => visitor.$(link).attr('href')),
    ).toEqual(['https://postmart.vn/ca-phe'])
  })

  it('names the place of recognition and what it is today', async () => {
    const visitor = await open('ruou-de')
    expect(visitor.text()).toMatch(/Nơi được công nhận ?Tỉnh Long An/)
    expect(visitor.text()).toMatch(/Nay thuộc ?Tỉnh Tây Ninh/)
    expect(visitor.text()).toMatch(/Tây Ninh \(Long An cũ\)/)
  })

  it('says which required facts of the label are missing', async () => {
    const visitor = await open('ca-phe-bot')
    expect(visitor.text()).toMatch(/Chưa có thông tin: thành phần/)
  })

  it('warns that spirits are for adults', async () => {
    expect((await open('ruou-de')).text()).toMatch(/đủ 18 tuổi/)
    expect((await open('ca-phe-bot')).text()).not.toMatch(/18 tuổi/)
  })

  it('gives the producer’s number to call with one tap, and a talk on Zalo where it is a mobile one', async () => {
    const visitor = await open('ca-phe-bot')
    expect(visitor.$('a[href="tel:+842623852852"]').length).toBeGreaterThan(0)
    const quiet = await open('ruou-de')
    expect(quiet.text('main')).toContain('Người bán chưa công bố số điện thoại')
    expect(quiet.$('main a[href="/products/ruou-de/questions"]').length).toBeGreaterThan(0)
    const producer = await shop.visitor().open('/producers/go-den')
    expect(producer.text('main')).toContain('Người bán chưa công bố số điện thoại')
    expect(producer.$('footer a[href="tel:1022"]')).toHaveLength(1)
    expect(visitor.$('a[href^="https://zalo.me/"]')).toHaveLength(0)

    const known = shop.catalog.state.get('producers', 'go-den')
    await shop.catalog.save({ producers: [{ ...known, phone: '0912 345 678' }] })
    for (const page of [await open('ruou-de'), await shop.visitor().open('/producers/go-den')])
      expect(page.$('main a[href="tel:+84912345678"] + a[href="https://zalo.me/0912345678"]')).toHaveLength(1)
    await shop.catalog.save({ producers: [{ ...shop.catalog.state.get('producers', 'go-den'), phone: undefined }] })
  })

  it('is passed on by its own address, shown to copy, and by a plain link to Facebook', async () => {
    const { $ } = await open('ca-phe-bot')
    const own = $('link[rel="canonical"]').attr('href') ?? ''
    expect(own).toMatch(/\/products\/ca-phe-bot$/)
    expect([$('.share').attr('data-share'), $('.share input').val()]).toEqual([own, own])
    const facebook = $('.share a:contains("Facebook")').attr('href') ?? ''
    expect(new URL(facebook).searchParams.get('u')).toBe(own)
  })

  it('says before the cart what delivery costs by the shop’s own rule', async () => {
    expect((await open('mat-ong')).text('.buy')).toMatch(/Phí giao 30\.000\s₫; mua nhiều hơn thì giỏ hàng tính đúng\./)
    expect((await open('ca-phe-bot', '?lang=en')).text('.buy')).toMatch(/Shipping 30\.000\s₫/)
  })

  it('prints a hostile name as the letters that it is, in text, titles and machine-readable facts', async () => {
    const visitor = await open('hostile')
    expect(visitor.text('h1')).toBe(HOSTILE_NAME)
    expect(visitor.title).toContain(HOSTILE_NAME)
    expect(visitor.$('img[onerror]')).toHaveLength(0)
    expect(visitor.$('script:not([src]):not([type="application/ld+json"])')).toHaveLength(0)
    const facts = JSON.parse(visitor.$('script[type="application/ld+json"]').first().text()) as { name: string }
    expect(facts.name).toBe(HOSTILE_NAME)
    const list = await shop.visitor().open('/products')
    expect(list.$('script:not([src])').text()).not.toContain('alert')
    expect(list.$('img[onerror]')).toHaveLength(0)
  })

  it('does not show a product that is not published', async () => {
    expect((await open('draft')).status).toBe(404)
    expect((await shop.visitor().open('/covers/draft.svg')).status).toBe(404)
  })

  it('reads in English with Vietnamese names marked as Vietnamese', async () => {
    const visitor = await open('ca-phe-bot', '?lang=en')
    expect(visitor.$('html').attr('lang')).toBe('en')
    expect(visitor.$('h1 span').attr('lang')).toBe('vi')
    expect(visitor.text('#recognition')).toMatch(/Valid until 14\/03\/2028/)
  })

  it('has nothing to buy where the site is a catalogue', async () => {
    const catalogue = await runShop('', { catalog: shop.catalog, mode: 'catalogue' })
    const visitor = await catalogue.visitor().open('/products/ca-phe-bot')
    expect(visitor.$('form[action*="/cart"] button, form[action*="/checkout"] button, [formaction]')).toHaveLength(0)
    expect(visitor.$('[href="/cart"]')).toHaveLength(0)
    expect((await catalogue.visitor().open('/cart')).status).toBe(404)
    catalogue.server.close()
  })
})
