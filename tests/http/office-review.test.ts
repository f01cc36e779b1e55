import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { acceptInvitation, PRODUCER as PERSON } from './signed-in.js'
import { openBrowseShop } from './browse-shop.js'
import { signIntoOffice } from './office-person.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const PRODUCER = system('test')

const draft = (name: string) => ({
  name: { vi: name },
  classification: { group: 'I', set: 7, basis: 'proposal' },
  origin: { list: 'pre-2025-07', province: '66' },
  variants: [{ sku: name.replace(/\W/g, ''), packSize: { quantity: 500, unit: 'g' }, price: 150_000, stock: 12 }],
  photos: [{ src: '/photos/abcdefghijklmnopqrstuvwx.jpg', alt: { vi: name }, width: 1200, height: 900 }],
  labelFacts: {
    ingredients: { vi: '100% hạt mắc ca' },
    shelfLife: '12 tháng',
    storage: { vi: 'Nơi khô ráo' },
    declarationNumber: '02/EATU/2026',
  },
})

describe.each(MOUNTS)('the office reviews what producers send, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let office: Visitor
  let now = new Date('2026-11-16T05:00:00Z')

  async function send(name: string, more: object = {}): Promise<string> {
    const { submissions } = shop.catalog
    const { id } = await submissions.begin(PRODUCER, 'ea-tu')
    await submissions.save(PRODUCER, id, { content: draft(name) as never, ...more })
    await submissions.send(PRODUCER, id)
    return id
  }

  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openBrowseShop({ now: () => now }) })
    await send('Mắc ca A')
    now = new Date('2026-11-20T05:00:00Z')
    const claim = { stars: 4, decisionNumber: '77/QĐ-UBND', issuedOn: '2026-05-01' }
    await send('Mắc ca B', { certificate: claim, note: 'Xin duyệt trước Tết.' })
    const { id } = await shop.catalog.submissions.beginChange(PRODUCER, 'ea-tu', 'mat-ong')
    const { content } = shop.catalog.submissions.get(PRODUCER, id)
    const changed = { ...content, ...draft('Mật ong rừng'), variants: content.variants }
    await shop.catalog.submissions.save(PRODUCER, id, { content: changed as never })
    now = new Date('2026-11-22T05:00:00Z')
    await shop.catalog.submissions.send(PRODUCER, id)
    office = await signIntoOffice(shop.visitor(), shop.catalog)
  })
  afterAll(() => shop.stop())

  it('finds what waits from the navigation, the first due first, what is overdue marked', async () => {
    expect((await shop.visitor().open('/office/submissions')).status).toBe(401)
    await office.open('/office')
    await office.follow('nav a[href$="/office/submissions"]')
    const names = office.$('section[aria-labelledby=due] .row__name').toArray()
    expect(names.map((name) => office.$(name).text())).toEqual(['Mắc ca A', 'Mắc ca B', 'Mật ong rừng'])
    expect(office.text('section[aria-labelledby=due] li:first-child')).toContain('Quá hạn')
    expect(office.$('section[aria-labelledby=due] .mark--bad')).toHaveLength(1)
    expect(office.text('section[aria-labelledby=rate]')).toMatch(/0 trên 1 lượt đúng hạn \(0,0%\).*180 ngày/s)
  })

  it('approves, and comes to the next one', async () => {
    await office.follow('section[aria-labelledby=due] .row__name')
    expect(office.text('section[aria-labelledby=changes]')).toContain('150.000 ₫')
    await office.press('#approve')
    expect(office.text('h1')).toBe('Mắc ca B')
    expect(office.text('[role=status]')).toContain('Đã duyệt “Mắc ca A”')
    expect(shop.catalog.state.findBySlug('products', 'mac-ca-a')?.status).toBe('published')
  })

  it('sees what the producer states: its certificate, the label, a word to the office', () => {
    expect(office.text('section[aria-labelledby=claim]')).toMatch(/77\/QĐ-UBND.*01\/05\/2026.*chưa có trong dữ liệu/s)
    expect(office.text('section[aria-labelledby=facts]')).toContain('02/EATU/2026')
    expect(office.text('.notice')).toContain('Xin duyệt trước Tết.')
  })

  it('sends nothing back without a reason, and keeps what was typed', async () => {
    await office.press('#send-back button')
    expect(office.text('.error-summary')).toContain('Hãy chọn một lý do, hoặc viết lý do khác.')
    expect(office.status).toBe(422)
    expect(office.$('.error-summary a[href="#reasons"]')).toHaveLength(1)
    await office.press('#send-back button', { 'text-2': 'x', 'field-2': 'origin' })
    expect(office.status).toBe(422)
    expect(office.text('#text-2-error')).not.toBe('')
    expect(office.$('#text-2').attr('value')).toBe('x')
    expect(office.$('#field-2 option[selected]').attr('value')).toBe('origin')
  })

  it('sends back with a ready reason and an own one, each at its field', async () => {
    const id = office.path.split('/')[3] ?? ''
    await office.press('#send-back button', {
      reason: ['photoLabel'],
      'text-1': 'Ghi rõ huyện cũ.',
      'field-1': 'origin',
      'text-2': '',
    })
    expect(office.text('[role=status]')).toContain('Đã trả lại “Mắc ca B”')
    expect(shop.catalog.submissions.get(PRODUCER, id).history.at(-1)?.reasons).toEqual([
      { path: 'photos', text: 'Ảnh chưa thấy rõ nhãn, xin thêm ảnh mặt nhãn.' },
      { path: 'origin', text: 'Ghi rõ huyện cũ.' },
    ])
  })

  it('sees a change side by side, and is told when somebody else was faster', async () => {
    expect(office.text('h1')).toBe('Mật ong rừng')
    expect(office.text('section[aria-labelledby=changes] li:first-child del')).toBe('Mật ong hoa cà phê')
    expect(office.text('section[aria-labelledby=changes] li:first-child ins')).toBe('Mật ong rừng')
    expect(office.text('section[aria-labelledby=changes] .sides')).toContain('Chưa có ảnh nào.')
    expect(office.$('#photos')).toHaveLength(0)
    const [page, id] = [office.path, office.path.split('/')[3]?.split('?')[0] ?? '']
    await shop.catalog.submissions.recall(PRODUCER, id)
    await shop.catalog.submissions.send(PRODUCER, id)
    await office.press('#approve')
    expect(office.status).toBe(409)
    expect(shop.catalog.state.get('products', 'mat-ong').name.vi).toBe('Mật ong hoa cà phê')
    await office.open(page)
    await office.press('#approve')
    expect(office.path).toMatch(/^\/office\/submissions\?done=approve/)
    expect(office.text()).toContain('Không còn hồ sơ nào chờ duyệt.')
    expect(shop.catalog.state.get('products', 'mat-ong').name.vi).toBe('Mật ong rừng')
    await office.open('/office/audit')
    expect(office.text('main')).toMatch(
      /Lý do.*: Ảnh: Ảnh chưa thấy rõ nhãn, xin thêm ảnh mặt nhãn\.; Nơi sản xuất: Ghi rõ huyện cũ\./,
    )
  })

  it('sees which photos are replaced, added, removed and moved, and so does their producer', async () => {
    const { submissions } = shop.catalog
    const photo = (letter: string) => ({ ...draft('Mật ong rừng').photos[0], src: `/photos/${letter.repeat(24)}.jpg` })
    const change = async (before: string, after: string) => {
      const product = shop.catalog.state.get('products', 'mat-ong')
      await shop.catalog.save({ products: [{ ...product, photos: before.split(' ').map(photo) }] as never })
      const { id } = await submissions.beginChange(PRODUCER, 'ea-tu', 'mat-ong')
      const { content } = submissions.get(PRODUCER, id)
      await submissions.save(PRODUCER, id, { content: { ...content, photos: after.split(' ').map(photo) } as never })
      await submissions.send(PRODUCER, id)
      return id
    }
    const told: [string, string, string][] = [
      ['a', 'b', 'Thay 1 ảnh'],
      ['a b c', 'b a c', 'Đổi thứ tự ảnh'],
      ['a b c', 'x c b d', 'Thay 1 ảnh · Thêm 1 ảnh · Đổi thứ tự ảnh'],
      ['a b c', 'b', 'Bỏ 2 ảnh'],
    ]
    const producer = await acceptInvitation(shop.visitor(), shop.catalog, PERSON)
    for (const [before, after, words] of told) {
      const id = await change(before, after)
      for (const [reader, path] of [
        [office, `/office/submissions/${id}`],
        [producer, `/producer/submissions/${id}`],
      ] as const) {
        await reader.open(`${path}?lang=vi`)
        const said = reader.$('#changes').parent()
        expect(said.text(), `${before} → ${after}`).toContain(words)
        const shown = said
          .find('.thumbs')
          .toArray()
          .map((side) =>
            reader
              .$(side)
              .find('li')
              .toArray()
              .map((one) => {
                const letter = /photos\/(\w)/.exec(reader.$(one).find('img').attr('src') ?? '')?.[1] ?? ''
                return letter + reader.$(one).find('.mark').text()
              }),
          )
        const mark = (photos: string, others: string, word: string) =>
          photos.split(' ').map((letter) => (others.includes(letter) ? letter : letter + word))
        expect(shown).toEqual([mark(before, after, 'bỏ'), mark(after, before, 'mới')])
      }
      await submissions.recall(PRODUCER, id)
      await submissions.withdraw(PRODUCER, id)
    }
  })

  it('trusts a producer, looks at a sample later, and ends the trust for a fault', async () => {
    const first = shop.catalog.state.all('submissions')[0]
    await office.open(`/office/submissions/${first?.id ?? ''}?lang=en`)
    await office.press('form[action$="/trust"] button')
    expect(office.text('[role=status]')).toContain('trust')
    let name = ''
    for (let count = 0; count < 200 && !name; count += 1) {
      const id = await send(`Mẫu ${count}`)
      if (shop.catalog.state.get('submissions', id).sampling?.isChosen) name = `Mẫu ${count}`
    }
    await office.open('/office/submissions?lang=vi')
    expect(office.text('section[aria-labelledby=samples]')).toContain(name)
    await office.follow('section[aria-labelledby=samples] .row__name')
    await office.press('button[value=faulty]', { remark: 'Sai tên' })
    expect(office.text('section[aria-labelledby=samples]')).toContain('Không có hồ sơ nào chờ xem lại.')
    expect(shop.catalog.state.find('producerSettings', 'ea-tu')?.trusted).toBeUndefined()
  })
})
