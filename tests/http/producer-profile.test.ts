import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import type { Invitation } from '../../src/site/accounts/people.js'
import { acceptInvitation, officeVisitor, PRODUCER } from './signed-in.js'
import { MOUNTS, order, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const SAVE = 'main .button--primary'
const FILLED = {
  phone: '+84 905.777.888',
  website: 'htxeatu.vn',
  province: '66',
  commune: '24133',
  street: '12 Y Jút',
  'story.vi': 'Mười hai hộ Ê Đê.\nHái chín, phơi giàn.',
  'story.en': 'Twelve Ede households.',
}

const officeOf = (province: string, phone: string): Invitation => ({
  name: 'Trần Thị Quản',
  phone,
  memberships: [{ front: 'office', role: 'administrator', scope: [`2025-07:${province}` as never] }],
})

describe.each(MOUNTS)('a producer says who it is, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let producer: Visitor
  const kept = () => shop.catalog.state.find('producers', 'ea-tu')
  beforeAll(async () => {
    shop = await runShop(mount)
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
  })
  afterAll(() => shop.stop())

  it('is told on its first page what buyers miss, and led to the form', async () => {
    expect(producer.text('.notice')).toContain('chưa có địa chỉ')
    await producer.follow('.notice a')
    expect([producer.path, producer.text('h1')]).toEqual(['/producer/profile', 'Thông tin chủ thể'])
    expect(producer.$('[name=name]')).toHaveLength(0)
    expect(producer.$('[name=phone]').attr('value')).toBe('0262 385 2852')
  })

  it('is told each field that is wrong, with all that was typed kept and nothing saved', async () => {
    const before = kept()
    await producer.press(SAVE, { ...FILLED, phone: '12', website: 'htx ea tu', commune: '27694', 'story.vi': '' })
    expect(producer.status).toBe(422)
    expect(producer.text('#phone-error')).toContain('0905 123 456')
    expect(producer.text('#website-error')).toContain('https://')
    expect(producer.text('#story\\.vi-error')).not.toBe('')
    expect(producer.$('[name=phone]').attr('value')).toBe('12')
    expect(producer.$('[name=street]').attr('value')).toBe('12 Y Jút')
    await producer.press(SAVE, { ...FILLED, commune: '27694' })
    expect([producer.status, producer.text('#commune-error')]).toEqual([422, expect.stringContaining('tỉnh')])
    await producer.press(SAVE, { ...FILLED, province: '80', commune: '' })
    expect([producer.status, producer.text('#province-error')]).toEqual([422, expect.stringContaining('cơ quan')])
    expect(kept()).toEqual(before)
  })

  it('finds its commune by the name of before 2025 without a script, and saves', async () => {
    await producer.open('/producer/profile')
    await producer.press('[name=action][value=find]', { ...FILLED, commune: '', find: 'xã Ea Tu' })
    expect(producer.$('[name=street]').attr('value')).toBe('12 Y Jút')
    const [found] = producer.$('.finder__places button').get()
    expect(producer.$(found).attr('value')).toBe('24163')
    await producer.press('.finder__places button')
    expect(producer.$('#commune option[selected]').attr('value')).toBe('24163')
    await producer.press(SAVE)
    expect(producer.text('[role=status]')).toContain('Đã lưu')
    expect(kept()).toMatchObject({
      name: 'Hợp tác xã Ea Tu',
      phone: '+84905777888',
      website: 'https://htxeatu.vn',
      address: '12 Y Jút',
      place: { list: '2025-07', province: '66', commune: '24163' },
      story: { vi: 'Mười hai hộ Ê Đê.\nHái chín, phơi giàn.', en: 'Twelve Ede households.' },
    })
    await producer.open('/producer')
    expect(producer.$('.notice')).toHaveLength(0)
  })

  it('is seen at once: by shoppers with story and call link, on the label with its street', async () => {
    const shopper = shop.visitor()
    await shopper.open('/producers/ea-tu')
    expect(shopper.text()).toContain('Hái chín, phơi giàn.')
    expect(shopper.text('dl')).toContain('12 Y Jút')
    expect(shopper.$('main a[href="tel:+84905777888"]')).toHaveLength(1)
    await shopper.open('/producers/ea-tu?lang=en')
    expect(shopper.text()).toContain('Twelve Ede households.')
    await shopper.open('/products/ca-phe-bot?lang=vi')
    expect(shopper.$('main a[href="tel:+84905777888"]').length).toBeGreaterThan(0)
    const code = await order(shop.visitor())
    await producer.open(`/producer/orders/print?code=${code}`)
    expect(producer.text('.label dd')).toMatch(/0905 ?777 ?888.*12 Y Jút, Phường .*Đắk Lắk/)
  })

  it('keeps both changes when two write at once: the later one sees what the other said, and decides', async () => {
    const colleague = await acceptInvitation(shop.visitor(), shop.catalog, { ...PRODUCER, phone: '0905 333 777' })
    await Promise.all([producer.open('/producer/profile'), colleague.open('/producer/profile')])
    await colleague.press(SAVE, { phone: '0905 999 000' })
    await producer.press(SAVE, { street: '14 Y Jút' })
    expect(producer.status).toBe(409)
    expect(producer.text('.error-summary')).toContain('Người khác vừa lưu')
    expect(producer.text('#phone-hint')).toContain('0905 999 000')
    expect(producer.$('[name=street]').attr('value')).toBe('14 Y Jút')
    await producer.press(SAVE, { phone: '0905 999 000' })
    expect(kept()).toMatchObject({ phone: '+84905999000', address: '14 Y Jút' })
  })

  it('leaves its name to the office, and its facts to nobody else', async () => {
    const { producers } = shop.catalog
    const actorOf = (producerId: string) =>
      ({
        kind: 'person',
        accountId: 'a',
        name: 'A',
        memberships: [{ front: 'producer', role: 'owner', producerId }],
      }) as never
    const officeActor = (province: string) =>
      ({
        kind: 'person',
        accountId: 'o',
        name: 'O',
        memberships: [{ front: 'office', role: 'administrator', scope: [`2025-07:${province}`] }],
      }) as never
    await expect(producers.save(actorOf('ea-tu'), 'ea-tu', { name: 'HTX Khác' })).rejects.toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    )
    for (const actor of [actorOf('go-den'), officeActor('80')])
      await expect(producers.save(actor, 'ea-tu', { phone: '0905 000 111' })).rejects.toThrow(
        expect.objectContaining({ code: 'NOT_FOUND' }),
      )
    const away = { place: { list: '2025-07', province: '80' } }
    await expect(producers.save(officeActor('66'), 'ea-tu', away)).rejects.toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: 'place.province' })] }),
    )
    expect(kept()).toMatchObject({ name: 'Hợp tác xã Ea Tu', phone: '+84905999000' })
    const staff = await acceptInvitation(shop.visitor(), shop.catalog, {
      name: 'Lê Văn Nhân',
      phone: '0905 333 555',
      memberships: [{ front: 'producer', role: 'staff', producerId: 'ea-tu' as never }],
    })
    await staff.open('/producer')
    expect(staff.$('a[href$="/producer/profile"]')).toHaveLength(0)
    expect((await staff.open('/producer/profile')).status).toBe(403)
  })

  it('is told by an office that gives it a name which another producer of the province bears, and can confirm it', async () => {
    await shop.catalog.save({
      producers: [
        { id: 'xoai', slug: 'xoai', name: 'HTX Xoài Ea Súp', kind: null, place: { list: '2025-07', province: '66' } },
      ],
    })
    const invitation = { ...officeOf('66', '0905 333 999'), email: 'xoai@example.vn' }
    const office = await officeVisitor(shop, invitation, shop.catalog.now())
    await office.open('/office/producers/xoai')
    await office.press(SAVE, { name: 'HTX Ea Tu', kind: 'cooperative' })
    expect([office.status, office.text('#name-error')]).toEqual([422, expect.stringContaining('“Hợp tác xã Ea Tu”')])
    expect(office.$('.notice--warn a').attr('href')).toContain('/producers/ea-tu')
    const xoai = () => shop.catalog.state.find('producers', 'xoai')
    expect(xoai()).toMatchObject({ name: 'HTX Xoài Ea Súp', kind: null })
    await office.press(SAVE, { isAnother: '1' })
    expect(xoai()).toMatchObject({ name: 'HTX Ea Tu', kind: 'cooperative' })
    // The same name written otherwise asks nothing, a kind that no source says is taken back, and a place is not emptied.
    await office.press(SAVE, { name: 'Hợp tác xã Ea Tu', kind: '' })
    expect(xoai()).toMatchObject({ name: 'Hợp tác xã Ea Tu', kind: null })
    await office.press(SAVE, { province: '', website: 'eatu.vn' })
    expect([office.status, office.text('#province-error')]).toEqual([422, expect.stringContaining('bỏ trống')])
  })

  it('has its street and web page shown where no source says its province', async () => {
    await shop.catalog.save({
      producers: [
        {
          id: 'dau',
          slug: 'dau',
          name: 'HTX Đậu',
          kind: null,
          place: null,
          address: '3 Lê Lợi',
          website: 'https://dau.vn',
        },
      ],
    })
    const shopper = shop.visitor()
    await shopper.open('/producers/dau')
    expect(shopper.text('dl')).toMatch(/3 Lê Lợi.*dau\.vn/s)
  })

  it('takes back what it empties; the trail tells what was and what is, and of nothing that stayed', async () => {
    await producer.open('/producer/profile')
    await producer.press(SAVE, { phone: '', website: '', 'story.vi': '', 'story.en': '' })
    expect(kept()).toMatchObject({ address: '14 Y Jút' })
    expect(Object.keys(kept() ?? {})).not.toContain('story')
    const revision = shop.catalog.state.revision
    await producer.press(SAVE)
    expect(shop.catalog.state.revision).toBe(revision)
    const { entries } = await shop.catalog.audit.search(system('test'), { subject: 'ea-tu' }, { limit: 20 })
    expect(entries[0]).toMatchObject({
      action: 'producers.save',
      before: { phone: '+84905999000', website: 'https://htxeatu.vn' },
    })
    expect(entries[0]?.after).toEqual({})
    await producer.open('/producer')
    expect(producer.text('.notice')).toContain('chưa có số điện thoại')
  })
})

