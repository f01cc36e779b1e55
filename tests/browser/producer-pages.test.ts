import { expect, it } from 'vitest'
import { DETAILS, order as place } from '../http/trade-shop.js'
import { accessFaultsOf, overflowOf } from '../support/page-faults.js'
import { describeOnProducersPhone, OFFICE, type ProducersPhone } from '../support/producer-browser.js'
import { ACCOUNT, SHIPPING } from '../support/trade.js'

/** Every page of the producer's front, with an order, a draft and a change in work. */
async function addresses({ shop, catalog }: ProducersPhone): Promise<string[]> {
  const code = await place(shop.visitor())
  const { name, commune, street } = DETAILS
  await catalog.correctOwnRecipient(code, DETAILS.phone, { name, commune, street, note: 'Gọi trước khi giao.' })
  await catalog.saleTerms.save(OFFICE, { id: 'ea-tu', bankAccount: ACCOUNT, shipping: SHIPPING })
  const delivered = await place(shop.visitor())
  for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
    await catalog.advanceOrder(delivered, 'ea-tu', step, undefined, {
      parcel: step === 'shipped' ? { carrier: 'Viettel Post' } : undefined,
    })
  const wish = { reason: 'damaged', lines: [{ sku: 'CF-250', quantity: 1 }] }
  await catalog.returns.request(delivered, DETAILS.phone, 'ea-tu', wish)
  await catalog.returns.answer(OFFICE, delivered, 'ea-tu', 0, 'accepted')
  await catalog.questions.ask({ productId: 'ca-phe-bot', text: 'Rang ngày nào vậy?', phone: '0905 888 111' })
  await catalog.reviews.write({ code: delivered, phone: DETAILS.phone, sku: 'CF-250' }, { rating: 4, text: 'Thơm.' })
  const draft = await catalog.submissions.begin(OFFICE, 'ea-tu')
  await catalog.submissions.addVariant(OFFICE, draft.id)
  const change = await catalog.submissions.beginChange(OFFICE, 'ea-tu', 'mat-ong')
  const at = `/producer/submissions/${draft.id}`
  return [
    '/producer',
    '/producer/products',
    '/producer/prices',
    at,
    `${at}/photos`,
    `${at}/goods`,
    `${at}/label`,
    `/producer/submissions/${change.id}`,
    `/producer/submissions/${change.id}/preview`,
    '/producer/orders',
    `/producer/orders/${code}`,
    `/producer/orders/${delivered}`,
    `/producer/orders/print?code=${code}`,
    `/producer/orders/print?as=slip-a4&code=${code}`,
    '/producer/products/mat-ong/codes',
    '/producer/products/mat-ong/codes/poster',
    '/producer/listings',
    '/producer/figures',
    '/producer/questions',
    '/producer/lots',
    '/producer/lots/mat-ong/new',
    '/producer/profile',
    '/producer/terms',
    '/producer/notices',
    '/producer/webhooks',
    '/producer/offers',
    '/producer/offers/prices/CF-250',
    '/producer/offers/vouchers/new',
  ]
}

describeOnProducersPhone('every page of the producer’s front', (phone) => {
  it.each([
    ['vi', 'light'],
    ['en', 'dark'],
  ] as const)('is accessible in %s, %s, and fits 320 px', async (language, colorScheme) => {
    const page = await phone.open('/producer', { colorScheme, bypassCSP: true, viewport: { width: 320, height: 740 } })
    const faults: string[] = []
    for (const address of await addresses(phone)) {
      await page.goto(`${phone.shop.origin}${address}${address.includes('?') ? '&' : '?'}lang=${language}`)
      faults.push(...(await accessFaultsOf(page)).map((fault) => `${address}: ${fault}`))
      if ((await overflowOf(page)) > 0 && !address.includes('print') && !address.includes('poster'))
        faults.push(`${address}: scrolls sideways`)
    }
    expect(faults).toEqual([])
  })

  it('shows the sums of a month whole on a phone, without a swipe', async () => {
    const page = await phone.open('/producer/figures')
    const table = page.locator('.grid-table').first()
    await table.locator('td:last-child').evaluateAll((cells) => {
      for (const cell of cells) cell.textContent = '14.640.000 ₫'
    })
    const room = await page
      .locator('.table-wrap')
      .first()
      .evaluate((wrap) => wrap.clientWidth - wrap.scrollWidth)
    expect(room).toBeGreaterThanOrEqual(0)
  })

  it('has the words of a quiet button at the edge of the text above it', async () => {
    const page = await phone.open('/producer/lots')
    const edges = await page
      .locator('.panel, li')
      .filter({ has: page.locator('.button--quiet') })
      .evaluateAll((panels) =>
        panels.map((panel) => {
          const startOf = (element: Element | null): number => {
            const words = document.createRange()
            if (element) words.selectNodeContents(element)
            return Math.round(words.getBoundingClientRect().left)
          }
          return startOf(panel.querySelector('.button--quiet')) - startOf(panel.querySelector('h2, h3'))
        }),
      )
    expect(edges).toEqual(edges.map(() => 0))
    expect(edges.length).toBeGreaterThan(0)
  })
})
