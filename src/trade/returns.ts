import * as z from 'zod'
import { addDays, dayAt, toInstant, type Day } from '../catalog/day.js'
import { CatalogError, fieldError } from '../catalog/errors.js'
import { Sku, type ProducerId } from '../catalog/ids.js'
import { netAmounts, type Fulfillment, type Order } from '../catalog/order.js'
import { parse } from '../catalog/parse.js'
import { ReturnReason, ReturnRequest, RETURN_STEPS, type ReturnStatus } from '../catalog/return-request.js'
import type { Commit } from '../catalog/store.js'
import { line } from '../catalog/text.js'
import type { Vnd } from '../catalog/vnd.js'
import type { StepContext } from './fulfillment.js'
import { mayFollow, shareOf, withPaymentStep, withShare } from './payments/payment-steps.js'
import { saleOfRest, voidOf } from './undone-sales.js'

/** So many days after the delivery goods can be given back. */
export const RETURN_DAYS = 7

/** What a shopper asks for; parsed and refused field by field. */
const Wish = z.strictObject({
  reason: ReturnReason,
  words: line(500).optional(),
  lines: ReturnRequest.shape.lines,
})

/** The last day on which a share can be given back; null when it was not delivered. */
export function lastReturnDay({ status, history }: Fulfillment): Day | null {
  const delivered = history.findLast((entry) => entry.status === 'delivered')
  return status === 'delivered' && delivered ? addDays(dayAt(delivered.at), RETURN_DAYS) : null
}

/** Units of each line that no return asks back, in the order of the lines. */
export const returnableUnits = ({ lines, returns = [] }: Fulfillment): number[] =>
  lines.map(({ sku, quantity }) => quantity - unitsBack(returns, sku, ({ status }) => status !== 'refused'))

const unitsBack = (returns: readonly ReturnRequest[], sku: string, counts: (request: ReturnRequest) => boolean) =>
  returns
    .filter(counts)
    .flatMap(({ lines }) => lines)
    .reduce((sum, entry) => (entry.sku === sku ? sum + entry.quantity : sum), 0)

/**
 * A shopper's wish to give goods back.
 *
 * @throws {CatalogError} `NOT_FOUND`; `NOT_ALLOWED_NOW` before delivery and after {@link RETURN_DAYS}; `INVALID_INPUT`,
 * at `lines` for more units than there are to give back.
 */
export function planReturnRequest(order: Order, producerId: ProducerId, input: unknown, now: Date): Order {
  const share = shareOf(order, producerId)
  const lastDay = lastReturnDay(share)
  if (lastDay === null || dayAt(now) > lastDay)
    throw new CatalogError('NOT_ALLOWED_NOW', { details: { status: share.status, action: 'return' } })
  const wish = parse(Wish, input)
  const left = returnableUnits(share)
  wish.lines.forEach(({ sku, quantity }, index) => {
    const most = left[share.lines.findIndex((entry) => entry.sku === sku)]
    if (most === undefined || wish.lines.findIndex((entry) => entry.sku === sku) < index)
      throw fieldError(`lines.${index}.sku`, 'notFound', { value: sku })
    if (quantity > most) throw fieldError(`lines.${index}.quantity`, 'tooLarge', { maximum: most })
  })
  const request: ReturnRequest = {
    status: 'requested',
    ...wish,
    history: [{ status: 'requested', at: toInstant(now) }],
  }
  return withShare(order, { ...share, returns: [...(share.returns ?? []), request] }, now)
}

/** What is told with a step of a return. */
export interface ReturnDetails {
  readonly reason?: string | undefined
  /** For `received`: units that can be sold again, in the word of who looked at them. */
  readonly restock?: readonly { readonly sku: string; readonly quantity: number }[] | undefined
  /** For `refunded`: the shipping charge goes back too. */
  readonly withShipping?: boolean | undefined
  /** For `refunded`: the number under which a provider sent the money back. */
  readonly reference?: string | undefined
}

const GONE = { why: 'Phí giao đã hoàn với lần trả trước.', whyEn: 'Shipping went back with an earlier return.' }
const Restock = z.array(z.strictObject({ sku: Sku, quantity: z.int().min(1) })).max(50)
const Words = z.strictObject({ reason: line(300).optional(), restock: Restock })

/** What was paid for the first `units` of a line, so that parts given back one by one add up to the whole. */
const paidFor = (amount: Vnd, units: number, of: number): Vnd => Number((BigInt(amount) * BigInt(units)) / BigInt(of))

/** For each line: its units that are given back for money, before this request and with it. */
function refundedUnits(share: Fulfillment, index: number) {
  const before = (share.returns ?? []).filter(({ status }, at) => status === 'refunded' && at !== index)
  const now = share.returns?.[index] ? [share.returns[index]] : []
  return share.lines.map(({ sku }) => {
    const already = unitsBack(before, sku, () => true)
    return { already, after: already + unitsBack(now, sku, () => true) }
  })
}

