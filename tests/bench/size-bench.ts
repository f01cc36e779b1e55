import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './contest.js'
import { runOcop, serveOcop, type Run } from './ocop.js'
import { furnish, importMadeUp, inBenchFolder } from './shop-folder.js'
import { figure, megabytes, seconds, type Table } from './table.js'

/** The real recognitions that come with the package. */
const SAMPLE = 383
const SAMPLE_LIST = fileURLToPath(new URL('../../data/sample/ocop-products.csv', import.meta.url))
const STARTS = 3
/** From so many products on one start tells enough. */
const LARGE = 50_000
const VISITED = ['/products', '/products?q=ca+phe', '/api/v1/products?page=2', '/provinces', '/producers']

interface Start {
  readonly listening: number
  readonly firstPage: number
  readonly nextPage: number
  readonly cpu: number
  readonly memory: NodeJS.MemoryUsage
  readonly products: number
}

async function visit(origin: string, path: string): Promise<{ milliseconds: number; body: string }> {
  const begin = performance.now()
  const answer = await fetch(`${origin}${path}`)
  const body = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
  return { milliseconds: performance.now() - begin, body }
}

async function start(folder: string): Promise<Start> {
  const site = await serveOcop(folder)
  try {
    const { cpu } = await site.usage()
    const first = await visit(site.origin, '/')
    const next = await visit(site.origin, '/')
    for (const path of VISITED) await visit(site.origin, path)
    const { total } = JSON.parse((await visit(site.origin, '/api/v1/products')).body) as { total: number }
    return {
      listening: site.milliseconds,
      firstPage: first.milliseconds,
      nextPage: next.milliseconds,
      cpu,
      memory: await site.usage(),
      products: total,
    }
  } finally {
    await site.stop()
  }
}

async function importSample(folder: string): Promise<Run> {
  const outcome = await runOcop(
    'import',
    'products',
    SAMPLE_LIST,
    '--places-before-2025',
    '--data',
    join(folder, 'imported'),
  )
  await start(join(folder, 'data'))
  return outcome
}

const benchSize = (products: number, faults: string[]): Promise<string[]> =>
  inBenchFolder(async (folder) => {
    const isSample = products === SAMPLE
    const imported = await (isSample ? importSample(folder) : importMadeUp(folder, products))
    if (!isSample) await furnish(folder)
    const starts: Start[] = []
    while (starts.length < (products < LARGE ? STARTS : 1)) starts.push(await start(join(folder, 'data')))
    const wrong = starts.find((one) => one.products !== products)
    if (wrong) faults.push(`Of ${products} imported products ${wrong.products} are in the shop.`)
    const middle = (read: (one: Start) => number): number => median(starts.map(read))
    return [
      `${figure(products)}${isSample ? ', the sample' : ''}`,
      seconds(imported.milliseconds),
      seconds(imported.cpu),
      megabytes(imported.peak),
      seconds(middle(({ listening }) => listening)),
      seconds(middle(({ cpu }) => cpu)),
      seconds(middle(({ firstPage }) => firstPage)),
      seconds(middle(({ nextPage }) => nextPage)),
      megabytes(middle(({ memory }) => memory.rss)),
      megabytes(middle(({ memory }) => memory.heapUsed)),
    ]
  })

/** The shipped command, each time in a process of its own: an office's import, the start of the shop, its memory. */
export async function benchSizes(sizes: readonly number[], faults: string[]): Promise<Table> {
  const rows: string[][] = []
  for (const size of sizes) rows.push(await benchSize(size, faults))
  return {
    title: 'Import, start and memory by size',
    headings: [
      'products',
      'import',
      'CPU',
      'memory at most',
      'start',
      'CPU',
      'first page',
      'next page',
      'memory',
      'of it heap',
    ],
    rows,
    note: 'Import is `ocop import products` of a CSV list into an empty folder, from the start of the process to its end, its processor time, and the most memory that it took. The shop then gets two variants of each product and 1.6 listings; the start is that of `ocop serve` until it listens; then come the home page twice, five other pages, and memory after a collection.',
  }
}
