import type { Request, RequestHandler, Response } from 'express'
import { perSpan, type TryOutcome, type ThrottleKey } from '../../catalog/ports/throttle.js'
import type { Site } from '../site.js'
import { Refusal } from '../refusal.js'
import { addressGroup } from './address-group.js'
import { LaggingThrottle } from './lagging-throttle.js'

const MINUTE = 60_000

export type Guard = (site: Site) => RequestHandler

export interface Limit {
  /** What is counted, such as `orders`; doors that share a name share the limit. */
  readonly name: string
  readonly most: number
  readonly minutes: number
  /** By whom requests are counted, null when they are not; by address when left out. */
  readonly by?: (request: Request, site: Site) => string | null
}

export const byAddress = ({ ip }: Request): string => addressGroup(ip ?? '')

function keyOf({ name, most, minutes, by = byAddress }: Limit, request: Request, site: Site): ThrottleKey[] {
  const who = by(request, site)
  return who === null ? [] : [{ name: `${name} ${who}`, rule: perSpan(most, minutes * MINUTE) }]
}

/** Goes on, or refuses; says what is left by the headers of draft-ietf-httpapi-ratelimit-headers. */
function answer(
  keys: readonly ThrottleKey[],
  { isTaken, wait, tried }: TryOutcome,
  now: Date,
  response: Response,
): void {
  const told = keys.map(({ name, rule }, index) => {
    const { count, endsAt } = tried[index] ?? { count: 0, endsAt: 0 }
    const span = { free: rule.free, seconds: rule.forget / 1000, left: Math.max(0, rule.free - count) }
    return { ...span, name: name.split(' ', 1)[0], ends: Math.max(0, endsAt - now.getTime()) }
  })
  const [nearest] = told.toSorted((a, b) => a.left - b.left)
  if (!nearest) return
  const seconds = Math.ceil((isTaken ? nearest.ends : wait) / 1000)
  response.set({
    'ratelimit-policy': `"${nearest.name}";q=${nearest.free};w=${nearest.seconds}`,
    ratelimit: `"${nearest.name}";r=${isTaken ? nearest.left : 0};t=${seconds}`,
  })
  if (isTaken) return
  response.set('retry-after', String(seconds))
  throw new Refusal(429, 'tooMany')
}

/**
 * Lets somebody make so many requests in a span of time, at all processes of the shop together, and refuses the rest
 * with 429. Each is counted before it is answered.
 */
export const limit =
  (...limits: readonly Limit[]): Guard =>
  (site) =>
  async (request, response, next) => {
    const keys = limits.flatMap((one) => keyOf(one, request, site))
    const now = site.catalog.now()
    if (keys.length > 0) answer(keys, await site.workings.throttle.take(keys, now), now, response)
    next()
  }

/** The same for requests that fail: one that turns out not to is taken back. */
export const limitFailures = (one: Limit): Guard => {
  const guard = limit(one)
  return (site) => {
    const take = guard(site)
    return (request, response, next) => {
      const names = keyOf(one, request, site).map(({ name }) => name)
      if (names.length === 0) {
        next()
        return
      }
      response.once('finish', () => {
        if (response.statusCode < 400) void site.workings.throttle.giveBack(names, 'one')
      })
      return take(request, response, next)
    }
  }
}

/** The same for requests that only read: they are counted at once, and told to the other processes a moment later. */
export const limitReads =
  (one: Limit): Guard =>
  (site) => {
    const throttle = new LaggingThrottle(site.workings.throttle, () => site.catalog.now())
    return (request, response, next) => {
      const [key] = keyOf(one, request, site)
      if (key) answer([key], throttle.take(key), site.catalog.now(), response)
      next()
    }
  }
