import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { system } from '../../src/access/actor.js'
import { createCatalog, openMemoryStore, type Catalog } from '../../src/index.js'
import { acceptInvitation, PASSWORD, PRODUCER } from '../http/signed-in.js'
import { runShop, type RunningShop } from '../http/trade-shop.js'
import { launchBrowser } from './find-browser.js'
import { stockShop } from './shop.js'
import { PATIENCE_MS } from './patience.js'

export interface ProducersPhone {
  readonly shop: RunningShop
  readonly catalog: Catalog
  /** A phone of 360 px on which Y Thu Niê of Ea Tu is signed in. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
}

const PHONE = { width: 360, height: 740 }

/** A shop with two producers whose photos lie in a folder of their own. */
export async function openPhotoShop(folder: string): Promise<Catalog> {
  const catalog = await createCatalog({
    store: openMemoryStore(),
    photoFolder: folder,
    insideHosts: ['127.0.0.1'],
  })
  await stockShop(catalog)
  return catalog
}

/** Describes what a producer does on a phone, in a real browser; told loudly when there is no browser. */
export function describeOnProducersPhone(name: string, tell: (phone: ProducersPhone) => void): void {
  const executablePath = inject('browserPath')
  describe.skipIf(executablePath === '')(name, () => {
    let browser: Browser
    let shop: RunningShop
    let folder: string
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'ocop-photos-'))
      ;[browser, shop] = await Promise.all([
        launchBrowser(executablePath),
        openPhotoShop(folder).then((catalog) => runShop('', { catalog })),
      ])
      await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    })
    afterAll(async () => {
      await browser.close()
      await shop.stop()
      await rm(folder, { recursive: true, force: true })
    })
    tell({
      get shop() {
        return shop
      },
      get catalog() {
        return shop.catalog
      },
      async open(where, options = {}) {
        const context = await browser.newContext({ viewport: PHONE, hasTouch: true, ...options })
        context.setDefaultTimeout(PATIENCE_MS)
        const page = await context.newPage()
        await page.goto(`${shop.origin}/account/sign-in`)
        await page.locator('[name="identifier"]').fill(PRODUCER.phone ?? '')
        await page.locator('[name="password"]').fill(PASSWORD)
        await page.locator('main .button--primary').click()
        await page.waitForURL(/\/producer/)
        if (where !== '/producer') await page.goto(shop.origin + where)
        return page
      },
    })
  })
}

/** The office of the country, at the command of the test. */
export const OFFICE = system('test')
