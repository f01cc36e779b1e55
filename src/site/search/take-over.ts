import type { SearchIndex } from '../../search/index-port.js'
import { fromSnapshot } from '../../search/snapshot/hand-over.js'
import type { SearchSnapshot } from '../../search/snapshot/search-snapshot.js'
import { indexInTurns } from './indexing-turns.js'

/** Fills a new index, one made with the same synonyms, with what a worker made, while this thread answers its requests. */
export const takeOver = (index: SearchIndex, snapshot: SearchSnapshot): Promise<void> =>
  indexInTurns(fromSnapshot(index, snapshot))
