import { takeTurns } from '../requests/give-way.js'

/** So long goes work on an index before others have their turn; now and then clearing up the memory adds to it. */
const INDEXING_MS = 2

/** Runs steps of work on a search index while this thread answers its requests. */
export const indexInTurns = (steps: Generator<void, void>): Promise<void> => takeTurns(steps, INDEXING_MS)
