import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { performance } from 'node:perf_hooks'
import { destination, pino, type Logger } from 'pino'

/** Structured lines on standard error: failures always, requests when asked for. No personal data: neither address nor query. */
export const createLog = (): Logger => pino({ base: null }, destination(2))

const pathOf = (url: string | undefined): string => url?.split('?')[0] ?? ''

/** Writes a line for each request that `handler` has answered, under the id that the answer bears as `X-Request-Id`. */
export const withAccessLog =
  (handler: RequestListener, log: Logger): RequestListener =>
  (request, response) => {
    const start = performance.now()
    const { method, url } = request
    const id = randomUUID()
    response.setHeader('x-request-id', id)
    response.once('close', () => {
      const { statusCode: status, writableFinished } = response
      const line = { id, method, path: pathOf(url), status, ms: Math.round(performance.now() - start) }
      log.info(writableFinished ? line : { ...line, cut: true })
    })
    handler(request, response)
  }
