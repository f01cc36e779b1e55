import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.js'

/** Counts what a thumb does: taps on links, buttons and choices. Typing and choosing from a list are counted as fields. */
class Thumb {
  taps = 0
  fields = 0
  constructor(readonly page: Page) {}

  async tap(name: string | RegExp, role: 'link' | 'button' = 'button'): Promise<void> {
    this.taps += 1
    await this.page.getByRole(role, { name }).first().click()
  }

  async type(label: string, text: string): Promise<void> {
    this.fields += 1
    await this.page.getByLabel(label).fill(text)
  }

  async choose(label: string, option: string): Promise<void> {
    this.fields += 1
    await this.page.getByLabel(label).selectOption({ label: option })
  }
}

/** What the shop calls what a shopper touches on the way to an order. */
const WORDS = {
  vi: {
    buy: 'Mua ngay',
    name: 'Họ và tên',
    phone: 'Số điện thoại',
    province: { label: 'Tỉnh, thành phố', option: 'Đắk Lắk' },
    commune: { label: 'Xã, phường, đặc khu', option: 'Buôn Ma Thuột (phường)' },
    street: 'Số nhà, đường, thôn, buôn, ấp',
    place: /^Đặt/,
  },
  en: {
    buy: 'Buy now',
    name: 'Full name',
    phone: 'Phone number',
    province: { label: 'Province or city', option: 'Dak Lak' },
    commune: { label: 'Commune, ward or special zone', option: 'Buôn Ma Thuột (ward)' },
    street: 'House number, street, hamlet',
    place: /^Place order/,
  },
} as const

const fillRecipient = async (thumb: Thumb, words: (typeof WORDS)['vi' | 'en'] = WORDS.vi): Promise<void> => {
  await thumb.type(words.name, 'Nguyễn Thị Hoa')
  await thumb.type(words.phone, '0905 123 456')
  await thumb.choose(words.province.label, words.province.option)
}

/** From the product page to the confirmation; `listCommunes` brings the communes of the chosen province. */
async function buyNow(
  page: Page,
  listCommunes: () => Promise<unknown>,
  words: (typeof WORDS)['vi' | 'en'] = WORDS.vi,
): Promise<Thumb> {
  const thumb = new Thumb(page)
  await thumb.tap(words.buy)
  await fillRecipient(thumb, words)
  await listCommunes()
  await thumb.choose(words.commune.label, words.commune.option)
  await thumb.type(words.street, '12 Lê Duẩn')
  await thumb.tap(words.place)
  await page.waitForURL(/\/orders\/[0-9A-Z-]+/)
  return thumb
}

const communesArrive = (page: Page) => () =>
  page.waitForFunction(() => document.querySelectorAll('#commune option').length > 5)

const productThatCanBeBought = async (page: Page): Promise<string> => {
  await page.goto(new URL('/products?q=ca+phe&inStock=1', page.url()).href)
  const href = await page.locator('main a[href^="/products/"]').first().getAttribute('href')
  return href ?? '/'
}

/** What the public figures page says of this month's transactions. */
const transactionsCounted = async (page: Page): Promise<number> => {
  const figures = await page.context().newPage()
  await figures.goto(new URL('/figures', page.url()).href)
  const value = figures.locator('#transactions .figure__value').first()
  const count = (await value.count()) === 0 ? 0 : Number(await value.innerText())
  await figures.close()
  return count
}

/** As browsers' tools mean it: 400 kbit/s both ways, 400 ms there and back. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
/** From the tap on a link to a button that can be pressed, on that network. */
const SECONDS_TO_BUY = 5

