import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SearchDocument } from '../../src/search/index-port.js'
import type { Synonyms } from '../../src/search/synonym.js'
import { buildInWorker, createSearchIndex, takeOver } from './built.js'
import { ours } from './search-engines.js'
import { timed } from './search-judge.js'

/** The shop that goes on answering meanwhile has so many products. */
const SERVED = 1000

/**
 * The longest that one answer of a shop waits, in milliseconds, while a worker makes the index and the shop's thread
 * gathers the documents and takes the index over, as a large site does it. The shop answers a query at every turn.
 */
export async function longestBlockWithWorker(
  documents: readonly SearchDocument[],
  synonyms: readonly Synonyms[],
  texts: readonly string[],
): Promise<number> {
  const { engine } = ours(documents.slice(0, SERVED), synonyms)
  texts.forEach((text) => engine.search(text))
  const index = createSearchIndex({ synonyms })
  const work = { isDone: false }
  const takenOver = buildInWorker(documents, synonyms)
    .then((snapshot) => takeOver(index, snapshot))
    .finally(() => (work.isDone = true))
  let longest = 0
  let last = performance.now()
  for (let turn = 0; !work.isDone; turn++) {
    engine.search(texts[turn % texts.length] ?? '')
    await nextTurn()
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  await takenOver
  return longest
}

/** The longest step, in milliseconds, when the index is made in the shop's own thread, a little at a time. */
export function longestStepHere(documents: readonly SearchDocument[], synonyms: readonly Synonyms[]): number {
  const index = createSearchIndex({ synonyms })
  let longest = 0
  for (const document of documents) longest = Math.max(longest, timed(() => index.put(document)).milliseconds)
  for (const steps = index.settle(); ;) {
    const { value, milliseconds } = timed(() => steps.next())
    longest = Math.max(longest, milliseconds)
    if (value.done) return longest
  }
}
