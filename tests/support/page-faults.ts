import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeViolation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe finds on a page that has come whole, WCAG 2.2 AA and best practices: the rule and the first place. */
export async function accessFaultsOf(page: Page): Promise<string[]> {
  await page.waitForLoadState()
  // A color on its way to another is no color of the page: axe is not to meet one.
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? [one.finished] : [])),
    ).then(() => undefined),
  )
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

/** What axe finds on a page, and whether it is wider than the window; each with the page's address. */
export async function faultsOf(page: Page): Promise<string[]> {
  const found = await accessFaultsOf(page)
  const where = new URL(page.url()).pathname
  return [
    ...found.map((fault) => `${where}: ${fault}`),
    ...((await overflowOf(page)) > 0 ? [`${where}: wider than the phone`] : []),
  ]
}
