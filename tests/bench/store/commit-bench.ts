import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLowdbStore } from '../built.js'
import { median } from '../contest.js'
import { figure, percent, type Table } from '../table.js'
import { rateOf } from './closed-loop.js'
import { madeUpCommit, SKU } from './made-up-commit.js'
import { openRawAppend } from './raw-append.js'

const ROUNDS = 5
const WAITING = [1, 10, 50]

/** Commits of the embedded store beside a raw append of the same bytes, in turns. */
export async function benchCommits(each: number): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-bench-'))
  const store = await openLowdbStore({ folder: join(folder, 'shop') })
  const raw = await openRawAppend(join(folder, 'raw'))
  const rows: string[][] = []
  try {
    await store.load()
    await store.commit({ stock: [{ sku: SKU as never, quantity: 1e12, reason: 'adjustment' }] })
    const bytes = Buffer.from(`["00000000","00000000",${JSON.stringify(madeUpCommit())}]\n`)
    const append = (): Promise<void> => raw.append(bytes)
    const commit = (): Promise<unknown> => store.commit(madeUpCommit())
    await rateOf(each, 50, commit)
    for (const waiting of WAITING) {
      const times = waiting === 1 ? Math.ceil(each / 10) : each
      const [ours, theirs]: [number[], number[]] = [[], []]
      for (let round = 0; round < ROUNDS; round += 1) {
        theirs.push(await rateOf(times, waiting, append))
        ours.push(await rateOf(times, waiting, commit))
      }
      rows.push([String(waiting), figure(median(ours)), figure(median(theirs)), percent(median(ours) / median(theirs))])
    }
  } finally {
    await raw.close()
    await store.close()
    await rm(folder, { recursive: true })
  }
  return {
    title: 'Commits of an order to the embedded store',
    headings: ['waiting at once', 'commits a second', 'raw appends a second', 'ours against it'],
    rows,
    note: `A commit is an order with one line, its transaction and its unit of stock, checked and fsynced. The raw append writes and fsyncs the same bytes, all that wait together, and checks nothing. ${ROUNDS} rounds in turns, the middle one counts.`,
  }
}
