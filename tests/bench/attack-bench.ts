import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ShopProcess } from '../support/shop-process.js'
import { ATTACKS } from './attacks.js'
import { median, p95 } from './contest.js'
import type { Loot, Setup } from './programs/attacker.js'
import { Shoppers, shoppersPaths, toQuiet, type Felt } from './shoppers.js'
import { figure, times, type Table } from './table.js'

const SHOPPERS = 20
/** Each opens two pages a second: far more than people do. */
const PAGES_A_SECOND = 40
const PROMISED = 3
/** So long an attack goes on before it is measured what shoppers feel of it, and is over before a quiet time is measured. */
const ONSET_MS = 2000
const SETTLING_MS = 1500
/** Under an attack is measured so many times as long as in the quiet before it, which is measured before each of them. */
const TIMES_AS_LONG = 3
/** More than are asked for in all: no search comes twice. */
const PATHS = 20_000

const ATTACKER = fileURLToPath(new URL('./programs/attacker.ts', import.meta.url))

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
  const paths = await shoppersPaths(shop.origin, products, PATHS)
  const shoppers = await Shoppers.come({ origin: shop.origin, shoppers: SHOPPERS, perSecond: PAGES_A_SECOND, paths })
  const attacked: { where: string; before: Felt; meanwhile: Felt; loot: Loot }[] = []
  for (const attack of ATTACKS)
    for (const isSpread of [false, true]) {
      const before = await shoppers.feel(seconds)
      const attacker = await attackWith({ origin: shop.origin, attack, isSpread })
      await sleep(ONSET_MS)
      const meanwhile = await shoppers.feel(seconds * TIMES_AS_LONG)
      const loot = await call(attacker)
      const where = `${attack}, from ${isSpread ? 'many addresses' : 'one address'}`
      for (const { failed } of [before, meanwhile])
        if (failed > 0) faults.push(`${where}: ${failed} shoppers were not served.`)
      attacked.push({ where, before, meanwhile, loot })
      await sleep(SETTLING_MS)
    }
  shoppers.goHome()
  await shop.end('SIGTERM')
  const quiet = toQuiet(
    attacked.map(({ before }) => before),
    faults,
  )
  return {
    title: `Shoppers under attack at ${figure(products)} products`,
    headings: ['attack', 'p50 ms', 'p95 ms', 'of quiet', 'not served', 'attackers’ requests', 'refused'],
    rows: [
      ['none', figure(quiet.p50), figure(quiet.p95), '', String(quiet.failed), '', ''],
      ...attacked.map(({ where, meanwhile, loot }) => [
        where,
        figure(median(meanwhile.latencies)),
        figure(p95(meanwhile)),
        times(p95(meanwhile) / quiet.p95),
        String(meanwhile.failed),
        figure(loot.answered),
        figure(loot.refused),
      ]),
    ],
    note: `${SHOPPERS} shoppers come at random moments, ${PAGES_A_SECOND} pages a second of all together, whether or not those before are answered; two of five are searches that nobody made before, the others pages that somebody opened before. Before it is measured the shop has given some thousand such answers. An attack is measured for ${seconds * TIMES_AS_LONG} s once it has gone on for ${ONSET_MS / 1000} s; “none” are the ${seconds} s before each of the ${attacked.length}, whose p95 was ${quiet.spread}, and the middle one counts. The attacker sends as much as it gets answered on 50 connections (10 for long bodies), or holds 1,500 connections. It runs on the same machine at the lowest priority, since a real one brings its own processors. Wished for: at most ${PROMISED} × of quiet.`,
  }
}
