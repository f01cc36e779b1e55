import { join } from 'node:path'
import { Buyers } from './buyers.js'
import { contest, type Contender } from './contest.js'
import { skusOf } from './made-up-offers.js'
import { startNaive } from './naive-shop.js'
import { checkOrders, checkRepeats } from './order-checks.js'
import { startProgram, type Program } from './program.js'
import { figure, percent, times, type Table } from './table.js'

const CONNECTIONS = 40

/** Orders at our shop, at bare Express that parses and answers the same JSON, and at the naive way. */
export async function benchOrders(folder: string, products: number, seconds: number, faults: string[]): Promise<Table> {
  const data = join(folder, 'data')
  const skus = Array.from({ length: products }, (_, index) => skusOf(index)).flat()
  const shop = await startProgram('shop', { folder: data })
  const buyers = new Buyers('/api/v1/orders', skus)
  const answers = { pages: {}, order: await buyers.order(shop.origin) }
  const bare = await startProgram('bare', { answers })
  const naive = await startNaive(folder, products)
  const sellTo = (server: Program, crowd: Buyers): Contender => ({
    server,
    connections: CONNECTIONS,
    requests: [crowd.request],
    isCounted: true,
  })
  const scores = await contest(
    {
      ours: sellTo(shop, buyers),
      bare: sellTo(bare, new Buyers('/orders', skus)),
      naive: sellTo(naive, new Buyers('/orders', skus)),
    },
    seconds,
  )
  for (const [name, { failed }] of Object.entries(scores))
    if (failed > 0) faults.push(`${failed} orders at ${products} products failed (${name}).`)
  faults.push(...(await checkRepeats(buyers, shop.origin)))
  await Promise.all([shop.stop(), bare.stop(), naive.stop()])
  faults.push(...(await checkOrders(buyers, data)))

  const { ours } = scores
  return {
    title: `Orders at ${figure(products)} products`,
    headings: ['', 'orders a second', 'p50 ms', 'p99 ms', 'CPU ms', 'ours against it'],
    rows: Object.entries({
      'ocop-catalog, on disk before it answers': ours,
      'bare Express, nothing kept': scores.bare,
      'naive: lowdb, `db.write()` for each order': scores.naive,
    }).map(([name, score]) => [
      name,
      figure(score.perSecond),
      figure(score.p50),
      figure(score.p99),
      figure(score.cpu),
      score === ours
        ? ''
        : score === scores.bare
          ? percent(ours.perSecond / score.perSecond)
          : times(ours.perSecond / score.perSecond),
    ]),
    note: `${CONNECTIONS} buyers at once, 1 to 3 order lines, each order under a key of its own. Afterwards ${figure(buyers.answers.length)} confirmed orders were compared with the closed shop's folder: stock of each variant, transactions, counts against the ledger.`,
  }
}
