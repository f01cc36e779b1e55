import { PerformanceObserver } from 'node:perf_hooks'
import { setImmediate as nextTurn, setTimeout as rest } from 'node:timers/promises'
import type { SearchDocument, SearchIndex } from '../../src/search/index-port.js'
import type { Synonyms } from '../../src/search/synonym.js'
import { buildInWorker, createSearchIndex, indexInTurns, takeOver } from './built.js'
import { ours } from './search-engines.js'

/** The shop that goes on answering meanwhile has so many products. */
const SERVED = 1000
/** The longest block is seldom the same twice: that of one build says little. */
export const BUILDS = 5
const REST_MS = 2000

/** A shop whose index is made while it answers queries, one at every turn. */
interface Shop {
  readonly documents: readonly SearchDocument[]
  readonly synonyms: readonly Synonyms[]
  readonly texts: readonly string[]
  /** What else fills its memory. */
  readonly besides: unknown
}

/** A way in which a shop makes its index. */
export type Way = (index: SearchIndex, shop: Shop) => Promise<void>

/** No index at all: what the machine and the queries by themselves hold up. */
export const atRest: Way = () => rest(REST_MS)

/** What a large site does: a worker makes it, this thread gathers the documents and takes the index over. */
export const withWorker: Way = async (index, { documents, synonyms }) =>
  takeOver(index, await buildInWorker(documents, synonyms))

/** What a smaller site does, or one where no worker can run. */
export const inOwnThread: Way = (index, { documents }) => indexInTurns(fill(index, documents))

function* fill(index: SearchIndex, documents: readonly SearchDocument[]): Generator<void, void> {
  for (const document of documents) {
    index.put(document)
    yield
  }
  yield* index.settle()
}

/**
 * What the shop holds, where it is found from the first, as a site is through its server. What nothing but functions
 * at work held would be marked in one go at the end of a collection; no shop waits for that.
 */
const held: unknown[] = []

/** By build: the longest that an answer of the shop waits, in milliseconds; with what clearing up the memory took at most. */
export async function longestBlocks(
  way: Way,
  shop: Shop,
): Promise<{ readonly blocks: readonly number[]; readonly longestCollection: number }> {
  let longestCollection = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestCollection = Math.max(longestCollection, duration)
  })
  const { engine } = ours(shop.documents.slice(0, SERVED), shop.synonyms)
  shop.texts.forEach((text) => engine.search(text))
  const blocks: number[] = []
  held.push(shop, engine)
  observer.observe({ entryTypes: ['gc'] })
  for (let build = 0; build < BUILDS; build++) {
    const index = createSearchIndex({ synonyms: shop.synonyms })
    held.push(index)
    blocks.push(
      await longestTurn(way(index, shop), (turn) => engine.search(shop.texts[turn % shop.texts.length] ?? '')),
    )
    held.pop()
    await nextTurn()
  }
  observer.disconnect()
  held.length = 0
  return { blocks, longestCollection }
}

/** The longest turn of this thread until the work is done, in milliseconds, with something to do at every turn. */
async function longestTurn(work: Promise<void>, answer: (turn: number) => void): Promise<number> {
  const state = { isDone: false }
  const done = work.finally(() => (state.isDone = true))
  let longest = 0
  let last = performance.now()
  for (let turn = 0; !state.isDone; turn++) {
    answer(turn)
    await nextTurn()
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  await done
  return longest
}
