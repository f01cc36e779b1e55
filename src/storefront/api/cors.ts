import type { RequestHandler } from 'express'
import type { Site } from '../site.js'

const METHODS = 'GET, HEAD, POST, PUT, DELETE'
const SENT = 'Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match'
const SHOWN = 'ETag, Location, Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed'
const TEN_MINUTES = '600'

/**
 * Lets the pages of the origins that the site names call the JSON API (CORS). Others get no such header, so their
 * browsers keep the answer from them. No cookie is read here, so none is allowed.
 */
export function allowOrigins({ apiOrigins }: Site): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('origin')
    if (apiOrigins.size > 0) response.vary('Origin')
    const isAllowed = origin !== undefined && apiOrigins.has(origin)
    if (isAllowed) response.set({ 'access-control-allow-origin': origin, 'access-control-expose-headers': SHOWN })
    const isPreflight = request.method === 'OPTIONS' && request.get('access-control-request-method') !== undefined
    if (!isPreflight) {
      next()
      return
    }
    if (isAllowed)
      response.set({
        'access-control-allow-methods': METHODS,
        'access-control-allow-headers': SENT,
        'access-control-max-age': TEN_MINUTES,
      })
    response.status(204).set('cache-control', 'no-store').end()
  }
}
