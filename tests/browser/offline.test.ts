import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { FragileLine } from '../support/fragile-line.js'

const ready = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 100))
  })

async function listPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname)
    return paths
  })
}

describeInBrowser('without a network', (visitor) => {
  it('an order is kept on the device and placed exactly once when the network is back', async () => {
    // The browser's own switch is not for what its workers do in the background: the line itself is cut.
    const line = await FragileLine.to(Number(new URL(visitor.server.origin).port))
    const origin = `http://127.0.0.1:${line.port}`
    const page = await visitor.open('/')
    await page.goto(`${origin}/products?stock=1`)
    await ready(page)
    await page.locator('.product-card__name a').first().click()
    await page.locator('.buy__actions .button--primary').click()
    await page.locator('#name').fill('Nguyễn Thị Hoa')
    await page.locator('#phone').fill('0905123456')
    await page.locator('#province').selectOption({ index: 1 })
    await page.waitForFunction(() => document.querySelectorAll('#commune option').length > 5)
    await page.locator('#commune').selectOption({ index: 1 })
    await page.locator('#street').fill('12 Lê Duẩn')
    await page.context().setOffline(true)
    line.cut()
    await page.locator('.place').click()
    await page.locator('#order-kept').waitFor()
    expect(await page.locator('h1').innerText()).toBe('Đơn hàng đang chờ mạng')

    await line.mend()
    await page.context().setOffline(false)
    await page.locator('#order-sent a').waitFor()
    await page.locator('#order-sent a').click()
    await page.waitForURL(/\/orders\//)
    expect(await page.locator('main').innerText()).toContain('Nguyễn Thị Hoa')
    const code = new URL(page.url()).pathname
    await page.goto(`${origin}/orders`)
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.postMessage('send orders'))
    await page.waitForTimeout(500)
    await page.reload()
    expect(await page.locator('main a[href*="/orders/"]').count()).toBe(1)
    expect(await page.locator('main a[href*="/orders/"]').getAttribute('href')).toBe(code)
    await expect.poll(async () => (await listPaths(page)).filter((path) => path.includes('kept-orders'))).toEqual([])
    await page.context().close()
    line.cut()
  })

  it('visited pages can be read and say so; others are told to be missing; nothing personal is kept', async () => {
    const page = await visitor.open('/')
    await ready(page)
    await page.goto(`${visitor.server.origin}/products?stock=1`)
    const name = (await page.locator('.product-card__name').first().innerText()).trim()
    await page.goto(`${visitor.server.origin}/cart`)
    await page.goto(`${visitor.server.origin}/orders`)
    expect(await listPaths(page)).not.toEqual(expect.arrayContaining([expect.stringMatching(/cart|orders|checkout/)]))

    await visitor.server.stop()
    await page.goto(`${visitor.server.origin}/products?stock=1`)
    expect(await page.locator('#kept-page').innerText()).toMatch(/không có mạng.*lưu lúc \d\d:\d\d/is)
    expect(await page.locator('.product-card__name').first().innerText()).toContain(name)
    await page.goto(`${visitor.server.origin}/stars`)
    expect(await page.locator('h1').innerText()).toBe('Đang không có mạng')
    await page.locator('#no-network a', { hasText: 'Sản phẩm' }).first().click()
    await page.locator('#kept-page').waitFor()
    await page.context().close()
  })
})
