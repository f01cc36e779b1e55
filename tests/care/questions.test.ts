import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/index.js'
import { openShop } from '../support/shop.js'
import { ADMINISTRATOR, DAK_LAK_REVIEWER, EA_TU, GO_DEN, PHONE } from './desk.js'

let catalog: Catalog
beforeEach(async () => {
  catalog = await openShop()
})
afterEach(() => catalog.close())

const ask = (text: string, fields: { phone?: string; name?: string } = {}) =>
  catalog.questions.ask({ productId: 'ca-phe-bot', text, ...fields })

describe('a question to the producer', () => {
  it('is public once it is answered, and then without who asked', async () => {
    const { id } = await ask('Cà phê rang mộc hay tẩm?', { name: 'Nguyễn Thị Hoa', phone: PHONE })
    expect(catalog.questions.shownOf('ca-phe-bot')).toEqual([])
    expect(catalog.questions.list(EA_TU)).toMatchObject([{ id, phone: '+84905123456' }])
    expect(catalog.questions.list(GO_DEN)).toEqual([])
    await expect(catalog.questions.answer(GO_DEN, id, 'Mộc')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await catalog.questions.answer(EA_TU, id, 'Rang mộc.')
    expect(catalog.questions.shownOf('ca-phe-bot')).toMatchObject([{ answer: { text: 'Rang mộc.', by: 'producer' } }])
  })

  it('may be answered by the office, hidden with a reason, and brought back', async () => {
    const { id } = await ask('Có giao ra Côn Đảo không?')
    await catalog.questions.answer(DAK_LAK_REVIEWER, id, 'Có, 5 ngày.')
    expect(catalog.questions.shownOf('ca-phe-bot')[0]?.answer?.by).toBe('office')
    // Nor does whoever works for another producer besides speak for this one.
    const both = { ...DAK_LAK_REVIEWER, memberships: [...DAK_LAK_REVIEWER.memberships, ...GO_DEN.memberships] }
    await catalog.questions.answer(both, id, 'Có, 4 ngày.')
    expect(catalog.questions.shownOf('ca-phe-bot')[0]?.answer).toMatchObject({ text: 'Có, 4 ngày.', by: 'office' })
    await catalog.questions.hide(ADMINISTRATOR, id, 'Trả lời đã cũ')
    expect(catalog.questions.shownOf('ca-phe-bot')).toEqual([])
    await expect(catalog.questions.answer(EA_TU, id, 'Có')).rejects.toMatchObject({ code: 'WRONG_STEP' })
    await catalog.questions.show(ADMINISTRATOR, id)
    expect(catalog.questions.shownOf('ca-phe-bot')).toHaveLength(1)
  })

  it('is one however often it is sent, and no number has more than five waiting', async () => {
    const first = await ask('Hạn dùng bao lâu vậy?', { phone: PHONE })
    await expect(ask('Hạn dùng bao lâu vậy?', { phone: '0905.123.456' })).resolves.toMatchObject({ id: first.id })
    for (const number of [2, 3, 4, 5]) await ask(`Câu hỏi số ${number}`, { phone: PHONE })
    await expect(ask('Câu hỏi số 6', { phone: PHONE })).rejects.toMatchObject({ code: 'TOO_MANY_WAITING', status: 429 })
  })

  it('is refused without words, with a wrong number, and about nothing', async () => {
    await expect(ask('  ')).rejects.toMatchObject({ issues: [{ path: 'text' }] })
    await expect(ask('Có ngon không?', { phone: '123' })).rejects.toMatchObject({
      issues: [{ path: 'phone', code: 'notPhone' }],
    })
    await expect(catalog.questions.ask({ productId: 'nowhere', text: 'Có không?' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
