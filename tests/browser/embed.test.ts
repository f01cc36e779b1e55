import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { accessFaultsOf } from '../support/page-faults.js'

let commune: Server | undefined
afterAll(() => commune?.close())

/** The page of a commune on its own host, with a policy that allows nothing but the shop. */
async function openCommune(shop: string, contents: string): Promise<string> {
  commune?.close()
  const policy = `default-src 'none'; script-src ${shop}; connect-src ${shop}; img-src ${shop}; frame-src ${shop}; base-uri 'none'; require-trusted-types-for 'script'`
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Xã Ea Tu</title><meta name="viewport" content="width=device-width, initial-scale=1"><script src="${shop}/embed.js" defer></script></head><body><main><h1>Xã Ea Tu</h1>${contents}</main></body></html>`
  const server = createServer((request, response) => {
    if (request.url !== '/') {
      response.writeHead(204).end()
      return
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }).end(html)
  })
  commune = server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://localhost:${(server.address() as AddressInfo).port}/`
}

interface Found {
  readonly products: {
    readonly slug: string
    readonly name: { vi: string }
    readonly variants: { sku: string }[]
    readonly certificate: { stars: number; standing: string } | null
  }[]
}

describeInBrowser('on the page of a commune, under a strict policy of another origin', (visitor) => {
  it('stand a product, a badge, a search and a frame, readable by everyone, in the light and in the dark', async () => {
    const { origin } = visitor.server
    const { products } = (await (await fetch(`${origin}/api/v1/products?q=ca+phe`)).json()) as Found
    const [product] = products.filter(
      ({ certificate, variants }) => certificate?.standing === 'valid' && variants.length > 0,
    )
    if (!product) throw new Error('the sample has no coffee with stars')
    const oembed = (await (
      await fetch(`${origin}/oembed?url=${origin}/products/${product.slug}&maxwidth=320`)
    ).json()) as {
      html: string
    }
    const address = await openCommune(
      origin,
      `<ocop-product slug="${product.slug}"></ocop-product>
       <ocop-product sku="${product.variants[0]?.sku ?? ''}" lang="en" theme="dark"></ocop-product>
       <p><ocop-badge slug="${product.slug}"></ocop-badge></p>
       <ocop-product slug="khong-co"><a href="${origin}/products">Sản phẩm của xã</a></ocop-product>
       <ocop-search></ocop-search>
       ${oembed.html}`,
    )
    const page = await visitor.open('/healthz')
    const broken: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) broken.push(message.text())
    })
    page.on('pageerror', (error) => broken.push(String(error)))
    await page.goto(address)
    await page.locator('ocop-product article').nth(1).waitFor()
    expect(await page.locator('ocop-product .name').first().innerText()).toBe(product.name.vi)
    expect(await page.locator('ocop-product .action').nth(1).innerText()).toBe('See the product')
    expect(await page.locator('ocop-badge [role=img]').getAttribute('aria-label')).toMatch(/^OCOP \d sao\. /)
    expect(await page.locator('ocop-product').nth(2).innerText()).toBe('Sản phẩm của xã')
    await expect
      .poll(() =>
        page
          .locator('ocop-product img')
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBeGreaterThan(0)
    expect(await page.frameLocator('iframe').locator('h1').innerText()).toBe(product.name.vi)

    await page.getByLabel('Tìm sản phẩm OCOP').fill('ca phe')
    await page.keyboard.press('Enter')
    await page.locator('ocop-search li').first().waitFor()
    expect(await page.locator('ocop-search [role=status]').innerText()).toMatch(/^\d+ sản phẩm Xem tất cả$/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(broken).toEqual([])
    expect(await accessFaultsOf(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await accessFaultsOf(page)).toEqual([])

    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('ocop-product .name').first().click(),
    ])
    await opened.waitForLoadState()
    expect(new URL(opened.url()).pathname).toBe(`/products/${product.slug}`)
    if (process.env['SHOT']) await page.screenshot({ path: process.env['SHOT'], fullPage: true })
  })
})
