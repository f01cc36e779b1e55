import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ShopProcess } from '../support/shop-process.js'
import { quantile } from './contest.js'
import { load, type Load, type Request } from './load.js'
import { everyNth, pageKinds } from './pages.js'
import { ATTACKS } from './attacks.js'
import type { Loot, Setup } from './programs/attacker.js'
import { figure, times, type Table } from './table.js'

const SHOPPERS = 20
/** Each opens two pages a second: far more than people do. */
const PAGES_A_SECOND = 40
const SECONDS = 6
const PROMISED = 3
/** So long an attack goes on before it is measured what shoppers feel of it. */
const ONSET_MS = 2000

const ATTACKER = fileURLToPath(new URL('./programs/attacker.ts', import.meta.url))

/** What shoppers do: open pages and lists, and search, each search another one. */
async function requestsOf(origin: string, products: number): Promise<Request[]> {
  const kinds = await pageKinds(origin, products)
  const pathsOf = (name: string, wanted: number): string[] =>
    everyNth(kinds.find((kind) => kind.name === name)?.paths ?? [], wanted)
  const paths = [
    ...pathsOf('home', 1),
    ...pathsOf('product list', 20),
    ...pathsOf('product page', 60),
    ...pathsOf('search, first view', 400),
  ]
  // In an order in which pages and searches take turns.
  const mixed = paths
    .map((path, index) => ({ path, at: (index * 7919) % paths.length }))
    .toSorted((a, b) => a.at - b.at)
  return mixed.map(({ path }, index) => ({
    path,
    headers: { 'x-forwarded-for': `198.51.100.${index % SHOPPERS}`, 'accept-encoding': 'gzip, br' },
  }))
}

async function attackWith(setup: Setup): Promise<ChildProcess> {
  const attacker = fork(ATTACKER)
  attacker.send(setup)
  await once(attacker, 'message')
  return attacker
}

async function call(attacker: ChildProcess): Promise<Loot> {
  attacker.send('end')
  const [loot] = (await once(attacker, 'message')) as [Loot]
  await once(attacker, 'exit')
  return loot
}

/** How shoppers are served while somebody attacks the shop, from one address and from very many. */
export async function benchAttacks(
  folder: string,
  products: number,
  seconds: number,
  faults: string[],
): Promise<Table> {
  const data = join(folder, 'data')
  await writeFile(join(data, 'site.json'), JSON.stringify({ trustProxy: 'loopback' }))
  const shop = await ShopProcess.start(data)
  const requests = await requestsOf(shop.origin, products)
  const serve = (): Promise<Load> =>
    load(
      shop.origin,
      { connections: SHOPPERS, perSecond: PAGES_A_SECOND, requests },
      { seconds: Math.max(SECONDS, seconds) },
    )
  await serve()
  const rows: string[][] = []
  for (const attack of ATTACKS)
    for (const isSpread of [false, true]) {
      const before = await serve()
      const attacker = await attackWith({ origin: shop.origin, attack, isSpread })
      await sleep(ONSET_MS)
      const meanwhile = await serve()
      const loot = await call(attacker)
      const [quiet, attacked] = [quantile(before.latencies, 0.95), quantile(meanwhile.latencies, 0.95)]
      const where = `${attack}, from ${isSpread ? 'many addresses' : 'one address'}`
      if (meanwhile.failed > 0) faults.push(`${where}: ${meanwhile.failed} shoppers were not served.`)
      rows.push([
        where,
        figure(quiet),
        figure(attacked),
        times(attacked / quiet),
        String(meanwhile.failed),
        figure(loot.answered),
        figure(loot.refused),
      ])
      console.log(rows.at(-1)?.join('  '))
    }
  await shop.end('SIGTERM')
  return {
    title: `Shoppers under attack at ${figure(products)} products`,
    headings: ['attack', 'quiet p95 ms', 'p95 ms', 'of quiet', 'not served', 'attackers’ requests', 'refused'],
    rows,
    note: `${SHOPPERS} shoppers open pages and search, ${PAGES_A_SECOND} requests a second together, each search another one; the attacker sends as much as it gets answered on 50 connections (10 for long bodies), or holds 1,500 connections, and runs on the same machine, which its work slows down too. Before each attack the same shoppers come to the quiet shop. Wished for: at most ${PROMISED} × of quiet.`,
  }
}
