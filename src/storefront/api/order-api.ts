import * as z from 'zod'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import { ProducerId, Sku } from '../../catalog/ids.js'
import { amountOf, MAX_LINES, Quantity, totalOf, type Fulfillment } from '../../catalog/order.js'
import { parse } from '../../catalog/parse.js'
import { PaymentMethod } from '../../catalog/payment.js'
import type { Cart } from '../../trade/quote.js'
import { json } from '../reply.js'
import type { Handler } from '../route.js'
import { qrTextOf } from '../shopping/payment-view.js'
import type { Visit } from '../visit.js'
import { problem } from './problem.js'

/** An order as programs send it. The recipient's fields are checked by the catalog, as those of the form are. */
const OrderBody = z.strictObject({
  lines: z
    .array(z.strictObject({ sku: Sku, quantity: Quantity }))
    .min(1)
    .max(MAX_LINES),
  recipient: z.record(z.string(), z.unknown()),
  /** The buyer says to be 18 or older. */
  adult: z.boolean().optional(),
  payment: PaymentMethod.optional(),
  /** Ids of producers at whose door the goods are fetched. */
  pickUp: z.array(ProducerId).max(MAX_LINES).optional(),
  voucher: z.string().max(40).optional(),
})

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw fieldError('', 'badFormat', { example: '{"lines":[{"sku":"CF-250","quantity":1}],"recipient":{…}}' })
  }
}

function toCart(lines: readonly { sku: Sku; quantity: number }[]): Cart {
  const cart = new Map(lines.map(({ sku, quantity }) => [sku, quantity]))
  if (cart.size === lines.length) return cart
  const index = lines.findIndex(({ sku }, at) => lines.findIndex((line) => line.sku === sku) < at)
  throw fieldError(`lines.${index}.sku`, 'duplicate', { value: lines[index]?.sku ?? '' })
}

/** The key as the header gives it: a string of structured fields, in quotes, or plain as most clients write it. */
const readKey = (visit: Visit): string => (visit.header('idempotency-key') ?? '').trim().replace(/^"(.*)"$/, '$1')

const OWN_FIELDS: ReadonlySet<string> = new Set(['payment', 'pickUp', 'voucher'])

function toBodyPath(path: string): string {
  if (path === 'idempotencyKey') return 'Idempotency-Key'
  return OWN_FIELDS.has(path) ? path : `recipient.${path}`
}

/** Issues of the recipient, under the name that they have in this body. */
function underRecipient(error: unknown): unknown {
  if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') return error
  const issues = error.issues.map((issue) => ({
    ...issue,
    path: toBodyPath(issue.path),
  }))
  return new CatalogError('INVALID_INPUT', { issues, cause: error })
}

/** One producer's share, with what is to be paid for it and how. */
function toShare(share: Fulfillment) {
  const { producerId, lines, reductions = [], shipping, status, pickUp, payment } = share
  return {
    producerId,
    status,
    lines: lines.map(({ sku, name, quantity, unitPrice, formerPrice = null }) => ({
      sku,
      name,
      quantity,
      unitPrice,
      formerPrice,
    })),
    reductions,
    shipping,
    pickUp: pickUp ?? null,
    amount: amountOf(share),
    payment: payment && {
      method: payment.method,
      status: payment.status,
      account: payment.account ?? null,
      text: payment.text ?? null,
      vietQr: qrTextOf(share),
    },
  }
}

/**
 * Places an order. The `Idempotency-Key` header is required, so that a request repeated after a lost answer makes no
 * second order (draft-ietf-httpapi-idempotency-key-header). No cookie is read: the caller speaks for itself.
 */
export const postOrder: Handler = async (visit) => {
  const key = readKey(visit)
  if (key === '')
    return problem(
      400,
      'IDEMPOTENCY_KEY_MISSING',
      'The Idempotency-Key header is missing.',
      'Send a key of 8 to 255 characters, made anew for each order and kept when the request is repeated.',
    )
  if (visit.jsonText === '')
    return problem(415, 'NOT_JSON', 'The body must be JSON.', 'Send it with the header Content-Type: application/json.')
  const body = parse(OrderBody, readJson(visit.jsonText))
  const cart = toCart(body.lines)
  const { order, created } = await visit.catalog
    .placeOrder({
      cart,
      recipient: body.recipient,
      idempotencyKey: key,
      adult: body.adult === true,
      payment: body.payment,
      pickUp: body.pickUp,
      voucher: body.voucher,
    })
    .catch((error: unknown) => {
      throw underRecipient(error)
    })
  const path = `/orders/${order.code}`
  return json(
    {
      code: order.code,
      placedAt: order.placedAt,
      total: totalOf(order),
      shares: order.fulfillments.map(toShare),
      page: visit.links.absolute(path),
    },
    { status: created ? 201 : 200, cacheControl: 'no-store', headers: { location: visit.links.to(path) } },
  )
}
