import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOON } from '../support/shop.js'
import { HANH } from '../support/trade.js'
import { ADMINISTRATOR, officeVisitor, PASSWORD } from './signed-in.js'
import { DETAILS, MOUNTS, order, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const MAIN = 'main .button--primary'
const HOA = { name: DETAILS.name, phone: DETAILS.phone, password: PASSWORD }

describe.each(MOUNTS)('a shopper who wants an account, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let hoa: Visitor
  let first: string
  beforeAll(async () => {
    shop = await runShop(mount)
    hoa = shop.visitor()
  })
  afterAll(() => shop.stop())

  const signIn = async (visitor: Visitor, identifier: string = DETAILS.phone): Promise<Visitor> => {
    await visitor.open('/account/sign-in')
    return visitor.press(MAIN, { identifier, password: PASSWORD })
  }

  it('orders as a guest, is offered an account for it, and finds the order in there', async () => {
    first = await order(hoa)
    await hoa.follow('a[href*="/account/join"]')
    expect(hoa.$('#code').attr('value')).toBe(first)
    await hoa.press(MAIN, { ...HOA, password: '1234' })
    expect([hoa.status, hoa.$('#password').attr('aria-invalid')]).toEqual([422, 'true'])
    await hoa.press(MAIN, HOA)
    expect(hoa.text('[role=status]')).toContain('Hãy đăng nhập')
    expect(hoa.path).not.toMatch(/0905|123/)
    // The number is not asked for twice.
    await hoa.press(MAIN, { password: PASSWORD })
    expect([hoa.path, hoa.text('.code')]).toEqual(['/account/orders', first])
  })

  it('opens an order of the account on another device, where no cookie knows it', async () => {
    const other = await signIn(shop.visitor())
    await other.follow('main a.code')
    expect(other.text('h1')).toContain(first)
    expect(other.text('.order__tools')).toContain('Đơn này ở trong tài khoản của bạn')
    await other.post('/account/sign-out', {})
    const stranger = shop.visitor()
    await stranger.open(`/orders/${first}`)
    expect(stranger.text('h1')).toBe('Tra cứu đơn hàng')
  })

  it('orders with an address kept by choice, which the next order begins with', async () => {
    await hoa.post('/checkout/now', { sku: 'CF-250', quantity: '1' })
    expect(hoa.text('main')).toContain('Đang đăng nhập: Nguyễn Thị Hoa')
    // What the account knows is not asked for again.
    expect([hoa.$('#name').attr('value'), hoa.$('#phone').attr('value')]).toEqual([HOA.name, '0905 123 456'])
    await hoa.press('.place', { ...DETAILS, keepAddress: '1' })
    expect(hoa.text('.order__tools')).toContain('Đơn này ở trong tài khoản của bạn')
    await hoa.open('/account/orders')
    expect(hoa.$('main .code')).toHaveLength(2)
    const other = await signIn(shop.visitor())
    await other.post('/checkout/now', { sku: 'CF-250', quantity: '1' })
    expect(other.$('#street').attr('value')).toBe('12 Lê Duẩn')
    expect(other.$('#commune [selected]').attr('value')).toBe('24133')
  })

  it('keeps further addresses, chooses one at the checkout, and puts another first', async () => {
    await hoa.open('/account/addresses')
    await hoa.press('[value=save]', { street: '', province: '01' })
    expect(hoa.status).toBe(422)
    await hoa.press('[value=communes]', { province: '01' })
    expect(hoa.$('#commune option').length).toBeGreaterThan(100)
    await hoa.press('[value=find]', { find: 'buon don', province: '' })
    expect(hoa.text('.finder__places')).toContain('Buôn Đôn')
    await hoa.press('[name=pick]')
    expect([hoa.$('#province').val(), hoa.$('#commune [selected]').length]).toEqual(['66', 1])
    await hoa.press('[value=find]', { find: 'Tân Lập Buôn Ma Thuột', province: '' })
    expect(hoa.text('.finder__places')).toContain('trước là Phường Tân Lập')
    await hoa.press('[value=save]', { ...HOA, province: '01', commune: '00004', street: '5 Hàng Bài' })
    expect(hoa.text('[role=status]')).toBe('Đã lưu địa chỉ.')
    await hoa.post('/checkout/now', { sku: 'CF-250', quantity: '1' })
    // Shown again, the form holds what it sent and nothing else of the account, so that a browser may keep it for Back.
    await hoa.press('[value=communes]', { ...DETAILS, note: 'Gọi trước' })
    expect(hoa.response.headers['cache-control']).toBe('private, no-cache')
    expect(hoa.text('#recipient ~ p')).toContain('Bạn đang đăng nhập.')
    expect(hoa.response.text).not.toContain('5 Hàng Bài')
    await hoa.press('[value=addresses]')
    expect([hoa.response.headers['cache-control'], hoa.$('#note').val()]).toEqual(['no-store', 'Gọi trước'])
    await hoa.press('[name=address]:contains("5 Hàng Bài")')
    expect(hoa.$('#street').attr('value')).toBe('5 Hàng Bài')
    expect(hoa.response.headers['cache-control']).toBe('no-store')
    await hoa.open('/account/addresses')
    await hoa.press('form[action$="/prefer"] button')
    expect(hoa.text('main li:first-child')).toContain('5 Hàng Bài')
    await hoa.press('form[action$="/remove"] button')
    expect(hoa.text('main')).not.toContain('5 Hàng Bài')
  })

  it('adds an order of before with its code and phone number, and nobody else’s', async () => {
    const binh = await order(shop.visitor())
    await hoa.open('/account/orders')
    await hoa.press('#add-order ~ form button', { code: '7K2', phone: '' })
    expect([hoa.text('#code-error'), hoa.text('#phone-error')]).toEqual([
      expect.stringContaining('đúng mười chữ và số'),
      'Hãy điền số điện thoại.',
    ])
    await hoa.press('#add-order ~ form button', { code: binh, phone: '0912 000 000' })
    expect([hoa.status, hoa.text('#code-error')]).toEqual([404, expect.stringContaining('Không có đơn nào')])
    await hoa.press('#add-order ~ form button', { code: binh.toLowerCase(), phone: '+84 905123456' })
    expect(hoa.text('main')).toContain(binh)
  })

  it('has no right to anything of producers and offices', async () => {
    expect((await hoa.open('/producer')).status).toBe(403)
    expect((await hoa.open('/office/accounts')).status).toBe(403)
    const person = shop.catalog.accounts.people.findByIdentifier(HANH, DETAILS.phone)
    expect([person?.memberships, person?.status]).toEqual([[], 'active'])
  })

  it('gives nothing away to whoever tries the number again, whose password does not count', async () => {
    const thief = shop.visitor()
    await thief.open('/account/join')
    await thief.press(MAIN, { ...HOA, password: 'con mèo trèo cây cau' })
    expect(thief.text('[role=status]')).toContain('mật khẩu cũ vẫn giữ nguyên')
    expect(thief.$('#identifier').attr('value')).toBe(HOA.phone)
    await thief.press(MAIN, { identifier: DETAILS.phone, password: 'con mèo trèo cây cau' })
    expect(thief.status).toBe(401)
  })

  it('shows in the office’s list only when looked for, or when a new password is asked for', async () => {
    const office = await officeVisitor(shop, ADMINISTRATOR, NOON)
    await office.open('/office/accounts')
    expect(office.text('main')).not.toContain('Nguyễn Thị Hoa')
    await office.open('/office/accounts?q=0905123456')
    expect(office.text('main')).toContain('Nguyễn Thị Hoa')
    await office.open('/office/audit')
    expect(office.text('main')).not.toContain('Nguyễn Thị Hoa')
  })

  it('takes the data away, and has the account erased with the password', async () => {
    const file = await hoa.download('/account/data.json')
    const data = JSON.parse(file.bytes.toString()) as { orders: object[]; addresses: object[] }
    expect([data.orders.length, data.addresses.length]).toEqual([3, 1])
    expect(file.bytes.toString()).not.toMatch(/scrypt|hash|idempotencyKey/i)
    await hoa.open('/account/data?lang=en')
    await hoa.press('main .button--danger', { closing: 'wrong' })
    expect([hoa.status, hoa.$('#closing').attr('aria-invalid')]).toEqual([422, 'true'])
    await hoa.press('main .button--danger', { closing: PASSWORD })
    expect(hoa.text('[role=status]')).toContain('The account is erased')
    expect((await hoa.open('/account/orders')).status).toBe(401)
    expect(JSON.stringify(shop.catalog.state.all('accounts'))).not.toContain('905123456')
    expect((await shop.catalog.findOrder(first, DETAILS.phone))?.recipient.name).toBe('Nguyễn Thị Hoa')
    const again = await signIn(shop.visitor())
    expect(again.status).toBe(401)
  })
})
