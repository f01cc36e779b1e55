import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchAside } from './aside-bench.js'
import { benchAttacks } from './attack-bench.js'
import { describeMachine } from './machine.js'
import { benchFigures } from './figures-bench.js'
import { benchReports } from './report-bench.js'
import { benchOrders } from './order-bench.js'
import { benchPages } from './page-bench.js'
import { record, recordSecurity, type Section } from './record.js'
import { furnish, importMadeUp } from './shop-folder.js'
import { benchSizes } from './size-bench.js'
import { toText, type Table } from './table.js'

const USAGE = `npm run bench -- [--only pages,orders,sizes,figures,aside,attacks] [--products 1715,16855] [--sizes 383,1715,16855,100000]
                 [--seconds 3] [--write]

  --only      the parts to measure; all by default
  --products  catalogs for pages and orders; 1715 by default; “aside” has 50,000
  --sizes     catalogs for import, start and memory
  --seconds   of load for each server and page
  --write     puts the figures into docs/performance.md, those of attacks into docs/security.md`

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'pages,orders,sizes,figures,aside,attacks' },
    products: { type: 'string', default: '1715' },
    sizes: { type: 'string', default: '383,1715,16855,100000' },
    seconds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const LARGE = 50_000
const MILLION = 1_000_000

const numbers = (list: string): number[] => list.split(',').map(Number)
const seconds = Number(values.seconds)

/** Pages or orders, each catalog in a folder of its own. */
async function benchShops(
  bench: typeof benchPages,
  faults: string[],
  sizes = numbers(values.products),
): Promise<Table[]> {
  const tables: Table[] = []
  for (const products of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'ocop-bench-'))
    try {
      await mkdir(join(folder, 'data'))
      await importMadeUp(folder, products)
      await furnish(folder)
      tables.push(await bench(folder, products, seconds, faults))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return tables
}

const PARTS: Readonly<Record<string, (faults: string[]) => Promise<Table[]>>> = {
  pages: (faults) => benchShops(benchPages, faults),
  orders: (faults) => benchShops(benchOrders, faults),
  figures: async (faults) => [await benchFigures(MILLION, faults), await benchReports(faults)],
  aside: (faults) => benchShops(benchAside, faults, [LARGE]),
  attacks: (faults) => benchShops(benchAttacks, faults),
  sizes: async (faults) => [await benchSizes(numbers(values.sizes), faults)],
}

async function run(): Promise<void> {
  const machine = describeMachine(new Date())
  console.log(`${machine}\n`)
  const faults: string[] = []
  const sections: Section[] = []
  for (const name of values.only.split(',')) {
    const part = PARTS[name]
    if (!part) throw new Error(`There is no part “${name}”. ${USAGE}`)
    const tables = await part(faults)
    for (const table of tables) console.log(`${toText(table)}\n`)
    sections.push({ name, machine, tables })
  }
  for (const fault of faults) console.error(`WRONG: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
  else if (values.write) {
    await record(sections.filter(({ name }) => name !== 'attacks'))
    await recordSecurity(sections.filter(({ name }) => name === 'attacks'))
  }
}

if (values.help) console.log(USAGE)
else await run()
