import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { describeMachine } from './machine.js'
import { recordStore, type Section } from './record.js'
import { furnish, importMadeUp } from './shop-folder.js'
import { benchCommits } from './store/commit-bench.js'
import { benchFilling } from './store/fill-bench.js'
import { benchPostgres } from './store/postgres-bench.js'
import { benchServing } from './store/reading-bench.js'
import { toText, type Table } from './table.js'

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

async function serving(faults: string[]): Promise<Table[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-bench-'))
  try {
    await mkdir(join(folder, 'data'))
    await importMadeUp(folder, SERVED)
    await furnish(folder)
    return await benchServing(join(folder, 'data'), SERVED, seconds, faults)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const shops = values.shops.split(',').map((shop) => {
  const [products = 0, orders = 0] = shop.split(':').map(Number)
  return { products, orders }
})

const PARTS: Readonly<Record<string, (faults: string[]) => Promise<Table[]>>> = {
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
  const machine = describeMachine(new Date())
  console.log(`${machine}\n`)
  const faults: string[] = []
  const sections: Section[] = []
  for (const name of values.only.split(',')) {
    const part = PARTS[name]
    if (!part) throw new Error(`There is no part “${name}”. ${USAGE}`)
    const tables = await part(faults)
    for (const table of tables) console.log(`${toText(table)}\n`)
    if (tables.length > 0) sections.push({ name, machine, tables })
  }
  for (const fault of faults) console.error(`WRONG: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
  else if (values.write) await recordStore(sections)
}

if (values.help) console.log(USAGE)
else await run()
