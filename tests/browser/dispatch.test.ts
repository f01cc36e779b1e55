import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { order as place } from '../http/trade-shop.js'
import { describeOnProducersPhone, type ProducersPhone } from '../support/producer-browser.js'
import { scanCode } from '../support/scan-code.js'

const DPI = 300
const MM_PER_INCH = 25.4
const PIXELS_PER_MM = 96 / MM_PER_INCH

/** Without the quiet zone around it: a code of 29 modules or more stands in 37. */
const sideInMm = async (page: Page): Promise<number> => {
  const box = await page.locator('.code-box img').first().boundingBox()
  return ((box?.width ?? 0) / PIXELS_PER_MM) * (29 / 37)
}

/** Pages of a PDF, as its page tree counts them. */
const pageCount = (pdf: Buffer): number =>
  Number(/\/Type\s*\/Pages[^>]*\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1])

const openPrint = async (phone: ProducersPhone, query: string): Promise<Page> => {
  const page = await phone.open('/producer', { viewport: { width: 800, height: 1200 }, deviceScaleFactor: DPI / 96 })
  await page.goto(`${phone.shop.origin}/producer/orders/print?${query}`)
  await page.emulateMedia({ media: 'print' })
  return page
}

describeOnProducersPhone('a producer and its orders', (phone) => {
  const codes: string[] = []

  it('new ones come first; accept, pack, ship with carrier and number, deliver: each one tap', async () => {
    for (let number = 0; number < 3; number += 1) codes.push(await place(phone.shop.visitor()))
    const [code = ''] = codes
    const page = await phone.open('/producer/orders')
    expect(await page.locator('#fresh').innerText()).toBe('Đơn mới (3)')
    await page.getByRole('button', { name: `Nhận đơn: ${code}` }).click()
    await page.locator('#working').getByText('(1)').waitFor()
    await page.getByRole('link', { name: `Đơn ${code}` }).click()
    expect(await page.getByRole('link', { name: /Gọi 0905 123 456/ }).getAttribute('href')).toBe('tel:+84905123456')
    await page.getByRole('button', { name: 'Đã gói xong' }).click()
    await page.getByLabel('Đơn vị vận chuyển').fill('Bưu điện')
    await page.getByLabel(/Mã vận đơn/).fill('EV123456789VN')
    await page.getByRole('button', { name: 'Đã gửi đi' }).click()
    await page.getByText('EV123456789VN').waitFor()
    await page.getByRole('button', { name: 'Khách đã nhận' }).click()
    expect(await page.locator('main .state').innerText()).toBe('Đã giao')
    const found = await phone.catalog.findOrder(code, '0905123456')
    expect(found?.fulfillments[0]).toMatchObject({ status: 'delivered', parcel: { carrier: 'Bưu điện' } })
  })

  it('cancelling needs a reason, without JavaScript too, and the buyer reads it', async () => {
    const code = codes[1] ?? ''
    const page = await phone.open(`/producer/orders/${code}`, { javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Hủy đơn này' }).click()
    await page.getByRole('link', { name: 'Lý do: Chưa có; hãy điền vào.' }).waitFor()
    expect((await phone.catalog.findOrder(code, '0905123456'))?.fulfillments[0]?.status).toBe('placed')
    await page.getByLabel('Lý do').fill('Hết hàng, đã gọi khách.')
    await page.getByRole('button', { name: 'Hủy đơn này' }).click()
    const found = await phone.catalog.findOrder(code, '0905123456')
    expect(found?.fulfillments[0]?.history.at(-1)).toMatchObject({
      status: 'cancelled',
      reason: 'Hết hàng, đã gọi khách.',
    })
  })

  it('another producer’s order is not there', async () => {
    const foreign = await place(phone.shop.visitor(), 'SPIRIT')
    const page = await phone.open('/producer/orders?show=all')
    expect(await page.locator('main').innerText()).not.toContain(foreign)
    const answer = await page.goto(`${phone.shop.origin}/producer/orders/${foreign}`)
    expect(answer?.status()).toBe(404)
    await page.goto(`${phone.shop.origin}/producer/orders/print?code=${foreign}`)
    expect(page.url()).toContain('print=none')
  })

  it('A6 labels of several orders: one page each, a code of 25 mm that is read at three angles, the phone in full', async () => {
    const page = await openPrint(phone, codes.map((code) => `code=${code}`).join('&'))
    expect(pageCount(await page.pdf({ preferCSSPageSize: true }))).toBe(3)
    expect(await sideInMm(page)).toBeGreaterThanOrEqual(25)
    expect(await page.locator('.phone').first().innerText()).toBe('0905 123 456')
    const picture = await page.locator('.code-box').first().screenshot()
    for (const angle of [0, 17, 90])
      expect(await scanCode(picture, angle)).toBe(`${phone.shop.origin}/orders/${codes[0] ?? ''}`)
  })

  it('four labels to a page of A4; the slip, a copy, hides part of the phone', async () => {
    const chosen = codes.map((code) => `code=${code}`).join('&')
    const labels = await openPrint(phone, `as=label-a4&${chosen}`)
    expect(pageCount(await labels.pdf({ preferCSSPageSize: true }))).toBe(1)
    const slips = await openPrint(phone, `as=slip-a4&${chosen}`)
    expect(pageCount(await slips.pdf({ preferCSSPageSize: true }))).toBe(3)
    expect(await slips.locator('.phone').first().innerText()).toBe('0905 ••• 456')
    expect(await slips.locator('main').innerText()).toContain('Cà phê bột')
  })

  it('the product’s code, its poster and its stickers lead to where it comes from', async () => {
    const page = await phone.open('/producer/products/mat-ong/codes', { deviceScaleFactor: 2 })
    expect(await scanCode(await page.locator('.code-big').screenshot(), 0)).toBe(`${phone.shop.origin}/trace/mat-ong`)
    await page.getByRole('link', { name: 'In tờ treo kệ A4' }).click()
    expect(await page.locator('.poster h2').innerText()).toBe('Mật ong hoa cà phê')
    expect(pageCount(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
    await page.goBack()
    await page.getByRole('link', { name: /24 tem/ }).click()
    await expect.poll(() => page.locator('.sticker').count()).toBe(24)
    expect(await scanCode(await page.locator('.sticker .code-box').first().screenshot(), 0)).toContain('/trace/mat-ong')
    const foreign = await page.goto(`${phone.shop.origin}/producer/products/ruou-de/codes`)
    expect(foreign?.status()).toBe(404)
  })
})
