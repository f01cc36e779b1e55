import { toolOptions } from '../support/tool-options.js'
import { benchAside } from './aside-bench.js'
import { benchAttacks } from './attack-bench.js'
import { benchDiscovery } from './discovery-bench.js'
import { benchFigures } from './figures-bench.js'
import { benchReports } from './report-bench.js'
import { benchOrders } from './order-bench.js'
import { benchPages } from './page-bench.js'
import { runParts, type Part } from './parts.js'
import { record, recordSecurity } from './record.js'
import { withMadeUpShop } from './shop-folder.js'
import { benchSizes } from './size-bench.js'
import type { Table } from './table.js'

const USAGE = `npm run bench -- [--only pages,orders,sizes,figures,aside,attacks,discovery] [--products 1715,16855] [--sizes 383,1715,16855,100000]
                 [--seconds 3] [--write]

  --only      the parts to measure; all by default
  --products  catalogs for pages and orders; 1715 by default; “aside” has 50,000
  --sizes     catalogs for import, start and memory
  --seconds   of load for each server and page
  --write     puts the figures into docs/performance.md, those of attacks and discovery into docs/security.md`

const { values, number, numbers, choices } = toolOptions(USAGE, {
  options: {
    only: { type: 'string', default: 'pages,orders,sizes,figures,aside,attacks,discovery' },
    products: { type: 'string', default: '1715' },
    sizes: { type: 'string', default: '383,1715,16855,100000' },
    seconds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
})

const LARGE = 50_000
const MILLION = 1_000_000

const seconds = number('seconds')

/** Pages or orders, each catalog in a folder of its own. */
async function benchShops(bench: typeof benchPages, faults: string[], sizes = numbers('products')): Promise<Table[]> {
  const tables: Table[] = []
  for (const products of sizes)
    tables.push(await withMadeUpShop(products, (folder) => bench(folder, products, seconds, faults)))
  return tables
}

const PARTS: Readonly<Record<string, Part>> = {
  pages: (faults) => benchShops(benchPages, faults),
  orders: (faults) => benchShops(benchOrders, faults),
  figures: async (faults) => [await benchFigures(MILLION, faults), await benchReports(faults)],
  aside: (faults) => benchShops(benchAside, faults, [LARGE]),
  attacks: (faults) => benchShops(benchAttacks, faults),
  discovery: async (faults) => [await benchDiscovery(faults)],
  sizes: async (faults) => [await benchSizes(numbers('sizes'), faults)],
}

/** Their figures stand in docs/security.md. */
const OF_SECURITY = ['attacks', 'discovery']

const sections = await runParts(choices('only', PARTS))
if (values.write) {
  await record(sections.filter(({ name }) => !OF_SECURITY.includes(name)))
  await recordSecurity(sections.filter(({ name }) => OF_SECURITY.includes(name)))
}
