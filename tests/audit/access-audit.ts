import type { Browser } from 'playwright-core'
import type { Table } from '../bench/table.js'
import { accessFaultsOf, overflowOf } from '../support/page-faults.js'
import { openPage } from './look.js'
import type { AuditedPage } from './pages.js'

const LANGUAGES = ['vi', 'en'] as const
const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [360, 1280] as const
/** What WCAG 1.4.10 and 1.4.4 ask for: 320 pixels, and letters of twice the size, which is half the window. */
const NARROW = [320, 180] as const

const HEIGHT = 740

/** Every page in every dress: what axe finds, and what sticks out of the window. */
export async function auditAccess(
  browser: Browser,
  origin: string,
  pages: readonly AuditedPage[],
  faults: string[],
): Promise<Table> {
  const rows: string[][] = []
  for (const audited of pages) {
    let findings = 0
    const over = new Map<number, number>()
    for (const language of LANGUAGES) {
      const page = await openPage(browser, origin, audited, language, {
        viewport: { width: WIDTHS[0], height: HEIGHT },
      })
      for (const colorScheme of SCHEMES)
        for (const width of WIDTHS) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height: HEIGHT })
          const found = await accessFaultsOf(page)
          if ((await overflowOf(page)) > 0) found.push('wider than the window')
          findings += found.length
          for (const fault of found) faults.push(`${audited.name}, ${language}, ${colorScheme}, ${width} px: ${fault}`)
        }
      for (const width of NARROW) {
        await page.setViewportSize({ width, height: HEIGHT })
        over.set(width, Math.max(over.get(width) ?? 0, await overflowOf(page)))
      }
      await page.context().close()
    }
    for (const [width, pixels] of over)
      if (pixels > 0) faults.push(`${audited.name}, ${width} px wide: sticks out by ${pixels} px`)
    rows.push([
      audited.name,
      String(findings),
      ...[...over.values()].map((pixels) => (pixels > 0 ? `${pixels} px` : 'no')),
    ])
  }
  return {
    title: 'Accessibility',
    headings: ['page', 'axe findings', 'sideways at 320 px', 'at 200 % text'],
    rows,
    note: 'Each page in Vietnamese and English, light and dark, at 360 and 1,280 pixels: eight times axe-core, all of its rules (WCAG 2.2 AA and best practices). 200 % text is a phone of 360 pixels whose letters are twice as large: a window of 180 pixels.',
  }
}
