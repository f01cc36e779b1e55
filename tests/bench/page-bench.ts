import { join } from 'node:path'
import type { Answer } from './answers.js'
import { contest, WARM_ANSWERS, type Contender, type Score } from './contest.js'
import { startNaive } from './naive-shop.js'
import { addressesOf, fetchSample, findUnfound, pageKinds, type PageKind } from './pages.js'
import { startProgram, type Program } from './program.js'
import { figure, percent, times, type Table } from './table.js'

const CONNECTIONS = 10
/** Enough to keep it busy; every answer is waited for, since a scan may take longer than a round. */
const CONNECTIONS_TO_NAIVE = 4
const ENCODINGS = [
  { label: 'as browsers ask', header: 'gzip, deflate, br' },
  { label: 'not compressed', header: 'identity' },
] as const

interface Match {
  readonly kind: PageKind
  readonly encoding: (typeof ENCODINGS)[number]
  readonly answers: readonly Answer[]
  /** Under which the bare server keeps the answers. */
  readonly key: string
}

async function arrange(origin: string, products: number): Promise<Match[]> {
  const matches: Match[] = []
  for (const kind of await pageKinds(origin, products))
    for (const encoding of ENCODINGS) {
      const key = `${kind.name} ${encoding.label}`.replace(/\W+/g, '-')
      matches.push({ kind, encoding, key, answers: await fetchSample(origin, kind, encoding.header) })
    }
  return matches
}

interface Servers {
  readonly shop: Program
  readonly bare: Program
  readonly naive: Program
}

function play({ kind, encoding, answers, key }: Match, { shop, bare, naive }: Servers, seconds: number) {
  const ask = (server: Program, paths: readonly string[]): Contender => ({
    server,
    connections: CONNECTIONS,
    requests: paths.map((path) => ({ method: 'GET', path, headers: { 'accept-encoding': encoding.header } })),
  })
  const contenders: Record<string, Contender> = {
    ours: ask(shop, addressesOf(kind)),
    bare: ask(
      bare,
      [...answers.keys()].map((number) => `/${key}/${number}`),
    ),
  }
  if (kind.paths.every((path) => path.startsWith('/products?')))
    contenders['naive'] = { ...ask(naive, kind.paths), connections: CONNECTIONS_TO_NAIVE, isCounted: true }
  return contest(contenders, seconds)
}

function toRow({ kind, encoding, answers }: Match, { ours, bare, naive }: Record<string, Score>): string[] {
  if (!ours || !bare) throw new Error(`The page “${kind.name}” was not measured.`)
  const bytes = answers.reduce((sum, { body }) => sum + body.length, 0) / answers.length
  return [
    `${kind.name}, ${encoding.label}`,
    figure(bytes / 1000),
    figure(ours.perSecond),
    figure(ours.p50),
    figure(ours.p99),
    figure(ours.cpu),
    figure(bare.perSecond),
    figure(bare.cpu),
    percent(ours.perSecond / bare.perSecond),
    naive ? figure(naive.perSecond) : '',
    naive ? times(ours.perSecond / naive.perSecond) : '',
  ]
}

/** Pages of our shop, of bare Express that sends the same bytes, and of a naive shop. */
export async function benchPages(folder: string, products: number, seconds: number, faults: string[]): Promise<Table> {
  const shop = await startProgram('shop', { folder: join(folder, 'data') })
  for (const name of await findUnfound(shop.origin, products)) faults.push(`“${name}” is not found by its name.`)
  const matches = await arrange(shop.origin, products)
  const pages = Object.fromEntries(matches.map(({ key, answers }) => [key, answers]))
  const servers = {
    shop,
    bare: await startProgram('bare', { answers: { pages, order: null } }),
    naive: await startNaive(folder, products),
  }
  const rows: string[][] = []
  for (const match of matches) {
    const scores = await play(match, servers, seconds)
    for (const [name, { failed }] of Object.entries(scores))
      if (failed > 0) faults.push(`${match.key}, ${products} products: ${failed} requests failed (${name}).`)
    rows.push(toRow(match, scores))
  }
  await Promise.all(Object.values(servers).map((server) => server.stop()))
  return {
    title: `Pages at ${figure(products)} products`,
    headings: [
      'page',
      'kB',
      'a second',
      'p50 ms',
      'p99 ms',
      'CPU ms',
      'bare a second',
      'bare CPU ms',
      'of bare',
      'naive a second',
      'to naive',
    ],
    rows,
    note: `${CONNECTIONS} connections, ${CONNECTIONS_TO_NAIVE} to the naive shop; “CPU ms” is the server's processor time for one answer. Each but the naive shop is measured after ${figure(WARM_ANSWERS)} answers of the kind, as a server that runs for weeks. Pages are kept and sent again while they are true; “first view” is the same shop where none is kept, so each is made and compressed anew. Bare Express sends the same bytes, ready in memory. The naive shop renders a plainer page: it sorts all products for a list and scans them with Fuse for a search.`,
  }
}
