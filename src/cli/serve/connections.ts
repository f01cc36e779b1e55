import type { RequestListener, Server, ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'

/** How long a client may take, in milliseconds, and how many there may be at once. */
export interface ConnectionLimits {
  /** For all headers of a request. */
  readonly headers: number
  /** For a whole request with its body. */
  readonly request: number
  /** Without a single byte in either direction. */
  readonly silence: number
  /** To take in a whole answer. */
  readonly answer: number
  readonly connections: number
}

/** A phone on a poor line sends a form in seconds; what takes longer than these only holds a place. */
export const CONNECTION_LIMITS: ConnectionLimits = {
  headers: 15_000,
  request: 40_000,
  silence: 45_000,
  answer: 60_000,
  connections: 2000,
}

/** Longer than the minute for which common proxies keep a connection, so that they never write into one that just closed. */
const KEEP_ALIVE = 65_000

/** Cuts clients that send or read too slowly, so that they cannot take the place of others. */
export function limitConnections(server: Server, limits: ConnectionLimits): void {
  server.headersTimeout = limits.headers
  server.requestTimeout = limits.request
  server.keepAliveTimeout = Math.min(KEEP_ALIVE, 2 * limits.silence)
  server.timeout = limits.silence
  server.maxConnections = limits.connections
}

/** Ends answers that a client reads so slowly that they never end. The sweep costs one look at each open answer. */
export function limitAnswers(handler: RequestListener, { answer }: ConnectionLimits): RequestListener {
  const open = new Map<ServerResponse, number>()
  const sweep = setInterval(() => {
    const oldest = performance.now() - answer
    for (const [response, since] of open) {
      if (since > oldest) break
      open.delete(response)
      response.destroy()
    }
  }, answer / 6)
  sweep.unref()
  return (request, response) => {
    open.set(response, performance.now())
    response.once('close', () => open.delete(response))
    handler(request, response)
  }
}
