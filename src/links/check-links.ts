import { setTimeout as pause } from 'node:timers/promises'
import type { Manners } from './manners.js'
import { readRobots } from './robots.js'
import { visitLink, type Visited } from './visit-link.js'

/** Hosts that are asked at a time; each of them gets one request after the other. */
const HOSTS = 4
/** A site that asks for more is left after few pages; the rest waits for another run. */
const MOST_DELAY = 60

export interface Link {
  readonly id: string
  readonly url: string
}

export interface CheckedLink extends Link {
  readonly visited: Visited
}

interface Run {
  readonly manners: Manners
  readonly signal?: AbortSignal | undefined
  /** Asked before each address; false leaves it to another process that visits it. */
  readonly mayVisit?: ((link: Link) => Promise<boolean>) | undefined
  /** Hears of each address as it is checked; the next one to the same host waits for it. */
  readonly onChecked: (checked: CheckedLink) => void | Promise<void>
}

const originOf = ({ url }: Link): string => new URL(url).origin

async function checkSite(links: readonly Link[], { manners, signal, mayVisit, onChecked }: Run): Promise<void> {
  const [first] = links
  if (!first) return
  const rules = await readRobots(originOf(first), manners)
  const delay = Math.min(Math.max(manners.delay, rules.delay ?? 0), MOST_DELAY) * 1000
  for (const link of links) {
    if (signal?.aborted) return
    if (mayVisit && !(await mayVisit(link))) continue
    if (!rules.allows(link.url)) {
      await onChecked({ ...link, visited: { state: rules.isUnknown ? 'unreachable' : 'refused', prices: [] } })
      continue
    }
    await pause(delay, null, { ref: false, ...(signal ? { signal } : {}) }).catch(() => null)
    if (!signal?.aborted) await onChecked({ ...link, visited: await visitLink(link.url, manners) })
  }
}

/**
 * Checks addresses on the sites of others: robots.txt first, one request at a time to a host with a pause before each,
 * no redirects, nothing inside, within limits of time and size.
 */
export async function checkLinks(links: readonly Link[], run: Run): Promise<void> {
  const bySite = new Map<string, Link[]>()
  for (const link of links) {
    const known = bySite.get(originOf(link))
    if (known) known.push(link)
    else bySite.set(originOf(link), [link])
  }
  const sites = [...bySite.values()]
  const next = async (): Promise<void> => {
    for (let site = sites.shift(); site; site = sites.shift()) await checkSite(site, run)
  }
  await Promise.all(Array.from({ length: HOSTS }, next))
}
