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

/** By what tries of a limit are counted; null when they are not. */
type ToKey = (request: Request, site: Site) => ThrottleKey | null

function toKey({ name, most, minutes, by = byAddress }: Limit): ToKey {
  const rule = perSpan(most, minutes * MINUTE)
  return (request, site) => {
    const who = by(request, site)
    return who === null ? null : { name: `${name} ${who}`, rule }
  }
}

/** Goes on, or refuses; says what is left by the headers of draft-ietf-httpapi-ratelimit-headers. */
function answer(
  keys: readonly ThrottleKey[],
  { isTaken, wait, tried }: TryOutcome,
  now: Date,
  response: Response,
): void {
  const left = keys.map(({ rule }, index) => Math.max(0, rule.free - (tried[index]?.count ?? 0)))
  const least = Math.min(...left)
  const nearest = left.indexOf(least)
  const key = keys[nearest]
  if (!key) return
  const ends = Math.max(0, (tried[nearest]?.endsAt ?? 0) - now.getTime())
  const seconds = Math.ceil((isTaken ? ends : wait) / 1000)
  const name = key.name.split(' ', 1)[0]
  response.set('ratelimit-policy', `"${name}";q=${key.rule.free};w=${key.rule.forget / 1000}`)
  response.set('ratelimit', `"${name}";r=${isTaken ? least : 0};t=${seconds}`)
  if (isTaken) return
  response.set('retry-after', String(seconds))
  throw new Refusal(429, 'tooMany')
}

/**
 * Lets somebody make so many requests in a span of time, at all processes of the shop together, and refuses the rest
 * with 429. Each is counted before it is answered.
 */
export const limit = (...limits: readonly Limit[]): Guard => {
  const toKeys = limits.map(toKey)
  return (site) => async (request, response, next) => {
    const keys = toKeys.map((keyOf) => keyOf(request, site)).filter((key) => key !== null)
    const now = site.catalog.now()
    if (keys.length > 0) answer(keys, await site.workings.throttle.take(keys, now), now, response)
    next()
  }
}

/** The same for requests that fail: one that turns out not to is taken back. */
export const limitFailures = (one: Limit): Guard => {
  const [guard, keyOf] = [limit(one), toKey(one)]
  return (site) => {
    const take = guard(site)
    return (request, response, next) => {
      const key = keyOf(request, site)
      if (!key) {
        next()
        return
      }
      response.once('finish', () => {
        if (response.statusCode < 400) void site.workings.throttle.giveBack([key.name], 'one')
      })
      return take(request, response, next)
    }
  }
}

/** The same for requests that only read: they are counted at once, and told to the other processes a moment later. */
export const limitReads = (one: Limit): Guard => {
  const keyOf = toKey(one)
  return (site) => {
    const throttle = new LaggingThrottle(site.workings.throttle, () => site.catalog.now())
    return (request, response, next) => {
      const key = keyOf(request, site)
      if (key) answer([key], throttle.take(key), site.catalog.now(), response)
      next()
    }
  }
}
