import type { SearchIndex } from '../index-port.js'
import { partsOf } from '../search-index.js'
import { restoreSnapshot } from './restore-snapshot.js'
import type { SearchSnapshot } from './search-snapshot.js'
import { takeSnapshot } from './take-snapshot.js'

/** Copies an index into a form that goes from one thread to another at no cost. */
export const toSnapshot = (index: SearchIndex): SearchSnapshot => takeSnapshot(partsOf(index))

/**
 * Fills a new index, one that was made with the same synonyms, from a snapshot: in steps of a few milliseconds. It then
 * answers as the one that gave it would, and follows changes.
 */
export const fromSnapshot = (index: SearchIndex, snapshot: SearchSnapshot): Generator<void, void> =>
  restoreSnapshot(partsOf(index), snapshot)
