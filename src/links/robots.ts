import robotsParser from 'robots-parser'
import { CatalogError } from '../catalog/errors.js'
import { ask, type Answer } from '../outbound/ask.js'
import type { Manners } from './manners.js'

/** The package calls itself the default of a module; under Node it is the function. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default

/** Google reads as much, so nobody writes more. */
const MAX_BYTES = 500 * 1024

/** What a site asks of programs; `unknown` while it cannot be learnt, which forbids everything (RFC 9309, 2.3.1.4). */
export interface SiteRules {
  allows(url: string): boolean
  /** Seconds between two requests that the site asks for; null when it names none. */
  readonly delay: number | null
  readonly isUnknown: boolean
}

const EVERYTHING: SiteRules = { allows: () => true, delay: null, isUnknown: false }
const UNKNOWN: SiteRules = { allows: () => false, delay: null, isUnknown: true }

/** Redirects of robots.txt are followed within the same host only, once: most lead from http to https. */
const within = (from: URL, { headers: { location } }: Answer): string | null => {
  const target = location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : null
  return target && target.hostname === from.hostname ? target.href : null
}

/** Reads the robots.txt of an address's site. */
export async function readRobots(origin: string, manners: Manners): Promise<SiteRules> {
  const first = new URL('/robots.txt', origin)
  const asking = { ...manners.asking, maxBytes: MAX_BYTES }
  try {
    let answer = await ask(first.href, asking)
    const target = answer.status >= 300 && answer.status < 400 ? within(first, answer) : null
    if (target !== null) answer = await ask(target, asking)
    if (answer.status >= 500 || answer.status === 429) return UNKNOWN
    if (answer.status !== 200) return EVERYTHING
    const robots = parseRobots(first.href, answer.body.toString('utf8'))
    return {
      allows: (url) => robots.isAllowed(url, manners.robotName) !== false,
      delay: robots.getCrawlDelay(manners.robotName) ?? null,
      isUnknown: false,
    }
  } catch (error) {
    if (error instanceof CatalogError) return UNKNOWN
    throw error
  }
}
