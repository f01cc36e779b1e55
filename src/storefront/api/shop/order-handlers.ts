import type { orderOperations } from '../../../api/operations/orders.js'
import { CatalogError, fieldError } from '../../../catalog/errors.js'
import type { Order } from '../../../catalog/order.js'
import { shareOf } from '../../../trade/payments/payment-steps.js'
import type { Cart } from '../../../trade/quote.js'
import { begin } from '../../payments/begin.js'
import { toOpenPayment } from '../../payments/payment-request.js'
import { fitToStock } from '../../shopping/fit-to-stock.js'
import type { Visit } from '../../visit.js'
import type { HandlersOf } from '../handlers.js'
import { readKey } from '../idempotency.js'
import { toBegun, toOrder, toQuote } from './order-answer.js'

type WantedLines = readonly { readonly sku: string; readonly quantity: number }[]

/** @throws {CatalogError} `INVALID_INPUT` when the same goods stand in two lines. */
function toCart(lines: WantedLines): Cart {
  const cart = new Map(lines.map(({ sku, quantity }) => [sku, quantity]))
  if (cart.size === lines.length) return cart
  const index = lines.findIndex(({ sku }, at) => lines.findIndex((line) => line.sku === sku) < at)
  throw fieldError(`lines.${index}.sku`, 'duplicate', { value: lines[index]?.sku ?? '' })
}

const OWN_FIELDS: ReadonlySet<string> = new Set(['payment', 'pickUp', 'voucher'])

function toBodyPath(path: string): string {
  if (path === 'idempotencyKey') return 'Idempotency-Key'
  return OWN_FIELDS.has(path) ? path : `recipient.${path}`
}

/** Issues of the recipient, under the name that they have in this body. */
function underRecipient(error: unknown): unknown {
  if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') return error
  const issues = error.issues.map((issue) => ({ ...issue, path: toBodyPath(issue.path) }))
  return new CatalogError('INVALID_INPUT', { issues, cause: error })
}

async function getOrder(code: string, phone: string, { catalog }: Visit): Promise<Order> {
  const order = await catalog.findOrder(code, phone)
  if (!order) throw new CatalogError('NOT_FOUND', { details: { what: 'order', id: code } })
  return order
}

export const orderHandlers: HandlersOf<typeof orderOperations> = {
  quote: ({ body, visit }) => {
    const { lines, province, pickUp = [], voucher, phone } = body
    const choices = { destination: province ?? null, pickUp: new Set<string>(pickUp) }
    const asked = voucher === undefined || voucher === '' ? {} : { voucher }
    const quote = visit.catalog.quote(toCart(lines), {
      ...choices,
      ...asked,
      ...(phone === undefined ? {} : { phone }),
    })
    if ('voucher' in asked && !quote.voucher) throw fieldError('voucher', 'voucherNotUsable')
    return { body: toQuote(quote, visit) }
  },

  placeOrder: async ({ body, visit }) => {
    const { lines, recipient, adult, payment, pickUp, voucher } = body
    const { order, created } = await visit.catalog
      .placeOrder({
        cart: toCart(lines),
        recipient,
        idempotencyKey: readKey(visit),
        adult: adult === true,
        payment,
        pickUp,
        voucher,
      })
      .catch((error: unknown) => {
        throw underRecipient(error)
      })
    return { body: toOrder(order, visit), location: `/orders/${order.code}`, replayed: !created }
  },

  followOrder: async ({ params, body, visit }) => ({
    body: toOrder(await getOrder(params.code, body.phone, visit), visit),
  }),

  cancelOrder: async ({ params, body, visit }) => ({
    body: toOrder(await visit.catalog.cancelOrder(params.code, body.phone, body.reason, body.producerIds), visit),
  }),

  beginPayment: async ({ params, body, visit }) => {
    const order = await getOrder(params.code, body.phone, visit)
    const share = shareOf(order, body.producerId)
    const open = toOpenPayment(order, share, order.fulfillments.indexOf(share), visit)
    if (!open) throw new CatalogError('NOT_ALLOWED_NOW', { details: { status: share.status, action: 'payment' } })
    return { body: toBegun(await begin(open, visit), visit) }
  },

  reportPaid: async ({ params, body, visit }) => ({
    body: toOrder(await visit.catalog.payments.report(params.code, body.phone, body.producerId), visit),
  }),

  orderAgain: async ({ params, body, visit }) => {
    const { fulfillments } = await getOrder(params.code, body.phone, visit)
    const wanted = fulfillments.flatMap(({ lines }) => lines.map(({ sku, quantity }) => [sku, quantity] as const))
    const quote = visit.catalog.quote(new Map(wanted))
    const lines = [...fitToStock(quote)].map(([sku, quantity]) => ({ sku, quantity }))
    const found = new Set(lines.map(({ sku }) => sku))
    return { body: { lines, unavailable: wanted.map(([sku]) => sku).filter((sku) => !found.has(sku)) } }
  },

  recordBankNotice: async ({ body, visit }) => {
    const { notice } = await visit.catalog.bankNotices.record(body)
    const { reference, outcome, orderCode = null, producerId = null } = notice
    return { body: { reference, outcome, orderCode, producerId } }
  },
}
