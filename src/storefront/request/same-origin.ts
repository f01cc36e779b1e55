import type { RequestHandler } from 'express'
import { hostOf } from './host.js'
import { Refusal } from '../refusal.js'
import type { Site } from '../site.js'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** True for a request that changes nothing. */
export const isReading = (method: string): boolean => READING.has(method)

const hostIn = (address: string): string | null => (URL.canParse(address) ? new URL(address).host : null)

const NONE: ReadonlySet<string> = new Set()

/**
 * Refuses requests that change something and come from another site's page. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, older ones `Origin`); what says nothing is no browser and carries no one's cookies.
 *
 * @param allowed - Other origins whose pages may send all the same.
 */
export function sameOriginOnly(site: Site, allowed: ReadonlySet<string> = NONE): RequestHandler {
  const own = site.baseUrl === null ? null : hostIn(site.baseUrl)
  const isOwnHost = (host: string | null, asked: string) => host !== null && (host === own || host === asked)
  return (request, _response, next) => {
    const fetchSite = request.get('sec-fetch-site')
    const origin = request.get('origin')
    if (origin !== undefined && allowed.has(origin)) {
      next()
      return
    }
    const isOurs = fetchSite
      ? fetchSite === 'same-origin'
      : origin === undefined || isOwnHost(hostIn(origin), hostOf(request))
    next(isReading(request.method) || isOurs ? undefined : new Refusal(403, 'crossSite'))
  }
}
