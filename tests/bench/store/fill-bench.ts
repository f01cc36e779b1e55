import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serveOcop, type Served } from '../ocop.js'
import { withMadeUpShop } from '../shop-folder.js'
import { figure, megabytes, percent, seconds, type Table } from '../table.js'

/** How long a shop is left alone until its memory is that of a shop at rest, in milliseconds. */
const REST = 60_000

const FILL = fileURLToPath(new URL('../programs/fill.ts', import.meta.url))

/** A shop by its products and the orders that it takes before it is killed. */
interface FilledShop {
  readonly products: number
  readonly orders: number
}

async function fill(folder: string, orders: number): Promise<number[]> {
  const child = fork(FILL, [folder, String(orders)], { serialization: 'advanced' })
  const [rates] = (await once(child, 'message')) as [number[]]
  await once(child, 'exit')
  return rates
}

/** A shop that was started and has answered its first page, and the milliseconds until then. */
async function open(folder: string): Promise<{ site: Served; start: number }> {
  const site = await serveOcop(folder)
  const opened = performance.now()
  const page = await fetch(`${site.origin}/products`)
  await page.text()
  return { site, start: site.milliseconds + performance.now() - opened }
}

/** What a shop holds, in bytes, that nobody has asked for anything for a minute, and in which nobody forced a collection. */
async function memoryAtRest(folder: string): Promise<number> {
  const { site } = await open(folder)
  await sleep(REST)
  const { rss } = await site.usageAsIs()
  await site.stop()
  return rss
}

const benchShop = ({ products, orders }: FilledShop): Promise<string[]> =>
  withMadeUpShop(products, async (folder) => {
    const rates = orders === 0 ? [] : await fill(join(folder, 'data'), orders)
    const [first = NaN, last = NaN] = [rates[0], rates.at(-1)]
    const { site, start } = await open(join(folder, 'data'))
    const { rss, cpu } = await site.usage()
    await site.stop()
    return [
      figure(products),
      figure(orders),
      figure(first),
      figure(last),
      percent(last / first),
      seconds(start),
      seconds(cpu),
      megabytes(rss),
      megabytes(await memoryAtRest(join(folder, 'data'))),
    ]
  })

/** Fills shops with orders, kills them, and starts them again: rates over time, the start after a crash, memory. */
export async function benchFilling(shops: readonly FilledShop[]): Promise<Table> {
  const rows: string[][] = []
  for (const shop of shops) rows.push(await benchShop(shop))
  return {
    title: 'A shop that fills, is killed, and starts again',
    headings: [
      'products',
      'orders',
      'commits a second, first tenth',
      'last tenth',
      'last against first',
      'start',
      'CPU',
      'memory',
      'at rest',
    ],
    rows,
    note: 'Orders go in at 50 waiting; then the process kills itself with signal 9. The start is that of `ocop serve` until its first page is answered, every byte of the journal checked, and so is the CPU; memory is what the process holds after that page and a collection. At rest is what a process of the same shop, started once more, holds when nobody has asked for anything for a minute after its first page; no collection is forced in it.',
  }
}
