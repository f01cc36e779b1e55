import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { runShop, type RunningShop } from '../http/trade-shop.js'
import { launchBrowser } from '../support/find-browser.js'
import { PATIENCE_MS } from '../support/patience.js'
import { HANH } from '../support/trade.js'
import { openTradingShop } from '../support/trading-shop.js'

const executablePath = inject('browserPath')
/** No line of a phone is wide enough for it. */
const LONG_WORD = 'Cà-phê-Arabica-lên-men-tự-nhiên-Cầu-Đất-Langbiang-hảo-hạng'
const PACK_PRICE = 987_654_321

/** The trading shop with prices of nine digits, so that sums have ten to twelve, and names without a space. */
async function openDearShop() {
  const catalog = await openTradingShop()
  const { product } = catalog.state.findBySku('CF-500') ?? {}
  const producer = catalog.state.findBySlug('producers', 'ea-tu')
  if (!product || !producer) throw new Error('the shop has no coffee')
  await catalog.save({
    products: [{ ...product, name: { vi: `Cà phê bột ${LONG_WORD}` } }],
    producers: [{ ...producer, name: `Hợp tác xã ${LONG_WORD}` }],
    stock: ['CF-500', 'HONEY', 'SPIRIT'].map((sku) => ({ sku, quantity: 900 })),
  })
  await catalog.prices.change(HANH, 'CF-500', {
    price: PACK_PRICE + 100_000_000,
    sale: { price: PACK_PRICE, from: '2026-11-20', until: '2026-11-30' },
  })
  await catalog.prices.change(HANH, 'CF-250', { price: PACK_PRICE })
  await catalog.prices.change(HANH, 'HONEY', { price: PACK_PRICE })
  return catalog
}

/** What does not fit the page with letters twice as large: its width, and sums that go on in the next line. */
async function misfits(page: Page): Promise<string[]> {
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const found = scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : []
    const texts = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      for (const { 0: sum, index } of (node.textContent ?? '').matchAll(/\d{1,3}(?:\.\d{3})+/g)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + sum.length)
        const boxes = [...range.getClientRects()]
        if (new Set(boxes.map(({ top }) => Math.round(top))).size > 1) found.push(`${sum} is broken`)
        if (boxes.some(({ right }) => right > clientWidth + 1)) found.push(`${sum} is cut off`)
      }
    return found
  })
}

describe.skipIf(executablePath === '')('letters of twice their size on a phone', () => {
  let browser: Browser
  let shop: RunningShop
  beforeAll(async () => {
    browser = await launchBrowser(executablePath)
    shop = await runShop('', { catalog: await openDearShop() })
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
  })

  it('leave long sums and long words whole and within the page, from the product to the order', async () => {
    const faults: string[] = []
    for (const language of ['vi', 'en'])
      for (const width of [360, 320]) {
        const context = await browser.newContext({ viewport: { width, height: 740 }, reducedMotion: 'reduce' })
        context.setDefaultTimeout(PATIENCE_MS)
        const page = await context.newPage()
        const look = async (what: string): Promise<void> => {
          const found = await misfits(page)
          faults.push(...found.map((fault) => `${what}, ${language}, ${width} px: ${fault}`))
        }
        await page.goto(`${shop.origin}/products/ca-phe-bot?lang=${language}`)
        await look('product')
        await page.goto(`${shop.origin}/compare?p=ca-phe-bot&p=mat-ong`)
        await look('compare')
        for (const [slug, sku, quantity] of [
          ['ca-phe-bot', 'CF-500', '9'],
          ['mat-ong', 'HONEY', '2'],
          ['ruou-de', 'SPIRIT', '1'],
        ] as const) {
          await page.goto(`${shop.origin}/products/${slug}`)
          await page.locator(`[name=sku][value=${sku}]`).check({ force: true })
          await page.locator('#quantity').fill(quantity)
          await page.locator('.buy__actions .button').first().click()
          await page.waitForURL(/\/cart/)
        }
        await look('cart')
        await page.goto(`${shop.origin}/checkout`)
        await page.locator('.place').click()
        await page.locator('#problems').waitFor()
        await look('checkout with problems')
        await page.locator('#name').fill('Nguyễn Thị Hoa')
        await page.locator('#phone').fill('0905 123 456')
        await page.locator('#street').fill(LONG_WORD)
        await page.locator('#province').selectOption('66')
        await page.waitForFunction(() => document.querySelectorAll('#commune option').length > 5)
        await page.locator('#commune').selectOption({ index: 1 })
        await page.locator('#adult').check()
        await look('checkout')
        await page.locator('.place').click()
        await page.waitForURL(/\/orders\//)
        await look('order')
        await context.close()
      }
    expect(faults).toEqual([])
  })

  it('leave half of a small screen to what stands below the header; with usual ones goods and price are in sight', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    await page.goto(shop.origin)
    const goods = await page.locator('.product-card').first().boundingBox()
    expect(goods?.y).toBeLessThan(640 - 100)
    // So much is left of the window below a browser's own bar.
    await page.setViewportSize({ width: 360, height: 560 })
    await page.getByRole('link', { name: 'Mật ong hoa cà phê' }).first().click()
    const price = await page.locator('.product__price .price').boundingBox()
    const bar = await page.locator('.buy__actions').boundingBox()
    expect((price?.y ?? 640) + (price?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
    // Held across, a phone shows the goods and no bar over them.
    await page.setViewportSize({ width: 640, height: 360 })
    await expect.poll(async () => (await page.locator('.buy__actions').boundingBox())?.y).toBeGreaterThan(360)
    await page.setViewportSize({ width: 360, height: 640 })
    await page.goto(shop.origin)
    expect(await misfits(page)).toEqual([])
    expect((await page.locator('header').boundingBox())?.height).toBeLessThan(640 / 2)
    await context.close()
  })

  it('leave the names in the suggestions to be read', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    await page.goto(shop.origin)
    expect(await misfits(page)).toEqual([])
    await page.locator('.search input').pressSequentially('mat ong')
    const name = page.locator('.suggestions [role=option] span').first()
    await expect.poll(async () => (await name.boundingBox())?.width ?? 0).toBeGreaterThan(60)
    await context.close()
  })
})
