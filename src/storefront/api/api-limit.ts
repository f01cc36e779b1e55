import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { Site } from '../options.js'
import { Refusal } from '../refusal.js'
import { findKey } from './bearer.js'

const MINUTE = 60_000

/**
 * So many requests a minute for each key, and for each address without one, told by the headers `RateLimit-Policy` and
 * `RateLimit` (draft-ietf-httpapi-ratelimit-headers).
 */
export function limitApi({ apiPerMinute, catalog }: Site): RequestHandler {
  if (apiPerMinute === null) return (_request, _response, next) => next()
  const callerOf = (request: Request): string =>
    findKey(request.get('authorization'), catalog)?.id ?? ipKeyGenerator(request.ip ?? '')
  return rateLimit({
    windowMs: MINUTE,
    limit: apiPerMinute,
    identifier: 'api',
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: callerOf,
    validate: { xForwardedForHeader: false },
    handler: (_request, _response, next) => next(new Refusal(429, 'tooMany')),
  })
}
