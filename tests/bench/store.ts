import { join } from 'node:path'
import { toolOptions } from '../support/tool-options.js'
import { runParts, type Part } from './parts.js'
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

const { values, number, choices, refuse } = toolOptions(USAGE, {
  options: {
    only: { type: 'string', default: 'commits,serving,filling,postgres' },
    seconds: { type: 'string', default: '6' },
    commits: { type: 'string', default: '10000' },
    shops: { type: 'string', default: '1715:50000,16855:1000000' },
    write: { type: 'boolean', default: false },
  },
})
const seconds = number('seconds')
const SERVED = 1715

const serving = (faults: string[]): Promise<Table[]> =>
  withMadeUpShop(SERVED, (folder) => benchServing(join(folder, 'data'), SERVED, seconds, faults))

const shops = values.shops.split(',').map((shop) => {
  const [, products, orders] =
    /^(\d{1,6}):(\d{1,8})$/.exec(shop) ?? refuse(`--shops takes products:orders, not “${shop}”.`)
  return { products: Number(products), orders: Number(orders) }
})

const PARTS: Readonly<Record<string, Part>> = {
  commits: async () => [await benchCommits(number('commits'))],
  serving,
  filling: async () => [await benchFilling(shops)],
  postgres: async () => {
    const table = await benchPostgres(seconds)
    if (!table) console.log('PostgreSQL is not measured: there is no pgbench here.\n')
    return table ? [table] : []
  },
}

const sections = await runParts(choices('only', PARTS))
if (values.write) await recordStore(sections)
