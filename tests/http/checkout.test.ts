import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DETAILS, MOUNTS, runShop, transactionsOf, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const VISIBLE = 'input:not([type=hidden]):not([type=checkbox]), select, textarea'

describe.each(MOUNTS)('ordering without scripts, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop(mount)
  })
  afterAll(() => shop.stop())

  const atCheckout = (cart = 'CF-250*1'): Promise<Visitor> => {
    const visitor = shop.visitor()
    visitor.setCookie('cart', cart)
    return visitor.open('/checkout')
  }

  it('goes from a product’s page to a placed order, and the transaction is counted', async () => {
    const before = transactionsOf(shop)
    const visitor = await shop.visitor().open('/products/ca-phe-bot')
    await visitor.press('button[formaction]', { sku: 'CF-250', quantity: '2' })
    expect(visitor.path).toBe('/checkout?buy=CF-250*2')

    await visitor.press('button[value=communes]', { name: DETAILS.name, phone: DETAILS.phone, province: '66' })
    expect(visitor.$('#name').val()).toBe(DETAILS.name)
    expect(visitor.$('#commune option').length).toBeGreaterThan(50)

    await visitor.press('.place', { commune: DETAILS.commune, street: DETAILS.street })
    expect(visitor.path).toMatch(/^\/orders\/[0-9A-Z]{5}-[0-9A-Z]{5}\?placed=1$/)
    expect(visitor.text('h1')).toBe('Đã nhận đơn của bạn')
    expect(visitor.text()).toMatch(/2 × Cà phê bột.*130\.000.*Phí giao hàng ?30\.000.*160\.000/)
    expect(visitor.text()).toContain('12 Lê Duẩn')
    expect(transactionsOf(shop)).toBe(before + 1)
    await expect(shop.catalog.recount()).resolves.toMatchObject({ differences: [] })
  })

  it('shows six fields and no more: a note is added by whoever wants to', async () => {
    const visitor = await atCheckout()
    const fields = visitor
      .$('main form')
      .find(VISIBLE)
      .toArray()
      .filter((field) => visitor.$(field).closest('details:not([open])').length === 0)
    expect(fields.map(({ attribs }) => attribs['name'])).toEqual([
      'name',
      'phone',
      'find',
      'province',
      'commune',
      'street',
    ])
    expect(visitor.$('details:has(#note)')).toHaveLength(1)
    expect(visitor.$('#phone').attr()).toMatchObject({ type: 'tel', inputmode: 'tel', autocomplete: 'tel' })
    for (const { attribs } of fields) expect(visitor.$(`label[for=${attribs['id'] ?? ''}]`)).toHaveLength(1)
    expect(visitor.$('input[type=checkbox][checked]')).toHaveLength(0)
  })

  it('shows the goods by producer, shipping, payment and the total before the button', async () => {
    const visitor = await atCheckout('CF-250*2.SPIRIT*1')
    const page = visitor.text()
    expect(page).toMatch(
      /Hợp tác xã Ea Tu.*2 × Cà phê bột.*Hộ kinh doanh Gò Đen.*Tổng cộng ?280\.000.*Trả tiền khi nhận hàng.*Đặt hàng · 280\.000/,
    )
  })

  it('finds a commune by the name that it had before July 2025', async () => {
    const visitor = await atCheckout()
    await visitor.press('button[value=find]', { find: 'hoa dong krong pac', name: DETAILS.name })
    const found = visitor.$('.finder__places button').first()
    expect(found.text()).toContain('Hòa Đông')
    await visitor.press('.finder__places button')
    expect(visitor.$('#province').val()).toBe('66')
    expect(visitor.$('#commune option[selected]')).toHaveLength(1)
    expect(visitor.$('#name').val()).toBe(DETAILS.name)
  })

  it('understands Enter in the box for finding as finding, not as ordering', async () => {
    const visitor = await atCheckout()
    await visitor.press('button[value=order]', { find: 'ea kao' })
    expect(visitor.status).toBe(200)
    expect(visitor.text('.finder__places')).toContain('Ea Kao')
    await visitor.press('button[value=find]', { find: 'zzzzqq' })
    expect(visitor.text('#found')).toContain('Không tìm thấy')
  })

  it('says every mistake at once, on top and at its field, and keeps what was typed', async () => {
    const visitor = await atCheckout('SPIRIT*1')
    await visitor.press('.place', { phone: '12345', street: 'x', note: 'Gọi trước <b>nhé</b>' })
    expect(visitor.status).toBe(422)
    expect(visitor.title).toMatch(/^Lỗi: Đặt hàng/)
    const links = visitor.$('.error-summary a').toArray()
    expect(links.map(({ attribs }) => attribs['href'])).toEqual([
      '#name',
      '#phone',
      '#province',
      '#commune',
      '#street',
      '#adult',
    ])
    for (const { attribs } of links) {
      const field = visitor.$(attribs['href'] ?? '')
      expect(field.attr('aria-invalid')).toBe('true')
      const described = (field.attr('aria-describedby') ?? '').split(' ').map((id) => visitor.$(`#${id}`).text())
      expect(described.join(' ')).not.toBe('')
    }
    expect(visitor.$('.error-summary').attr()).toMatchObject({ role: 'alert', tabindex: '-1', autofocus: '' })
    expect(visitor.$('#phone').val()).toBe('12345')
    expect(visitor.$('#note').val()).toBe('Gọi trước <b>nhé</b>')
    expect(visitor.response.text).toContain('Gọi trước &lt;b&gt;nhé&lt;/b&gt;')
  })

  it.each(['0905.123.456', '+84 905 123 456', '84905123456', '0262 3852 852'])(
    'takes a phone number written as %s',
    async (phone) => {
      const visitor = await atCheckout()
      await visitor.press('.place', { ...DETAILS, phone })
      expect(visitor.path).toMatch(/^\/orders\//)
    },
  )

  it('refuses a commune of another province', async () => {
    const visitor = await atCheckout()
    await visitor.press('.place', { ...DETAILS, province: '01' })
    expect(visitor.status).toBe(422)
    expect(visitor.text('#commune-error')).toContain('không thuộc tỉnh')
  })

  it('sells spirits only to those who say that they are 18', async () => {
    const visitor = await atCheckout('SPIRIT*1')
    await visitor.press('.place', DETAILS)
    expect(visitor.text('.error-summary')).toContain('18 tuổi')
    await visitor.press('.place', { adult: '1' })
    expect(visitor.path).toMatch(/^\/orders\//)
  })

  it('remembers details on the device only when asked to, and forgets them in one press', async () => {
    const visitor = await atCheckout()
    await visitor.press('.place', DETAILS)
    expect(visitor.cookie('recipient')).toBeUndefined()
    visitor.setCookie('cart', 'CF-250*1')
    await visitor.open('/checkout')
    await visitor.press('.place', { ...DETAILS, remember: '1', note: 'chỉ lần này' })
    await visitor.post('/checkout/now', { sku: 'CF-250', quantity: '1' })
    expect(visitor.$('#street').val()).toBe(DETAILS.street)
    expect(visitor.$('#commune option[selected]').attr('value')).toBe(DETAILS.commune)
    expect(visitor.$('#note').val()).toBe('')
    const helper = async () => (await visitor.open('/feedback')).$('#phone').val()
    expect(await helper()).toBe(DETAILS.phone)
    await visitor.open('/checkout?buy=CF-250*1')
    await visitor.press('[formaction$="/checkout/forget"]')
    expect(visitor.path).toBe('/checkout?buy=CF-250*1&forgotten=1')
    expect(visitor.$('#street').val()).toBe('')
    expect(await helper()).toBeUndefined()
    expect(visitor.cookie('recipient')).toBeUndefined()
  })

  it('believes no total, status or price that is sent along', async () => {
    const visitor = await atCheckout()
    await visitor.press('.place', {
      ...DETAILS,
      unitPrice: '1',
      status: 'delivered',
      'fulfillments.0.status': 'delivered',
    })
    expect(visitor.text('.status')).toContain('Đã đặt')
    expect(visitor.text('.sums__total.price')).toMatch(/^95\.000/)
  })

  it.each(['name', 'phone', 'commune', 'lines', 'key', 'total', 'adult'])(
    'refuses a form in which %s comes twice',
    async (field) => {
      const sent = { ...DETAILS, key: crypto.randomUUID(), lines: 'CF-250*1', total: '95000', adult: '1' }
      const visitor = await shop
        .visitor()
        .post('/checkout', { ...sent, [field]: [sent[field as keyof typeof sent], 'x'] })
      expect(visitor.status).toBe(422)
    },
  )

  it('sends an empty cart back to the cart', async () => {
    expect((await shop.visitor().open('/checkout')).path).toBe('/cart')
    expect((await shop.visitor().post('/checkout', { ...DETAILS, key: crypto.randomUUID(), lines: '' })).path).toBe(
      '/cart',
    )
  })

  it('goes the whole way in English', async () => {
    const visitor = await atCheckout('SPIRIT*1')
    await visitor.open('/checkout?lang=en')
    await visitor.press('.place', { phone: '1' })
    expect(visitor.title).toMatch(/^Error: Check out/)
    expect(visitor.text('.error-summary')).toMatch(
      /Fill in the full name.*Fill in a Vietnamese phone number, such as.*18 or older/,
    )
    await visitor.press('.place', { ...DETAILS, adult: '1' })
    expect(visitor.text('h1')).toBe('Your order is placed')
  })
})
