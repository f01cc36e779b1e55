import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation, PRODUCER } from './signed-in.js'
import { DETAILS, MOUNTS, order, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const HOSTILE = '</textarea><script>alert(1)</script>'

describe.each(MOUNTS)('a producer answers in public, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let producer: Visitor
  beforeAll(async () => {
    shop = await runShop(mount)
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    const ask = { productId: 'ca-phe-bot', name: 'Bà Năm', phone: '0905 888 111' }
    await shop.catalog.questions.ask({ ...ask, text: 'Cà phê rang ngày nào vậy?' })
    await shop.catalog.questions.ask({ productId: 'ruou-de', text: 'Rượu này bao nhiêu độ?' })
    const code = await order(shop.visitor())
    for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
      await shop.catalog.advanceOrder(code, 'ea-tu', step)
    const proof = { code, phone: DETAILS.phone, sku: 'CF-250' }
    await shop.catalog.reviews.write(proof, { rating: 2, text: `Gói bị rách. ${HOSTILE}` })
  })
  afterAll(() => shop.stop())

  const questionForm = '#questions ~ article form button'
  const idOf = (selector: string) => producer.$(selector).first().attr('name') ?? ''

  it('sees on its first page that a question waits, with the number to call, and nothing of others', async () => {
    await producer.open('/producer')
    expect(producer.text('.tiles')).toContain('1 Câu hỏi chờ trả lời')
    await producer.follow('.tiles a[href$="/producer/questions"]')
    expect(producer.text('#questions')).toBe('Câu hỏi chờ trả lời (1)')
    expect(producer.text()).toContain('Bà Năm')
    expect(producer.$('a[href="tel:+84905888111"]')).toHaveLength(1)
    expect(producer.text()).not.toContain('bao nhiêu độ')
  })

  it('is told when it says nothing, then answers, and everybody reads it', async () => {
    await producer.press(questionForm)
    expect(producer.status).toBe(422)
    expect(producer.text('.error-summary')).toContain('Trả lời')
    await producer.press(questionForm, { [idOf('#questions ~ article textarea')]: 'Rang ngày 20/11.' })
    expect(producer.text('[role=status]')).toContain('Đã lưu')
    expect(producer.text('#questions')).toBe('Câu hỏi chờ trả lời (0)')
    expect((await shop.visitor().open('/products/ca-phe-bot')).text()).toContain('Rang ngày 20/11.')
  })

  it('answers a review and takes the answer back', async () => {
    expect(producer.text('#reviews')).toBe('Đánh giá chưa trả lời (1)')
    expect(producer.$('main script:not([src])')).toHaveLength(0)
    const field = idOf('#reviews ~ article textarea')
    await producer.press('#reviews ~ article form button', { [field]: `Chúng tôi đổi gói khác. ${HOSTILE}` })
    expect(producer.$('#reviews ~ .rows textarea').val()).toContain(HOSTILE)
    const reader = await shop.visitor().open('/products/ca-phe-bot')
    expect(reader.text('#reviews')).toMatch(/Người bán trả lời.*Chúng tôi đổi gói khác/s)
    await producer.press('#reviews ~ .rows form button', { [field]: '' })
    expect(producer.text('#reviews')).toBe('Đánh giá chưa trả lời (1)')
  })

  it('reaches no question of another producer, and none without the token of its form', async () => {
    const field = idOf('#reviews ~ article textarea')
    const action = producer.$('#reviews ~ article form').attr('action')?.slice(mount.length) ?? ''
    expect((await producer.post(action, { [field]: 'Lạ' })).status).toBe(403)
    const other = await acceptInvitation(shop.visitor(), shop.catalog, {
      name: 'Người khác',
      phone: '0905 333 777',
      memberships: [{ front: 'producer', role: 'owner', producerId: 'go-den' as never }],
    })
    await other.open('/producer/questions?lang=en')
    expect(other.$('h1').text()).toBe('Questions, reviews')
    expect(other.text()).not.toContain('Gói bị rách')
    const token = other.$('[name="token"]').attr('value') ?? ''
    expect((await other.post(action, { token, [field]: 'Lạ' })).status).toBeGreaterThanOrEqual(403)
    expect(shop.catalog.reviews.shownOf('ca-phe-bot')[0]?.answer).toBeUndefined()
  })
})
