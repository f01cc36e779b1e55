import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { PASSWORD } from '../http/signed-in.js'
import { drawPhoto } from '../support/draw-photo.js'
import { launchBrowser } from '../support/find-browser.js'
import { scanCode } from '../support/scan-code.js'
import { ShopProcess } from '../support/shop-process.js'
import { listingsOf, productWorkbook, realProducts, statementsCsv, transactionWorkbook } from './half-year/files.js'
import { DESK, look, openPage, PHONE, setUpAuthenticator, takeInvitation } from './half-year/people.js'
import { LONGEST_TEST_MS } from '../support/patience.js'

const CLI = path.resolve(import.meta.dirname, '../../dist/cli/main.js')
const TRANSACTIONS = 42_933
const PLATFORM = 'Postmart'
const DAY_MS = 86_400_000

/** Who sold more on the platform in this half-year: four provinces. */
const AHEAD = { 'Lâm Đồng': 90_000, 'Gia Lai': 70_000, 'Đồng Tháp': 60_000, 'Cần Thơ': 50_000 }

const GOODS = [
  { name: 'Hạt mắc ca sấy nứt vỏ', price: '150k', grams: '500' },
  { name: 'Cà phê bột Krông Năng', price: '85000', grams: '250' },
  { name: 'Bột ca cao nguyên chất', price: '120.000', grams: '300' },
]

/** The days of the half-year that has begun, to today, as Vietnam counts them. */
function daysOfHalfYear(): Date[] {
  const today = new Date(Date.now() + 7 * 3_600_000)
  const first = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() < 6 ? 0 : 6, 1)
  const count = Math.floor((today.getTime() - first) / DAY_MS) + 1
  return Array.from({ length: count }, (_, index) => new Date(first + index * DAY_MS))
}

const isoDay = (day: Date | undefined): string => day?.toISOString().slice(0, 10) ?? ''

const executablePath = inject('browserPath')

