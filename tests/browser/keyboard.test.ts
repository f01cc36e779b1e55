import { expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { Keyboard } from '../support/keyboard.js'

const WORDS = {
  vi: {
    search: /^Tìm/,
    buy: /^Mua ngay$/,
    name: /^Họ và tên/,
    phone: /^Số điện thoại/,
    province: /^Tỉnh, thành phố/,
    find: /xã/i,
    street: /^Số nhà/,
    place: /^Đặt hàng · /,
    placed: /^Đã nhận đơn của bạn/,
    skip: /nội dung/,
    print: /^In /,
  },
  en: {
    search: /^Search/,
    buy: /^Buy now$/,
    name: /^Full name/,
    phone: /^Phone/,
    province: /^Province/,
    find: /commune/i,
    street: /^House number/,
    place: /^Place order · /,
    placed: /^We have your order|order/,
    skip: /content/,
    print: /^Print/,
  },
} as const

describeInBrowser('a shopper with a keyboard and a screen reader, without a mouse', (visitor) => {
  it('types on with a suggestion chosen: the new list has none chosen, and Enter searches for what was typed', async () => {
    const page = await visitor.open('/', { reducedMotion: 'reduce' })
    const search = page.locator('#search')
    await search.focus()
    await page.keyboard.insertText('ca')
    await page.waitForSelector('#suggestions [role=option]')
    await page.keyboard.press('ArrowDown')
    expect(await search.getAttribute('aria-activedescendant')).toBe('suggestion-0')
    const renewed = page.waitForResponse(/q=ca%20phe$/)
    await page.keyboard.insertText(' phe')
    await renewed
    await expect.poll(() => search.getAttribute('aria-activedescendant')).toBeNull()
    expect(await page.locator('#suggestions [aria-selected=true]').count()).toBe(0)
    await search.press('Enter')
    await page.waitForURL(/\/products\?q=ca\+phe/)
  })

  it.each(['vi', 'en'] as const)('finds a product, buys it and reads the confirmation, in %s', async (language) => {
    const words = WORDS[language]
    const page = await visitor.open(`/?lang=${language}`, { reducedMotion: 'reduce' })
    const keyboard = new Keyboard(page)
    await keyboard.tabTo('link', words.skip)
    await keyboard.tabTo('combobox', words.search)
    // All letters at once: a list for the first of them that came late would take the choice away.
    await page.keyboard.insertText('ca phe')
    await page.waitForSelector('#suggestions [role=option]')
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowUp')
    expect(await page.locator('#search').getAttribute('aria-activedescendant')).toBe('suggestion-0')
    expect(await page.locator('#suggestions [aria-selected=true]').count()).toBe(1)
    await keyboard.press('Enter')
    await page.waitForURL(/\/products/)

    if (!/\/products\/./.test(page.url())) {
      await page.locator('main').focus()
      await keyboard.tabTo('link', /[Cc]à phê/)
      await keyboard.press('Enter')
      await page.waitForURL(/\/products\/./)
    }
    await keyboard.tabTo('radio', /\d/)
    await keyboard.tabTo('button', words.buy)
    await keyboard.press('Enter')
    await page.waitForURL(/\/checkout/)

    await keyboard.tabTo('textbox', words.name)
    await keyboard.type('Nguyễn Thị Hoa')
    await keyboard.tabTo('textbox', words.phone)
    await keyboard.type('0905 123 456')
    await keyboard.tabTo('combobox', words.province)
    for (let passed = 0; passed < 6; passed += 1) await keyboard.press('ArrowDown')
    const communes = await page.locator('#province').evaluate(async ({ dataset, value }: HTMLSelectElement) => {
      const answer = await fetch(`${dataset['communes']}${value}/communes`)
      return ((await answer.json()) as { communes: object[] }).communes.length
    })
    await expect.poll(() => page.locator('#commune option').count()).toBe(communes + 1)
    for (let passed = 0; passed < 6; passed += 1) await keyboard.press('ArrowUp')
    // The box that finds a commune stands before the two lists.
    await keyboard.press('Shift+Tab')
    expect(await keyboard.focused()).toEqual({ role: 'searchbox', name: expect.stringMatching(words.find) as string })
    let answer = (): void => undefined
    const slow = new Promise<void>((resolve) => (answer = resolve))
    await page.route(/krong\+pac/, (route) => slow.then(() => route.continue()))
    await page.keyboard.insertText('hoa dong krong')
    await page.waitForSelector('.finder__places button')
    // The list for the last letters comes when the shopper already is in the one before it, and leaves the focus there.
    const late = page.waitForResponse(/krong\+pac/)
    await page.keyboard.insertText(' pac')
    await keyboard.tabTo('button', /Krông Pắc|Krong Pac/)
    answer()
    await (await late).finished()
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
    expect((await keyboard.focused()).name).toMatch(/Krông Pắc|Krong Pac/)
    await keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'street')
    expect((await keyboard.focused()).name).toMatch(words.street)
    await keyboard.type('12 Lê Duẩn')
    await keyboard.tabTo('button', words.place)
    await keyboard.press('Enter')
    await page.waitForURL(/\/orders\/[0-9A-Z-]+/)
    expect(await page.title()).toMatch(words.placed)
    await keyboard.tabTo('button', words.print)
    expect(keyboard.faults).toEqual([])
  })
})
