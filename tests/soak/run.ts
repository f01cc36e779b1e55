import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from '../bench/load.js'
import { describeMachine } from '../bench/machine.js'
import { recordSecurity } from '../bench/record.js'
import { figure, toText, type Table } from '../bench/table.js'
import { openAccounts } from '../fuzz/people.js'
import { stockShop } from '../support/shop.js'
import { toolOptions } from '../support/tool-options.js'
import { crowdOf, fillingCrowd, type SignedIn } from './crowd.js'
import { WatchedShop, type Held } from './watched-shop.js'

const USAGE = `npm run soak -- [--requests 1000000] [--steps 20] [--minutes 60] [--snapshots FOLDER] [--write]

  Sends so many requests to the built server (pages, searches, forms, orders, sign-ins, unknown addresses, each visitor
  from another address) and prints after each step what it holds once its garbage is collected. Before them come so many
  pages and addresses that whatever is kept for speed has reached its bound: what grows from there on has none.

  --minutes    ends after this long, whatever was sent by then
  --snapshots  lays down a heap snapshot at each step, to be compared in a browser's developer tools
  --write      puts the curve into docs/security.md`

const { values, number } = toolOptions(USAGE, {
  options: {
    requests: { type: 'string', default: '1000000' },
    steps: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '60' },
    snapshots: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})

const CONNECTIONS = 20
const STOCK = 1_000_000

const toRow = (
  requests: number,
  { rss, heapTotal, heapUsed, external, arrayBuffers }: Held,
  perSecond: string,
): string[] => [
  requests.toLocaleString('en'),
  ...[rss, heapTotal, heapUsed, external - arrayBuffers, arrayBuffers].map((bytes) => figure(bytes / 2 ** 20)),
  perSecond,
]

/** A shop with goods that do not run out and people who are signed in. */
async function furnish(folder: string): Promise<SignedIn> {
  const sessions = await openAccounts(folder, async (catalog) => {
    await stockShop(catalog)
    await catalog.save({ stock: [{ sku: 'CF-250', quantity: STOCK }] })
  })
  await writeFile(join(folder, 'site.json'), JSON.stringify({ trustProxy: 'loopback' }))
  const cookieOf = (role: 'administrator' | 'owner'): string => `session=${sessions.get(role)?.[0] ?? ''}`
  return { office: cookieOf('administrator'), producer: cookieOf('owner') }
}

async function soak(requests: number, steps: number, minutes: number, snapshots?: string): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-soak-'))
  const begun = performance.now()
  try {
    const people = await furnish(folder)
    if (snapshots) await mkdir(snapshots, { recursive: true })
    const watched = await WatchedShop.start(folder, snapshots)
    const rows = [toRow(0, await watched.look(), '')]
    const filling = fillingCrowd()
    await load(watched.origin, { connections: CONNECTIONS, requests: filling }, { amount: filling.length })
    rows.push(toRow(filling.length, await watched.look(), ''))
    console.log(rows.at(-1)?.join('  '))
    const amount = Math.round(requests / steps)
    for (let step = 1; step <= steps && performance.now() - begun < minutes * 60_000; step += 1) {
      const demand = { connections: CONNECTIONS, requests: crowdOf(step, people) }
      const { seconds, latencies } = await load(watched.origin, demand, { amount })
      const row = toRow(filling.length + amount * step, await watched.look(), figure(latencies.length / seconds))
      rows.push(row)
      console.log(row.join('  '))
    }
    await watched.shop.end('SIGTERM')
    if (watched.shop.child.exitCode !== 0)
      throw new Error(`The server ended with ${String(watched.shop.child.exitCode)}.`)
    return {
      title: `${rows.at(-1)?.[0] ?? '0'} requests`,
      headings: ['requests', 'RSS', 'heap', 'JavaScript', 'native', 'buffers', 'a second'],
      rows,
      note: `MiB after each step, once garbage is collected: what the process has of the machine (RSS), the room for objects (heap) and what they take of it (JavaScript), what C++ holds for them, and buffers, most of them kept pages (at most 48 MiB). The second row is after ${filling.length.toLocaleString('en')} requests that fill what is kept for speed up to its bounds. Every visitor comes from another address; every search, every wrong address and every order is another one.`,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const table = await soak(number('requests'), number('steps'), number('minutes'), values.snapshots)
console.log(toText(table))
if (values.write) await recordSecurity([{ name: 'soak', machine: describeMachine(new Date()), tables: [table] }])
