import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Membership } from '../../src/catalog/account.js'
import { system } from '../../src/access/actor.js'
import { provinceKey } from '../../src/index.js'
import { openBrowseShop } from './browse-shop.js'
import { signIntoOffice } from './office-person.js'
import { officeVisitor, PASSWORD } from './signed-in.js'
import { runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const PATH = '/office/api-keys'

describe('the office gives keys to programs', () => {
  let shop: RunningShop
  let office: Visitor
  let key = ''
  beforeAll(async () => {
    shop = await runShop('/ocop', { catalog: await openBrowseShop() })
    office = await signIntoOffice(shop.visitor(), shop.catalog)
  })
  afterAll(() => shop.stop())

  it('says what is missing, field by field, and keeps what was typed', async () => {
    expect((await shop.visitor().open(PATH)).status).toBe(401)
    await office.open('/office')
    await office.follow(`nav a[href$="${PATH}"]`)
    expect(office.text('main')).toContain('Chưa có khóa nào.')
    const typed = { name: 'Kế toán <b>', role: 'owner', producer: 'ea-tu', expiresOn: '2020-01-01' }
    await office.press('main .button--primary', { ...typed, scopes: ['goods:read'] })
    expect(office.status).toBe(422)
    expect(office.text('#expiresOn-error')).not.toBe('')
    expect(office.$('#name').attr('value')).toBe('Kế toán <b>')
    expect(office.$('input[value="goods:read"]').attr('checked')).toBeDefined()
    await office.press('main .button--primary', { expiresOn: '', scopes: [] })
    expect(office.status).toBe(422)
    expect(office.$('a[href="#scopes"]').length).toBe(1)
    await office.press('main .button--primary', { scopes: ['goods:read'], producer: 'khong-co' })
    expect(office.text('#producer-error')).toContain('khong-co')
    expect(shop.catalog.state.all('apiKeys')).toEqual([])
  })

  it('shows a key once, and its trace from then on', async () => {
    const wanted = { producer: 'ea-tu', scopes: ['goods:read', 'goods:write'] }
    await office.press('main .button--primary', wanted)
    expect([office.status, office.text('#again-error')]).toEqual([422, expect.stringContaining('Chưa có')])
    await office.press('main .button--primary', { ...wanted, again: 'mật khẩu đoán mò' })
    expect([office.status, shop.catalog.state.all('apiKeys')]).toEqual([422, []])
    await office.press('main .button--primary', { ...wanted, again: PASSWORD })
    expect(office.status).toBe(200)
    key = office.$('#key').text()
    expect(key).toMatch(/^ocop_[\w-]{43}$/)
    expect(shop.catalog.apiKeys.find(key)?.name).toBe('Kế toán <b>')
    expect(office.path).toBe(`${PATH}/new`)
    await office.open(`${PATH}/new`)
    expect([office.path, office.$.html().includes(key)]).toEqual([PATH, false])
    expect(shop.catalog.state.all('apiKeys')).toHaveLength(1)
    expect(office.text('main')).toContain(`${key.slice(0, 12)}…`)
    expect(office.text('main')).toContain('Đọc giá và tồn kho · Đổi giá và tồn kho')
    expect(office.$.html()).not.toContain(key)
    await office.open(`${PATH}?lang=en`)
    expect(office.text('main')).toContain('Read prices and stock · Change prices and stock')
    await office.open(`${PATH}?lang=vi`)
  })

  it('is the administrator’s alone, each in the own provinces', async () => {
    const people = [
      { name: 'Lê Văn Duyệt', phone: '0905 222 333', role: 'reviewer', status: 403, sees: false },
      { name: 'Ngô Thị Huế', phone: '0905 222 444', role: 'administrator', status: 200, sees: false },
    ] as const
    const now = shop.catalog.now()
    for (const { name, phone, role, status } of people) {
      const memberships: Membership[] = [{ front: 'office', role, scope: [provinceKey('2025-07', '46')] }]
      const person = await officeVisitor(shop, { name, phone, memberships }, now)
      await person.open(PATH)
      expect(person.status, name).toBe(status)
      expect(person.text()).not.toContain(key.slice(0, 12))
    }
  })

  it('ends a key at once, and each step stands in the audit trail without the key', async () => {
    const token = office.$('main form input[type=hidden]').first()
    const fields = { [token.attr('name') ?? '']: token.attr('value') ?? '' }
    await office.press('form[action$="/revoke"] .button')
    expect(office.path).toBe(`${PATH}?revoked=1`)
    expect(office.text('[role=status]')).toContain('Đã thu hồi khóa')
    expect(shop.catalog.apiKeys.find(key)).toBeNull()
    const [record] = shop.catalog.state.all('apiKeys')
    await office.post(`${PATH}/${record?.id ?? ''}/revoke`, fields)
    expect(office.status).toBe(409)
    await office.post(`${PATH}/nothing/revoke`, fields)
    expect(office.status).toBe(404)
    await office.open('/office/audit')
    expect(office.text()).toContain('Khóa API: tạo')
    expect(office.text()).toContain('Khóa API: thu hồi')
    expect(office.$.html()).not.toContain(key)
  })

  it('stops when its maker is shut out or loses the power over its role, and another is made in its place', async () => {
    const { people } = shop.catalog.accounts
    const province = [provinceKey('2025-07', '66')]
    const role = { front: 'office', role: 'administrator', scope: province } as const
    const leaver = { name: 'Hồ Văn Đi', phone: '0905 222 555', memberships: [role] }
    const person = await officeVisitor(shop, leaver, shop.catalog.now())
    await person.open(PATH)
    await person.press('main .button--primary', {
      name: 'Sổ kho',
      role: 'staff',
      producer: 'ea-tu',
      scopes: ['goods:read'],
      again: PASSWORD,
    })
    const theirs = person.$('#key').text()
    const caller = () =>
      fetch(`${shop.origin}/api/v1/producer/goods`, { headers: { authorization: `Bearer ${theirs}` } })
    expect((await caller()).status).toBe(200)
    const { id = '' } = people.findByIdentifier(system('test'), leaver.phone) ?? {}
    await office.open(`/office/accounts/${id}`)
    expect(office.text('main')).toContain('1 khóa API do người này tạo cũng ngừng, phải tạo khóa thay: Sổ kho.')
    await people.setMemberships(system('test'), id, [{ ...role, role: 'reviewer' }])
    expect((await caller()).status).toBe(401)
    await people.setMemberships(system('test'), id, [role])
    expect((await caller()).status).toBe(200)
    await office.press('form[action$="/disable"] .button')
    expect((await caller()).status).toBe(401)

    await office.open(PATH)
    expect(office.text('main')).toContain('Ngừng: cần tạo khóa thay')
    expect(office.text('main')).toContain('Người tạo, Hồ Văn Đi, đã bị khóa tài khoản')
    await office.follow('a[href$="#new"]')
    expect(office.$('#name').attr('value')).toBe('Sổ kho')
    expect(office.$('#role option[selected]').attr('value')).toBe('staff')
    await office.press('main .button--primary', { again: PASSWORD })
    const another = office.$('#key').text()
    expect(shop.catalog.apiKeys.find(another)).toMatchObject({
      scopes: ['goods:read'],
      membership: { front: 'producer', role: 'staff', producerId: 'ea-tu' },
    })
  })
})
