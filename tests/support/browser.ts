import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { launchBrowser } from './find-browser.js'
import { startServer, type RunningServer } from './server.js'
import { PATIENCE_MS } from './patience.js'

export interface Visitor {
  readonly server: RunningServer
  /** Opens a page as this person would, 360 px wide unless told otherwise. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
}

const PHONE = { width: 360, height: 740 }

/** Describes what a person does in a real browser against the real server process; told loudly when there is no browser. */
export function describeInBrowser(
  name: string,
  tell: (visitor: Visitor) => void,
  prepare?: (folder: string) => Promise<void>,
): void {
  const executablePath = inject('browserPath')
  describe.skipIf(executablePath === '')(name, () => {
    let browser: Browser
    let server: RunningServer
    beforeAll(async () => {
      ;[browser, server] = await Promise.all([launchBrowser(executablePath), startServer(prepare)])
    })
    afterAll(async () => {
      await browser.close()
      await server.stop()
    })
    tell({
      get server() {
        return server
      },
      async open(path, options = {}) {
        const context = await browser.newContext({ viewport: PHONE, ...options })
        context.setDefaultTimeout(PATIENCE_MS)
        const page = await context.newPage()
        await page.goto(server.origin + path)
        return page
      },
    })
  })
}
