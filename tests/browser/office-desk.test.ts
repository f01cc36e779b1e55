import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { orderOf, PHONE } from '../care/desk.js'
import type { Backups } from '../../src/storefront/index.js'
import { openBrowseShop } from '../http/browse-shop.js'
import { signIntoOffice } from '../http/office-person.js'
import { runShop, type RunningShop } from '../http/trade-shop.js'
import { launchBrowser } from '../support/find-browser.js'
import { faultsOf } from '../support/page-faults.js'
import { PATIENCE_MS } from '../support/patience.js'

const PRODUCER = system('test')

const draft = (name: string) => ({
  name: { vi: name },
  classification: { group: 'I', set: 7, basis: 'proposal' },
  origin: { list: 'pre-2025-07', province: '66' },
  variants: [{ sku: name.replace(/\W/g, ''), packSize: { quantity: 500, unit: 'g' }, price: 150_000 }],
  photos: [{ src: '/photos/abcdefghijklmnopqrstuvwx.jpg', alt: { vi: name }, width: 1200, height: 900 }],
  labelFacts: {
    ingredients: { vi: '100% hạt mắc ca' },
    shelfLife: '12 tháng',
    storage: { vi: 'Nơi khô ráo' },
    declarationNumber: '02/EATU/2026',
  },
})

const BACKUP = { name: 'ocop-2026-11-22T05-00-00.tar.gz', bytes: 120_000_000, at: new Date('2026-11-22T05:00:00Z') }
const BACKUPS: Backups = {
  folder: '/mnt/backup',
  list: () => Promise.resolve([BACKUP]),
  read: () => Promise.resolve(null),
  make: () => Promise.resolve({ name: null, report: [] }),
  restoring: {
    check: () => Promise.resolve({ isWhole: true, report: ['383 → 390'] }),
    order: () => Promise.resolve(),
  },
}

const executablePath = inject('browserPath')

