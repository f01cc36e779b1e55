import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { AuditedPage } from './pages.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeViolation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

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

/** Faults that axe finds: WCAG 2.2 AA and best practices. */
export async function listViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: AxeViolation[] }> } }
    return (await axe.run()).violations
  })
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

/** How many pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
