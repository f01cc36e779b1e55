import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowseShop } from './browse-shop.js'
import { signIntoOffice } from './office-person.js'
import { acceptInvitation, setUpApp } from './signed-in.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const PHONE = '0905 123 456'

describe.each(MOUNTS)('the office answers complaints, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let office: Visitor
  let now = new Date('2026-10-01T05:00:00Z')

  const write = (kind: string, text: string, about: object = { of: 'product', id: 'mat-ong' }) =>
    shop.catalog.feedback.receive({ kind, text, about: about as never, name: 'Nguyễn Thị Hoa', phone: PHONE })

  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openBrowseShop({ now: () => now }) })
    await write('information', 'Thông tin trên trang này sai từ lâu.')
    now = new Date('2026-11-22T05:00:00Z')
    await write('question', 'Trang này của cơ quan nào vậy ạ?', { of: 'site' })
    await write('safety', 'Ăn xong thấy đau bụng cả nhà.', { of: 'product', id: 'ca-phe-bot' })
    office = await signIntoOffice(shop.visitor(), shop.catalog)
  })
  afterAll(() => shop.stop())

  const open = async (kind: string) => {
    await office.open('/office/feedback')
    const id = shop.catalog.state.all('feedback').find((one) => one.kind === kind)?.id ?? ''
    await office.follow(`a[href$="/office/feedback/${id}"]`)
  }

  it('finds them by due day from the navigation, what is overdue marked, and how much was in time', async () => {
    expect((await shop.visitor().open('/office/feedback')).status).toBe(401)
    await office.open('/office')
    expect(office.text('section[aria-labelledby=waiting]')).toContain('3 phản ánh chờ trả lời 1 quá hạn')
    await office.follow('nav a[href$="/office/feedback"]')
    const rows = office.$('section[aria-labelledby=open] .row__name').toArray()
    expect(rows.map((row) => office.$(row).text())).toEqual([
      'Thông tin sản phẩm sai',
      'Ăn uống vào bị bệnh, nghi không an toàn',
      'Tôi có câu hỏi',
    ])
    expect(office.text('section[aria-labelledby=open] li:first-child')).toContain('đã quá hạn')
    expect(office.text('section[aria-labelledby=rate]')).toContain('Cả nước: 0 trên 1 lượt đúng hạn (0,0%)')
  })

  it('sees who wrote what, about what, and whom to call', async () => {
    await open('safety')
    expect(office.text('.turn')).toContain('Ăn xong thấy đau bụng cả nhà.')
    expect(office.$('a[href="tel:0905123456"]')).toHaveLength(1)
    expect(office.text('.facts')).toMatch(/Cà phê bột.*Nguyễn Thị Hoa.*Hợp tác xã Ea Tu/s)
  })

  it('takes it on, answers it, closes it; the sender reads the answer', async () => {
    await office.press('form[action$="/assign"] button', { assignee: '' })
    expect(office.status).toBe(422)
    const me = office.$('#assignee option:nth-child(2)').attr('value') ?? ''
    await office.press('form[action$="/assign"] button', { assignee: me })
    expect(office.text('.facts')).toContain('Trần Thị Quản')
    await office.press('form[action$="/answer"] button', { text: ' ' })
    expect(office.status).toBe(422)
    expect(office.$('.error-summary a[href="#text"]')).toHaveLength(1)
    await office.press('form[action$="/answer"] button', { text: 'Đã thu hồi lô hàng, mời chị đi khám.' })
    expect(office.text('[role=status]')).toBe('Đã gửi trả lời.')
    expect(office.$('form[action$="/answer"]')).toHaveLength(0)
    await office.press('form[action$="/close"] button')
    expect(office.text('[role=status]')).toBe('Đã kết thúc phản ánh.')
    const { code } = shop.catalog.state.all('feedback').find(({ kind }) => kind === 'safety') ?? { code: '' }
    expect((await shop.catalog.feedback.find(code, PHONE))?.rounds[0]?.answer?.text).toContain('thu hồi lô hàng')
    await office.open('/office/audit?action=feedback')
    expect(office.$('.deed')).toHaveLength(3)
  })

  it('a viewer of another province sees none of it, one of this province only looks', async () => {
    const invite = async (phone: string, province: string) => {
      const visitor = await acceptInvitation(shop.visitor(), shop.catalog, {
        name: 'Lê Văn Xem',
        phone,
        memberships: [{ front: 'office', role: 'viewer', scope: [province] as never }],
      })
      await setUpApp(visitor, shop.catalog.now())
      return visitor.open('/office/feedback')
    }
    const far = await invite('0905 777 001', '2025-07:80')
    expect(far.text()).toContain('0 phản ánh chờ trả lời')
    const near = await invite('0905 777 002', '2025-07:66')
    await near.follow('section[aria-labelledby=open] .row__name')
    expect(near.text()).toContain('Bạn chỉ có quyền xem phản ánh này.')
    expect(near.$('main form')).toHaveLength(0)
    expect((await far.open(near.path)).status).toBe(404)
  })
})
