import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runParts, type Parts } from './parts.js'
import { recordStore } from './record.js'
import { withMadeUpShop } from './shop-folder.js'
import { benchCommits } from './store/commit-bench.js'
import { benchFilling } from './store/fill-bench.js'
import { benchPostgres } from './store/postgres-bench.js'
import { benchServing } from './store/reading-bench.js'
import type { Table } from './table.js'

const USAGE = `npm run bench:store -- [--only commits,serving,filling,postgres] [--seconds 6] [--commits 10000]
                       [--shops 1715:50000,16855:1000000] [--write]

  --only     the parts to measure; all by default
  --seconds  of load for each server
  --commits  in each round of commits
  --shops    products and orders of the shops that are filled, killed and started again
  --write    puts the figures into docs/performance-store.md`

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'commits,serving,filling,postgres' },
    seconds: { type: 'string', default: '6' },
    commits: { type: 'string', default: '10000' },
    shops: { type: 'string', default: '1715:50000,16855:1000000' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const seconds = Number(values.seconds)
const SERVED = 1715

const serving = (faults: string[]): Promise<Table[]> =>
  withMadeUpShop(SERVED, (folder) => benchServing(join(folder, 'data'), SERVED, seconds, faults))

const shops = values.shops.split(',').map((shop) => {
  const [products = 0, orders = 0] = shop.split(':').map(Number)
  return { products, orders }
})

const PARTS: Parts = {
  commits: async () => [await benchCommits(Number(values.commits))],
  serving,
  filling: async () => [await benchFilling(shops)],
  postgres: async () => {
    const table = await benchPostgres(seconds)
    if (!table) console.log('PostgreSQL is not measured: there is no pgbench here.\n')
    return table ? [table] : []
  },
}

async function run(): Promise<void> {
  const sections = await runParts(PARTS, values.only, USAGE)
  if (values.write) await recordStore(sections)
}

if (values.help) console.log(USAGE)
else await run()
