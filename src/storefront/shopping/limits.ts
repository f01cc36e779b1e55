import type { Request, RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { Refusal } from '../refusal.js'
import type { Site } from '../options.js'
import { limitByAddress } from './order-limit.js'

const MINUTE = 60_000

type Guard = (site: Site) => RequestHandler

/** One guard for all routes of a storefront that share a limit. */
function shared(make: () => RequestHandler): Guard {
  const guards = new WeakMap<Site, RequestHandler>()
  return (site) => {
    const guard = guards.get(site) ?? make()
    guards.set(site, guard)
    return guard
  }
}

interface Failures {
  readonly minutes: number
  readonly most: number
  /** Requests that are not counted. */
  readonly skip?: (request: Request) => boolean
}

const limitFailures = (options: Failures): RequestHandler =>
  rateLimit({
    ...(options.skip ? { skip: options.skip } : {}),
    windowMs: options.minutes * MINUTE,
    limit: options.most,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // A forged X-Forwarded-For is not believed; that it was sent is nothing to warn of.
    validate: { xForwardedForHeader: false },
    handler: (_request, _response, next) => next(new Refusal(429, 'tooMany')),
  })

/** Against guessing codes and phone numbers: failed look-ups count, from one address at most 20 in 15 minutes. */
export const limitGuessing: Guard = shared(() => limitFailures({ minutes: 15, most: 20 }))

/** Against questions and complaints sent by machines: 30 in 10 minutes from one address, which a village may share. */
export const limitSending: Guard = shared(() => limitByAddress({ milliseconds: 10 * MINUTE, most: 30 }))

/** A form or a JSON document that names a voucher. */
const namesVoucher = (request: Request): boolean => {
  const body: unknown = request.body
  if (typeof body === 'string') return /(?:^|&)voucher=[^&]|"voucher"/.test(body)
  return typeof body === 'object' && body !== null && 'voucher' in body && body.voucher !== ''
}

/** Against trying out voucher codes: of requests that name one and fail, an address makes at most 20 in 15 minutes. */
export const limitVoucherGuesses: Guard = shared(() =>
  limitFailures({ minutes: 15, most: 20, skip: (request) => !namesVoucher(request) }),
)

/** Against orders placed by machines. Villages share an address behind their carrier, so it is set above what people do. */
export const limitOrders: Guard = shared(() => limitByAddress({ milliseconds: MINUTE, most: 60 }))

/** Against a flood of notices from somebody who does not have the secret. */
export const limitNotices: Guard = shared(() => limitFailures({ minutes: 15, most: 50 }))

/** Bundles of the whole catalog are long: other sites ask now and then, and 30 in 10 minutes from one address are enough. */
export const limitBundles: Guard = shared(() => limitByAddress({ milliseconds: 10 * MINUTE, most: 30 }))

/**
 * Against machines that try addresses which no page has: from one address 60 in 5 minutes are told so, more are turned
 * away. It stands behind all pages, so whoever shares that address sees them as ever.
 */
export const limitUnknownPaths: Guard = shared(() => limitByAddress({ milliseconds: 5 * MINUTE, most: 60 }))

/** Against requests for accounts and passwords made by machines. */
export const limitRequests: Guard = shared(() => limitByAddress({ milliseconds: 15 * MINUTE, most: 20 }))
