import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { parsePeriod } from '../../src/index.js'
import { runShop, type RunningShop } from '../http/trade-shop.js'
import { launchBrowser } from '../support/find-browser.js'
import { accessFaultsOf, overflowOf } from '../support/page-faults.js'
import { PATIENCE_MS } from '../support/patience.js'
import { order } from '../support/trade.js'

const executablePath = inject('browserPath')
const PHONE = '0905123456'

/** The longest names that the catalog and the order form take, in words as long as Vietnamese ones get. */
const LONG_NAME = 'Nghiêng nghiêng '.repeat(6).trim()
const LONG_STREET = 'Thôn Nghiêng Nghiêng, buôn Krông Pắc, đường Nguyễn Thượng Hiền kéo dài, '.repeat(2).trim()

describe.skipIf(executablePath === '')('cart and checkout in a browser with scripts', () => {
  let browser: Browser
  let shop: RunningShop
  beforeAll(async () => {
    browser = await launchBrowser(executablePath)
    shop = await runShop('/ocop')
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
  })

  const visit = async (path: string, cart: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options })
    context.setDefaultTimeout(PATIENCE_MS)
    await context.addCookies([
      { name: 'cart', value: cart, domain: '127.0.0.1', path: '/ocop' },
      { name: 'cart-count', value: '1', domain: '127.0.0.1', path: '/ocop' },
    ])
    const page = await context.newPage()
    await page.goto(shop.origin + path)
    return page
  }

  const fill = async (page: Page, name = 'Nguyễn Thị Hoa', street = '12 Lê Duẩn'): Promise<void> => {
    await page.fill('#name', name)
    await page.fill('#phone', '0905 123 456')
    await page.selectOption('#province', '66')
    await page.waitForSelector('#commune option[value="24133"]', { state: 'attached' })
    await page.selectOption('#commune', '24133')
    await page.fill('#street', street)
  }

  const focusedId = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id)

  it('changes quantities in place: the focus stays on the button, the badge follows', async () => {
    const page = await visit('/cart', 'CF-250*1.HONEY*1')
    await page.evaluate(() => ((globalThis as { isSamePage?: boolean }).isSamePage = true))
    await page.click('#more-CF-250')
    await page.waitForSelector('#quantity-CF-250[value="2"]')
    expect(await focusedId(page)).toBe('more-CF-250')
    expect(await page.innerText('.badge')).toBe('3')
    await expect.poll(() => page.textContent('[role=status][data-said]')).toMatch(/^Tổng cộng [\d.]+/)
    await page.fill('#quantity-CF-250', '5')
    await page.press('#quantity-CF-250', 'Enter')
    await page.waitForSelector('#quantity-CF-250[value="5"]')
    await page.click('#remove-HONEY')
    await page.waitForSelector('#undo')
    expect(await focusedId(page)).toBe('undo')
    expect(await page.evaluate(() => (globalThis as { isSamePage?: boolean }).isSamePage)).toBe(true)
  })

  it('lists the communes of a province as soon as it is chosen', async () => {
    const page = await visit('/checkout', 'CF-250*1')
    expect(await page.isVisible('button[value=communes]')).toBe(false)
    await fill(page)
    await page.click('.place')
    await page.waitForURL(/\/orders\//)
  })

  it('finds all as it was after a look at another page, but nothing ready to be sent once more after the order', async () => {
    const page = await visit('/checkout?buy=CF-250*1', '')
    await fill(page)
    await page.click('.privacy a')
    await page.waitForURL(/\/help/)
    await page.goBack()
    await expect.poll(() => page.inputValue('#commune')).toBe('24133')
    expect(await page.inputValue('#street')).toBe('12 Lê Duẩn')
    await page.click('.place')
    await page.waitForURL(/\/orders\//)
    await page.goBack()
    await page.waitForURL(/\/checkout/)
    await page.waitForLoadState('networkidle')
    expect(await page.inputValue('#commune')).toBe('')
  })

  it('finds a commune by its old name while it is typed, and moves on to the street', async () => {
    const page = await visit('/checkout', 'CF-250*1')
    // A province that was chosen by mistake keeps nothing from being found.
    await page.selectOption('#province', '01')
    await page.locator('#find').pressSequentially('hoa dong krong pac')
    await page.locator('.finder__places button').first().click()
    await page.waitForFunction(() => document.activeElement?.id === 'street')
    expect(await page.inputValue('#province')).toBe('66')
    expect(await page.inputValue('#commune')).toMatch(/^\d{5}$/)
  })

  it('puts the focus on the list of mistakes', async () => {
    const page = await visit('/checkout', 'CF-250*1')
    await page.click('.place')
    await page.waitForSelector('.error-summary')
    await expect.poll(() => focusedId(page)).toBe('problems')
    await page.click('.error-summary a[href="#phone"]')
    await expect.poll(() => focusedId(page)).toBe('phone')
  })

  it('orders once however often the button is pressed', async () => {
    const count = () =>
      shop.catalog.transactions({ period: parsePeriod('2026-11'), province: null, mode: 'asThen' }).total.transactions
    const before = count()
    const page = await visit('/checkout', 'CF-250*1')
    await fill(page)
    await page.dblclick('.place')
    await page.waitForURL(/\/orders\//)
    expect(count()).toBe(before + 1)
    await page.goBack()
    if (await page.locator('.place').count()) await page.click('.place')
    await page.waitForLoadState()
    expect(count()).toBe(before + 1)
  })

  it.each([
    ['vi', 'light'],
    ['en', 'dark'],
  ] as const)('is accessible with mistakes, long names and an order, in %s, %s', async (language, colorScheme) => {
    const page = await visit(`/checkout?lang=${language}`, 'CF-250*2.SPIRIT*1.HONEY*1', {
      colorScheme,
      bypassCSP: true,
    })
    await page.click('.place')
    await page.waitForSelector('.error-summary')
    const faults = await accessFaultsOf(page)
    await fill(page, LONG_NAME, LONG_STREET)
    await page.check('#adult')
    await page.click('.place')
    await page.waitForURL(/\/orders\//)
    faults.push(...(await accessFaultsOf(page)))
    await page.click('[aria-labelledby=deliver] summary')
    await page.fill('#name', '')
    await page.click('form[action$="/recipient"] button')
    await page.waitForSelector('.error-summary')
    faults.push(...(await accessFaultsOf(page)))
    for (const width of [320, 360, 412]) {
      await page.setViewportSize({ width, height: 740 })
      expect(await overflowOf(page)).toBe(0)
    }
    await page.click('.button--danger')
    await page.waitForURL(/\/cancel/)
    faults.push(...(await accessFaultsOf(page)))
    expect(faults).toEqual([])
  })

  it.each([
    ['vi', 'light'],
    ['en', 'dark'],
  ] as const)(
    'what follows a delivery is accessible and fits, mistakes too, in %s, %s',
    async (language, colorScheme) => {
      const { code } = await order(shop.catalog, { 'CF-250': 2 })
      for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
        await shop.catalog.advanceOrder(code, 'ea-tu', step)
      await shop.catalog.reviews.write({ code, phone: PHONE, sku: 'CF-250' }, { rating: 4, text: LONG_STREET })
      const page = await visit(`/products/ca-phe-bot/reviews?lang=${language}`, '', { colorScheme, bypassCSP: true })
      expect(await page.locator('.review').count()).toBeGreaterThan(0)
      const faults = await accessFaultsOf(page)
      await page
        .context()
        .addCookies([{ name: `order-${code}`, value: `84${PHONE.slice(1)}`, domain: '127.0.0.1', path: '/ocop' }])
      for (const path of [
        `/orders/${code}/reviews/CF-250`,
        `/orders/${code}/return`,
        '/products/ca-phe-bot/questions',
      ]) {
        const answer = await page.goto(shop.origin + path)
        expect([answer?.status(), new URL(page.url()).pathname]).toEqual([200, `/ocop${path}`])
        for (const width of [320, 360]) {
          await page.setViewportSize({ width, height: 740 })
          expect([path, await overflowOf(page)]).toEqual([path, 0])
        }
        faults.push(...(await accessFaultsOf(page)))
      }
      await page.click('main form .button--primary')
      await page.waitForSelector('.error-summary')
      expect([...faults, ...(await accessFaultsOf(page))]).toEqual([])
    },
  )
})
