import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'

describe.each(MOUNTS)('the cart, without scripts, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop(mount)
  })
  afterAll(() => shop.stop())

  it('takes goods from a product’s page and says what was added', async () => {
    const visitor = await shop.visitor().open('/products/ca-phe-bot')
    await visitor.press('form.buy button:not([formaction])', { sku: 'CF-500', quantity: '2' })
    expect(visitor.path).toBe('/cart?added=CF-500')
    expect(visitor.text('#notice')).toContain('Đã thêm vào giỏ: Cà phê bột')
    expect(visitor.text('.sums__total.price')).toMatch(/^270\.000/)
    expect(visitor.cookie('cart')).toBe('CF-500*2')
    expect(visitor.cookie('cart-count')).toBe('2')
    // It is there when the browser is opened again weeks later.
    const added = { action: 'add', sku: 'CF-500', quantity: '1' }
    const answer = await request(shop.server).post(`${mount}/cart`).type('form').send(added)
    const cookies = [answer.headers['set-cookie'] ?? []].flat()
    expect(cookies.find((line) => line.startsWith('cart='))).toMatch(/^cart=CF-500\*1; Max-Age=7776000;/)
  })

  it('groups goods by producer, each with its shipping, and says how to have it free', async () => {
    const visitor = shop.visitor()
    visitor.setCookie('cart', 'CF-500*3.SPIRIT*1')
    await visitor.open('/cart')
    const [first = '', second = ''] = visitor
      .$('.share')
      .toArray()
      .map((share) => visitor.$(share).text().replace(/\s+/gu, ' '))
    expect(first).toMatch(/Hợp tác xã Ea Tu.*Tiền hàng ?360\.000.*Phí giao hàng ?30\.000/)
    expect(first).toContain('Thêm 2 món nữa là được miễn phí giao hàng: Cà phê bột')
    expect(second).toMatch(/Hộ kinh doanh Gò Đen.*90\.000/)
    expect(visitor.text('.sums__total.price')).toMatch(/^510\.000/)
  })

  it('counts up, down and away, and takes a removal back', async () => {
    const visitor = shop.visitor()
    visitor.setCookie('cart', 'CF-250*2')
    await visitor.open('/cart')
    await visitor.press('#more-CF-250')
    expect(visitor.cookie('cart')).toBe('CF-250*3')
    await visitor.press('#less-CF-250')
    await visitor.press('.stepper__set', { quantity: '7' })
    expect(visitor.cookie('cart')).toBe('CF-250*7')
    await visitor.press('#remove-CF-250')
    expect(visitor.text()).toContain('Giỏ hàng đang trống')
    expect(visitor.cookie('cart')).toBeUndefined()
    expect(visitor.cookie('cart-count')).toBeUndefined()
    await visitor.press('#undo')
    expect(visitor.cookie('cart')).toBe('CF-250*7')
  })

  it('removes a line whose quantity is set to 0', async () => {
    const visitor = shop.visitor()
    visitor.setCookie('cart', 'CF-250*2.HONEY*1')
    await visitor.open('/cart')
    await visitor.press('.stepper__set', { quantity: '0' })
    expect(visitor.cookie('cart')).toBe('HONEY*1')
  })

  it('says which goods are short or gone, with the mend beside it, and offers no checkout until then', async () => {
    const visitor = shop.visitor()
    visitor.setCookie('cart', 'HONEY*5.NO-SUCH*1')
    await visitor.open('/cart')
    expect(visitor.text('#line-HONEY')).toContain('Chỉ còn 2.')
    expect(visitor.text('#line-NO-SUCH')).toContain('không còn bán')
    expect(visitor.$('a[href$="/checkout"]')).toHaveLength(0)
    await visitor.press('#take-HONEY')
    await visitor.press('#line-NO-SUCH button')
    expect(visitor.cookie('cart')).toBe('HONEY*2')
    expect(visitor.$('a[href$="/checkout"]')).toHaveLength(1)
  })

  it.each([
    ['twice', ['1', '9']],
    ['none', '0'],
    ['less than none', '-1'],
    ['half a unit', '1.5'],
    ['full-width digits', '１'],
    ['a number beyond reason', '1e21'],
    ['more than an order holds', '1000'],
    ['no number', ''],
    ['words', 'hai'],
  ])('refuses to add %s, says why and changes nothing', async (_, quantity) => {
    const visitor = shop.visitor()
    visitor.setCookie('cart', 'CF-250*1')
    await visitor.post('/cart', { action: 'add', sku: 'CF-250', quantity })
    expect(visitor.status).toBe(422)
    expect(visitor.title).toMatch(/^Lỗi: Giỏ hàng/)
    expect(visitor.text('.error-summary')).toMatch(/1 đến 999|tối đa 999|Chưa có/)
    expect(visitor.cookie('cart')).toBe('CF-250*1')
  })

  it('refuses goods that nobody sells, and names that are none', async () => {
    const visitor = shop.visitor()
    await visitor.post('/cart', { action: 'add', sku: 'NO-SUCH', quantity: '1' })
    expect(visitor.status).toBe(409)
    await visitor.post('/cart', { action: 'add', sku: '"><script>alert(1)</script>', quantity: '1' })
    expect(visitor.status).toBe(422)
    expect(visitor.response.text).not.toContain('<script>alert')
    await visitor.post('/cart', { action: 'steal', sku: 'CF-250', quantity: '1' })
    expect(visitor.status).toBe(422)
  })

  it('refuses a field that comes twice, and keeps what was there', async () => {
    const visitor = shop.visitor()
    visitor.setCookie('cart', 'HONEY*1')
    const good = { action: 'add', sku: 'CF-250', quantity: '1' }
    for (const twice of [{ sku: ['CF-250', 'CF-500'] }, { quantity: ['1', '2'] }, { action: ['add', 'set'] }]) {
      await visitor.post('/cart', { ...good, ...twice })
      expect([visitor.status, visitor.cookie('cart')]).toEqual([422, 'HONEY*1'])
    }
  })

  it('holds 50 different goods and says so at the next', async () => {
    const visitor = shop.visitor()
    visitor.setCookie('cart', Array.from({ length: 50 }, (_, index) => `SKU-${index}*1`).join('.'))
    await visitor.post('/cart', { action: 'add', sku: 'CF-250', quantity: '1' })
    expect(visitor.status).toBe(422)
    expect(visitor.text('.error-summary')).toContain('tối đa 50')
  })

  it.each(['CF-250*-5', 'CF-250*1e3', 'CF-250', '*', '..', 'CF-250*1*2', '<b>*1', 'CF-250*0', '%00*1', '{"a":1}'])(
    'reads a cookie that says “%s” as an empty cart',
    async (cookie) => {
      const visitor = shop.visitor()
      visitor.setCookie('cart', encodeURIComponent(cookie))
      await visitor.open('/cart')
      expect(visitor.status).toBe(200)
      expect(visitor.text()).toContain('Giỏ hàng đang trống')
    },
  )

  it('takes prices from the catalog whatever is sent along', async () => {
    const visitor = shop.visitor()
    await visitor.post('/cart', { action: 'add', sku: 'CF-250', quantity: '1', price: '1', unitPrice: '1' })
    expect(visitor.text('.sums__total.price')).toMatch(/^95\.000/)
  })

  it('speaks English on the same address, names staying Vietnamese and marked so', async () => {
    const visitor = shop.visitor()
    visitor.setCookie('cart', 'CF-250*2')
    await visitor.open('/cart?lang=en')
    expect(visitor.$('html').attr('lang')).toBe('en')
    expect(visitor.text()).toMatch(/Sold and shipped by Hợp tác xã Ea Tu.*Goods.*Shipping.*Total/)
    expect(visitor.$('.line h3 [lang=vi]').text()).toBe('Cà phê bột')
  })

  it('is kept by no cache and found by no search engine', async () => {
    const visitor = await shop.visitor().open('/cart')
    expect(visitor.response.headers['cache-control']).toBe('no-store')
    expect(visitor.$('meta[name=robots]').attr('content')).toBe('noindex')
  })

  it('takes nothing from a form on another site', async () => {
    const visitor = await shop
      .visitor()
      .post('/cart', { action: 'add', sku: 'CF-250', quantity: '1' }, { origin: 'https://evil.example' })
    expect(visitor.status).toBe(403)
    expect(visitor.cookie('cart')).toBeUndefined()
  })
})

describe('a site that only shows products', () => {
  it('has no cart, no checkout and no orders', async () => {
    const shop = await runShop('', { mode: 'catalogue' })
    for (const path of ['/cart', '/checkout', '/orders', '/orders/AAAAA-BBBBB']) {
      const visitor = await shop.visitor().open(path)
      expect(visitor.status).toBe(404)
    }
    await shop.stop()
  })
})
