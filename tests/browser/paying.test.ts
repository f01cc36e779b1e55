import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { vietQr } from '../../src/index.js'
import { runShop, type RunningShop } from '../http/trade-shop.js'
import { launchBrowser } from '../support/find-browser.js'
import { accessFaultsOf } from '../support/page-faults.js'
import { scanCode } from '../support/scan-code.js'
import { ACCOUNT } from '../support/trade.js'
import { openTradingShop } from '../support/trading-shop.js'
import { PATIENCE_MS } from '../support/patience.js'

const executablePath = inject('browserPath')

describe.skipIf(executablePath === '')('a shopper with a phone, where producers have terms of their own,', () => {
  let browser: Browser
  let shop: RunningShop
  beforeAll(async () => {
    browser = await launchBrowser(executablePath)
    shop = await runShop('', { catalog: await openTradingShop() })
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
  })

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      reducedMotion: 'reduce',
      ...options,
    })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    await page.goto(shop.origin + path)
    return page
  }

  const fill = async (page: Page): Promise<void> => {
    await page.locator('#name').fill('Nguyễn Thị Hoa')
    await page.locator('#phone').fill('0905 123 456')
    await page.locator('#street').fill('12 Lê Duẩn')
  }

  const looksRight = async (page: Page): Promise<void> => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessFaultsOf(page)).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }

  const codeOnScreen = async (page: Page): Promise<string | null> => {
    await page.waitForLoadState()
    return scanCode(await page.locator('.pay__qr').screenshot())
  }

  it('sees the exact total as soon as the province is chosen, and pays by the code on the screen', async () => {
    const page = await open('/checkout?buy=CF-500*1.SPIRIT*1')
    await fill(page)
    expect(await page.locator('.place').innerText()).toContain('từ')
    await page.locator('#province').selectOption('01')
    await page.waitForFunction(() => !document.querySelector('.place')?.textContent.includes('từ'))
    expect(await page.locator('.place').innerText()).toMatch(/259\.000/)
    await expect.poll(() => page.locator('[role=status][data-said]').textContent()).toMatch(/^Tổng cộng 259\.000/)
    await page.waitForFunction(() => document.querySelectorAll('#commune option').length > 5)
    await page.locator('#commune').selectOption({ index: 1 })
    await page.getByLabel(/Chuyển khoản/).check()
    await page.locator('#adult').check()
    await looksRight(page)
    await page.locator('.place').click()
    await page.waitForURL(/\/orders\//)
    await looksRight(page)
    const code = (new URL(page.url()).pathname.split('/').at(-1) ?? '').replace('-', '')
    const expected = vietQr({ account: ACCOUNT, amount: 139_000, purpose: `OCOP ${code} 01` })
    expect(await codeOnScreen(page)).toBe(expected)
    const saved = await page.context().request.get(`${page.url().split('?')[0]}/vietqr-1.png`)
    expect(await scanCode(await saved.body())).toBe(expected)
    await page.getByRole('button', { name: 'Tôi đã chuyển khoản' }).click()
    await page.locator('.pay__status', { hasText: 'chờ người bán xác nhận' }).first().waitFor()
  })

  it('does the same with JavaScript off, in English, and fetches the goods', async () => {
    const page = await open('/checkout?buy=CF-250*3&lang=en', { javaScriptEnabled: false })
    await fill(page)
    await page.locator('#province').selectOption('66')
    await page.locator('button[value=communes]').click()
    await page.locator('#commune').selectOption({ index: 1 })
    await page.getByLabel(/I fetch it at/).check()
    await page.getByRole('button', { name: 'Update the total' }).first().click()
    await page.locator('details:has(#voucher) summary').click()
    await page.locator('#voucher').fill('hoicho2026')
    await page.locator('button[value=voucher]').click()
    await expect.poll(() => page.locator('.sums__total.price').innerText()).toMatch(/157\.950/)
    await page.getByLabel(/Bank transfer/).check()
    await page.locator('.place').click()
    await page.waitForURL(/\/orders\//)
    expect(await codeOnScreen(page)).toContain('5406157950')
    expect(await page.locator('main').innerText()).toContain('Fetch it at')
  })

  it('asks to give goods back on a page that fits', async () => {
    const page = await open('/checkout?buy=CF-250*2')
    await fill(page)
    await page.locator('#province').selectOption('66')
    await page.waitForFunction(() => document.querySelectorAll('#commune option').length > 5)
    await page.locator('#commune').selectOption({ index: 1 })
    await page.waitForFunction(() => !document.querySelector('.place')?.textContent.includes('từ'))
    await page.locator('.place').click()
    await page.waitForURL(/\/orders\//)
    const code = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
      await shop.catalog.advanceOrder(code, 'ea-tu', step)
    await page.goto(`${shop.origin}/orders/${code}/return?part=1`)
    await looksRight(page)
    await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
    expect(await page.locator('.error-summary').innerText()).toContain('Hãy chọn lý do')
    await looksRight(page)
  })

  it('sees sale, former price and delivery on product and cart', async () => {
    const page = await open('/products/ca-phe-bot')
    await looksRight(page)
    await page.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await page.goto(`${shop.origin}/cart`)
    await looksRight(page)
  })
})
