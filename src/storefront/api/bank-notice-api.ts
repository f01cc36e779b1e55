import { createHmac, timingSafeEqual } from 'node:crypto'
import { fieldError } from '../../catalog/errors.js'
import { json } from '../reply.js'
import type { Handler } from '../route.js'
import { problem } from './problem.js'

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

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw fieldError('', 'badFormat', { example: '{"reference":"FT1","amount":120000,"text":"OCOP …","paidAt":"…"}' })
  }
}

/**
 * Takes what a bank, or a service that speaks for it, tells of a transfer. The header `X-Ocop-Signature` proves who
 * sends it; a notice sent again changes nothing and gets the same answer.
 */
export const postBankNotice: Handler = async (visit) => {
  const { bankNoticeSecret } = visit.site
  if (bankNoticeSecret === null)
    return problem(404, 'NOT_SET_UP', 'This shop takes no bank notices.', 'Its owner has set no secret for them.')
  if (!isSigned(visit.header('x-ocop-signature') ?? '', visit.jsonText, bankNoticeSecret, visit.catalog.now()))
    return problem(
      401,
      'BAD_SIGNATURE',
      'The signature is missing, wrong or too old.',
      'Send X-Ocop-Signature: t=<Unix seconds>,v1=<hex of HMAC-SHA256 over "<t>.<body>">, made within 5 minutes.',
    )
  const { notice, created } = await visit.catalog.bankNotices.record(readJson(visit.jsonText))
  const { reference, outcome, orderCode = null, producerId = null } = notice
  return json({ reference, outcome, orderCode, producerId }, { status: created ? 201 : 200, cacheControl: 'no-store' })
}
