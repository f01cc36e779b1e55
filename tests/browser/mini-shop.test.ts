import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { accessFaultsOf } from '../support/page-faults.js'
import { PATIENCE_MS } from '../support/patience.js'

const FOLDER = path.resolve(import.meta.dirname, '../../docs/fronts/mini-shop')
const WRITTEN = 'https://ocop.example.vn'
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' }
const PHONE = '0905 123 456'

let shopOrigin = ''

/** The mini shop on a host of its own, as it stands in the docs, with the running shop's address in place of the example. */
const host: Server = createServer((request, response) => {
  const [asked = ''] = (request.url ?? '').split('?')
  const name = asked === '/' ? 'index.html' : path.basename(asked)
  readFile(path.join(FOLDER, name), 'utf8').then(
    (text) => {
      response.writeHead(200, { 'content-type': `${TYPES[path.extname(name)] ?? 'text/plain'}; charset=utf-8` })
      response.end(text.replaceAll(WRITTEN, shopOrigin))
    },
    () => response.writeHead(204).end(),
  )
})
await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
afterAll(() => host.close())
const address = `http://localhost:${(host.address() as AddressInfo).port}`

describeInBrowser(
  'a front of its own, on another origin, under a policy that allows nothing but the shop',
  (visitor) => {
    it('browses, orders once and follows the order; a wrong phone number opens nothing', async () => {
      shopOrigin = visitor.server.origin
      const page = await visitor.open('/healthz', { bypassCSP: false })
      page.setDefaultTimeout(PATIENCE_MS)
      const broken: string[] = []
      page.on('pageerror', (error) => broken.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) broken.push(message.text())
      })
      await page.goto(address)
      await page.fill('#words', 'cà phê')
      await page.click('#search button')
      await page.locator('#found button').first().click()
      await page.locator('#total:not(:empty)').waitFor()
      expect(await page.locator('#total').innerText()).toMatch(/^Tổng cộng: [\d.]+ đ/)
      await page.fill('#name', 'Nguyễn Thị Hoa')
      await page.fill('#phone', PHONE)
      await page.selectOption('#province', '66')
      await page.locator('#commune option[value="24133"]').waitFor({ state: 'attached' })
      await page.selectOption('#commune', '24133')
      await page.fill('#street', '12 Lê Duẩn')
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      const keys: (string | undefined)[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('/api/v1/orders')) keys.push(request.headers()['idempotency-key'])
      })
      await page.route('**/api/v1/orders', (route) => route.abort(), { times: 1 })
      await page.click('#recipient button')
      await page.getByText('Không có mạng').waitFor()
      await page.click('#recipient button')
      await page.locator('#shares li').waitFor()
      expect(keys.filter((key) => key !== undefined)).toHaveLength(2)
      expect(new Set(keys).size).toBe(1)
      const code = await page.inputValue('#code')
      expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
      expect(await page.locator('#shares').innerText()).toContain('đã đặt')

      await page.fill('#ask-phone', '0912 000 000')
      await page.click('#ask button')
      await page.waitForFunction(() => !/^Đơn hàng/.test(document.getElementById('said')?.textContent ?? ''))
      await page.locator('#said:not(:empty)').waitFor()
      await page.fill('#ask-phone', PHONE)
      await page.click('#ask button')
      await page.getByText(`Đơn hàng ${code}`).waitFor()
      expect(broken.filter((one) => !one.includes('ERR_FAILED'))).toEqual([])

      const looked = await visitor.open('/healthz', { bypassCSP: true })
      await looked.goto(address)
      await looked.click('#other')
      await looked.getByRole('heading', { name: 'Order OCOP products' }).waitFor()
      expect(await looked.getAttribute('html', 'lang')).toBe('en')
      await looked.fill('#code', code)
      await looked.fill('#ask-phone', PHONE)
      await looked.click('#ask button')
      await looked.getByText(`Order ${code}`).waitFor()
      expect(await looked.locator('#shares').innerText()).toContain('placed')
      expect(await looked.locator('[data-word]:empty').count()).toBe(0)
      await looked.fill('#words', 'mật ong')
      await looked.click('#search button')
      await looked.locator('#found li').first().waitFor()
      expect(await accessFaultsOf(looked)).toEqual([])
    })
  },
  (folder) => writeFile(path.join(folder, 'site.json'), JSON.stringify({ apiOrigins: [address] })),
)
