import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system, toPerson } from '../../src/access/actor.js'
import type { Membership } from '../../src/catalog/account.js'
import { provinceKey } from '../../src/index.js'
import type { Invitation } from '../../src/site/accounts/people.js'
import { NOON, openShop } from '../support/shop.js'
import { acceptInvitation, ADMINISTRATOR, confirmAsked, officeVisitor, PASSWORD, PRODUCER } from './signed-in.js'
import { runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const IN_DAK_LAK: Invitation = {
  name: 'Lê Văn Tỉnh',
  phone: '0905 222 333',
  memberships: [{ front: 'office', role: 'administrator', scope: [provinceKey('2025-07', '66')] }],
}

const request = {
  producerName: 'HTX nông nghiệp Ea Tu',
  kind: 'cooperative',
  province: '2025-07:66',
  address: 'Phường Tân An',
  note: 'Cà phê bột 4 sao',
  name: 'Y Bhiông',
  phone: '0905 888 999',
  password: PASSWORD,
}

/** The link that the page shows, as an address within the shop. */
const linkOn = (visitor: Visitor): string => {
  const { pathname, search } = new URL(visitor.$('#link').text())
  return pathname + search
}

it('one administrator stays when two shut each other out at once, and a role that is taken is not given back', async () => {
  const catalog = await openShop()
  const { people, own } = catalog.accounts
  const country: Membership = { front: 'office', role: 'administrator', scope: 'country' }
  const local: Membership = { front: 'office', role: 'viewer', scope: [provinceKey('2025-07', '66')] }
  const invite = async (phone: string, membership: Membership) => {
    const invited = await people.invite(system('test'), { name: 'Trần Thị Quản', phone, memberships: [membership] })
    return toPerson(await own.choosePassword(invited.token, PASSWORD))
  }
  const [one, other] = [await invite('0905 111 222', country), await invite('0905 111 333', country)]
  const viewer = await invite('0905 111 444', local)
  const given: Membership = { front: 'producer', role: 'staff', producerId: 'ea-tu' as never }
  await Promise.all([
    people.setMemberships(one, viewer.accountId, (now) => now.filter(({ front }) => front !== 'office')),
    people.setMemberships(other, viewer.accountId, (now) => [...now, given]),
  ])
  expect(catalog.state.get('accounts', viewer.accountId).memberships).toEqual([given])

  const outcomes = await Promise.allSettled([
    people.disable(one, other.accountId),
    people.disable(other, one.accountId),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LAST_ADMINISTRATOR' } })
  await catalog.close()
})

it('a copied session lets nobody in: the password is asked for, once all else is right', async () => {
  const shop = await runShop('', { catalog: await openShop() })
  const admin = await officeVisitor(shop, ADMINISTRATOR, NOON)
  const { state } = shop.catalog
  const colleague = await officeVisitor(shop, { ...ADMINISTRATOR, phone: '0905 111 555', email: undefined }, NOON)
  const asker = { ...request, phone: '0905 111 666', producerName: 'Hợp tác xã Ea Tu' }
  await (await shop.visitor().open('/account/register')).press('main .button--primary', asker)
  const idOf = (phone: string) => state.all('accounts').find((one) => one.phone === phone)?.id ?? ''
  const [own, other, waiting] = ['+84905111222', '+84905111555', '+84905111666'].map(idOf)
  await admin.open('/office/accounts')
  const token = admin.$('input[name=token]').val() as string
  const guest = { name: 'Kẻ Chép Phiên', phone: '0905 111 777', role: 'administrator', province: 'country' }
  const facts = {
    producerName: 'Cơ sở Ma',
    kind: 'cooperative',
    province: '2025-07:66',
    name: 'Ma',
    phone: guest.phone,
  }
  const before = JSON.stringify(state.all('accounts'))
  const ways: readonly (readonly [string, Record<string, string>])[] = [
    ['/office/accounts', guest],
    ['/office/accounts/new-producer', facts],
    [`/office/accounts/${own ?? ''}/link`, {}],
    [`/office/accounts/${other ?? ''}/link`, {}],
    [`/office/accounts/${other ?? ''}/authenticator`, {}],
    [`/office/accounts/${other ?? ''}/roles`, { role: 'owner', producer: 'ea-tu' }],
    [`/office/accounts/${waiting ?? ''}/approve`, { producer: '' }],
  ]
  for (const [way, fields] of ways) {
    const program = await admin.post(way, { ...fields, token }, { accept: 'application/json' })
    expect([program.status, program.response.type], way).toEqual([422, 'application/problem+json'])
    await admin.post(way, { ...fields, token })
    expect([admin.status, admin.text('h1'), admin.$('#again-error').length], way).toEqual([
      200,
      'Có đúng là bạn không?',
      0,
    ])
  }
  await confirmAsked(admin, 'đoán mò thôi')
  expect([admin.status, admin.text('#again-error')]).toEqual([422, 'Mật khẩu không đúng.'])
  expect(JSON.stringify(state.all('accounts'))).toBe(before)
  await admin.post(`/office/accounts/${other ?? ''}/disable`, { token })
  expect((await colleague.open('/office')).status).toBe(401)
  await admin.press('form[action$="/enable"] button')
  expect(state.get('accounts', other ?? '').status).toBe('disabled')
  await confirmAsked(admin)
  expect(state.get('accounts', other ?? '').status).toBe('active')
  await shop.stop()
})

describe('the office and its people', () => {
  let shop: RunningShop
  let admin: Visitor
  beforeAll(async () => {
    shop = await runShop('', { catalog: await openShop() })
    admin = await officeVisitor(shop, ADMINISTRATOR, NOON)
  })
  afterAll(() => shop.stop())

  it('invites a producer by a link that works once', async () => {
    await admin.open('/office/accounts/new')
    await admin.press('main .button--primary', {
      name: 'H Hương Êban',
      phone: '0905 444 555',
      role: 'staff',
      producer: 'https://ocop.example.vn/producers/ea-tu?lang=en',
    })
    await confirmAsked(admin)
    expect(admin.text('h1')).toBe('Đường dẫn dùng một lần')
    const link = linkOn(admin)
    expect(admin.path).toBe('/office/accounts/link')
    const copied = shop.visitor()
    copied.setCookies(admin.sentCookies)
    for (const reader of [admin, copied]) {
      await reader.open('/office/accounts/link')
      expect([reader.status, reader.path]).toEqual([200, '/office/accounts'])
    }
    expect(shop.catalog.state.all('accounts')).toHaveLength(2)
    const invited = await shop.visitor().open(link)
    expect(invited.path).toBe('/account/set-up')
    expect(invited.text()).toContain('H Hương Êban')
    await invited.press('main .button--primary', { password: '12345678' })
    expect(invited.status).toBe(422)
    expect(invited.text('.field-error')).toContain('quá dễ đoán')
    await invited.press('main .button--primary', { password: PASSWORD })
    expect(invited.path).toBe('/producer')
    const second = await shop.visitor().open(link)
    expect(second.status).toBe(410)
    expect(second.text()).toContain('xin cơ quan quản lý một đường dẫn mới')
  })

  it('invites a producer that nobody knows yet, and makes it with the account; never a known one twice', async () => {
    await admin.open('/office/accounts')
    await admin.follow('a[href$="/new-producer"]')
    await admin.press('main .button--primary', { producerName: '', name: 'A' })
    expect(admin.status).toBe(422)
    expect(admin.text('.error-summary')).toContain('Tên chủ thể')
    const facts = { kind: 'cooperative', province: '2025-07:66', name: 'H Hương Êban', phone: '0905 777 888' }
    for (const producerName of ['HỢP TÁC XÃ EA TU', 'HTX Ea Tu', 'hop tac xa  Ea-Tu']) {
      await admin.press('main .button--primary', { ...facts, producerName })
      expect(admin.text('#producerName-error')).toContain('“Hợp tác xã Ea Tu” đã có')
    }
    expect(shop.catalog.state.all('producers')).toHaveLength(2)
    const offered = shop.visitor()
    offered.setCookies(admin.sentCookies)
    await offered.open(admin.$('#known a.button').attr('href') ?? '')
    expect([offered.text('h1'), offered.$('#producer').val()]).toEqual(['Mời người mới', 'ea-tu'])
    await admin.press('main .button--primary', { producerName: 'Hợp tác xã Krông Năng Xanh' })
    await confirmAsked(admin)
    expect(admin.text('main')).toContain('trong 7 ngày')
    const invited = await shop.visitor().open(linkOn(admin))
    await invited.press('main .button--primary', { password: PASSWORD })
    expect(invited.text('h1')).toBe('Hợp tác xã Krông Năng Xanh')
    expect(shop.catalog.state.findBySlug('producers', 'hop-tac-xa-krong-nang-xanh')?.place?.province).toBe('66')
  })

  it('makes a second producer of one name when the office says that it is another', async () => {
    await admin.open('/office/accounts/new-producer')
    const facts = { kind: 'cooperative', province: '2025-07:66', name: 'Y Wih', phone: '0905 777 999' }
    await admin.press('main .button--primary', { ...facts, producerName: 'HTX Ea Tu' })
    await admin.press('main .button--primary', { isAnother: '1' })
    await confirmAsked(admin)
    expect(admin.text('h1')).toBe('Đường dẫn dùng một lần')
    expect(shop.catalog.state.findBySlug('producers', 'htx-ea-tu')?.name).toBe('HTX Ea Tu')
  })

  it('tells what is wrong with an invitation in the order of the form', async () => {
    await admin.open('/office/accounts/new-producer')
    await admin.press('main .button--primary', { phone: '12', province: '2025-07:66' })
    const told = admin
      .$('.error-summary a')
      .get()
      .map((link) => admin.$(link).attr('href'))
    expect(told).toEqual(['#producerName', '#kind', '#name', '#phone'])
  })

  it('chooses a known producer by its name, from a list when several may be meant', async () => {
    await admin.open('/office/accounts/new')
    const person = { name: 'H Bia Mlô', phone: '0905 444 666', role: 'staff' }
    await admin.press('main .button--primary', { ...person, producer: 'ea tu' })
    expect(admin.status).toBe(422)
    expect(admin.text('#producer-error')).toContain('Hợp tác xã Ea Tu; HTX Ea Tu')
    expect(admin.text('#producerChoice')).toContain('Đắk Lắk')
    await admin.press('main .button--primary', { producerChoice: 'htx-ea-tu' })
    await confirmAsked(admin)
    expect(admin.text('h1')).toBe('Đường dẫn dùng một lần')
    await admin.open('/office/accounts/new')
    await admin.press('main .button--primary', { ...person, phone: '0905 444 777', producer: 'hkd gò đen' })
    await confirmAsked(admin)
    expect(admin.text('h1')).toBe('Đường dẫn dùng một lần')
    const invited = shop.catalog.state.all('accounts').filter(({ name }) => name === person.name)
    expect(invited.map(({ memberships: [held] }) => held?.front === 'producer' && held.producerId).toSorted()).toEqual([
      'go-den',
      'htx-ea-tu',
    ])
  })

  it('says all that is wrong with an invitation and keeps what was typed', async () => {
    await admin.open('/office/accounts/new')
    await admin.press('main .button--primary', {
      name: 'Không Ai',
      phone: '0905 111 222',
      role: 'owner',
      producer: 'nobody',
    })
    expect(admin.status).toBe(422)
    expect(admin.text('.error-summary')).toContain('Không tìm thấy “nobody”')
    expect(admin.$('#name').val()).toBe('Không Ai')
    await admin.press('main .button--primary', { producer: 'ea-tu' })
    expect(admin.text('.error-summary')).toContain('Số điện thoại')
    await admin.press('main .button--primary', { phone: '0905 999 888', role: 'viewer', producer: '' })
    expect(admin.text('.error-summary')).toContain('Tỉnh, thành phố')
  })

  it('disables an account, which ends its sessions at once', async () => {
    const producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    await admin.open('/office/accounts?q=0905333444')
    await admin.follow('.row__name')
    expect(admin.text()).toContain('Chủ tài khoản của chủ thể: Hợp tác xã Ea Tu')
    await admin.press('form[action$="/disable"] button')
    expect(admin.text('.notice--good')).toContain('Đã khóa')
    await producer.open('/producer')
    expect(producer.status).toBe(401)
    await producer.press('main .button--primary', { identifier: '0905333444', password: PASSWORD })
    expect(producer.text('.error-summary')).toContain('không đúng')
    await admin.press('form[action$="/enable"] button')
    await confirmAsked(admin)
    await producer.press('main .button--primary', { identifier: '0905333444', password: PASSWORD })
    expect(producer.path).toBe('/producer')
  })

  it('keeps its last administrator', async () => {
    await admin.open('/office/accounts?q=quan@example.vn')
    await admin.follow('.row__name')
    await admin.press('form[action$="/disable"] button')
    expect(admin.status).toBe(409)
    expect(admin.text('.error-summary')).toContain('quản trị viên toàn quốc cuối cùng')
    await admin.press('form[action$="/roles/take"] button')
    expect(admin.status).toBe(409)
  })

  it('reaches, in a province, the people of that province alone', async () => {
    const local = await officeVisitor(shop, IN_DAK_LAK, NOON)
    await admin.open('/office/accounts/new')
    await admin.press('main .button--primary', {
      name: 'Người Gò Đen',
      phone: '0905 666 777',
      role: 'owner',
      producer: 'go-den',
    })
    await confirmAsked(admin)
    await admin.open('/office/accounts?q=Go Den')
    const foreign = admin.$('.row__name').attr('href') ?? ''
    await local.open('/office/accounts')
    expect(local.text('.rows')).toContain('Êban')
    expect(local.text('.rows')).not.toContain('Gò Đen')
    expect(local.text('.rows')).not.toContain('Trần Thị Quản')
    expect((await local.open(foreign)).status).toBe(404)
    await local.open('/office/accounts/new')
    expect(local.$('input[value=country]')).toHaveLength(0)
    expect(local.$('input[name=province]')).toHaveLength(1)
    const token = local.$('input[name=token]').val() as string
    const fields = { name: 'Kẻ Leo Thang', phone: '0905 777 666', role: 'administrator', province: 'country', token }
    expect((await local.post('/office/accounts', fields)).status).toBe(403)
    for (const what of ['disable', 'link', 'sessions', 'authenticator'])
      expect((await local.post(`${foreign}/${what}`, { token })).status).toBe(404)
  })

  it('hears of forgotten passwords, and answers all the same to those without an account', async () => {
    const ask = async (identifier: string) => {
      const visitor = await shop.visitor().open('/account/forgotten')
      await visitor.press('main .button--primary', { identifier })
      return `${visitor.status} ${visitor.path} ${visitor.text()}`
    }
    expect(await ask('0905 444 555')).toBe(await ask('0905 000 111'))
    await admin.open('/office/accounts')
    expect(admin.text('.rows li')).toMatch(/^H Hương Êban Hoạt động Quên mật khẩu/)
    await admin.follow('.row__name')
    await admin.press('form[action$="/link"] button')
    await confirmAsked(admin)
    const person = await shop.visitor().open(linkOn(admin))
    expect(person.text('h1')).toBe('Đặt mật khẩu mới')
    await person.press('main .button--primary', { password: 'một mật khẩu khác' })
    expect(person.path).toBe('/producer')
  })
})

describe('a producer who asks for an account', () => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop('', { catalog: await openShop() })
  })
  afterAll(() => shop.stop())

  it('waits for the office, which sees which producers it may be, and approves', async () => {
    const asker = await shop.visitor().open('/account/register')
    await asker.press('main .button--primary', { ...request, phone: '12' })
    expect(asker.text('.error-summary')).toContain('Số điện thoại')
    await asker.press('main .button--primary', request)
    expect(asker.text('h1')).toBe('Đã gửi đăng ký')
    await asker.open('/account/sign-in')
    await asker.press('main .button--primary', { identifier: request.phone, password: PASSWORD })
    expect(asker.text('.notice')).toContain('đang chờ')
    expect((await asker.open('/producer')).status).toBe(403)

    const admin = await officeVisitor(shop, ADMINISTRATOR, NOON)
    await admin.open('/office/accounts')
    await admin.follow('.row__name')
    expect(admin.$('input[name=producer][checked]').val()).toBe('ea-tu')
    await admin.press('form[action$="/approve"] button')
    await confirmAsked(admin)
    expect(admin.text('.notice--good')).toContain('Đã duyệt')
    await asker.open('/producer')
    expect(asker.text('h1')).toBe('Hợp tác xã Ea Tu')
  })

  it('becomes a new producer of the catalog when it is none that is known', async () => {
    const asker = await shop.visitor().open('/account/register')
    await asker.press('main .button--primary', {
      ...request,
      producerName: 'Hộ kinh doanh Mắm Bà Bảy',
      phone: '0905 888 000',
    })
    const admin = await officeVisitor(shop, { ...ADMINISTRATOR, phone: '0905 111 000', email: undefined }, NOON)
    await admin.open('/office/accounts?q=mam ba bay')
    await admin.follow('.row__name')
    await admin.press('form[action$="/approve"] button')
    await confirmAsked(admin)
    expect(shop.catalog.state.findBySlug('producers', 'ho-kinh-doanh-mam-ba-bay')).toMatchObject({
      name: 'Hộ kinh doanh Mắm Bà Bảy',
      place: { list: '2025-07', province: '66' },
    })
    await admin.press('form[action$="/roles/take"] button')
    expect(admin.text('#roles + p')).toContain('Chưa có vai trò')
  })

  it('learns nothing of whether a number is known', async () => {
    const again = await shop.visitor().open('/account/register')
    await again.press('main .button--primary', { ...request, password: 'mật khẩu của kẻ khác' })
    expect(again.text('h1')).toBe('Đã gửi đăng ký')
    const owner = await shop.visitor().open('/account/sign-in')
    await owner.press('main .button--primary', { identifier: request.phone, password: PASSWORD })
    expect(owner.path).toBe('/producer')
  })
})

