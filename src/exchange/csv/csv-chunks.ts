import { inSlices } from '../../site/requests/give-way.js'
import { toCsvPart, type Cell } from './to-csv.js'

/** Rows that are written at once: a millisecond or two. */
const BATCH = 50

/**
 * Writes rows as CSV, some at a time, as they are asked for: as fast as whoever reads takes them, and with turns for
 * other work between them. However many there are, few are in memory.
 */
export async function* csvChunks(
  headings: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  let batch: (readonly Cell[])[] = [headings]
  let isFirst = true
  for await (const row of inSlices(rows)) {
    if (batch.push(row) < BATCH) continue
    yield toCsvPart(batch, isFirst)
    batch = []
    isFirst = false
  }
  if (batch.length > 0) yield toCsvPart(batch, isFirst)
}
