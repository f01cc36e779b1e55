import { setImmediate as nextTurn } from 'node:timers/promises'

/** Long work gives way to other requests after about this many milliseconds: one page is made between two slices. */
const TURN_MS = 1

/** Goes through the items, and gives other work of the process its turn when it has gone on for long. */
export async function* inSlices<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  let end = performance.now() + TURN_MS
  for await (const item of items) {
    yield item
    if (performance.now() < end) continue
    await nextTurn()
    end = performance.now() + TURN_MS
  }
}
