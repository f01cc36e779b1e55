import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createCatalog } from '../../src/index.js'
import { load } from '../bench/load.js'
import { ShopProcess } from '../support/shop-process.js'
import { recipient, stockShop } from '../support/shop.js'

const USAGE = `npm run soak -- [--requests 1000000] [--steps 20]

  Sends so many requests to the built server (pages, searches, unknown addresses, orders that are refused) and prints
  after each step how much memory it holds.`

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000000' },
    steps: { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
})

const CONNECTIONS = 20

/** Memory that the process holds, in MB. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}

/** What visitors and scanners ask, over and over, every search and every wrong address another one. */
function requestsOf(step: number) {
  const pages = [
    '/',
    '/products',
    '/products/ca-phe-bot',
    '/producers/ea-tu',
    '/provinces',
    '/stars',
    '/api/v1/products',
  ]
  const body = JSON.stringify({ lines: [{ sku: 'CF-250', quantity: 0 }], recipient: recipient() })
  const headers = { 'content-type': 'application/json', 'idempotency-key': `soak-${step}-0001` }
  return [
    ...pages.map((path) => ({ path })),
    ...Array.from({ length: 20 }, (_, n) => ({ path: `/products?q=mat%20ong%20${step * 20 + n}` })),
    ...Array.from({ length: 5 }, (_, n) => ({ path: `/wp-admin/${step * 5 + n}.php` })),
    { path: '/api/v1/orders', method: 'POST' as const, headers, body },
  ]
}

async function soak(requests: number, steps: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-soak-'))
  try {
    const catalog = await createCatalog({ folder })
    await stockShop(catalog)
    await catalog.close()
    await writeFile(join(folder, 'site.json'), JSON.stringify({ trustProxy: 'loopback' }))
    const shop = await ShopProcess.start(folder)
    console.log(`requests      MB   a second   (start: ${Math.round(await residentMegabytes(shop.pid))} MB)`)
    for (let step = 1; step <= steps; step += 1) {
      const amount = Math.round(requests / steps)
      const { seconds, latencies } = await load(
        shop.origin,
        { connections: CONNECTIONS, requests: requestsOf(step) },
        { amount },
      )
      const megabytes = Math.round(await residentMegabytes(shop.pid))
      const rate = Math.round(latencies.length / seconds)
      console.log(
        `${String(amount * step).padStart(8)}  ${String(megabytes).padStart(6)}   ${String(rate).padStart(8)}`,
      )
    }
    await shop.end('SIGTERM')
    if (shop.child.exitCode !== 0) throw new Error(`The server ended with ${String(shop.child.exitCode)}.`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (values.help) console.log(USAGE)
else await soak(Number(values.requests), Number(values.steps))
