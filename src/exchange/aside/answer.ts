import { parentPort } from 'node:worker_threads'
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
