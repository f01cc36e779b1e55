import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { Secret, TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { faultsOf } from '../support/page-faults.js'
import { PATIENCE_MS } from '../support/patience.js'

const CLI = path.resolve(import.meta.dirname, '../../dist/cli/main.js')
const PASSWORD = 'bốn con trâu xanh'
const run = promisify(execFile)

let link = ''

/** Makes the first administrator, as the manual says, before the server starts. */
async function makeAdministrator(folder: string): Promise<void> {
  const person = ['--name', 'Trần Thị Quản', '--phone', '0905111222', '--role', 'administrator']
  const { stdout } = await run(process.execPath, [CLI, 'user', 'add', ...person, '--data', folder])
  link = /\/account\/set-up\?k=\S+/.exec(stdout)?.[0] ?? ''
}

describeInBrowser(
  'an administrator on a phone',
  (visitor) => {
    it('comes from the link of the command line to the office, on pages that are accessible', async () => {
      const page = await visitor.open(link, { bypassCSP: true })
      page.setDefaultTimeout(PATIENCE_MS)
      const faults = await faultsOf(page)
      await page.fill('#password', PASSWORD)
      await page.click('main .button--primary')
      faults.push(...(await faultsOf(page)))
      const secret = (await page.locator('.secret').innerText()).replace(/\s/g, '')
      await page.fill('#code', new TOTP({ secret: Secret.fromBase32(secret) }).generate())
      await page.click('main .button--primary')
      faults.push(...(await faultsOf(page)))
      await page.click('main .button--primary')
      expect(new URL(page.url()).pathname).toBe('/office')
      for (const address of [
        '/office',
        '/office/accounts',
        '/office/accounts/new',
        '/office/audit',
        '/office/security',
        '/office/api-keys',
        '/office/webhooks',
        '/office/reports/schedules',
        '/office/exchange',
        '/open-data',
        '/api',
        '/account',
      ])
        for (const [lang, colorScheme] of [
          ['vi', 'light'],
          ['en', 'dark'],
        ] as const) {
          await page.emulateMedia({ colorScheme })
          await page.goto(`${visitor.server.origin}${address}?lang=${lang}`)
          faults.push(...(await faultsOf(page)))
        }
      await page.goto(`${visitor.server.origin}/office/accounts`)
      await page.click('.row__name')
      faults.push(...(await faultsOf(page)))
      await page.click('form[action$="/link"] button')
      expect(await page.locator('#again').isVisible()).toBe(true)
      faults.push(...(await faultsOf(page)))
      const header = await page.locator('header.top').boundingBox()
      expect(header?.height).toBeLessThan(90)
      await page.click('.front-menu__button')
      await page.locator('.menu summary').last().click()
      faults.push(...(await faultsOf(page)))
      for (const press of ['the group', 'the menu']) {
        expect(await page.locator('.front-menu').isVisible(), press).toBe(true)
        await page.keyboard.press('Escape')
      }
      expect(await page.locator('.front-menu').isVisible()).toBe(false)
      await page.click('.front-menu__button')
      await page.click('.top__form button')
      for (const address of ['/account/sign-in', '/account/register', '/account/forgotten']) {
        await page.goto(visitor.server.origin + address)
        faults.push(...(await faultsOf(page)))
      }
      expect(faults).toEqual([])
    })
  },
  makeAdministrator,
)
