import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOON, openShop } from '../support/shop.js'
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
    // IPv6: a customer of a provider has many addresses, which count as one.
    const village = await Promise.all(
      Array.from({ length: 80 }, (_, index) => post(`2001:db8:7:1${String(index).padStart(2, '0')}::${index}`)),
    )
    expect(village.filter(({ status }) => status === 200)).toHaveLength(60)
    expect((await post('2001:db8:7:200::1')).status).toBe(200)
    await shop.stop()
  })

  it('one device orders so often in an hour; its next-door neighbours with the same address order on', async () => {
    let now = NOON
    const shop = await runShop('', { catalog: await openShop({ now: () => now }), trustProxy: 1 })
    await shop.catalog.save({ stock: [{ sku: 'CF-250', quantity: 100 }] })
    const sent = (index: number) => ({
      ...DETAILS,
      key: `device-${index}-key`,
      lines: 'CF-250*1',
      from: 'now',
      total: '95000',
    })
    const visitor = shop.visitor({ 'x-forwarded-for': '10.7.7.7' })
    const press = async (index: number): Promise<number> => {
      await visitor.post('/checkout', sent(index))
      return visitor.path.startsWith('/orders/') ? 303 : visitor.status
    }
    expect(await press(0)).toBe(303)
    const device = visitor.cookie('ordering-device') ?? ''
    expect(device).toMatch(/^[\w-]{22}\.[\w-]{43}$/)
    const statuses: number[] = []
    for (let index = 1; index < 43; index += 1) {
      statuses.push(await press(index))
      if (index % 20 === 0) now = new Date(now.getTime() + 61_000)
    }
    expect(statuses.filter((status) => status === 303)).toHaveLength(40)
    expect(statuses.slice(40)).toEqual([429, 429])
    // Looking up a place is no order.
    await visitor.post('/checkout', { ...sent(99), action: 'communes' })
    expect(visitor.status).toBe(200)
    const neighbour = shop.visitor({ 'x-forwarded-for': '10.7.7.7' })
    await neighbour.post('/checkout', sent(50))
    expect(neighbour.path).toMatch(/^\/orders\//)
    // A cookie that the shop has not signed makes no known device.
    const forged = shop.visitor({ 'x-forwarded-for': '10.7.7.8' })
    forged.setCookie('ordering-device', `${device.slice(0, -1)}${device.endsWith('A') ? 'B' : 'A'}`)
    await forged.post('/checkout', sent(51))
    expect(forged.cookie('ordering-device')).not.toBe(device)
    now = new Date(now.getTime() + 3_600_000)
    expect(await press(60)).toBe(303)
    await shop.stop()
  })
})
