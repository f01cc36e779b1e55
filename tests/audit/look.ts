import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { AuditedPage } from './pages.js'

/** Opens a page as a person of that language would, with a device of their own. */
export async function openPage(
  browser: Browser,
  origin: string,
  { path, cookie, press }: AuditedPage,
  language: string,
  options: BrowserContextOptions,
): Promise<Page> {
  // A color on its way to another is no color of the page: axe is not to meet one.
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options, serviceWorkers: 'block' })
  const cookies = [`lang=${language}`, ...(cookie?.split('; ') ?? [])]
  await context.addCookies(
    cookies.map((pair) => ({ name: pair.split('=')[0] ?? '', value: pair.slice(pair.indexOf('=') + 1), url: origin })),
  )
  const page = await context.newPage()
  await page.goto(origin + path)
  if (press !== undefined) {
    await page.locator('form').evaluateAll((forms) => forms.forEach((form) => form.setAttribute('novalidate', '')))
    await page.locator(press).first().click()
    await page.waitForLoadState()
  }
  return page
}
