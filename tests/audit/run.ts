import type { Browser } from 'playwright-core'
import { describeMachine } from '../bench/machine.js'
import { recordQuality, type Section } from '../bench/record.js'
import { toText, type Table } from '../bench/table.js'
import { findBrowser, launchBrowser } from '../support/find-browser.js'
import { startServer } from '../support/server.js'
import { toolOptions } from '../support/tool-options.js'
import { auditAccess } from './access-audit.js'
import { auditWithLighthouse } from './lighthouse-audit.js'
import { findPages, type AuditedPage } from './pages.js'
import { auditWeight } from './weight-audit.js'

const USAGE = `npm run audit -- [--only weight,access,lighthouse] [--runs 3] [--no-write]

  --only      the parts to audit; all by default
  --runs      of Lighthouse for each page; the middle one counts
  --no-write  prints only; otherwise the figures go into docs/quality.md`

const { values, number, choices } = toolOptions(USAGE, {
  allowNegative: true,
  options: {
    only: { type: 'string', default: 'weight,access,lighthouse' },
    runs: { type: 'string', default: '3' },
    write: { type: 'boolean', default: true },
  },
})

interface Scene {
  readonly browser: Browser
  readonly browserPath: string
  readonly origin: string
  readonly pages: readonly AuditedPage[]
}

type Part = (scene: Scene, faults: string[]) => Promise<Table>

const PARTS: Readonly<Record<string, Part>> = {
  weight: ({ browser, origin, pages }, faults) => auditWeight(browser, origin, pages, faults),
  access: ({ browser, origin, pages }, faults) => auditAccess(browser, origin, pages, faults),
  lighthouse: ({ origin, pages, browserPath }, faults) =>
    auditWithLighthouse(origin, pages, browserPath, number('runs'), faults),
}

const parts = choices('only', PARTS)

/** Every fault is printed; the figures are written as they are, so that the document never shows better ones. */
async function run(): Promise<void> {
  const machine = describeMachine(new Date())
  const browserPath = await findBrowser()
  const server = await startServer()
  const browser = await launchBrowser(browserPath)
  try {
    const scene = { browser, browserPath, origin: server.origin, pages: await findPages(server.origin) }
    const sections: Section[] = []
    const faults: string[] = []
    for (const [name, part] of parts) {
      const table = await part(scene, faults)
      console.log(`${toText(table)}\n`)
      sections.push({ name, machine, tables: [table] })
    }
    for (const fault of faults) console.error(`WRONG: ${fault}`)
    if (faults.length > 0) process.exitCode = 1
    if (values.write) await recordQuality(sections)
  } finally {
    await browser.close()
    await server.stop()
  }
}

await run()
