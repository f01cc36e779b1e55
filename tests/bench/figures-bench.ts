import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Transaction } from '../../src/catalog/transaction.js'
import type * as reports from '../../src/reports/transactions.js'
import type * as trade from '../../src/trade/counts.js'
import type * as memory from '../../src/store/lowdb-store.js'
import { built } from '../support/built.js'
import { createCatalog } from './built.js'
import { createRandom, draw } from './generator.js'
import { figure, megabytes, seconds, type Table } from './table.js'

const { TransactionCounts } = (await built('trade/counts.js')) as typeof trade
const { transactionsOf } = (await built('reports/transactions.js')) as typeof reports
const { openMemoryStore } = (await built('store/lowdb-store.js')) as typeof memory

const PRODUCERS = 4000
const PRODUCTS = 12_000
const PLATFORMS = 6
const PROVINCES = ['66', '80', '68', '91', '82', '04', '24', '44', '15', '52']
/** What the office is promised for any combination of filters on a million transactions. */
const PROMISED_MS = 100
const ROUNDS = 7
const SWEPT_MS = 300

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Bytes of what is alive. What a million sales were made up of is gone then, so that no question has to clear it away. */
async function bytesAlive(): Promise<number> {
  collectGarbage()
  // Threads of their own sweep what was found, and would be counted with the question that comes first.
  await setTimeout(SWEPT_MS)
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

type Catalog = Awaited<ReturnType<typeof createCatalog>>

async function openCatalog(random: () => number): Promise<Catalog> {
  const catalog = await createCatalog({ store: openMemoryStore(), clock: () => new Date('2026-11-22T05:00:00Z') })
  const groups = ['I', 'II', 'III', 'IV'] as const
  await catalog.save({
    platforms: Array.from({ length: PLATFORMS }, (_, index) => ({
      id: `platform-${index}`,
      slug: `platform-${index}`,
      name: { vi: `Sàn ${index}` },
      own: false,
    })),
    producers: Array.from({ length: PRODUCERS }, (_, index) => ({
      id: `producer-${index}`,
      slug: `producer-${index}`,
      name: `Cơ sở ${index}`,
      kind: 'household' as const,
      place: { list: '2025-07' as const, province: PROVINCES[index % PROVINCES.length] ?? '66' },
    })),
    products: Array.from({ length: PRODUCTS }, (_, index) => ({
      id: `product-${index}`,
      slug: `product-${index}`,
      status: 'published' as const,
      name: { vi: `Sản phẩm ${index}` },
      producerId: `producer-${index % PRODUCERS}`,
      classification: { group: draw(random, groups), set: null, basis: 'proposal' as const },
      origin: { list: '2025-07' as const, province: PROVINCES[(index % PRODUCERS) % PROVINCES.length] ?? '66' },
      variants: [],
      photos: [],
      labelFacts: {},
    })),
    certificates: Array.from({ length: PRODUCTS }, (_, index) => ({
      id: `certificate-${index}`,
      productId: `product-${index}`,
      outcome: 'recognized' as const,
      stars: draw(random, [3, 4, 5] as const),
      issuedOn: '2025-03-01',
      place: { list: '2025-07' as const, province: '66' },
      source: 'made up',
    })),
  })
  return catalog
}

function* sales(count: number, random: () => number): Generator<Transaction> {
  const days = Array.from({ length: 730 }, (_, index) =>
    new Date(Date.UTC(2024, 10, 1) + index * 86_400_000).toISOString().slice(0, 10),
  )
  for (let index = 0; index < count; index++) {
    const day = days[Math.floor((index / count) * days.length)] ?? ''
    const producer = Math.floor(random() * PRODUCERS)
    const lines = Array.from({ length: 1 + Math.floor(random() * 2) }, () => ({
      productId: `product-${producer + PRODUCERS * Math.floor(random() * 3)}`,
      quantity: 1 + Math.floor(random() * 4),
      amount: 50_000,
    }))
    yield {
      kind: 'sale',
      platformId: `platform-${Math.floor(random() * PLATFORMS)}`,
      producerId: `producer-${producer}`,
      province: `2025-07:${PROVINCES[producer % PROVINCES.length] ?? '66'}`,
      from: day,
      until: day,
      count: 1,
      lines,
      amount: lines.length * 50_000,
    } as unknown as Transaction
  }
}

/** Figures of a ledger of a million transactions, by every filter that the office has, and by all of them at once. */
export async function benchFigures(transactions: number, faults: string[]): Promise<Table> {
  const random = createRandom(7)
  const catalog = await openCatalog(random)
  const { places } = catalog.reference
  const before = await bytesAlive()
  const begin = performance.now()
  const counts = new TransactionCounts()
  for (const entry of sales(transactions, random)) counts.apply([entry])
  const counted = performance.now() - begin
  const taken = (await bytesAlive()) - before
  const twoYears = { id: 'all', start: '2024-01-01', end: '2027-01-01' }
  const year = { id: '2025', start: '2025-01-01', end: '2026-01-01' }
  const province = places.findProvinceBySlug('dak-lak')
  const filter = { group: 'I', stars: 4, producerId: 'producer-40' }
  const asked: Readonly<Record<string, object>> = {
    'two years, no filter': { period: twoYears },
    'two years, a platform': { period: twoYears, platformId: 'platform-2' },
    'two years, a group': { period: twoYears, filter: { group: 'I' } },
    'two years, stars': { period: twoYears, filter: { stars: 4 } },
    'two years, all at once': { period: twoYears, province, platformId: 'platform-2', filter },
    'a year': {},
    'a province as now': { province, mode: 'asNow' },
    'a platform': { platformId: 'platform-2' },
    'a group': { filter: { group: 'I' } },
    stars: { filter: { stars: 4 } },
    'a producer': { filter: { producerId: 'producer-40' } },
    'all at once': { province, platformId: 'platform-2', filter },
  }
  const rows: string[][] = []
  for (const [name, query] of Object.entries(asked)) {
    const times: number[] = []
    let total = 0
    for (let round = 0; round < ROUNDS; round++) {
      const start = process.cpuUsage()
      const result = transactionsOf(
        { period: year, province: null, mode: 'asThen', ...query } as reports.TransactionQuery,
        catalog.state,
        counts,
        places,
      )
      const { user, system } = process.cpuUsage(start)
      times.push((user + system) / 1000)
      total = result.total.transactions
    }
    times.sort((a, b) => a - b)
    const middle = times[Math.floor(times.length / 2)] ?? 0
    if (middle > PROMISED_MS) faults.push(`Figures by ${name} took ${figure(middle)} ms, more than ${PROMISED_MS}.`)
    if (name === 'two years, no filter' && total !== transactions)
      faults.push(`Only ${total} transactions were counted.`)
    rows.push([name, figure(total), seconds(middle), seconds(times.at(-1) ?? 0)])
  }
  await catalog.close()
  return {
    title: `Figures of ${figure(transactions)} transactions`,
    headings: ['filter', 'transactions', 'CPU, middle', 'CPU, most'],
    rows,
    note: `Total, platforms, provinces, months, producers and products at once, ${ROUNDS} times each, in processor time. The counts take ${megabytes(taken)} and were made in ${seconds(counted)}; they are kept with every commit, so nothing of the ledger is read to answer.`,
  }
}
