import { on } from 'node:events'
import { CatalogError } from '../../catalog/errors.js'
import type { Said } from './said.js'

const say = (said: Said): void => {
  process.send?.(said)
}

/** Items in one piece, which the process that serves shoppers takes over at once: a millisecond or two. */
const PIECE = 100

const sayAndWait = (said: Said): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(said, () => resolve())
  })

/**
 * In a process of its own: hands over what is too much to be handed over at once, ahead of the answer. No faster than it
 * is taken: all that lies ready is taken over at once by the process that serves shoppers.
 */
export async function sendInPieces(items: readonly unknown[]): Promise<void> {
  for (let start = 0; start < items.length; start += PIECE)
    await sayAndWait({ piece: items.slice(start, start + PIECE) })
}

/** What is sent to a process of its own after what it begins with. */
export type Pieces = AsyncIterable<readonly [unknown]>

/** In a process of its own: answers the one who started it with what comes of the work on what it was given. */
export async function answer(work: (data: unknown, pieces: Pieces) => Promise<unknown>): Promise<void> {
  const messages = on(process, 'message') as AsyncIterableIterator<[unknown]>
  const first = await messages.next()
  const { data } = (first.value as [{ readonly data: unknown }])[0]
  try {
    say({ value: await work(data, messages) })
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    const { code, issues, details } = error
    say({ refused: { code, issues, details } })
  }
}