describe('an owner of a producer', () => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop('', { catalog: await openShop() })
  })
  afterAll(() => shop.stop())

  it('invites staff and takes the role again; staff may do neither', async () => {
    const owner = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    await owner.open('/producer/accounts')
    await owner.press('main .button--primary', { name: 'H Mai', phone: '0905 123 999', role: 'staff' })
    await confirmAsked(owner)
    const staff = await shop.visitor().open(linkOn(owner))
    await staff.press('main .button--primary', { password: PASSWORD })
    expect(staff.path).toBe('/producer')
    expect(staff.$('nav a[href$="/producer/accounts"]')).toHaveLength(0)
    expect((await staff.open('/producer/accounts')).status).toBe(403)

    await owner.open('/producer/accounts')
    const token = owner.$('input[name=token]').val() as string
    const office = { name: 'Kẻ Leo Thang', phone: '0905 777 666', role: 'administrator', province: 'country', token }
    expect((await owner.post('/producer/accounts', office)).status).toBe(403)
    await owner.open('/producer/accounts')
    await owner.press('form[action$="/link"] button')
    await confirmAsked(owner)
    expect((await shop.visitor().open(linkOn(owner))).text('h1')).toBe('Đặt mật khẩu mới')
    await owner.open('/producer/accounts')
    await owner.press('form[action$="/take"] button')
    expect((await staff.open('/producer')).status).toBe(401)
    await staff.press('main .button--primary', { identifier: '0905 123 999', password: PASSWORD })
    expect((await staff.open('/producer')).status).toBe(403)
  })
})
