import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeViolation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe finds on a page, and whether it is wider than the window; each with the page's address. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: AxeViolation[] }> } }
    return (await axe.run()).violations
  })
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  const where = new URL(page.url()).pathname
  return [
    ...found.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0]?.html ?? ''}`),
    ...(isWide ? [`${where}: wider than the phone`] : []),
  ]
}
