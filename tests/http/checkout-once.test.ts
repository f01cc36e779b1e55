import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DETAILS, MOUNTS, runShop, stockOf, transactionsOf, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

describe.each(MOUNTS)('an order, once and as it was shown, in a shop at “%s”', (mount) => {
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

  it('makes one order of a double press, and of going back and pressing again', async () => {
    const visitor = await atCheckout()
    const key = String(visitor.$('input[name=key]').val())
    const before = transactionsOf(shop)
    const sent = { ...DETAILS, key, lines: 'CF-250*1', from: 'cart', total: '95000', action: 'order' }
    const twins = await Promise.all([shop.visitor().post('/checkout', sent), shop.visitor().post('/checkout', sent)])
    const again = await shop.visitor().post('/checkout', sent)
    expect(new Set([...twins, again].map(({ path }) => path)).size).toBe(1)
    expect(again.path).toMatch(/^\/orders\//)
    expect(transactionsOf(shop)).toBe(before + 1)
  })

  it('honours an Idempotency-Key header', async () => {
    const sent = { ...DETAILS, key: crypto.randomUUID(), lines: 'CF-250*1', from: 'now', total: '95000' }
    const headers = { 'idempotency-key': `header-${crypto.randomUUID()}` }
    const first = await shop.visitor().post('/checkout', sent, headers)
    const second = await shop.visitor().post('/checkout', { ...sent, key: crypto.randomUUID() }, headers)
    expect(second.path).toBe(first.path)
  })

  it('says so when a form that has ordered comes back with other contents, and lets it be ordered too', async () => {
    const visitor = await atCheckout()
    const sent = { ...DETAILS, key: String(visitor.$('input[name=key]').val()), lines: 'CF-250*1', total: '95000' }
    await shop.visitor().post('/checkout', sent)
    const other = await shop.visitor().post('/checkout', { ...sent, street: '14 Lê Duẩn' })
    expect(other.status).toBe(422)
    expect(other.text('.error-summary')).toContain('đã có một đơn')
    await other.press('.place')
    expect(other.path).toMatch(/^\/orders\//)
  })

  it('takes the ordered goods out of the cart, and leaves the cart alone when buying at once', async () => {
    const visitor = await atCheckout('CF-250*1')
    visitor.setCookie('cart', 'CF-250*1.CF-500*1')
    await visitor.press('.place', DETAILS)
    expect(visitor.cookie('cart')).toBe('CF-500*1')
    await visitor.post('/checkout/now', { sku: 'CF-250', quantity: '1' })
    await visitor.press('.place', DETAILS)
    expect(visitor.cookie('cart')).toBe('CF-500*1')
  })

  it('asks again when the price has changed since it was shown', async () => {
    const visitor = await atCheckout('CF-250*1')
    const product = shop.catalog.state.get('products', 'ca-phe-bot')
    const setPrice = (price: number) => {
      const variants = product.variants.map((variant) => (variant.sku === 'CF-250' ? { ...variant, price } : variant))
      return shop.catalog.save({ products: [{ ...product, variants }] })
    }
    await setPrice(70_000)
    await visitor.press('.place', DETAILS)
    expect(visitor.status).toBe(409)
    expect(visitor.text('.error-summary')).toMatch(/95\.000.*100\.000/)
    await visitor.press('.place')
    expect(visitor.path).toMatch(/^\/orders\//)
    expect(visitor.text()).toMatch(/100\.000/)
    await setPrice(65_000)
  })

  it('comes back with plain words when goods sold out meanwhile, and orders what is left in one press', async () => {
    const visitor = await atCheckout('HONEY*2.CF-250*1')
    await shop.catalog.save({ stock: [{ sku: 'HONEY', quantity: -1 }] })
    await visitor.press('.place', DETAILS)
    expect(visitor.status).toBe(409)
    expect(visitor.text('.error-summary')).toContain('Mật ong hoa cà phê: chỉ còn 1.')
    expect(visitor.$('.place')).toHaveLength(0)
    expect(stockOf(shop, 'HONEY')).toBe(1)
    await visitor.press('button[value=fit]')
    expect(visitor.$('#street').val()).toBe(DETAILS.street)
    await visitor.press('.place')
    expect(visitor.text()).toMatch(/1 × Mật ong hoa cà phê/)
    expect(stockOf(shop, 'HONEY')).toBe(0)
  })

  it('offers other products when all that was wanted is gone', async () => {
    const visitor = await shop.visitor().open('/checkout?buy=HONEY*1')
    expect(visitor.text('.error-summary')).toContain('vừa hết hàng')
    expect(visitor.$('.place, button[value=fit]')).toHaveLength(0)
    expect(visitor.$('.trade__side a[href$="/products"]')).toHaveLength(1)
  })

  it('takes nothing when one of two goods is gone', async () => {
    const visitor = await atCheckout('CF-250*1.HONEY*1')
    const before = stockOf(shop, 'CF-250')
    await visitor.post('/checkout', {
      ...DETAILS,
      key: crypto.randomUUID(),
      lines: 'CF-250*1.HONEY*1',
      total: '245000',
    })
    expect(visitor.status).toBe(409)
    expect(visitor.text('.error-summary')).toContain('vừa hết hàng')
    expect(stockOf(shop, 'CF-250')).toBe(before)
  })
})

describe('when the store cannot write', () => {
  it('says so in plain words with status 503, keeps everything typed, and tells the owner', async () => {
    const heard: unknown[] = []
    const shop = await runShop('', { onError: (error) => heard.push(error) })
    const visitor = shop.visitor()
    await visitor.post('/checkout/now', { sku: 'CF-250', quantity: '1' })
    await shop.catalog.close()
    await visitor.press('.place', DETAILS)
    expect(visitor.status).toBe(503)
    expect(visitor.text('.error-summary')).toContain('Chưa có gì được đặt')
    expect(visitor.$('#street').val()).toBe(DETAILS.street)
    expect(heard).toHaveLength(1)
    await shop.stop()
  })
})

describe('many buyers at once', () => {
  it('500 buyers of 50 units get exactly 50', async () => {
    const shop = await runShop('', { trustProxy: 1 })
    await shop.catalog.save({ stock: [{ sku: 'CF-250', quantity: 10 }] })
    expect(stockOf(shop, 'CF-250')).toBe(50)
    const buy = (index: number): Promise<Visitor> =>
      shop.visitor({ 'x-forwarded-for': `10.0.${Math.floor(index / 250)}.${index % 250}` }).post('/checkout', {
        ...DETAILS,
        key: `buyer-${index}-key`,
        lines: 'CF-250*1',
        from: 'now',
        total: '95000',
      })
    const buyers = await Promise.all(Array.from({ length: 500 }, (_, index) => buy(index)))
    expect(buyers.filter(({ path }) => path.startsWith('/orders/'))).toHaveLength(50)
    expect(buyers.filter(({ status }) => status === 409)).toHaveLength(450)
    expect(stockOf(shop, 'CF-250')).toBe(0)
    expect(transactionsOf(shop)).toBe(50)
    await shop.stop()
  })

  it('one address that orders without end is asked to wait, others are not', async () => {
    const shop = await runShop('', { trustProxy: 1 })
    const post = (from: string): Promise<Visitor> =>
      shop.visitor({ 'x-forwarded-for': from }).post('/checkout', { lines: 'CF-250*1', action: 'communes' })
    const greedy = await Promise.all(Array.from({ length: 80 }, () => post('10.9.9.9')))
    expect(greedy.some(({ status }) => status === 429)).toBe(true)
    expect((await post('10.8.8.8')).status).toBe(200)
    await shop.stop()
  })
})
