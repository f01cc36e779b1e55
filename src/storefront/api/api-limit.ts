import type { RequestHandler } from 'express'
import { byAddress, limitReads } from '../limits/limit.js'
import type { Site } from '../site.js'
import { findKey } from '../request/api-key.js'

/** So many requests a minute for each key, and for each address without one. */
export function limitApi(site: Site): RequestHandler {
  const { apiPerMinute, catalog } = site
  if (apiPerMinute === null) return (_request, _response, next) => next()
  return limitReads({
    name: 'api',
    most: apiPerMinute,
    minutes: 1,
    by: (request) => findKey(request.get('authorization'), catalog)?.id ?? byAddress(request),
  })(site)
}
