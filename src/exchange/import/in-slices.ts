import { setImmediate as nextTurn } from 'node:timers/promises'

/** Goes through the items and gives other work of the process its turn after every `size` of them. */
export async function* inSlices<T>(items: Iterable<T>, size: number): AsyncGenerator<T> {
  let count = 0
  for (const item of items) {
    yield item
    if (++count % size === 0) await nextTurn()
  }
}
