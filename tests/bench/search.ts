import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { SynonymRow } from '../../src/search/synonyms.js'
import { toolOptions } from '../support/tool-options.js'
import { browserBundle } from '../search/browser-bundle.js'
import { parseSynonyms } from './built.js'
import { generateCatalog, toDocument } from './generator.js'
import { describeMachine } from './machine.js'
import { realCatalog } from './real/catalog.js'
import { realQueries } from './real/queries.js'
import { recordSearch } from './record.js'
import { BUILDS } from './search-blocks.js'
import { indexCost } from './search-cost.js'
import { flexSearch, fuseScan, miniSearch, type Engine } from './search-engines.js'
import { judgedSet, run, type JudgedSet, type Outcome } from './search-judge.js'
import { judgedQueries } from './search-queries.js'
import { qualityTable, ratios, slowest, time } from './search-report.js'
import { figure, toText, type Table } from './table.js'

const USAGE = `npm run bench:search -- [size …] [--write] [--ours]

  Measures search on two judged sets: made-up goods typed in every way, and real products of the sample. Quality, time,
  size. Others run in the same process, one after the other, so that ratios count. Sizes are 1715 16855 100000.

  --write  puts the figures into docs/search.md, each size in a place of its own, so that sizes can be measured one by one
  --ours   leaves the other engines out`

const SIZES = ['1715', '16855', '100000']

const { values, positionals, refuse } = toolOptions(USAGE, {
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, ours: { type: 'boolean', default: false } },
})
const { write, ours: onlyOurs } = values
const sizes = (positionals.length > 0 ? positionals : SIZES).map((size) =>
  /^[1-9]\d{0,6}$/.test(size) ? Number(size) : refuse(`“${size}” is no number of products.`),
)

const PER_CLASS = { madeUp: 40, real: 25 }
const ROUNDS = 3
/** Others take minutes for 10,000 characters. */
const SHORT = 200
/** Where one query takes long: so many over all classes, once each. */
const SAMPLE = { seconds: 10, tenths: 120 }
const LARGE = 10_000

const synonyms = parseSynonyms(
  parse<SynonymRow>(readFileSync(new URL('../../data/search-synonyms.csv', import.meta.url)), {
    columns: true,
    bom: true,
  }),
)

function madeUpSet(size: number): JudgedSet {
  const products = generateCatalog(size)
  const queries = judgedQueries(products, PER_CLASS.madeUp)
  return judgedSet('Made-up goods', products, queries, { toDocument, best: 2 })
}

function realSet(size: number): JudgedSet {
  const products = realCatalog(size)
  const queries = realQueries(products, PER_CLASS.real)
  return judgedSet('Real products', products, queries, { toDocument: ({ document }) => document, best: 3 })
}

const everyNth = <T>(values: readonly T[], wanted: number): T[] =>
  values.filter((_, i) => i % Math.ceil(values.length / wanted) === 0)

/** Runs the others on what they can answer in reasonable time. */
function runOther(make: () => Engine, set: JudgedSet, isScan: boolean): [string, Outcome[]] {
  const engine = make()
  const short = set.queries.filter(({ text }) => text.length < SHORT)
  const isLarge = set.documents.length > LARGE
  if (isScan) return [engine.name, run(engine, everyNth(short, isLarge ? SAMPLE.seconds : SAMPLE.tenths), 1)]
  return [engine.name, isLarge ? run(engine, everyNth(short, SAMPLE.tenths), 2) : run(engine, short, 2)]
}

async function measure(size: number): Promise<{ size: number; quality: Table[]; cost: string[] }> {
  const quality: Table[] = []
  let cost: string[] = []
  for (const make of [madeUpSet, realSet]) {
    const set = make(size)
    const { engine, figures } = await indexCost(set, synonyms)
    const results = new Map([[engine.name, run(engine, set.queries, ROUNDS)]])
    if (!onlyOurs)
      for (const [make, isScan] of [
        [() => miniSearch(set.documents, synonyms), false],
        [() => flexSearch(set.documents), false],
        [() => fuseScan(set.documents), true],
      ] as const)
        results.set(...runOther(make, set, isScan))
    quality.push(qualityTable(set, results))
    console.log(toText(quality.at(-1) as Table), '\n')
    const own = results.get(engine.name) ?? []
    console.log(
      slowest(
        'Slowest queries',
        own.map(({ query: { text }, milliseconds }) => ({ text, milliseconds })),
      ),
      '\n',
    )
    cost = [
      figure(size),
      figure(time(own, 0.5)),
      figure(time(own, 0.99)),
      ...figures,
      ...ratios(results).map(([, ratio]) => ratio ?? ''),
    ]
    console.log(cost.join('  '), '\n')
  }
  return { size, quality, cost }
}

const { withoutFuse, withFuse } = await browserBundle()
const bundle = `In a page the search takes ${figure(withoutFuse.brotli)} bytes (Brotli) without Fuse.js, ${figure(withFuse.brotli)} with it.`
console.log(bundle, '\n')
const measured: Awaited<ReturnType<typeof measure>>[] = []
for (const size of sizes) measured.push(await measure(size))
const headings = [
  'products',
  'p50 ms',
  'p99 ms',
  'suggestions p99 ms',
  'index built in ms',
  'longest block, worker ms',
  'longest block, own thread ms',
  'a change ms',
  'index MB',
]
const costsOf = (rows: readonly (readonly string[])[]): Table => ({
  title: 'Time and size',
  headings: [...headings, ...(onlyOurs ? [] : ['MiniSearch', 'FlexSearch', 'Fuse.js scan'])],
  rows,
  note: `Real products; a query with facets, on one thread; the index with its documents. The longest that an answer of the shop waits in ${String(BUILDS)} builds, while the shop answers queries and the index is made: by a worker, from which the shop's thread takes it over, as a site does it with more than 20,000 products; and a little at a time in the shop's own thread. The last columns: how many times longer others take for the same queries. ${bundle}`,
})
console.log(toText(costsOf(measured.map(({ cost }) => cost))))
if (write)
  await recordSearch(
    measured.map(({ size, quality, cost }) => ({
      name: `search ${String(size)}`,
      machine: describeMachine(new Date()),
      tables: [costsOf([cost]), ...quality],
    })),
  )