describe('the office states it for a producer of its provinces', () => {
  let shop: RunningShop
  let office: Visitor
  const kept = () => shop.catalog.state.find('producers', 'ea-tu')
  beforeAll(async () => {
    shop = await runShop('')
    office = await officeVisitor(shop, officeOf('66', '0905 111 222'), shop.catalog.now())
  })
  afterAll(() => shop.stop())

  it('finds those of its own among them, with what their profiles lack', async () => {
    await office.open('/office')
    await office.follow('a[href="/office/producers"]')
    expect(office.text('.rows')).toMatch(/Hợp tác xã Ea Tu.*chưa có địa chỉ/)
    expect(office.text('.rows')).not.toContain('Gò Đen')
    await office.open('/office/producers?q=khong-co')
    expect(office.$('.rows')).toHaveLength(0)
    expect((await office.open('/office/producers/go-den')).status).toBe(404)
  })

  it('changes name and kind too; what was typed stays when something is wrong', async () => {
    await office.open('/office/producers?q=ea tu')
    await office.follow('.row__name')
    await office.press(SAVE, { name: '', phone: '12' })
    expect(office.status).toBe(422)
    expect([office.text('#name-error'), office.text('#phone-error')]).not.toContain('')
    await office.press(SAVE, { name: 'HTX Ea Tu', kind: 'enterprise', ...FILLED })
    expect(office.text('[role=status]')).toContain('Đã lưu')
    expect(kept()).toMatchObject({ name: 'HTX Ea Tu', kind: 'enterprise', slug: 'ea-tu', address: '12 Y Jút' })
    const shopper = shop.visitor()
    await shopper.open('/producers/ea-tu')
    expect(shopper.text('h1')).toBe('HTX Ea Tu')
    expect(shop.catalog.search({ text: 'HTX Ea Tu' }).total).toBeGreaterThan(0)
    await office.open('/office/audit?action=producers')
    expect(office.text()).toMatch(/Chủ thể: lưu.*Hợp tác xã Ea Tu.*HTX Ea Tu/)
  })

  it('is not for the office of another province', async () => {
    const other = await officeVisitor(shop, officeOf('80', '0905 111 333'), shop.catalog.now())
    expect((await other.open('/office/producers/ea-tu')).status).toBe(404)
    expect((await other.post('/office/producers/ea-tu', { action: 'save', phone: '0905 000 111' })).status).not.toBe(
      303,
    )
    expect(kept()).toMatchObject({ phone: '+84905777888' })
  })
})
