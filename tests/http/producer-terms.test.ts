import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Invitation } from '../../src/site/accounts/people.js'
import { NOON, openShop } from '../support/shop.js'
import { signIntoOffice } from './office-person.js'
import { acceptInvitation, PASSWORD, PRODUCER } from './signed-in.js'
import { DETAILS, MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const STAFF: Invitation = {
  name: 'Lê Văn Nhân',
  phone: '0905 333 555',
  memberships: [{ front: 'producer', role: 'staff', producerId: 'ea-tu' as never }],
}
const WEEK = 7 * 24 * 3_600_000
const SAVE = 'main .button--primary'
const CHARGES = {
  'shipping.sameProvince.first': '20.000',
  'shipping.sameProvince.each': '5k',
  'shipping.sameRegion.first': '30000',
  'shipping.sameRegion.each': '5000',
  'shipping.elsewhere.first': '40.000 đ',
  'shipping.elsewhere.each': '5.000',
  'shipping.freeFrom': '900.000',
}

describe.each(MOUNTS)('a producer says how it sells, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let producer: Visitor
  let now = NOON
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openShop({ now: () => now }) })
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
  })
  afterAll(() => shop.stop())

  it('has no account at first, and shoppers can pay at the door only', async () => {
    await producer.follow('a[href$="/producer/terms"]')
    expect(producer.$('.qr')).toHaveLength(0)
    const buyer = shop.visitor()
    await buyer.post('/checkout/now', { sku: 'CF-500', quantity: '1' })
    expect(buyer.$('[value=bankTransfer]')).toHaveLength(0)
  })

  it('is told each field that is wrong, with all that was typed kept and nothing saved', async () => {
    await producer.open('/producer/terms')
    await producer.press(SAVE, { 'bankAccount.number': '00-11', 'shipping.elsewhere.first': 'rẻ' })
    expect(producer.status).toBe(422)
    expect(producer.text('.error-summary')).toContain('Nơi khác, phí đầu')
    expect(producer.$('[name="shipping.elsewhere.first"]').attr('value')).toBe('rẻ')
    await producer.press(SAVE, { 'bankAccount.bin': '', 'bankAccount.number': '12', 'shipping.elsewhere.first': '' })
    expect(producer.status).toBe(422)
    expect(producer.text('.error-summary')).toMatch(/Ngân hàng.*Số tài khoản.*Tên chủ tài khoản/s)
    await producer.press(SAVE, {
      'bankAccount.bin': '999999',
      'bankAccount.number': '0011001932418',
      'bankAccount.holder': 'HTX EA TU',
    })
    expect(producer.status).toBe(422)
    expect(producer.text('.error-summary')).toContain('Ngân hàng')
    expect(shop.catalog.saleTerms.find('ea-tu')).toBeNull()
  })

  it('chooses its bank, sees a code to test with the bank’s app, and sets charges and a pick-up', async () => {
    await producer.open('/producer/terms')
    expect(producer.text('#bankAccount\\.bin')).toContain('Vietcombank')
    await producer.press(SAVE, {
      'bankAccount.bin': '970436',
      'bankAccount.number': '0011 0019 32418',
      'bankAccount.holder': 'HTX EA TU',
      ...CHARGES,
      'pickUp.address': '12 Lê Duẩn, Buôn Ma Thuột',
      again: PASSWORD,
    })
    expect(producer.text('[role=status]')).toContain('Đã lưu')
    expect(producer.$('.qr').attr('src')).toMatch(/^data:image\/svg\+xml,/)
    expect(producer.text()).toContain('Vietcombank · 0011001932418')
    expect(producer.$('[name="shipping.sameProvince.each"]').attr('value')).toBe('5.000')
    expect(shop.catalog.saleTerms.find('ea-tu')).toMatchObject({
      shipping: { firstGrams: 1000, elsewhere: { first: 40_000, each: 5000 }, freeFrom: 900_000 },
      pickUp: { address: '12 Lê Duẩn, Buôn Ma Thuột' },
    })
  })

  it('is then paid: the shopper sees the code at the order, the producer confirms, the shopper sees “paid”', async () => {
    const buyer = shop.visitor()
    await buyer.post('/checkout/now', { sku: 'CF-500', quantity: '1' })
    await buyer.press('[value=update]', { province: '66' })
    expect(buyer.text('.sums__total.price')).toMatch(/^140\.000/)
    await buyer.press('.place', { ...DETAILS, payment: 'bankTransfer' })
    const [, code = ''] = /^\/orders\/([0-9A-Z-]{11})/.exec(buyer.path) ?? []
    expect(buyer.$('.pay__qr img')).toHaveLength(1)
    expect(buyer.text('.pay__facts')).toMatch(/Vietcombank.*0011001932418.*HTX EA TU/s)
    await producer.open(`/producer/orders/${code}`)
    await producer.press('form[action$="/paid"] button')
    expect(producer.text()).toContain('Chuyển khoản: đã nhận tiền')
    await buyer.open(`/orders/${code}`)
    expect(buyer.text('.pay__status')).toBe('Đã nhận tiền')
  })

  it('does not let a session alone lead the money elsewhere: the password is asked for, and all else is not', async () => {
    const account = () => shop.catalog.saleTerms.find('ea-tu')?.bankAccount?.number
    await producer.open('/producer/terms?lang=vi')
    await producer.press(SAVE, { 'bankAccount.number': '99990000', 'pickUp.hours': '8 giờ đến 17 giờ' })
    expect([producer.status, producer.text('#again-error')]).toEqual([422, expect.stringContaining('Chưa có')])
    expect(producer.$('[name="bankAccount.number"]').attr('value')).toBe('99990000')
    await producer.press(SAVE, { again: 'không phải mật khẩu' })
    expect([producer.status, account()]).toEqual([422, '0011001932418'])
    await producer.press(SAVE, { 'bankAccount.number': '0011001932418' })
    expect([producer.status, shop.catalog.saleTerms.find('ea-tu')?.pickUp?.hours]).toEqual([200, '8 giờ đến 17 giờ'])
    expect(producer.$('#again').attr('value')).toBeUndefined()
  })

  it('takes transfers only once it says so, and needs an account for that', async () => {
    await producer.open('/producer/terms')
    await producer.press(SAVE, { prepaidOnly: '1' })
    const buyer = shop.visitor()
    await buyer.post('/checkout/now', { sku: 'CF-500', quantity: '1' })
    expect(
      buyer
        .$('[name=payment]')
        .map((_, radio) => buyer.$(radio).attr('value'))
        .get(),
    ).toEqual(['bankTransfer'])
    await buyer.press('[value=update]', { province: '66' })
    await buyer.press('.place', { ...DETAILS, payment: 'cashOnDelivery' })
    expect(buyer.$('.pay__qr img')).toHaveLength(1)
    await producer.open('/producer/terms')
    expect(producer.$('#prepaidOnly').attr('checked')).toBeDefined()
    await producer.press(SAVE, { 'bankAccount.bin': '', 'bankAccount.number': '', 'bankAccount.holder': '' })
    expect([producer.status, producer.text('#prepaidOnly-error')]).toEqual([422, expect.stringContaining('tài khoản')])
    await producer.open('/producer/terms')
    await producer.press(SAVE, { prepaidOnly: '' })
    expect(shop.catalog.saleTerms.find('ea-tu')?.prepaidOnly).toBeUndefined()
  })

  it('takes the account away again by emptying it', async () => {
    await producer.open('/producer/terms?lang=en')
    expect(producer.$('h1').text()).toBe('How I sell')
    const nothing = { 'bankAccount.bin': '', 'bankAccount.number': '', 'bankAccount.holder': '' }
    await producer.press(SAVE, { ...nothing, again: PASSWORD })
    expect(shop.catalog.saleTerms.find('ea-tu')?.bankAccount).toBeUndefined()
    expect(shop.catalog.saleTerms.find('ea-tu')?.shipping?.freeFrom).toBe(900_000)
  })

  it('leaves in the office’s trail which account it was, by its last digits, and not the number', async () => {
    const office = await signIntoOffice(shop.visitor(), shop.catalog)
    await office.open('/office/audit?action=saleTerms')
    expect(office.text('main')).toContain('•••••••••2418')
    const { bytes } = await office.download('/office/audit.csv?action=saleTerms')
    expect(bytes.toString('utf8')).toContain('•••••••••2418')
    for (const text of [office.$.html(), bytes.toString('utf8')]) expect(text).not.toMatch(/00110|19324/)
  })

  it('is for its owners: staff neither see the page nor change it', async () => {
    const staff = await acceptInvitation(shop.visitor(), shop.catalog, { ...STAFF, phone: '0905 333 666' })
    await staff.open('/producer')
    expect(staff.$('a[href$="/producer/terms"]')).toHaveLength(0)
    expect((await staff.open('/producer/terms')).status).toBe(403)
  })

  it('is told who changed the account, everybody of the producer alike, for two weeks', async () => {
    const staff = await acceptInvitation(shop.visitor(), shop.catalog, STAFF)
    const openAfter = async (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds)
      for (const person of [staff, producer]) await person.open('/producer')
      return staff.text('.notice--warn')
    }
    expect(await openAfter(0)).toMatch(/Tài khoản nhận tiền đổi lần cuối.*Y Thu Niê/)
    expect(await openAfter(WEEK)).not.toBe('')
    expect(await openAfter(WEEK - 60_000)).not.toBe('')
    expect(await openAfter(60_000)).toBe('')
    await producer.open('/producer/terms?lang=vi')
    expect(producer.text('main')).toContain('người đổi: Y Thu Niê')
  })
})
