import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { chromium, type Browser } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { LONGEST_TEST_MS } from './patience.js'

/** What the browser needs to run as root and to call nobody. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Ways to a browser, cheapest first: one named by the environment, one installed, one from npm, one from apt. */
const ways: readonly (() => Promise<string | undefined>)[] = [
  () => Promise.resolve(process.env['CHROME_PATH']),
  () => Promise.resolve(INSTALLED.find((path) => existsSync(path))),
  async () => {
    if (process.platform !== 'linux') return undefined
    const { default: packaged } = await import('@sparticuz/chromium')
    return packaged.executablePath()
  },
  () => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
      return Promise.resolve(undefined)
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore' })
    return Promise.resolve(INSTALLED.find((path) => existsSync(path)))
  },
]

/** A browser without a screen, waited for as long as a test may wait. */
export const launchBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: BROWSER_ARGS, timeout: LONGEST_TEST_MS })

async function starts(executablePath: string): Promise<boolean> {
  const browser = await launchBrowser(executablePath)
  await browser.close()
  return true
}

/** @throws {Error} when there is none and none can be brought. */
export async function findBrowser(): Promise<string> {
  const failures: string[] = []
  for (const way of ways)
    try {
      const path = await way()
      if (path && (await starts(path))) return path
    } catch (error) {
      failures.push(String(error).split('\n')[0] ?? '')
    }
  throw new Error(`no Chromium could be found, unpacked or installed: ${failures.join('; ') || 'nothing to try'}`)
}

/** Vitest's global set-up: hands the browser's path to the tests. Without one, CI fails and a person is told what was not tested. */
export default async function setup(project: TestProject): Promise<void> {
  try {
    project.provide('browserPath', await findBrowser())
  } catch (error) {
    if (process.env['CI']) throw error
    project.provide('browserPath', '')
    console.warn(`NOT TESTED in a browser: ${String(error)}. Set CHROME_PATH to a Chromium or Chrome.`)
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    browserPath: string
  }
}
