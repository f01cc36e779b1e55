import type { Browser } from 'playwright-core'
import { figure, type Table } from '../bench/table.js'
import { openPage } from './look.js'
import type { AuditedPage } from './pages.js'

const PHONE = { width: 360, height: 740 }
const LIMITS = { all: 30, script: 6, before: 2 } as const

interface Weight {
  readonly kilobytes: Readonly<Record<string, number>>
  readonly before: number
  readonly foreign: number
  readonly shift: number
}

/** What a first visit brings over the wire, by the browser's own count. */
async function weigh(browser: Browser, origin: string, audited: AuditedPage): Promise<Weight> {
  const page = await openPage(browser, origin, { ...audited, path: '/healthz' }, 'vi', { viewport: PHONE })
  const client = await page.context().newCDPSession(page)
  const types = new Map<string, string>()
  const kilobytes: Record<string, number> = {}
  let foreign = 0
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    types.set(requestId, type)
    if (!response.url.startsWith(origin) && !response.url.startsWith('data:')) foreign += 1
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other'
    kilobytes[type] = (kilobytes[type] ?? 0) + encodedDataLength / 1000
  })
  await client.send('Network.enable')
  await page.goto(origin + audited.path, { waitUntil: 'networkidle' })
  const { before, shift } = await page.evaluate(() => {
    const blocking = performance
      .getEntriesByType('resource')
      .filter((entry) => 'renderBlockingStatus' in entry && entry.renderBlockingStatus === 'blocking')
    const observer = new PerformanceObserver(() => undefined)
    observer.observe({ type: 'layout-shift', buffered: true })
    const shifts = observer.takeRecords() as (PerformanceEntry & { readonly value: number })[]
    return { before: 1 + blocking.length, shift: shifts.reduce((sum, { value }) => sum + value, 0) }
  })
  await page.context().close()
  return { kilobytes, before, foreign, shift }
}

/** The first visit to each page on a phone: kilobytes as compressed, headers included. */
export async function auditWeight(
  browser: Browser,
  origin: string,
  pages: readonly AuditedPage[],
  faults: string[],
): Promise<Table> {
  const rows: string[][] = []
  for (const audited of pages.filter(({ press }) => press === undefined)) {
    const { kilobytes, before, foreign, shift } = await weigh(browser, origin, audited)
    const [html = 0, css = 0, script = 0] = ['Document', 'Stylesheet', 'Script'].map((type) => kilobytes[type] ?? 0)
    const all = html + css + script
    if (all > LIMITS.all) faults.push(`${audited.name}: ${figure(all)} kB of HTML, CSS and JavaScript`)
    if (script > LIMITS.script) faults.push(`${audited.name}: ${figure(script)} kB of JavaScript`)
    if (before > LIMITS.before) faults.push(`${audited.name}: ${before} requests before the first paint`)
    if (foreign > 0) faults.push(`${audited.name}: ${foreign} requests to other hosts`)
    rows.push([
      audited.name,
      ...[html, css, script, all, kilobytes['Image'] ?? 0, kilobytes['Font'] ?? 0].map(figure),
      String(before),
      String(foreign),
      figure(shift),
    ])
  }
  return {
    title: 'Weight of a first visit',
    headings: [
      'page',
      'HTML kB',
      'CSS kB',
      'JS kB',
      'together',
      'pictures kB',
      'fonts kB',
      'requests before paint',
      'to other hosts',
      'layout shift',
    ],
    rows,
    note: `At 360 pixels, by the browser's count of bytes on the wire (Chrome DevTools protocol), headers included; pictures are those that it fetched without scrolling. Allowed: ${LIMITS.all} kB together, ${LIMITS.script} kB of JavaScript, ${LIMITS.before} requests before the first paint, none to other hosts.`,
  }
}
