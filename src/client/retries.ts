import { ApiError } from './api-error.js'

interface Trying {
  readonly retries: number
  readonly signal?: AbortSignal
}

const FIRST_WAIT = 300
const LONGEST_WAIT = 30_000
/** What passes by itself. Of 429 only what says for how long: the rest is a limit of the shop, not of the network. */
const PASSING: ReadonlySet<number> = new Set([502, 503, 504])

const isPassing = ({ status, code, retryAfter }: ApiError): boolean =>
  PASSING.has(status) || code === 'IDEMPOTENCY_IN_FLIGHT' || (status === 429 && retryAfter !== null)

/** What the server asks for, a little later so that not all come at once; otherwise longer each time, anywhere within. */
const waitOf = (attempt: number, retryAfter: number | null): number =>
  retryAfter === null ? Math.random() * FIRST_WAIT * 2 ** attempt : retryAfter * 1000 + Math.random() * FIRST_WAIT

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', stop, { once: true })
  })
}

const readRetryAfter = (header: string | null): number | null =>
  header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null

async function toError(response: Response): Promise<ApiError> {
  const told: unknown = await response.json().catch(() => ({}))
  return new ApiError(told as object, response.status, readRetryAfter(response.headers.get('retry-after')))
}

/**
 * Sends a request, again when the network or the server fails for a while.
 *
 * @throws {ApiError} what the server refused; the error of `fetch` when no answer came; the signal's reason once it is aborted.
 */
export async function sendWithRetries(send: () => Promise<Response>, { retries, signal }: Trying): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    let failure: unknown
    try {
      const response = await send()
      if (response.ok || response.status === 304) return response
      failure = await toError(response)
    } catch (error) {
      failure = error
    }
    signal?.throwIfAborted()
    const isOver = attempt >= retries || (failure instanceof ApiError && !isPassing(failure))
    const wait = waitOf(attempt, failure instanceof ApiError ? failure.retryAfter : null)
    if (isOver || wait > LONGEST_WAIT) throw failure
    await pause(wait, signal)
  }
}
