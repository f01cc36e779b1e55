import { createHmac, timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { CatalogError } from '../../catalog/errors.js'
import type { Site } from '../site.js'
import { tellOfParsedBody } from '../request/host-faults.js'
import { readPosted } from '../request/posted.js'

/** A signature counts for so many seconds before and after it was made. */
const TOLERANCE = 300

const digestOf = (secret: string, timestamp: string, body: string): Buffer =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest()

/**
 * Whether `t=<seconds>,v1=<hex>` was made for this body with the secret, and lately: a copy of an old notice is refused
 * like a forged one.
 */
function isSigned(header: string, body: string, secret: string, now: Date): boolean {
  const [, timestamp = '', hex = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? []
  if (hex === '' || Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE) return false
  return timingSafeEqual(Buffer.from(hex, 'hex'), digestOf(secret, timestamp, body))
}

/** Lets through bank notices whose header `X-Ocop-Signature` proves who sends them. */
export function requireSignature({ bankNoticeSecret: secret, catalog }: Site): RequestHandler {
  return (request, _response, next) => {
    if (secret === null) {
      next(new CatalogError('NOT_SET_UP'))
      return
    }
    const isRight = isSigned(request.get('x-ocop-signature') ?? '', readPosted(request).jsonText, secret, catalog.now())
    if (!isRight) tellOfParsedBody(request)
    next(isRight ? undefined : new CatalogError('BAD_SIGNATURE'))
  }
}
