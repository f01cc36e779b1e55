import robotsParser from 'robots-parser'
import { CatalogError } from '../catalog/errors.js'
import { ask, type Answer } from '../outbound/ask.js'
import type { Manners } from './manners.js'

/** The package calls itself the default of a module; under Node it is the function. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default

/** Google reads as much, so nobody writes more. */
const MAX_BYTES = 500 * 1024
/** Of what is said to us and to everybody so much is weighed; each address is held against all of it. */
const MAX_RULES = 64 * 1024
const RULES = new Set(['allow', 'disallow', 'crawl-delay'])

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

/**
 * Of a robots.txt the rules for this program and for everybody, each under its own names: the parser keeps every rule once
 * for each program that a group names, so a file of half a megabyte could fill the memory. Null when there is too much.
 */
function rulesFor(name: string, text: string): string | null {
  const kept: string[] = []
  let named = new Set<string>()
  let isNaming = false
  let length = 0
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [rule = ''] = line.split('#', 1)
    const colon = rule.indexOf(':')
    const field = rule.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    const value = rule.slice(colon + 1).trim()
    if (field === '') continue
    if (field === 'user-agent') {
      if (!isNaming) named = new Set()
      const agent = value.toLowerCase().split('/', 1)[0]?.trim() ?? ''
      if (agent === name || agent === '*') named.add(agent)
    } else if (named.size > 0 && RULES.has(field)) {
      kept.push(...[...named].map((agent) => `User-agent: ${agent}`), `${field}: ${value}`)
      length += field.length + value.length
      if (length > MAX_RULES) return null
    }
    isNaming = field === 'user-agent'
  }
  return kept.join('\n')
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
    const rules = rulesFor(manners.robotName, answer.body.toString('utf8'))
    if (rules === null) return UNKNOWN
    const robots = parseRobots(first.href, rules)
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
