import { parentPort, workerData } from 'node:worker_threads'
import type { SearchDocument } from '../../search/index-port.js'
import { createSearchIndex } from '../../search/search-index.js'
import { toSnapshot } from '../../search/snapshot/hand-over.js'
import { buffersOf } from '../../search/snapshot/search-snapshot.js'
import type { Synonyms } from '../../search/synonym.js'

/** The program of a worker: takes documents, some at a time, then null, and answers with the index that they make. */
const index = createSearchIndex({ synonyms: workerData as readonly Synonyms[] })

parentPort?.on('message', (documents: readonly SearchDocument[] | null) => {
  if (documents) for (const document of documents) index.put(document)
  else {
    const snapshot = toSnapshot(index)
    parentPort?.postMessage(snapshot, buffersOf(snapshot))
  }
})
