import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PostgresServer } from '../../support/postgres-server.js'
import { openPostgresStore } from '../built.js'
import { figure, percent, type Table } from '../table.js'
import { rateOf } from './closed-loop.js'
import { madeUpCommit, SKU } from './made-up-commit.js'

const BUYERS = 40
const PGBENCH = '/usr/lib/postgresql/15/bin/pgbench'
const NEW = '@new@'

/** The statement by which the shop commits one order, its ids made anew for each by the server. */
function script(): string {
  const { puts = [], transactions = [], stock = [] } = madeUpCommit()
  const [order] = puts
  const known = new Map([
    [order?.record.id, NEW],
    [(order?.record as { code?: string }).code, NEW],
    [transactions[0]?.id, `${NEW}t`],
  ])
  const document = JSON.stringify(
    { puts, transactions, stock, audit: [], claims: [] },
    (_, value: unknown) => known.get(value as never) ?? value,
  )
  return `select * from ocop.commit_batch(array[gen_random_uuid()],
    array[replace('${document.replaceAll("'", "''")}', '${NEW}', left(replace(gen_random_uuid()::text, '-', ''), 20))::json], 9000000000000000);\n`
}

/** Orders committed to PostgreSQL, beside pgbench that sends the same statement; null where there is no pgbench. */
export async function benchPostgres(seconds: number): Promise<Table | null> {
  if (!existsSync(PGBENCH)) return null
  const server = await PostgresServer.start(['fsync=on'])
  const folder = await mkdtemp(join(tmpdir(), 'ocop-pgbench-'))
  try {
    const store = await openPostgresStore({ url: server.url })
    await store.load()
    store.watch(() => undefined)
    await store.commit({ stock: [{ sku: SKU as never, quantity: 1e12, reason: 'adjustment' }] })
    const commit = (): Promise<unknown> => store.commit(madeUpCommit())
    const warm = await rateOf(2000, BUYERS, commit)
    const ours = await rateOf(Math.ceil(warm * seconds), BUYERS, commit)
    await store.close()
    await chmod(folder, 0o755)
    const file = join(folder, 'order.sql')
    await writeFile(file, script(), { mode: 0o644 })
    const args = ['-n', '-c', String(BUYERS), '-j', '2', '-T', String(Math.ceil(seconds)), '-f', file]
    const { stdout } = await promisify(execFile)(PGBENCH, [
      ...args,
      '-h',
      '127.0.0.1',
      '-p',
      String(server.port),
      '-U',
      'shop',
      'postgres',
    ])
    const theirs = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
    return {
      title: 'Orders committed to PostgreSQL',
      headings: ['', 'orders a second', 'ours against it'],
      rows: [
        ['ocop-catalog, one process', figure(ours), ''],
        [`pgbench, ${BUYERS} clients`, figure(theirs), percent(ours / theirs)],
      ],
      note: `${BUYERS} buyers at once, fsync on. pgbench sends the same statement, \`commit_batch\` with one order, each in a transaction of its own; the shop sends what waits together. An order over HTTP is three round trips: is the key known, what the phone has ordered lately, and the commit.`,
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}
