import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderOf, PHONE } from '../care/desk.js'
import { openBrowseShop } from './browse-shop.js'
import { signIntoOffice } from './office-person.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

describe.each(MOUNTS)('the office looks after reviews, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let office: Visitor
  beforeAll(async () => {
    const catalog = await openBrowseShop()
    shop = await runShop(mount, { catalog })
    const code = await orderOf(catalog, 'CF-250')
    await catalog.reviews.write(
      { code, phone: PHONE, sku: 'CF-250' },
      { rating: 1, text: 'Gọi số 0900 000 001 mà mắng.' },
    )
    office = await signIntoOffice(shop.visitor(), catalog)
  })
  afterAll(() => shop.stop())

  const shown = () => shop.catalog.reviews.shownOf('ca-phe-bot').length

  it('hides one with a reason, and no one without', async () => {
    expect((await shop.visitor().open('/office/reviews')).status).toBe(401)
    await office.open('/office')
    await office.follow('nav a[href$="/office/reviews"]')
    expect(office.text()).toContain('Gọi số 0900 000 001 mà mắng.')
    await office.press('main details button', { reason: ' ' })
    expect([office.status, shown()]).toEqual([422, 1])
    expect(office.$('.error-summary a').attr('href')).toBe(`#${office.$('main details input[required]').attr('id')}`)
    await office.press('main details button', { reason: 'Nêu số điện thoại của người khác.' })
    expect([office.status, shown()]).toEqual([200, 0])
    expect(office.text()).toContain('Nêu số điện thoại của người khác.')
  })

  it('shows it again; both stand in the audit trail', async () => {
    await office.press('form[action$="/show"] button')
    expect(shown()).toBe(1)
    await office.open('/office/audit?action=reviews')
    expect(office.$('.deed')).toHaveLength(2)
  })
})
