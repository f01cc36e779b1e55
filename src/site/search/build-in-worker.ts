import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SearchDocument } from '../../search/index-port.js'
import type { SearchSnapshot } from '../../search/snapshot/search-snapshot.js'
import type { Synonyms } from '../../search/synonym.js'
import { indexInTurns } from './indexing-turns.js'

/** Documents that are handed over at once: a millisecond of work for this thread. */
const BATCH = 250

/**
 * Makes a search index in a worker, while this thread gathers the documents and does its other work.
 *
 * @throws when the worker cannot be started or ends before its time.
 */
export async function buildInWorker(
  documents: Iterable<SearchDocument>,
  synonyms: readonly Synonyms[],
): Promise<SearchSnapshot> {
  const worker = new Worker(new URL('./index-worker.js', import.meta.url), { workerData: synonyms })
  const answer = once(worker, 'message') as Promise<[SearchSnapshot]>
  // Its fault, if any, is told where the answer is awaited.
  answer.catch(() => undefined)
  try {
    await indexInTurns(send(documents, worker))
    const [snapshot] = await answer
    return snapshot
  } finally {
    await worker.terminate()
  }
}

function* send(documents: Iterable<SearchDocument>, worker: Worker): Generator<void, void> {
  let batch: SearchDocument[] = []
  for (const document of documents) {
    if (batch.push(document) === BATCH) {
      worker.postMessage(batch)
      batch = []
    }
    yield
  }
  worker.postMessage(batch)
  worker.postMessage(null)
}
