import type { ErrorCode, FieldIssue } from '../../catalog/errors.js'

/** What a process says to the one who started it: pieces of its answer, then the answer, or why there is none. */
export type Said =
  | { readonly piece: unknown }
  | { readonly value: unknown }
  | {
      /** An error keeps its class only if it is told as what it is made of. */
      readonly refused: {
        readonly code: ErrorCode
        readonly issues: readonly FieldIssue[]
        readonly details: Readonly<Record<string, string | number>>
      }
    }
  | { readonly failed: string }
