import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { CatalogError, type ErrorCode, type FieldIssue } from '../../catalog/errors.js'

/** What a thread says at its end: an error keeps its class only if it is told as what it is made of. */
export type Answer<T> =
  | { readonly value: T }
  | {
      readonly refused: {
        readonly code: ErrorCode
        readonly issues: readonly FieldIssue[]
        readonly details: Readonly<Record<string, string | number>>
      }
    }

/** What a thread begins with: the data of its work, and where pieces of its answer go. */
export interface Begin {
  readonly data: unknown
  readonly pieces: MessagePort
}

/** In a thread: what it was given to work on. */
export const dataOf = (): unknown => (workerData as Begin).data

/** Items in one piece, which the thread that serves shoppers takes over at once: a millisecond or two. */
const PIECE = 100

/** In a thread: hands over what is too much to be handed over at once, ahead of the answer. */
export function sendInPieces(items: readonly unknown[]): void {
  for (let start = 0; start < items.length; start += PIECE)
    (workerData as Begin).pieces.postMessage(items.slice(start, start + PIECE))
}

/** In a thread: answers the one who started it with what comes of the work. */
export async function answer(work: Promise<unknown>): Promise<void> {
  const said = await work.then(
    (value): Answer<unknown> => ({ value }),
    (error: unknown): Answer<unknown> => {
      if (!(error instanceof CatalogError)) throw error
      const { code, issues, details } = error
      return { refused: { code, issues, details } }
    },
  )
  parentPort?.postMessage(said)
}
