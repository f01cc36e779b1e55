import type { RequestListener } from 'node:http'
import { performance } from 'node:perf_hooks'
import { destination, pino, type Logger } from 'pino'

/** Structured lines on standard error: failures always, requests when asked for. No personal data: neither address nor query. */
export const createLog = (): Logger => pino({ base: null }, destination(2))

const pathOf = (url: string | undefined): string => url?.split('?')[0] ?? ''

/** Writes a line for each request that `handler` has answered. */
export const withAccessLog =
  (handler: RequestListener, log: Logger): RequestListener =>
  (request, response) => {
    const start = performance.now()
    const { method, url } = request
    response.once('finish', () =>
      log.info({ method, path: pathOf(url), status: response.statusCode, ms: Math.round(performance.now() - start) }),
    )
    handler(request, response)
  }
