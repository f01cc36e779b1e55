import { importJWK, jwtVerify, type JWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { createCatalog, openMemoryStore, type Letter } from '../../src/index.js'
import { PushService } from '../support/push-service.js'
import { Receiver } from '../support/receiver.js'
import { NOON, stockShop } from '../support/shop.js'
import { signIntoOffice } from './office-person.js'
import { acceptInvitation, confirmAsked, PRODUCER } from './signed-in.js'
import { order, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const PROGRAM = { name: 'Kho', events: ['order.placed'] }
const SAVE = 'main form[novalidate] .button--primary'

describe('how people and programs are told of what has happened', () => {
  const letters: Letter[] = []
  let [shop, producer, receiver] = [null, null, null] as unknown as [RunningShop, Visitor, Receiver]
  beforeAll(async () => {
    receiver = await Receiver.open()
    const catalog = await createCatalog({
      store: openMemoryStore(),
      clock: () => NOON,
      insideHosts: ['127.0.0.1'],
      mailer: { send: (letter) => Promise.resolve(void letters.push(letter)) },
    })
    await stockShop(catalog)
    shop = await runShop('/ocop', { catalog })
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
  })
  afterAll(async () => {
    receiver.close()
    await shop.stop()
  })

  it('a producer gives a mail address, tries it, and gets a letter about the next order', async () => {
    await producer.open('/producer')
    await producer.follow('a[href$="/producer/notices"]')
    expect(producer.$('#test')).toHaveLength(0)
    await producer.press(SAVE, { 'notices.email': 'htx at example' })
    expect(producer.status).toBe(422)
    expect(producer.text('.error-summary')).toContain('Địa chỉ e-mail')
    expect(producer.$('[name="notices.email"]').attr('value')).toBe('htx at example')
    await producer.press(SAVE, { 'notices.email': 'htx@example.vn', language: 'vi' })
    expect(producer.text('h1')).toBe('Có đúng là bạn không?')
    expect(shop.catalog.state.find('producerSettings', 'ea-tu')?.notices.email).toBeUndefined()
    await confirmAsked(producer)
    expect(producer.text('[role=status]')).toContain('Đã lưu')
    await producer.press('#test')
    expect(producer.text('[role=status]')).toContain('Thư thử')
    const code = await order(shop.visitor())
    await shop.catalog.deliveries.sendDue()
    expect(letters.map(({ subject }) => subject).toSorted()).toEqual(
      ['Thư thử: báo đơn mới', `Đơn mới ${code}`].toSorted(),
    )
    await producer.open('/producer/notices')
    expect(producer.text('[aria-labelledby=letters]')).toContain(`Có đơn mới ${code} Đã đến`)
  })

  it('a copied session sends no letters elsewhere; another language, and no letters any more, need no password', async () => {
    const address = () => shop.catalog.state.find('producerSettings', 'ea-tu')?.notices.email
    const copied = shop.visitor()
    copied.setCookie('session', producer.cookie('session') ?? '')
    await copied.open('/producer/notices')
    await copied.press(SAVE, { 'notices.email': 'thief@example.com' })
    expect(copied.text('h1')).toBe('Có đúng là bạn không?')
    await confirmAsked(copied, 'đoán mò thôi')
    expect(copied.status).toBe(422)
    expect(address()).toBe('htx@example.vn')
    await producer.open('/producer/notices')
    await producer.press(SAVE, { language: 'en' })
    await producer.press(SAVE, { 'notices.email': '' })
    expect(producer.text('[role=status]')).toContain('Đã lưu')
    expect(address()).toBeUndefined()
    await producer.press(SAVE, { 'notices.email': 'htx@example.vn', language: 'vi' })
    await confirmAsked(producer)
    expect(address()).toBe('htx@example.vn')
  })

  it('everybody of a producer gets a letter when the account that shoppers pay into is another one', async () => {
    const { people } = shop.catalog.accounts
    const owner = { front: 'producer', role: 'owner', producerId: 'ea-tu' as never } as const
    const neighbor = { front: 'producer', role: 'owner', producerId: 'go-den' as never } as const
    const shutOut = await people.invite(system('test'), { name: 'Cũ', email: 'cu@example.vn', memberships: [owner] })
    await people.disable(system('test'), shutOut.account.id)
    for (const [email, membership] of [
      ['con@example.vn', { ...owner, role: 'staff' }],
      ['ben@example.vn', neighbor],
    ] as const)
      await acceptInvitation(shop.visitor(), shop.catalog, { name: 'Y Bhiu', email, memberships: [membership] })
    const { saleTerms } = shop.catalog
    const account = { bin: '970436', number: '0011001932418', holder: 'HTX EA TU' }
    const told = () => letters.filter(({ subject }) => subject.includes('tài khoản nhận tiền'))
    await saleTerms.save(system('test'), { id: 'ea-tu', bankAccount: account })
    await expect
      .poll(() =>
        told()
          .map(({ to }) => to)
          .toSorted(),
      )
      .toEqual(['con@example.vn', 'htx@example.vn'])
    expect(told()[0]?.text).toMatch(/Hợp tác xã Ea Tu.*Người đổi: test\..*has just been changed by test/s)
    expect(told()[0]?.text).not.toContain('0011001932418')
    await saleTerms.save(system('test'), { id: 'ea-tu', bankAccount: account, pickUp: { address: '12 Lê Duẩn' } })
    await saleTerms.save(system('test'), { id: 'ea-tu', bankAccount: { ...account, number: '0011001932419' } })
    await expect.poll(() => told().length).toBe(4)
  })

  it('a producer connects a program, sees its secret once, what did not arrive, and tries it again', async () => {
    await producer.follow('a[href$="/producer/webhooks"]')
    await producer.press(SAVE, { name: 'Kho', url: 'https://192.168.1.4/hook' })
    expect(producer.status).toBe(422)
    expect(producer.text('.error-summary')).toMatch(/Địa chỉ nhận.*mạng nội bộ/)
    await producer.press(SAVE, { name: 'Kho', url: receiver.url, on: '1' })
    expect(producer.text('h1')).toBe('Có đúng là bạn không?')
    expect(shop.catalog.state.all('webhookEndpoints')).toHaveLength(0)
    await confirmAsked(producer, 'đoán mò thôi')
    expect(producer.status).toBe(422)
    expect(shop.catalog.state.all('webhookEndpoints')).toHaveLength(0)
    await confirmAsked(producer)
    expect(producer.text('#secret')).toMatch(/^whsec_/)
    await producer.follow('main p > a.button')
    expect(producer.text()).not.toContain('whsec_')
    receiver.answer = 500
    await producer.press('#test')
    await shop.catalog.deliveries.sendDue()
    const page = producer.path.replace(/\?.*/, '')
    await producer.open(page)
    expect(producer.text('[aria-labelledby=latest]')).toMatch(/Tin thử Đang chờ.*thử lại lúc.*HTTP 500/)
    receiver.answer = 200
    await producer.press('[action$="/retry"] button')
    await shop.catalog.deliveries.sendDue()
    await producer.open(page)
    expect(producer.text('[aria-labelledby=latest]')).toMatch(/Tin thử Đã đến/)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('a copied session leads no program elsewhere and sees no secret; what changes no address needs no password', async () => {
    const endpoint = () => shop.catalog.state.all('webhookEndpoints')[0]
    const copied = shop.visitor()
    copied.setCookie('session', producer.cookie('session') ?? '')
    const page = `/producer/webhooks/${endpoint()?.id ?? ''}`
    const elsewhere = `${receiver.url}/elsewhere`
    await copied.open(page)
    await copied.press(SAVE, { url: elsewhere })
    expect(copied.text('h1')).toBe('Có đúng là bạn không?')
    await copied.open(page)
    await copied.press('[action$="/secret"] button')
    expect(copied.text()).not.toContain('whsec_')
    expect(endpoint()).toMatchObject({ url: receiver.url, version: 1 })
    await producer.open(page)
    await producer.press(SAVE, { name: 'Kho lạnh' })
    expect(producer.text('[role=status]')).toContain('Đã lưu')
    await producer.press(SAVE, { url: elsewhere })
    await confirmAsked(producer)
    expect(endpoint()).toMatchObject({ name: 'Kho lạnh', url: elsewhere })
    await shop.catalog.webhooks.save(system('test'), endpoint()?.id ?? '', { ...PROGRAM, url: receiver.url })
  })

  it('a phone is told of new orders, sealed for it alone; what is gone is forgotten, what failed is tried again', async () => {
    const push = await PushService.open()
    try {
      await producer.open('/producer/notices')
      const key = producer.$('[data-push]').attr('data-push') ?? ''
      await producer.press('#turn-on', { ...push.subscription, endpoint: 'https://192.168.1.4/send' })
      expect(producer.text('[role=alert]')).toContain('Chưa bật được')
      await producer.press('#turn-on', { ...push.subscription, auth: 'short' })
      expect(producer.text('[role=alert]')).toContain('Chưa bật được')
      await producer.press('#turn-on', push.subscription)
      expect(producer.text('[role=status]')).toContain('Đã bật')
      await producer.press('[action$="/devices/test"] button')
      const code = await order(shop.visitor())
      await shop.catalog.deliveries.sendDue()
      const read = push.read().toSorted((a, b) => (a['path'] ?? '').localeCompare(b['path'] ?? ''))
      expect(read).toMatchObject([
        { title: 'Thông báo thử', path: '/producer/notices' },
        { title: `Đơn mới ${code}`, path: `/producer/orders/${code}`, language: 'vi' },
      ])
      expect(JSON.stringify(read)).not.toMatch(/Trần|0905|Lê Duẩn/)
      const { authorization = '', ...headers } = push.received[0]?.headers ?? {}
      expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' })
      const [, token = '', sender] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? []
      expect(sender).toBe(key)
      const point = Buffer.from(key, 'base64url')
      const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
      await jwtVerify(token, await importJWK({ kty: 'EC', crv: 'P-256', x, y } as JWK, 'ES256'), {
        audience: push.origin,
      })
      push.answer = 503
      await order(shop.visitor())
      await shop.catalog.deliveries.sendDue()
      await producer.open('/producer/notices')
      expect(producer.text('[data-endpoint]')).toContain('HTTP 503')
      push.answer = 410
      await producer.press('[action$="/devices/test"] button')
      await shop.catalog.deliveries.sendDue()
      await producer.open('/producer/notices')
      expect(producer.$('[data-endpoint]')).toHaveLength(0)
      const { privateKey } = shop.catalog.state.all('pushKeys')[0] ?? {}
      const seen = await shop.catalog.audit.search(system('test'), {}, { limit: 200 })
      expect(JSON.stringify(seen)).toContain('pushDevices.turnOn')
      expect(JSON.stringify(seen)).not.toContain(privateKey)
    } finally {
      push.close()
    }
  })

  it('a phone whose owner works there no more hears nothing; the owner of the producer ends others', async () => {
    const push = await PushService.open()
    try {
      const { catalog } = shop
      const helper = await acceptInvitation(shop.visitor(), catalog, {
        name: 'Lê Thị Giúp',
        phone: '0905 333 111',
        memberships: [{ front: 'producer', role: 'staff', producerId: 'ea-tu' as never }],
      })
      await helper.open('/producer/notices?lang=en')
      await helper.press('#turn-on', push.subscription)
      await producer.open('/producer/notices')
      expect(producer.text('[aria-labelledby=devices]')).toContain('của Lê Thị Giúp')
      expect(producer.$('[data-endpoint]')).toHaveLength(0)
      const account = catalog.accounts.people.findByIdentifier(system('test'), '0905333111')
      await catalog.accounts.people.setMemberships(system('test'), account?.id ?? '', [])
      await order(shop.visitor())
      await catalog.deliveries.sendDue()
      expect(push.received).toEqual([])
      await producer.press('[action$="/devices/end"] button')
      expect(producer.text('[role=status]')).toContain('Đã tắt')
      expect(producer.$('[aria-labelledby=devices]')).toHaveLength(0)
    } finally {
      push.close()
    }
  })

  it('another producer and staff see none of it; the office has receivers of its own', async () => {
    const other = await acceptInvitation(shop.visitor(), shop.catalog, {
      name: 'Lê Văn Gò',
      phone: '0905 333 777',
      memberships: [{ front: 'producer', role: 'owner', producerId: 'go-den' as never }],
    })
    const [endpoint] = shop.catalog.state.all('webhookEndpoints')
    expect((await other.open(`/producer/webhooks/${endpoint?.id ?? ''}`)).status).toBe(404)
    const staff = await acceptInvitation(shop.visitor(), shop.catalog, {
      name: 'Lê Văn Nhân',
      phone: '0905 333 555',
      memberships: [{ front: 'producer', role: 'staff', producerId: 'ea-tu' as never }],
    })
    await staff.open('/producer/notices')
    expect(staff.text('h2')).toContain('Điện thoại, máy tính này')
    expect(staff.$('[name="notices.email"]')).toHaveLength(0)
    expect((await staff.open('/producer/webhooks')).status).toBe(403)
    const office = await signIntoOffice(shop.visitor(), shop.catalog)
    await office.open('/office')
    await office.follow('a[href$="/office/webhooks"]')
    expect(office.text()).not.toContain('Kho')
    await office.press(SAVE, { name: 'Cổng tỉnh', url: receiver.url, on: '1', events: ['product.approved'] })
    await confirmAsked(office)
    await office.follow('main p > a.button')
    await office.press('[action$="/secret"] button')
    await confirmAsked(office)
    expect(office.text('#secret')).toMatch(/^whsec_/)
    await office.follow('main p > a.button')
    await office.press('[action$="/remove"] button')
    expect(office.text('[role=status]')).toContain('Đã bỏ')
    await office.open('/office/accounts/new')
    await office.press('main .button--primary', {
      name: 'Y Mới',
      email: 'moi@example.vn',
      role: 'viewer',
      province: 'country',
    })
    await confirmAsked(office)
    expect(office.text('[role=status]')).toContain('đã gửi tới moi@example.vn')
    const link = office.text('#link')
    expect(letters.at(-1)).toMatchObject({ to: 'moi@example.vn', text: expect.stringContaining(link) as string })
    await office.open('/office/exchange')
    await office.press(SAVE, { id: 'DakLak', name: 'Đắk Lắk', site: receiver.url, key: '' })
    expect(office.status).toBe(422)
    expect(office.text('.error-summary')).toContain('Dấu vân khóa')
    await office.press(SAVE, { id: 'daklak', name: 'Đắk Lắk', site: 'https://10.0.0.1', key: 'x' })
    expect(office.text('.error-summary')).toContain('mạng nội bộ')
    expect((await office.open('/office/webhooks?lang=en')).text('h1')).toBe('Webhooks')
  })

  it('who asks for an account that there is hears what all hear; its owner gets a letter, once a day', async () => {
    const told = () => letters.filter(({ subject }) => subject.endsWith('bạn đã có tài khoản'))
    const join = async (phone: string) => {
      const stranger = await shop.visitor().open('/account/join')
      await stranger.press('main .button--primary', { name: 'Người Lạ', phone, password: 'mật khẩu của kẻ khác' })
      return [stranger.status, stranger.path, stranger.text('main')]
    }
    const unknown = await join('0905 888 111')
    for (const known of ['0905 111 222', '0905 111 222', '0905 333 444']) expect(await join(known)).toEqual(unknown)
    const asker = await shop.visitor().open('/account/register')
    const request = { name: 'Người Lạ', phone: '0905 888 222', email: 'quan@example.vn', password: 'mật khẩu kẻ khác' }
    const producerFacts = { producerName: 'HTX Lạ', kind: 'cooperative', province: '2025-07:66', address: '', note: '' }
    await asker.press('main .button--primary', { ...request, ...producerFacts })
    expect(asker.text('h1')).toBe('Đã gửi đăng ký')
    await expect.poll(told).toHaveLength(1)
    expect(told()[0]).toMatchObject({
      to: 'quan@example.vn',
      text: expect.stringMatching(/Chào Trần Thị Quản.*Somebody/s) as string,
    })
  })
})
