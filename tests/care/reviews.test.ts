import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shortName } from '../../src/care/short-name.js'
import type { Catalog } from '../../src/index.js'
import { openShop } from '../support/shop.js'
import { ADMINISTRATOR, DAK_LAK_REVIEWER, EA_TU, GO_DEN, orderOf, PHONE, TAY_NINH_REVIEWER } from './desk.js'

let catalog: Catalog
beforeEach(async () => {
  catalog = await openShop()
})
afterEach(() => catalog.close())

const proof = (code: string, sku = 'CF-250', phone = PHONE) => ({ code, phone, sku })

describe('a review', () => {
  it('is written once the goods have arrived, by whoever knows code and phone number', async () => {
    const code = await orderOf(catalog, 'CF-250', ['accepted', 'packed', 'shipped'])
    await expect(catalog.reviews.write(proof(code), { rating: 5 })).rejects.toMatchObject({ code: 'NOT_DELIVERED' })
    await catalog.advanceOrder(code, 'ea-tu', 'delivered')
    await expect(catalog.reviews.write(proof(code, 'CF-250', '0912 000 000'), { rating: 5 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(catalog.reviews.write(proof(code, 'HONEY'), { rating: 5 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const review = await catalog.reviews.write(proof(code), { rating: 5, text: 'Thơm, rang vừa.' })
    expect(review).toMatchObject({
      author: 'Hoa N.',
      productId: 'ca-phe-bot',
      receivedOn: '2026-11-22',
      status: 'shown',
    })
    expect(JSON.stringify(review)).not.toMatch(/905123456|Nguyễn Thị Hoa/)
  })

  it('is one for each line of an order, changed and withdrawn by its writer', async () => {
    const code = await orderOf(catalog, 'CF-250')
    await catalog.reviews.write(proof(code), { rating: 5, text: 'Ngon.' })
    await catalog.reviews.write(proof(code), { rating: 2 })
    expect(catalog.reviews.shownOf('ca-phe-bot')).toMatchObject([{ rating: 2, version: 2 }])
    expect(catalog.reviews.shownOf('ca-phe-bot')[0]).not.toHaveProperty('text')
    await catalog.reviews.withdraw(proof(code))
    expect(catalog.reviews.ratingOf('ca-phe-bot')).toBeNull()
    await catalog.reviews.write(proof(code), { rating: 4 })
    expect(catalog.reviews.ratingOf('ca-phe-bot')).toMatchObject({ count: 1, average: 4 })
  })

  it('is refused with a rating that is none and with hidden characters', async () => {
    const code = await orderOf(catalog, 'CF-250')
    for (const rating of [0, 6, 2.5, NaN, 1e308])
      await expect(catalog.reviews.write(proof(code), { rating })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(catalog.reviews.write(proof(code), { rating: 3, text: 'a\u202Eb' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'text', code: 'forbiddenCharacters' }],
    })
  })

  it('counts into the mean while it is shown', async () => {
    const [first, second, third] = [
      await orderOf(catalog, 'CF-250'),
      await orderOf(catalog, 'CF-500'),
      await orderOf(catalog, 'CF-250'),
    ]
    await catalog.reviews.write(proof(first), { rating: 5 })
    await catalog.reviews.write(proof(second, 'CF-500'), { rating: 4 })
    const bad = await catalog.reviews.write(proof(third), { rating: 1, text: 'Gọi ngay 0912 000 000.' })
    expect(catalog.reviews.ratingOf('ca-phe-bot')).toEqual({ count: 3, average: 3.3, spread: [1, 0, 0, 1, 1] })
    await catalog.reviews.hide(DAK_LAK_REVIEWER, bad.id, 'Chứa số điện thoại quảng cáo')
    expect(catalog.reviews.ratingOf('ca-phe-bot')).toMatchObject({ count: 2, average: 4.5 })
    // Changing what the office hid does not bring it back.
    await catalog.reviews.write(proof(third), { rating: 5 })
    expect(catalog.reviews.ratingOf('ca-phe-bot')).toMatchObject({ count: 2 })
    await catalog.reviews.show(ADMINISTRATOR, bad.id)
    expect(catalog.reviews.ratingOf('ca-phe-bot')).toMatchObject({ count: 3 })
  })

  it('is answered by its own producer alone and hidden by the office of its province alone', async () => {
    const { id } = await catalog.reviews.write(proof(await orderOf(catalog, 'CF-250')), { rating: 3 })
    await expect(catalog.reviews.answer(GO_DEN, id, 'Không phải của tôi')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(catalog.reviews.answer(ADMINISTRATOR, id, 'Cơ quan')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await catalog.reviews.answer(EA_TU, id, 'Cảm ơn bạn.')
    expect(catalog.reviews.shownOf('ca-phe-bot')[0]?.answer).toMatchObject({ by: 'producer', text: 'Cảm ơn bạn.' })
    await expect(catalog.reviews.hide(TAY_NINH_REVIEWER, id, 'Sai sự thật')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(catalog.reviews.hide(EA_TU, id, 'Không thích')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(catalog.reviews.list(TAY_NINH_REVIEWER)).toEqual([])
    expect(catalog.reviews.list(EA_TU)).toHaveLength(1)
  })
})

describe('a name in public', () => {
  it.each([
    ['Nguyễn Thị Hoa', 'Hoa N.'],
    ['  Y   Bhin  Niê ', 'Niê Y.'],
    ['Hoa', 'H.'],
    ['đỗ minh', 'minh đ.'],
  ])('%s is %s', (name, short) => {
    expect(shortName(name)).toBe(short)
  })
})
