import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { PASSWORD, phoneOf } from '../../http/signed-in.js'
import { PATIENCE_MS } from '../../support/patience.js'

export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 900 }

/** Where pictures of each step go, for a person who wants to look: `STORY_PICTURES=/some/folder`. None without it. */
const PICTURES = process.env['STORY_PICTURES'] ?? ''

/** Takes a picture of the whole page, numbered in the order of the story. */
let pictures = 0
export async function look(page: Page, name: string): Promise<void> {
  if (PICTURES === '') return
  await mkdir(PICTURES, { recursive: true })
  pictures += 1
  const file = `${String(pictures).padStart(2, '0')}-${name}.png`
  await page.screenshot({ path: path.join(PICTURES, file), fullPage: true })
}

export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

const press = (page: Page) => page.locator('main .button--primary').first().click()

/** Opens a one-time link and chooses a password, as somebody does who was invited. */
export async function takeInvitation(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await look(page, 'set-up')
  await press(page)
}

/** Sets up the app for one-time codes as the page asks, keeps the recovery codes and goes on. */
export async function setUpAuthenticator(page: Page): Promise<void> {
  const phone = phoneOf(await page.locator('.secret').innerText())
  await look(page, 'authenticator')
  await page.getByLabel('Mã', { exact: true }).fill(phone.code(new Date()))
  await press(page)
  await look(page, 'recovery-codes')
  await press(page)
  await page.waitForURL(/\/office/)
}
