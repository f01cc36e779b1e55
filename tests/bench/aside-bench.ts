import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type * as workbooks from '../../src/exchange/xlsx/to-workbook.js'
import { parse } from 'csv-parse/sync'
import { built } from '../support/built.js'
import { median, p95 } from './contest.js'
import { generateCatalog } from './generator.js'
import { toCsv } from './made-up-csv.js'
import { startProgram } from './program.js'
import type { Setup, Work } from './programs/asker.js'
import { Shoppers, shoppersPaths, toQuiet, type Felt } from './shoppers.js'
import { figure, seconds as words, times, type Table } from './table.js'

const SHOPPERS = 50
/** Each opens two pages a second: far more than people do. */
const PAGES_A_SECOND = 100
const IMPORTED = 20_000
const PROMISED = 2
/** While heavy work goes on is measured so many times as long as in the quiet before it. */
const TIMES_AS_LONG = 2
const SETTLING_MS = 1500
/** More than are asked for in all: no search comes twice. */
const PATHS = 20_000

const JOBS: Readonly<Record<string, string>> = {
  'an import of 20,000 rows, CSV': '/work/csv',
  'an import of 20,000 rows, Excel': '/work/xlsx',
  'all products as CSV': '/anew/open-data/products.csv',
  'all products as Excel': '/anew/open-data/products.xlsx',
  'a report of 2,000 lines as PDF': '/work/pdf',
}

const ASKER = fileURLToPath(new URL('./programs/asker.ts', import.meta.url))

async function writeLists(folder: string): Promise<Record<string, string>> {
  const { toWorkbook } = (await built('exchange/xlsx/to-workbook.js')) as typeof workbooks
  const csv = toCsv(generateCatalog(IMPORTED, 2))
  const [headings = [], ...rows]: string[][] = parse(csv)
  const lists = { csv: join(folder, 'handed-in.csv'), xlsx: join(folder, 'handed-in.xlsx') }
  await writeFile(lists.csv, csv)
  await writeFile(lists.xlsx, await toWorkbook(headings, rows, 'Sheet'))
  return lists
}

async function begin(setup: Setup): Promise<{ end: () => Promise<Work> }> {
  const asker = fork(ASKER)
  asker.send(setup)
  await once(asker, 'spawn')
  return {
    async end() {
      asker.send('end')
      const [work] = (await once(asker, 'message')) as [Work]
      return work
    },
  }
}

/** How shoppers are served while the shop does heavy work, beside how they are served when it does none. */
export async function benchAside(folder: string, products: number, seconds: number, faults: string[]): Promise<Table> {
  const lists = await writeLists(folder)
  const shop = await startProgram('aside', { folder: join(folder, 'data'), lists })
  const longest = async (): Promise<number> => Number(await (await fetch(`${shop.origin}/longest`)).text())
  const paths = await shoppersPaths(shop.origin, products, PATHS)
  const shoppers = await Shoppers.come({ origin: shop.origin, shoppers: SHOPPERS, perSecond: PAGES_A_SECOND, paths })
  const served: {
    name: string
    before: Felt
    meanwhile: Felt
    work: Work
    pauses: [before: number, meanwhile: number]
  }[] = []
  for (const [name, path] of Object.entries(JOBS)) {
    // What the work before has left behind would be collected while nothing else is said to go on.
    await fetch(`${shop.origin}/settle`)
    await sleep(SETTLING_MS)
    await longest()
    const before = await shoppers.feel(seconds)
    const pause = await longest()
    const working = await begin({ origin: shop.origin, path })
    const meanwhile = await shoppers.feel(seconds * TIMES_AS_LONG)
    const work = await working.end()
    for (const { failed } of [before, meanwhile])
      if (failed > 0) faults.push(`${name}: ${failed} shoppers were not served.`)
    served.push({ name, before, meanwhile, work, pauses: [pause, await longest()] })
  }
  shoppers.goHome()
  await shop.stop()
  const quiet = toQuiet(
    served.map(({ before }) => before),
    faults,
  )
  const pause = Math.max(...served.map(({ pauses }) => pauses[0]))
  return {
    title: `Heavy work at ${figure(products)} products`,
    headings: ['meanwhile', 'first one took', 'done', 'p50 ms', 'p95 ms', 'of quiet', 'longest pause'],
    rows: [
      ['nothing else', '', '', figure(quiet.p50), figure(quiet.p95), '', words(pause)],
      ...served.map(({ name, meanwhile, work, pauses }) => [
        name,
        words(work.took),
        `${work.times} ×`,
        figure(median(meanwhile.latencies)),
        figure(p95(meanwhile)),
        times(p95(meanwhile) / quiet.p95),
        words(pauses[1]),
      ]),
    ],
    note: `${SHOPPERS} shoppers come at random moments, ${PAGES_A_SECOND} pages a second of all together, whether or not those before are answered; two of five are searches that nobody made before, the others pages that somebody opened before. Before it is measured the shop has given some thousand such answers. The work is asked for again as soon as it is done, and done anew each time, by a process at the lowest priority, for ${seconds * TIMES_AS_LONG} s; “nothing else” are the ${seconds} s before each kind of work, whose p95 was ${quiet.spread}, and the middle one counts; what the work before has left in memory is collected ahead of them. “Longest pause” is the longest time in which the thread that serves them did something else, of all the work. Wished for: at most ${PROMISED} × of quiet.`,
  }
}
