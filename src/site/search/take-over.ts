import type { SearchIndex } from '../../search/index-port.js'
import { fromSnapshot } from '../../search/snapshot/hand-over.js'
import type { SearchSnapshot } from '../../search/snapshot/search-snapshot.js'
import { takeTurns } from '../requests/give-way.js'

/** The work goes on for so many milliseconds at a time; clearing up the memory after it adds to that. */
const TAKE_OVER_MS = 2

/** Fills a new index, one made with the same synonyms, with what a worker made, while this thread answers its requests. */
export const takeOver = (index: SearchIndex, snapshot: SearchSnapshot): Promise<void> =>
  takeTurns(fromSnapshot(index, snapshot), TAKE_OVER_MS)
