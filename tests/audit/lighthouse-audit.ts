import { execFile } from 'node:child_process'
import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { figure, type Table } from '../bench/table.js'
import { BROWSER_ARGS } from '../support/find-browser.js'
import type { AuditedPage } from './pages.js'

const LIGHTHOUSE = 'lighthouse@12.8.2'
const AUDITED = ['home', 'list', 'product', 'checkout', 'confirmation']
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** Pages about one person say that search engines are to leave them out, which Lighthouse counts against them. */
const PRIVATE = new Set(['checkout', 'confirmation'])
const FLOOR = 95
const run = promisify(execFile)

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly numericValue?: number }>>
}

async function measure(origin: string, page: AuditedPage, browserPath: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-lighthouse-'))
  const file = join(folder, 'report.json')
  try {
    const headers = page.cookie ? ['--extra-headers', JSON.stringify({ cookie: page.cookie })] : []
    await run(
      'npx',
      [
        '-y',
        LIGHTHOUSE,
        origin + page.path,
        '--quiet',
        '--output=json',
        `--output-path=${file}`,
        `--chrome-flags=--headless=new ${BROWSER_ARGS.join(' ')}`,
        `--only-categories=${CATEGORIES.join(',')}`,
        ...headers,
      ],
      { env: { ...process.env, CHROME_PATH: browserPath }, timeout: 180_000 },
    )
    return JSON.parse(await readFile(file, 'utf8')) as Report
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN

/** Lighthouse on a phone of today's middle class over slow 4G, the middle of several runs. */
export async function auditWithLighthouse(
  origin: string,
  pages: readonly AuditedPage[],
  browserPath: string,
  runs: number,
  faults: string[],
): Promise<Table> {
  const rows: string[][] = []
  for (const page of pages.filter(({ name }) => AUDITED.includes(name))) {
    const reports: Report[] = []
    while (reports.length < runs)
      // Now and then its browser loses the beginning of a page and asks to be run again.
      reports.push(await measure(origin, page, browserPath).catch(() => measure(origin, page, browserPath)))
    const scores = CATEGORIES.map((name) =>
      middle(reports.map((report) => (report.categories[name]?.score ?? 0) * 100)),
    )
    const valueOf = (audit: string) => middle(reports.map(({ audits }) => audits[audit]?.numericValue ?? NaN))
    CATEGORIES.forEach((name, index) => {
      const isExcused = name === 'seo' && PRIVATE.has(page.name)
      if ((scores[index] ?? 0) < FLOOR && !isExcused) faults.push(`${page.name}: ${name} ${figure(scores[index] ?? 0)}`)
    })
    rows.push([
      page.name,
      ...scores.map(figure),
      figure(valueOf('first-contentful-paint') / 1000),
      figure(valueOf('largest-contentful-paint') / 1000),
      figure(valueOf('total-blocking-time')),
      figure(valueOf('cumulative-layout-shift')),
    ])
  }
  return {
    title: 'Lighthouse, mobile',
    headings: ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'FCP s', 'LCP s', 'TBT ms', 'CLS'],
    rows,
    note: `${LIGHTHOUSE}, its own settings for phones (slow 4G: 150 ms, 1.6 Mbit/s; processor slowed four times), the middle of ${runs} runs. Checkout and confirmation are about one person and ask search engines to stay out (\`noindex\`), which costs them points under SEO.`,
  }
}