describe.skipIf(executablePath === '')('the office’s desk on a phone', () => {
  let browser: Browser
  let shop: RunningShop
  let page: Page
  const submissions: string[] = []

  beforeAll(async () => {
    const catalog = await openBrowseShop()
    for (const name of ['Mắc ca A', 'Mắc ca B']) {
      const { id } = await catalog.submissions.begin(PRODUCER, 'ea-tu')
      await catalog.submissions.save(PRODUCER, id, {
        content: draft(name) as never,
        certificate: { stars: 4, decisionNumber: '77/QĐ-UBND', issuedOn: '2026-05-01' },
      })
      await catalog.submissions.send(PRODUCER, id)
      submissions.push(id)
    }
    await catalog.save({
      platforms: [{ id: 'san-cu', slug: 'san-cu', name: { vi: 'Sàn cũ' }, own: false, closedOn: '2025-04-15' }],
      listings: [
        { id: 'cu', productId: 'ca-phe-bot', platformId: 'san-cu', status: 'orderable', listedOn: '2024-01-10' },
      ],
    })
    await catalog.bankNotices.record({
      reference: 'FT1',
      amount: 90_000,
      text: 'tien hang',
      paidAt: '2026-11-20T05:00:00Z',
    })
    const about = { of: 'product', id: 'ca-phe-bot' } as const
    await catalog.feedback.receive({ kind: 'safety', text: 'Ăn xong thấy đau bụng.', about, phone: '0905 123 456' })
    const code = await orderOf(catalog, 'CF-250')
    await catalog.reviews.write({ code, phone: PHONE, sku: 'CF-250' }, { rating: 5, text: 'Thơm, rang vừa.' })
    await catalog.personalData.request(PHONE, code, 'erasure')
    await catalog.personalData.request(PHONE, code, 'correction', 'Tên tôi là Nguyễn Thị Hòa.')
    await catalog.personalData.record(PRODUCER, PHONE)
    shop = await runShop('', { catalog, backups: BACKUPS })
    browser = await launchBrowser(executablePath)
    const office = await signIntoOffice(shop.visitor(), catalog)
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true })
    const cookies = office.cookieNames().map((name) => ({ name, value: office.cookie(name) ?? '', url: shop.origin }))
    await context.addCookies(cookies)
    page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
  })

  it('is accessible in both languages, light and dark, and nothing scrolls sideways', async () => {
    const feedback = shop.catalog.state.all('feedback')[0]?.id ?? ''
    const requests = shop.catalog.state.all('dataRequests').map(({ id }) => id)
    expect(requests).toHaveLength(3)
    const faults: string[] = []
    for (const address of [
      '/office',
      '/office/submissions',
      `/office/submissions/${submissions[0] ?? ''}`,
      '/office/feedback',
      '/office/data-requests',
      ...requests.map((id) => `/office/data-requests/${id}`),
      '/office/reviews',
      '/office/showcase',
      '/office/showcase/news/new',
      '/office/showcase/collections/new',
      `/office/feedback/${feedback}`,
      '/office/imports',
      '/office/reports?period=2026-H2&province=dak-lak',
      '/office/reports?period=2026-01-01..2026-11-22&stars=4',
      '/office/reports/rows?period=2026&of=onAnyPlatform',
      '/office/certificates',
      '/office/platforms',
      '/office/platforms/new',
      '/office/transfers',
      '/office/backup',
      `/office/backup/restore?name=${BACKUP.name}`,
      '/office/producers',
      '/office/producers/ea-tu',
      '/office/accounts',
      '/office/accounts/new-producer',
      '/office/audit',
      '/office/security',
      '/office/reports/schedules',
      '/office/exchange',
      '/office/webhooks',
      '/office/api-keys',
      '/office/search',
    ])
      for (const [lang, colorScheme] of [
        ['vi', 'light'],
        ['en', 'dark'],
      ] as const) {
        await page.emulateMedia({ colorScheme })
        await page.goto(`${shop.origin}${address}${address.includes('?') ? '&' : '?'}lang=${lang}`)
        for (const summary of await page.locator('main summary').all()) await summary.click()
        await page.locator('.front-menu__button').first().click()
        await page.locator('.menu summary').last().click()
        expect(await page.locator('.menu[open] a').first().isVisible()).toBe(true)
        if (address === '/office') {
          await page.keyboard.press('Escape')
          expect(await page.locator('.menu[open]').count()).toBe(0)
          await page.keyboard.press('Enter')
          expect(await page.locator('.menu[open]').count()).toBe(1)
        }
        faults.push(...(await faultsOf(page)))
      }
    expect(faults).toEqual([])
  })

  it('is accessible where somebody orders to restore a backup, and says what is not right', async () => {
    await page.goto(`${shop.origin}/office/backup/restore?name=${BACKUP.name}&lang=vi`)
    await page.locator('main .button--primary').click()
    await page.locator('#word').waitFor()
    const faults = await faultsOf(page)
    await page.locator('main .button--primary').click()
    await page.locator('#word-error').waitFor()
    expect([...faults, ...(await faultsOf(page))]).toEqual([])
  })

  it('is accessible at each step of an import, where the province is stated for all rows', async () => {
    const rows = ['Tên sản phẩm,Chủ thể,Hạng sao', 'Bún khô Ea Súp,HTX Ea Súp,3', 'Gạo ST25,HTX Ea Súp,9']
    const buffer = Buffer.from(rows.join('\r\n'))
    await page.goto(`${shop.origin}/office/imports?lang=en`)
    await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
    await page.locator('form[enctype] .button--primary').click()
    await page.locator('#all-province').selectOption('Đắk Lắk')
    const faults = await faultsOf(page)
    await page.locator('form[action$="/columns"] button').click()
    await page.locator('#faults').waitFor()
    await page.locator('#added').waitFor()
    expect([...faults, ...(await faultsOf(page))]).toEqual([])
  })

  it('keeps the name of a platform in one piece in a report', async () => {
    await page.goto(`${shop.origin}/office/reports?period=2026-H2&province=dak-lak`)
    const lines = await page
      .locator('#coverage th[scope=row]')
      .first()
      .evaluate((cell) => {
        const [name] = cell.childNodes
        if (!name) return 0
        name.textContent = 'Postmart'
        const words = document.createRange()
        words.selectNodeContents(name)
        return new Set([...words.getClientRects()].map(({ top }) => top)).size
      })
    expect(lines).toBe(1)
  })

  it('reviews by single keys once they are switched on, and not while somebody types', async () => {
    const name = () => page.locator('h1').innerText()
    await page.goto(`${shop.origin}/office/submissions/${submissions[0] ?? ''}?lang=vi`)
    await page.keyboard.press('j')
    expect(await name()).toBe('Mắc ca A')
    await page.click('#keys button')
    await page.keyboard.press('j')
    await page.waitForURL(`**/${submissions[1] ?? ''}`)
    expect(await name()).toBe('Mắc ca B')
    await page.keyboard.press('r')
    await page.fill('#text-1', '')
    await page.locator('#text-1').pressSequentially('a: đúng tên')
    expect(await page.inputValue('#text-1')).toBe('a: đúng tên')
    await page.locator('h1').click()
    await page.locator('#text-1').blur()
    await page.keyboard.press('a')
    await page.waitForURL('**/*?done=approve*')
    expect(await name()).toBe('Mắc ca A')
  })
})
