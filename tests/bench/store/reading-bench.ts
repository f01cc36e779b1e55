import { Buyers } from '../buyers.js'
import { contest, quantile } from '../contest.js'
import { loadAside } from '../load-aside.js'
import { load } from '../load.js'
import { skusOf } from '../made-up-offers.js'
import { checkOrders } from '../order-checks.js'
import { pageKinds } from '../pages.js'
import { startProgram } from '../program.js'
import { figure, percent, times, type Table } from '../table.js'

const BUYERS = 40
const READERS = 4
const WARM = 6000

/** Orders over HTTP beside bare Express, and what reading costs meanwhile. */
export async function benchServing(
  data: string,
  products: number,
  seconds: number,
  faults: string[],
): Promise<Table[]> {
  const skus = Array.from({ length: products }, (_, index) => skusOf(index)).flat()
  const shop = await startProgram('shop', { folder: data })
  const buyers = new Buyers('/api/v1/orders', skus)
  const bare = await startProgram('bare', { answers: { pages: {}, order: await buyers.order(shop.origin) } })
  const others = new Buyers('/orders', skus)
  const crowd = (one: Buyers) => ({ connections: BUYERS, requests: [one.request] })
  // Both are measured warm: a server runs for weeks.
  await load(shop.origin, crowd(buyers), { amount: WARM })
  await load(bare.origin, crowd(others), { amount: WARM })
  const { ours, theirs } = await contest(
    {
      ours: { server: shop, ...crowd(buyers), isCounted: true },
      theirs: { server: bare, ...crowd(others), isCounted: true },
    },
    seconds,
  )
  if (ours.failed > 0) faults.push(`${ours.failed} orders failed.`)

  const paths = (await pageKinds(shop.origin, products)).find(({ name }) => name === 'product page')?.paths ?? []
  const readers = { connections: READERS, requests: paths.map((path) => ({ path })) }
  await load(shop.origin, readers, { seconds: 1 })
  const quiet = await loadAside(shop.origin, readers, { seconds })
  // More orders than there is time for, so that nobody reads while nobody orders.
  const selling = load(shop.origin, crowd(buyers), { amount: Math.round(ours.perSecond * seconds) * 2 })
  const before = buyers.count
  const busy = await loadAside(shop.origin, readers, { seconds })
  const sold = buyers.count - before
  const { failed } = await selling
  if (failed > 0) faults.push(`${failed} orders failed beside the readers.`)
  await Promise.all([shop.stop(), bare.stop()])
  faults.push(...(await checkOrders(buyers, data)))
  const p95 = (latencies: readonly number[]): number => quantile(latencies, 0.95)
  return [
    {
      title: `Orders over HTTP at ${figure(products)} products`,
      headings: ['', 'orders a second', 'p50 ms', 'p99 ms', 'CPU ms', 'ours against it'],
      rows: [
        [
          'ocop-catalog, checked and fsynced',
          figure(ours.perSecond),
          figure(ours.p50),
          figure(ours.p99),
          figure(ours.cpu),
          '',
        ],
        [
          'bare Express, nothing checked, nothing kept',
          figure(theirs.perSecond),
          figure(theirs.p50),
          figure(theirs.p99),
          figure(theirs.cpu),
          percent(ours.perSecond / theirs.perSecond),
        ],
      ],
      note: `${BUYERS} buyers at once, 1 to 3 order lines, after ${figure(WARM)} orders to warm up each. The shop has the limits that the command ocop serve has; every order comes from an address and a phone of its own, so all are counted and none is refused. Bare Express parses the same JSON and answers with the same. Afterwards the closed folder was compared with what the buyers were told.`,
    },
    {
      title: 'Reading a product page meanwhile',
      headings: ['', 'pages a second', 'p95 ms', 'against quiet'],
      rows: [
        ['nobody orders', figure(quiet.answered / quiet.seconds), figure(p95(quiet.latencies)), ''],
        [
          `${BUYERS} buyers order (${figure(sold / busy.seconds)} a second)`,
          figure(busy.answered / busy.seconds),
          figure(p95(busy.latencies)),
          times(p95(busy.latencies) / p95(quiet.latencies)),
        ],
      ],
      note: `${READERS} readers ask for product pages without a pause, from a process of their own.`,
    },
  ]
}
