import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import type { SynonymRow } from '../../src/search/synonyms.js'
import { generateCatalog, type MadeUpProduct } from './generator.js'
import { fuseScan, miniSearch, ours, type Engine } from './search-engines.js'
import { browserBundle } from '../search/browser-bundle.js'
import { judgedQueries, type JudgedQuery } from './search-queries.js'

/**
 * Measures search on made-up catalogs: quality on the judged set, time, size. Others run in the same process, one after
 * the other, so that only ratios count.
 *
 *     node --expose-gc --import tsx tests/bench/search.ts [size …]
 */
const PER_CLASS = 40
/** Where one query takes up to a second: a sample over all classes. */
const SLOW_QUERIES = 120
const LARGE = 20_000
const ROUNDS = 5
const GAIN = [0, 1, 3]

interface Outcome {
  readonly query: JudgedQuery
  readonly ndcg: number
  readonly found: number
  readonly milliseconds: number
}

const synonyms = parse<SynonymRow>(readFileSync(new URL('../../data/search-synonyms.csv', import.meta.url)), {
  columns: true,
  bom: true,
})

async function measure(size: number): Promise<void> {
  const products = generateCatalog(size)
  const queries = judgedQueries(products, PER_CLASS)
  console.log(`\n== ${size} products, ${queries.length} queries ==`)
  const built = await buildCost(products)
  console.log(
    `index: built in ${built.milliseconds.toFixed(0)} ms, ${built.megabytes.toFixed(0)} MB with its documents`,
  )
  const { index, engine } = built
  const results = new Map<string, Outcome[]>([[engine.name, run(engine, products, queries)]])
  // Others take minutes for 10,000 characters.
  const short = queries.filter(({ text }) => text.length < 200)
  const mini = miniSearch(products)
  results.set(mini.name, run(mini, products, size > LARGE ? everyNth(short, SLOW_QUERIES) : short))
  if (size <= 2000) {
    const scan = fuseScan(products)
    results.set(
      scan.name,
      run(
        scan,
        products,
        everyNth(
          queries.filter(({ text }) => text.length < 200),
          SLOW_QUERIES,
        ),
      ),
    )
  }
  report(results)
  const typed = queries.filter(({ text }) => text.length < 60).map(({ text }) => text.slice(0, 2 + (text.length % 7)))
  typed.forEach((text) => index.suggest(text, 8))
  const times = typed.map((text) =>
    Math.min(...Array.from({ length: ROUNDS }, () => timed(() => index.suggest(text, 8)).milliseconds)),
  )
  console.log(`suggestions: p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms`)
}

async function buildCost(products: readonly MadeUpProduct[]) {
  const before = await memory()
  const { value, milliseconds } = timed(() => {
    const made = ours(products, synonyms)
    made.engine.search('')
    return made
  })
  return { ...value, milliseconds, megabytes: ((await memory()) - before) / 1e6 }
}

/** What is still in use when all that can be freed is. Buffers go a little later than what held them. */
async function memory(): Promise<number> {
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.()
    await setTimeout(50)
  }
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
}

function timed<T>(work: () => T): { value: T; milliseconds: number } {
  const start = performance.now()
  const value = work()
  return { value, milliseconds: performance.now() - start }
}

/** After a round to warm up, each query's best time of {@link ROUNDS}: what else the machine does is not the engine's. */
function run(engine: Engine, products: readonly MadeUpProduct[], queries: readonly JudgedQuery[]): Outcome[] {
  const byId = new Map(products.map((product) => [product.id, product]))
  for (const { text } of queries) engine.search(text)
  return queries.map((query) => {
    const rounds = Array.from({ length: ROUNDS }, () => timed(() => engine.search(query.text)))
    const ids = rounds[0]?.value ?? []
    const milliseconds = Math.min(...rounds.map((round) => round.milliseconds))
    const gains = ids.map((id) => GAIN[query.grade(byId.get(id) as MadeUpProduct)] ?? 0)
    return { query, ndcg: ndcg(gains, idealGains(products, query)), found: ids.length, milliseconds }
  })
}

const idealGains = (products: readonly MadeUpProduct[], query: JudgedQuery): number[] => {
  const counts = [0, 0, 0]
  for (const product of products) {
    const grade = query.grade(product)
    counts[grade] = (counts[grade] ?? 0) + 1
  }
  return [
    ...Array<number>(Math.min(10, counts[2] ?? 0)).fill(GAIN[2] ?? 0),
    ...Array<number>(Math.min(10, counts[1] ?? 0)).fill(GAIN[1] ?? 0),
  ].slice(0, 10)
}

const discounted = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0)

/** For a query without answers: 1 when nothing was found. */
const ndcg = (gains: readonly number[], ideal: readonly number[]): number =>
  ideal.length === 0 ? Number(gains.length === 0) : discounted(gains) / discounted(ideal)

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
const everyNth = <T>(values: readonly T[], wanted: number): T[] =>
  values.filter((_, i) => i % Math.ceil(values.length / wanted) === 0)

function report(results: ReadonlyMap<string, readonly Outcome[]>): void {
  const classes = [...new Set([...results.values()].flat().map(({ query }) => query.class))]
  const engines = [...results.keys()]
  console.log(['nDCG@10'.padEnd(20), ...engines.map((name) => name.padStart(14))].join(''))
  for (const name of classes) {
    const cells = engines.map((engine) => {
      const own = (results.get(engine) ?? []).filter(({ query }) => query.class === name)
      return (own.length > 0 ? mean(own.map((outcome) => outcome.ndcg)).toFixed(3) : '–').padStart(14)
    })
    console.log([name.padEnd(20), ...cells].join(''))
  }
  const line = (label: string, value: (outcomes: readonly Outcome[]) => string): void =>
    console.log([label.padEnd(20), ...engines.map((engine) => value(results.get(engine) ?? []).padStart(14))].join(''))
  const answerable = (outcomes: readonly Outcome[]): readonly Outcome[] =>
    outcomes.filter(({ query }) => query.class !== 'nothing')
  line('all', (outcomes) => mean(outcomes.map((outcome) => outcome.ndcg)).toFixed(3))
  line(
    'nothing found',
    (outcomes) => `${(100 * mean(answerable(outcomes).map(({ found }) => Number(found === 0)))).toFixed(1)} %`,
  )
  line('p50 ms', (outcomes) =>
    quantile(
      outcomes.map(({ milliseconds }) => milliseconds),
      0.5,
    ).toFixed(2),
  )
  line('p99 ms', (outcomes) =>
    quantile(
      outcomes.map(({ milliseconds }) => milliseconds),
      0.99,
    ).toFixed(2),
  )
}

async function measureBundle(): Promise<void> {
  const own = await browserBundle(['createSearchIndex'], { withoutFuse: true })
  const all = await browserBundle(['createSearchIndex'])
  const inWords = ({ bytes, gzip, brotli }: typeof own): string => `${bytes} bytes, gzip ${gzip}, brotli ${brotli}`
  console.log(`in a page, Fuse.js apart: ${inWords(own)}; with it: ${inWords(all)}`)
}

await measureBundle()
const sizes = process.argv.slice(2).map(Number)
for (const size of sizes.length > 0 ? sizes : [1715, 16_855, 100_000]) await measure(size)