/** True once the shipping charge went back, with whichever return of the share. */
export function isShippingRefunded(share: Fulfillment): boolean {
  const back = (share.returns ?? []).reduce(
    (sum, { status, refund = 0 }) => (status === 'refunded' ? sum + refund : sum),
    0,
  )
  return share.shipping > 0 && back > paidForUnits(share, refundedUnits(share, -1), 'already')
}

const paidForUnits = (share: Fulfillment, units: ReturnType<typeof refundedUnits>, which: 'already' | 'after'): Vnd => {
  const amounts = netAmounts(share)
  return units.reduce((sum, one, at) => sum + paidFor(amounts[at] ?? 0, one[which], share.lines[at]?.quantity ?? 1), 0)
}

/** The money that goes back for a return: what was paid for its units after reductions, and shipping when it is said so. */
export function refundOf(share: Fulfillment, index: number, withShipping: boolean): Vnd {
  const units = refundedUnits(share, index)
  const goods = paidForUnits(share, units, 'after') - paidForUnits(share, units, 'already')
  return goods + (withShipping ? share.shipping : 0)
}

/** The ledger follows the money: the sale is voided, and what was not given back is recorded on the same day. */
function ledgerAfter(share: Fulfillment, index: number, context: StepContext): Commit['transactions'] {
  const sale = context.sales.find(({ producerId }) => producerId === share.producerId)
  if (!sale) return []
  const amounts = netAmounts(share)
  const units = refundedUnits(share, index)
  const rest = share.lines.flatMap(({ productId, sku, quantity }, at) => {
    const { after } = units[at] ?? { after: 0 }
    const amount = amounts[at] ?? 0
    const left = quantity - after
    return left === 0 ? [] : [{ productId, sku, quantity: left, amount: amount - paidFor(amount, after, quantity) }]
  })
  return [voidOf(sale, context), ...(rest.length === 0 ? [] : [saleOfRest(sale, rest, context)])]
}

function refunded(share: Fulfillment, index: number, refund: Vnd, now: Date, reference?: string): Fulfillment {
  const { payment } = share
  const isAllBack = refundedUnits(share, index).every(({ after }, at) => after === share.lines[at]?.quantity)
  const entry = { status: 'returned' as const, at: toInstant(now) }
  return {
    ...share,
    ...(payment && mayFollow(payment, 'refunded')
      ? { payment: withPaymentStep(payment, 'refunded', now, { amount: refund, reference }) }
      : {}),
    ...(isAllBack ? { status: 'returned' as const, history: [...share.history, entry] } : {}),
  }
}

/**
 * A producer's step with a return: accepted, refused with a reason, received, refunded.
 *
 * @param index - Which of the share's returns, from 0.
 * @throws {CatalogError} `NOT_FOUND`; `NOT_ALLOWED_NOW` when the step may not follow; `INVALID_INPUT` at `reason` (a
 * refusal needs one), `restock` (no more than what came back) or `withShipping` (once).
 */
export function planReturnStep(
  order: Order,
  producerId: ProducerId,
  index: number,
  status: ReturnStatus,
  context: StepContext,
  details: ReturnDetails = {},
): { order: Order; commit: Commit } {
  const share = shareOf(order, producerId)
  const request = share.returns?.[index]
  if (!request) throw new CatalogError('NOT_FOUND', { details: { what: 'return', id: index } })
  if (!RETURN_STEPS[request.status].includes(status))
    throw new CatalogError('NOT_ALLOWED_NOW', { details: { status: request.status, action: status } })
  const said = details.reason?.trim() ? details.reason : undefined
  const { reason, restock } = parse(Words, { reason: said, restock: details.restock ?? [] })
  if (status === 'refused' && !reason) throw fieldError('reason', 'required')
  for (const { sku } of restock) {
    const again = restock.reduce((sum, other) => (other.sku === sku ? sum + other.quantity : sum), 0)
    const back = unitsBack([request], sku, () => status === 'received')
    if (again > back) throw fieldError('restock', 'tooLarge', { maximum: back })
  }
  const isRefund = status === 'refunded'
  if (isRefund && details.withShipping && isShippingRefunded(share))
    throw fieldError('withShipping', 'inconsistent', GONE)
  const refund = isRefund ? refundOf(share, index, details.withShipping ?? false) : undefined
  const answered: ReturnRequest = {
    ...request,
    status,
    ...(refund === undefined ? {} : { refund }),
    history: [...request.history, { status, at: toInstant(context.now), ...(reason ? { reason } : {}) }],
  }
  const moved = refund === undefined ? share : refunded(share, index, refund, context.now, details.reference)
  const returns = (share.returns ?? []).map((other, at) => (at === index ? answered : other))
  const next = withShare(order, { ...moved, returns }, context.now)
  const commit: Commit = {
    puts: [{ collection: 'orders', record: next }],
    transactions: (isRefund ? ledgerAfter(share, index, context) : undefined) ?? [],
    stock: restock.map(({ sku, quantity }) => ({ sku, quantity, reason: 'adjustment', orderId: order.id })),
  }
  return { order: next, commit }
}
