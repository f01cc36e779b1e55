import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { accessFaultsOf, overflowOf } from '../support/page-faults.js'

/** Who answers for the site, by words that no line of a phone is wide enough for. */
const OWNER = {
  name: 'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp tỉnh Lâm Đồng',
  phone: '0912 345 678',
  email: 'xuctienthuongmai.ocop@trungtamkhuyencong.lamdong.example.vn',
}
const stateOwner = (folder: string) => writeFile(path.join(folder, 'site.json'), JSON.stringify({ owner: OWNER }))

let found: readonly string[] | null = null

/** Every page of the shop, looked for once. */
const addresses = async (home: Page): Promise<readonly string[]> => (found ??= await findAddresses(home))

/** Every page of the shop, with a product, a producer, a platform and a province that the sample has. */
async function findAddresses(home: Page): Promise<string[]> {
  const first = async (list: string, prefix: string) => {
    await home.goto(new URL(list, home.url()).href)
    const href = await home.locator(`main a[href^="${prefix}"]`).first().getAttribute('href')
    if (!href) throw new Error(`${list} links to nothing under ${prefix}`)
    return href
  }
  return [
    '/',
    '/products',
    '/products?q=ca+phe+dak+lak',
    '/products?q=zzzzqqqq',
    await first('/products?q=ca+phe', '/products/'),
    '/producers',
    await first('/producers', '/producers/'),
    '/platforms',
    await first('/platforms', '/platforms/'),
    '/provinces',
    await first('/provinces', '/provinces/'),
    await checkout(home),
    '/stars',
    '/ranking',
    '/help',
    '/figures',
    '/cart',
    '/orders',
    '/feedback',
    '/feedback/find',
    '/my-data',
    '/privacy',
    '/no-such-page',
  ]
}

/** The checkout of one unit of something that can be bought. */
async function checkout(home: Page): Promise<string> {
  await home.goto(new URL('/products?stock=1', home.url()).href)
  await home.locator('.product-card__name a').first().click()
  return `/checkout?buy=${await home.locator('input[name=sku]:checked').inputValue()}*1`
}

describeInBrowser(
  'every page',
  (visitor) => {
    it.each([
      ['vi', 'light', 360],
      ['en', 'dark', 360],
      ['vi', 'dark', 1280],
      ['en', 'light', 1280],
    ] as const)('is accessible in %s, %s, at %d px', async (language, colorScheme, width) => {
      const page = await visitor.open('/', { colorScheme, viewport: { width, height: 800 }, bypassCSP: true })
      const faults: string[] = []
      for (const address of await addresses(page)) {
        await page.goto(`${visitor.server.origin}${address}${address.includes('?') ? '&' : '?'}lang=${language}`)
        faults.push(...(await accessFaultsOf(page)).map((fault) => `${address}: ${fault}`))
      }
      expect(faults).toEqual([])
    })

    it('fits phones of 320 to 412 px, asks no other host for anything and logs no error', async () => {
      const page = await visitor.open('/')
      const wide: string[] = []
      const foreign: string[] = []
      const errors: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(visitor.server.origin)) foreign.push(request.url())
      })
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text())
      })
      page.on('pageerror', (error) => errors.push(error.message))
      const note = async (what: string): Promise<void> => {
        const cut = await overflowOf(page)
        if (cut > 0) wide.push(`${what}: ${cut} px`)
      }
      for (const address of await addresses(page)) {
        await page.setViewportSize({ width: 320, height: 740 })
        await page.goto(visitor.server.origin + address)
        await note(`${address} at 320`)
        await page.setViewportSize({ width: 412, height: 740 })
        await note(`${address} at 412`)
        await page.setViewportSize({ width: 360, height: 740 })
        await note(`${address} at 360`)
        // Letters may be set to twice their size, which the page itself may be told to have.
        await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
        await note(`${address} with large letters`)
      }
      expect({ wide, foreign, errors }).toEqual({ wide: [], foreign: [], errors: [] })
    })

    it('has its sections in one row on a phone, in both languages', async () => {
      const page = await visitor.open('/')
      for (const language of ['vi', 'en']) {
        await page.goto(`${visitor.server.origin}/help?lang=${language}`)
        const links = page.locator('.top nav a')
        const rows = new Set(await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().top)))
        expect([await links.count(), rows.size]).toEqual([5, 1])
      }
    })
  },
  stateOwner,
)
