import type * as z from 'zod'
import type { Problem } from '../api/schemas/problem.js'

type Told = z.output<typeof Problem>

/**
 * Why the API refused a request: what the server said, with its code, its status and the fields that are wrong. An option
 * of `createClient` that cannot be is refused alike.
 */
export class ApiError extends Error {
  /** The HTTP status of the answer. */
  readonly status: number
  /** Stable: switch on it. */
  readonly code: string
  /** What is wrong with which field, in the language of the request. */
  readonly errors: Told['errors']
  /** Seconds after which it may be tried again, when the server said so. */
  readonly retryAfter: number | null

  constructor(told: Partial<Told>, status: number, retryAfter: number | null) {
    super(
      [told.title ?? `HTTP ${status}`, ...(told.errors ?? []).map(({ path, text }) => `${path}: ${text}`)].join(' '),
    )
    this.name = 'ApiError'
    this.status = status
    this.code = told.code ?? `HTTP_${status}`
    this.errors = told.errors ?? []
    this.retryAfter = retryAfter
  }

  /** What is wrong with one field of the body, by its dotted path: `recipient.phone`; null when nothing is. */
  textOf(path: string): string | null {
    return this.errors.find((error) => error.path === path)?.text ?? null
  }
}