describeInBrowser('a shopper with a phone', (visitor) => {
  it('orders from a shared product link in 3 taps and 6 fields, and the transaction is counted', async () => {
    const page = await visitor.open('/')
    const link = await productThatCanBeBought(page)
    const before = await transactionsCounted(page)
    await page.goto(visitor.server.origin + link)

    const thumb = await buyNow(page, communesArrive(page))
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe('')
    expect(thumb.taps).toBeLessThanOrEqual(3)
    expect(thumb.fields).toBeLessThanOrEqual(6)
    expect(await transactionsCounted(page)).toBe(before + 1)
  })

  it('who keeps the details on the device orders from the home page in 3 taps, typing nothing', async () => {
    const page = await visitor.open('/')
    await page.goto(visitor.server.origin + (await productThatCanBeBought(page)))
    await page.locator('[data-step="1"]').click()
    expect(await page.locator('#quantity').inputValue()).toBe('2')
    await page.getByRole('button', { name: 'Mua ngay' }).click()
    expect(await page.locator('#side').innerText()).toMatch(/^2 ×/m)
    await fillRecipient(new Thumb(page))
    await communesArrive(page)()
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Buôn Ma Thuột (phường)' })
    await page.getByLabel('Số nhà, đường, thôn, buôn, ấp').fill('12 Lê Duẩn')
    await page.locator('[name=remember]').check()
    await page.getByRole('button', { name: /^Đặt/ }).click()
    await page.waitForURL(/\/orders\/[0-9A-Z-]+/)
    const first = page.url()

    await page.goto(visitor.server.origin)
    const thumb = new Thumb(page)
    const shelf = page.locator('section', { has: page.getByRole('heading', { name: 'Đặt được ngay' }) })
    await thumb.tap((await shelf.locator('h3').first().innerText()).trim(), 'link')
    await thumb.tap('Mua ngay')
    await thumb.tap(/^Đặt/)
    await page.waitForURL((url) => /\/orders\/[0-9A-Z-]+/.test(url.pathname) && url.href !== first)
    expect([thumb.taps, thumb.fields]).toEqual([3, 0])
  })

  it.each(['vi', 'en'] as const)('orders with JavaScript off on slow 3G, in %s', async (language) => {
    const page = await visitor.open(`/?lang=${language}`, { javaScriptEnabled: false })
    const link = await productThatCanBeBought(page)
    const client = await page.context().newCDPSession(page)
    await client.send('Network.enable')
    await client.send('Network.clearBrowserCache')
    await client.send('Network.emulateNetworkConditions', SLOW_3G)
    const needed = new Set<string>()
    let bytes = 0
    client.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Document' || type === 'Stylesheet') needed.add(requestId)
    })
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (needed.has(requestId)) bytes += encodedDataLength
    })
    await page.goto(visitor.server.origin + link, { waitUntil: 'commit' })
    await page.getByRole('button', { name: WORDS[language].buy }).waitFor()
    await page.waitForLoadState('load')
    // There and back once for the connection, the page and its styles; the rest is the machine's time, not the network's.
    expect(bytes).toBeGreaterThan(2000)
    expect((3 * SLOW_3G.latency) / 1000 + bytes / SLOW_3G.downloadThroughput).toBeLessThan(SECONDS_TO_BUY)
    const thumb = await buyNow(
      page,
      async () => {
        await page.locator('button[value="communes"]').click()
        expect(await page.getByLabel(WORDS[language].name).inputValue()).toBe('Nguyễn Thị Hoa')
      },
      WORDS[language],
    )
    expect(thumb.taps).toBeLessThanOrEqual(2)
    expect(thumb.fields).toBeLessThanOrEqual(6)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
  })

  it('is told what to correct, on top of the page and at the field, with all that was typed kept', async () => {
    const page = await visitor.open('/', { javaScriptEnabled: false })
    await page.goto(visitor.server.origin + (await productThatCanBeBought(page)))
    const thumb = new Thumb(page)
    await thumb.tap('Mua ngay')
    await page
      .locator('form')
      .last()
      .evaluate((form) => form.setAttribute('novalidate', ''))
    await fillRecipient(thumb)
    await thumb.type('Số điện thoại', '12')
    await thumb.tap(/^Đặt/)
    await expect.poll(() => page.title()).toMatch(/^Lỗi/)
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Nguyễn Thị Hoa')
    expect(
      await page
        .getByLabel(/điện thoại/i)
        .first()
        .getAttribute('aria-invalid'),
    ).toBe('true')
  })

  it('goes back with JavaScript off from an order to the form as it was sent, with nothing to be sent again', async () => {
    const page = await visitor.open('/', { javaScriptEnabled: false })
    await page.goto(visitor.server.origin + (await productThatCanBeBought(page)))
    await buyNow(page, () => page.locator('button[value="communes"]').click())
    const ordered = page.url()
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/checkout')
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Nguyễn Thị Hoa')
    // Sent once more by mistake, it is the same order.
    await page.locator('.place').click()
    await page.waitForURL(ordered)
  })

  it('goes back while signed in, too, until signing out takes what the browser kept', async () => {
    const page = await visitor.open('/', { javaScriptEnabled: false })
    const link = await productThatCanBeBought(page)
    const showCommunes = () => page.locator('button[value="communes"]').click()
    await page.goto(visitor.server.origin + link)
    await buyNow(page, showCommunes)
    await page.locator('a[href*="/account/join"]').click()
    await page.locator('#name').fill('Trần Văn Bình')
    await page.locator('#phone').fill('0905 777 888')
    await page.locator('#password').fill('bốn con trâu xanh')
    await page.locator('main .button--primary').click()
    await page.getByText('Hãy đăng nhập').waitFor()
    await page.locator('#password').fill('bốn con trâu xanh')
    await page.locator('main .button--primary').click()
    await page.waitForURL(/\/account\/orders/)

    await page.goto(visitor.server.origin + link)
    await page.getByRole('button', { name: 'Mua ngay' }).first().click()
    await page.getByText('Đang đăng nhập: Trần Văn Bình').waitFor()
    await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Đắk Lắk' })
    await showCommunes()
    await page.getByText('Bạn đang đăng nhập.').waitFor()
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Buôn Ma Thuột (phường)' })
    await page.getByLabel('Số nhà, đường, thôn, buôn, ấp').fill('12 Lê Duẩn')
    await page.locator('.place').click()
    await page.waitForURL(/\/orders\/[0-9A-Z-]+/)
    await page.goBack()
    await page.getByText('Bạn đang đăng nhập.').waitFor()
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Trần Văn Bình')

    await page.goto(`${visitor.server.origin}/account`)
    await page.locator('.front-menu__button').first().click()
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click()
    await page.waitForURL(/sign-in/)
    await page.goBack()
    // It has nothing of the form any more, and asks before it sends it once more.
    await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS')
  })

  it.each(['/feedback', 'questions'])('goes back with JavaScript off to a form that was mended: %s', async (form) => {
    const page = await visitor.open('/', { javaScriptEnabled: false })
    const path = form.startsWith('/') ? form : `${await productThatCanBeBought(page)}/${form}`
    await page.goto(visitor.server.origin + path)
    await page.locator('textarea').fill('Gói')
    await page.locator('main .button--primary').click()
    await page.locator('.error-summary').waitFor()
    await page.locator('textarea').fill('Gói hàng đến chậm hơn đã hẹn')
    if (form === '/feedback') await page.locator('main [type=radio]').first().check()
    await page.locator('main .button--primary').click()
    await page.waitForURL(/sent|asked/)
    await page.goBack()
    await page.locator('.error-summary').waitFor()
    expect(new URL(page.url()).pathname).toBe(path)
  })

  it('finds the order again by code and phone, and cancels it', async () => {
    const page = await visitor.open('/')
    await page.goto(visitor.server.origin + (await productThatCanBeBought(page)))
    await buyNow(page, communesArrive(page))
    const code = new URL(page.url()).pathname.split('/').at(-1) ?? ''

    const later = await visitor.open('/orders')
    await later.getByLabel(/mã đơn/i).fill(code.toLowerCase().replace('-', ' '))
    await later.getByLabel(/điện thoại/i).fill('+84 905.123.456')
    await later.locator('main form button').first().click()
    await later.waitForURL(/\/orders\/[0-9A-Z-]+/)
    await later
      .getByRole('link', { name: /hủy/i })
      .or(later.getByRole('button', { name: /hủy/i }))
      .first()
      .click()
    await later.locator('main').getByRole('button', { name: /hủy/i }).first().click()
    await expect.poll(() => later.locator('main').innerText()).toMatch(/đã hủy/i)
  })
})
