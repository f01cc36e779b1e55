import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as workbooks from '../../src/exchange/xlsx/to-workbook.js'
import { parse } from 'csv-parse/sync'
import { built } from '../support/built.js'
import { quantile } from './contest.js'
import { generateCatalog } from './generator.js'
import { fetchAnswer } from './answers.js'
import { loadAside } from './load-aside.js'
import type { Load } from './load.js'
import { toCsv } from './made-up-csv.js'
import { addressesOf, pageKinds } from './pages.js'
import { startProgram } from './program.js'
import { figure, seconds as words, times, type Table } from './table.js'

const SHOPPERS = 50
/** Each opens two pages a second: far more than people do. */
const PAGES_A_SECOND = 100
const IMPORTED = 20_000
const PROMISED = 2

const JOBS: Readonly<Record<string, string>> = {
  'an import of 20,000 rows, CSV': '/work/csv',
  'an import of 20,000 rows, Excel': '/work/xlsx',
  'all products as CSV': '/open-data/products.csv',
  'all products as Excel': '/open-data/products.xlsx',
  'a report of 2,000 lines as PDF': '/work/pdf',
}

const p95 = ({ latencies }: Load): number =>
  quantile(
    latencies.toSorted((a, b) => a - b),
    0.95,
  )

async function writeLists(folder: string): Promise<Record<string, string>> {
  const { toWorkbook } = (await built('exchange/xlsx/to-workbook.js')) as typeof workbooks
  const csv = toCsv(generateCatalog(IMPORTED, 2))
  const [headings = [], ...rows]: string[][] = parse(csv)
  const lists = { csv: join(folder, 'handed-in.csv'), xlsx: join(folder, 'handed-in.xlsx') }
  await writeFile(lists.csv, csv)
  await writeFile(lists.xlsx, await toWorkbook(headings, rows, 'Sheet'))
  return lists
}

/** How shoppers are served while the shop does heavy work, beside how they are served when it does none. */
export async function benchAside(folder: string, products: number, quiet: number, faults: string[]): Promise<Table> {
  const lists = await writeLists(folder)
  const shop = await startProgram('aside', { folder: join(folder, 'data'), lists })
  const kind = (await pageKinds(shop.origin, products)).find(({ name }) => name === 'product page')
  if (!kind) throw new Error('There is no kind of page called “product page”.')
  const requests = addressesOf(kind).map((path) => ({ method: 'GET' as const, path }))
  const serve = (limit: number): Promise<Load> =>
    loadAside(shop.origin, { connections: SHOPPERS, perSecond: PAGES_A_SECOND, requests }, { seconds: limit })
  const longest = async (): Promise<number> => Number(await (await fetch(`${shop.origin}/longest`)).text())
  await serve(quiet)
  await longest()
  const before = p95(await serve(quiet))
  const rows = [['nothing else', '', figure(before), '', words(await longest())]]
  for (const [name, path] of Object.entries(JOBS)) {
    const started = performance.now()
    let lasted = 0
    // Asked again and again for as long as the shoppers come, so that all of them come meanwhile.
    let isOver = false
    const again = async (): Promise<void> => {
      while (!isOver) {
        await fetchAnswer(`${shop.origin}${path}`, 'gzip, deflate, br')
        lasted ||= performance.now() - started
      }
    }
    const working = again()
    const shoppers = await serve(quiet)
    isOver = true
    await working
    const meanwhile = p95(shoppers)
    if (shoppers.failed > 0) faults.push(`${name}: ${shoppers.failed} shoppers were not served.`)
    rows.push([name, words(lasted), figure(meanwhile), times(meanwhile / before), words(await longest())])
  }
  await shop.stop()
  return {
    title: `Heavy work at ${figure(products)} products`,
    headings: ['meanwhile', 'first one took', 'p95 ms', 'of quiet', 'longest pause'],
    rows,
    note: `${SHOPPERS} shoppers on product pages, ${PAGES_A_SECOND} pages a second together; the work is asked for again and again meanwhile. “Longest pause” is the longest time in which the thread that serves them did something else, of all the work. Wished for: at most ${PROMISED} × of quiet.`,
  }
}