describe.skipIf(executablePath === '')('a province’s half-year, from an empty folder', () => {
  let folder: string
  let shop: ShopProcess
  let browser: Browser
  let office: Page
  let producer: Page
  const codes: string[] = []
  const days = daysOfHalfYear()

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ocop-half-year-'))
    browser = await launchBrowser(executablePath)
  })
  afterAll(async () => {
    await browser.close()
    await shop.end('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  })

  const open = (page: Page, where: string) => page.goto(shop.origin + where)

  it('begins with an administrator whom the command line makes, and who signs in with a second factor', async () => {
    const who = ['--name', 'Trần Thị Quản', '--phone', '0905 111 222', '--role', 'administrator']
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'user', 'add', ...who, '--data', folder])
    const link = /\/account\/set-up\?k=\S+/.exec(stdout)?.[0] ?? ''
    shop = await ShopProcess.start(folder)
    office = await openPage(browser, { viewport: DESK, locale: 'vi-VN' })
    await takeInvitation(office, shop.origin + link)
    await setUpAuthenticator(office)
    expect(await office.locator('h1').innerText()).toBe('Tổng quan')
    await look(office, 'office-home')
  })

  it('invites a producer that nobody knows yet', async () => {
    await office.getByText('Quản trị', { exact: true }).click()
    await office.getByRole('link', { name: 'Tài khoản', exact: true }).click()
    await office.getByRole('link', { name: 'Mời chủ thể mới' }).click()
    await office.getByLabel('Tên chủ thể').fill('Hợp tác xã Krông Năng Xanh')
    await office.getByLabel('Loại hình').selectOption({ label: 'Hợp tác xã' })
    await office.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Đắk Lắk' })
    await office.getByLabel('Họ và tên').fill('H Hương Êban')
    await office.getByLabel('Số điện thoại').fill('0905 444 555')
    await look(office, 'invite-producer')
    await office.getByRole('button', { name: 'Tạo tài khoản và đường dẫn' }).click()
    await office.getByLabel('Mật khẩu hiện tại').fill(PASSWORD)
    await look(office, 'is-it-you')
    await office.getByRole('button', { name: 'Tiếp tục' }).click()
    await look(office, 'invitation-link')
    const link = await office.getByLabel('Đường dẫn').inputValue()
    producer = await openPage(browser, { viewport: PHONE, hasTouch: true, locale: 'vi-VN' })
    await takeInvitation(producer, link)
    await producer.waitForURL(/\/producer/)
    await look(producer, 'producer-home')
  })

  it('who lists three products from a phone, photo first', async () => {
    const photo = await drawPhoto(1600, 1200)
    for (const [index, { name, price, grams }] of GOODS.entries()) {
      const next = () => producer.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
      await open(producer, '/producer/products')
      if (index === 0) await look(producer, 'producer-goods-empty')
      await producer.getByRole('button', { name: 'Đăng sản phẩm mới' }).first().click()
      await producer.getByLabel('Chụp ảnh').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo })
      await producer.locator('.shot img').waitFor()
      if (index === 0) await look(producer, 'listing-photos')
      await next()
      await producer.getByLabel('Tên sản phẩm').fill(name)
      await producer.getByLabel(/Khối lượng/).fill(grams)
      await producer.getByLabel(/Giá bán/).fill(price)
      await producer.getByLabel('Số gói có sẵn').fill('20')
      if (index === 0) await look(producer, 'listing-goods')
      await next()
      const sets = producer.getByLabel('Sản phẩm thuộc bộ nào?')
      const set = await sets
        .locator('option', { hasText: 'Chế biến từ rau, củ, quả, hạt' })
        .first()
        .getAttribute('value')
      await sets.selectOption(set)
      await producer.getByLabel('Thành phần').fill(`100% ${name.toLowerCase()}`)
      await producer.getByLabel('Hạn sử dụng').fill('12 tháng')
      await producer.getByLabel('Bảo quản').fill('Nơi khô ráo')
      await producer.getByLabel('Số công bố').fill(`0${index + 1}/KNX/2026`)
      if (index === 0) await look(producer, 'listing-label')
      await next()
      if (index === 0) await look(producer, 'listing-check')
      await producer.getByRole('button', { name: 'Gửi duyệt' }).click()
      await producer.getByText('Chờ duyệt').first().waitFor()
    }
    await open(producer, '/producer/products')
    await look(producer, 'producer-goods-sent')
  })

  it('and whom the office approves, one after the other', async () => {
    await open(office, '/office/submissions')
    await look(office, 'queue')
    await office.locator('section[aria-labelledby=due] .row__name').first().click()
    await look(office, 'submission')
    for (const { name } of GOODS) {
      await office
        .getByRole('button', { name: /^Duyệt/ })
        .first()
        .click()
      await office.getByText(`Đã duyệt “${name}”`).waitFor()
    }
    await look(office, 'queue-done')
    await open(producer, '/products/hat-mac-ca-say-nut-vo')
    expect(await producer.locator('h1').innerText()).toBe(GOODS[0]?.name)
    await look(producer, 'product-public')
  })

  /** Sends a file through the page of imports and presses the button that imports it. */
  async function bring(kind: string, name: string, buffer: Buffer, isOfOldPlaces = false): Promise<string> {
    await open(office, '/office/imports')
    await office.getByLabel(kind, { exact: true }).check()
    if (isOfOldPlaces) await office.getByLabel('Tên tỉnh trong tệp theo danh mục trước 7/2025').check()
    await office
      .getByLabel('Tệp', { exact: true })
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await office.getByRole('button', { name: 'Kiểm tra tệp' }).click()
    const apply = office.getByRole('button', { name: /^Nhập .* dòng$/ })
    await apply.waitFor({ timeout: LONGEST_TEST_MS })
    await look(office, `import-${name}`)
    await apply.click()
    const done = office.getByText(/^Đã nhập/)
    await done.waitFor({ timeout: LONGEST_TEST_MS })
    await look(office, `imported-${name}`)
    return done.innerText()
  }

  it('imports the 383 real products from Excel, and where those of Đắk Lắk are listed', async () => {
    const rows = await realProducts()
    expect(rows).toHaveLength(383)
    const done = await bring('Sản phẩm và giấy chứng nhận', 'danh-muc.xlsx', await productWorkbook(rows), true)
    expect(done).toMatch(/383 dòng/)
    await open(office, '/office/platforms')
    await office.getByRole('link', { name: 'Thêm sàn' }).click()
    await office.getByLabel('Tên sàn').fill(PLATFORM)
    await office.getByLabel('Trang web').fill('postmart.vn')
    await look(office, 'new-platform')
    await office.getByRole('button', { name: 'Lưu' }).click()
    await office.getByText('Đã lưu.').waitFor()
    await look(office, 'platforms')
    const own = rows.filter(({ province, producer: by }) => province === 'Đắk Lắk' && by !== '')
    const listed = await bring('Niêm yết trên các sàn', 'niem-yet.csv', listingsOf(own, PLATFORM, isoDay(days[0])))
    expect(listed).toContain(`${own.length} dòng`)
  })

  it('imports the platform’s 42,933 transactions from Excel while pages answer', async () => {
    const file = await transactionWorkbook(TRANSACTIONS, PLATFORM, 'Đắk Lắk', days)
    const imported = bring('Giao dịch do sàn báo về', 'giao-dich.xlsx', file)
    const waits: number[] = []
    const importing = { isOver: false }
    void imported.finally(() => (importing.isOver = true))
    while (!importing.isOver) {
      const began = performance.now()
      const answer = await fetch(`${shop.origin}/products?q=ca+phe&page=${waits.length + 1}`)
      await answer.text()
      waits.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(await imported).toMatch(/42\.933 dòng/)
    console.log(`while it was imported: ${waits.length} pages, the slowest after ${Math.round(Math.max(...waits))} ms`)
    const others = statementsCsv(PLATFORM, isoDay(days[0]), isoDay(days.at(-1)), AHEAD)
    expect(await bring('Giao dịch do sàn báo về', 'tinh-khac.csv', others)).toContain('4 dòng')
  })

  it('shoppers order on their phones', async () => {
    for (const [index, slug] of ['hat-mac-ca-say-nut-vo', 'ca-phe-bot-krong-nang'].entries()) {
      const shopper = await openPage(browser, { viewport: PHONE, hasTouch: true, locale: 'vi-VN' })
      await open(shopper, `/products/${slug}`)
      await shopper.getByRole('button', { name: 'Mua ngay' }).click()
      await shopper.getByLabel('Họ và tên').fill('Nguyễn Thị Hoa')
      await shopper.getByLabel('Số điện thoại').fill(`0905 123 45${index}`)
      await shopper.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Đắk Lắk' })
      await shopper.waitForFunction(() => document.querySelectorAll('#commune option').length > 5)
      await shopper.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Buôn Ma Thuột (phường)' })
      await shopper.getByLabel('Số nhà, đường, thôn, buôn, ấp').fill('12 Lê Duẩn')
      if (index === 0) await look(shopper, 'checkout')
      await shopper.getByRole('button', { name: /^Đặt/ }).first().click()
      await shopper.waitForURL(/\/orders\/[0-9A-Z-]+/)
      codes.push(/\/orders\/([0-9A-Z-]+)/.exec(shopper.url())?.[1] ?? '')
      if (index === 0) await look(shopper, 'ordered')
      await shopper.context().close()
    }
  })

  it('the producer accepts, prints labels of A6, and ships with a tracking number', async () => {
    await open(producer, '/producer')
    await look(producer, 'producer-home-orders')
    await open(producer, '/producer/orders')
    await look(producer, 'producer-orders')
    for (const code of codes) {
      await producer.getByRole('button', { name: `Nhận đơn: ${code}` }).click()
      await producer
        .locator('#working')
        .getByText(`(${codes.indexOf(code) + 1})`)
        .waitFor()
      await producer.getByLabel(new RegExp(code)).and(producer.getByRole('checkbox')).first().check()
    }
    for (const box of await producer.getByRole('checkbox').all()) await box.check()
    await producer.getByRole('button', { name: 'Nhãn A6' }).click()
    await producer.waitForURL(/\/print\?/)
    await producer.emulateMedia({ media: 'print' })
    await look(producer, 'labels-a6')
    const read = []
    for (const box of await producer.locator('.code-box').all())
      read.push(await scanCode(await box.screenshot({ scale: 'css' })))
    expect(read.toSorted()).toEqual(codes.map((code) => `${shop.origin}/orders/${code}`).toSorted())
    await producer.emulateMedia({ media: null })
    for (const code of codes) {
      await open(producer, `/producer/orders/${code}`)
      await producer.getByRole('button', { name: 'Đã gói xong' }).click()
      await producer.getByLabel('Đơn vị vận chuyển').fill('Bưu điện')
      await producer.getByLabel(/Mã vận đơn/).fill('EV123456789VN')
      await producer.getByRole('button', { name: 'Đã gửi đi' }).click()
      await producer.getByText('EV123456789VN').waitFor()
    }
    await look(producer, 'producer-order-shipped')
  })

  it('and the half-year report shows all of it', async () => {
    await open(office, '/office')
    await office.getByRole('link', { name: 'Báo cáo', exact: true }).click()
    await office.getByLabel('Địa phương', { exact: true }).selectOption({ label: 'Đắk Lắk' })
    const daysByNow = daysOfHalfYear()
    if (isoDay(daysByNow[0]) !== isoDay(days[0])) {
      // The half-year has ended while the story was told.
      await office.getByText('Khoảng ngày khác', { exact: true }).click()
      await office.locator('#from').fill(isoDay(days[0]))
      await office.locator('#until').fill(isoDay(daysByNow.at(-1)))
    }
    const began = performance.now()
    await office.locator('main .button--primary').click()
    await office.getByRole('heading', { level: 1, name: /Đắk Lắk/ }).waitFor()
    console.log(`the half-year report: ${Math.round(performance.now() - began)} ms`)
    await look(office, 'report')
    const big = (await office.locator('.figures__big').innerText()).replace(/\s+/g, ' ')
    const all = (TRANSACTIONS + codes.length).toLocaleString('vi-VN')
    expect(big).toContain(`${all} Giao dịch`)
    expect(big).toMatch(/5 Hạng theo: Số giao dịch/)
    const coverage = await office.locator('#coverage').innerText()
    expect(coverage).toContain(PLATFORM)
    expect(coverage).toMatch(/Phiên chợ OCOP\s+0\s/)
    await office.setViewportSize(PHONE)
    await look(office, 'report-phone')
    expect(
      await office.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true)
    await office.setViewportSize(DESK)
  })
})
