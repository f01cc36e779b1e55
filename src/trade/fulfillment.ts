import * as z from 'zod'
import { toInstant } from '../catalog/day.js'
import { CatalogError } from '../catalog/errors.js'
import type { ProducerId, TransactionId } from '../catalog/ids.js'
import { FULFILLMENT_STEPS, type Fulfillment, type FulfillmentStatus, type Order, Reason } from '../catalog/order.js'
import { parse } from '../catalog/parse.js'
import type { Commit } from '../catalog/store.js'
import type { Transaction } from '../catalog/transaction.js'

/** What a step of an order needs from outside. `sales` are the order's transactions that are not voided. */
export interface StepContext {
  readonly now: Date
  readonly newId: () => string
  readonly sales: readonly Transaction[]
}

const Remark = z.strictObject({ reason: Reason })

const UNDONE: ReadonlySet<FulfillmentStatus> = new Set(['cancelled', 'returned'])

function step(fulfillment: Fulfillment, status: FulfillmentStatus, now: Date, reason?: string): Fulfillment {
  const entry = { status, at: toInstant(now), ...(reason ? { reason } : {}) }
  return { ...fulfillment, status, history: [...fulfillment.history, entry] }
}

/** The entry that takes a sale back: the same facts, on the same day, recorded now. */
const voidOf = (sale: Transaction, { now, newId }: StepContext): Transaction => ({
  ...sale,
  id: newId() as TransactionId,
  kind: 'void',
  voids: sale.id,
  recordedAt: toInstant(now),
})

/**
 * Moves the chosen shares of an order one step. Cancelled and returned shares have their transactions voided; stock comes
 * back from a cancellation alone, since whether returned goods can be sold again is for a person to say.
 */
function planSteps(
  order: Order,
  moved: ReadonlySet<ProducerId>,
  status: FulfillmentStatus,
  context: StepContext,
  said?: string,
) {
  const { reason } = parse(Remark, { reason: said?.trim() ? said : undefined })
  const next: Order = {
    ...order,
    version: order.version + 1,
    changedAt: toInstant(context.now),
    fulfillments: order.fulfillments.map((fulfillment) =>
      moved.has(fulfillment.producerId) ? step(fulfillment, status, context.now, reason) : fulfillment,
    ),
  }
  const undone = UNDONE.has(status) ? order.fulfillments.filter(({ producerId }) => moved.has(producerId)) : []
  const commit: Commit = {
    puts: [{ collection: 'orders', record: next }],
    transactions: context.sales
      .filter(({ producerId }) => undone.some((fulfillment) => fulfillment.producerId === producerId))
      .map((sale) => voidOf(sale, context)),
    stock: (status === 'cancelled' ? undone : []).flatMap(({ lines }) =>
      lines.map(({ sku, quantity }) => ({ sku, quantity, reason: 'cancellation' as const, orderId: order.id })),
    ),
  }
  return { order: next, commit }
}

/**
 * A shopper's cancellation: every share that its producer has not accepted yet.
 *
 * @throws {CatalogError} `NOT_ALLOWED_NOW` when no share is left to cancel; `INVALID_INPUT` at `reason`.
 */
export function planCancellation(
  order: Order,
  context: StepContext,
  reason?: string,
): { order: Order; commit: Commit } {
  const open = order.fulfillments.filter(({ status }) => status === 'placed').map(({ producerId }) => producerId)
  if (open.length === 0)
    throw new CatalogError('NOT_ALLOWED_NOW', {
      details: { status: order.fulfillments[0]?.status ?? '', action: 'cancelled' },
    })
  return planSteps(order, new Set(open), 'cancelled', context, reason)
}

/**
 * A producer's step with its share of an order, such as `accepted` or `shipped`.
 *
 * @throws {CatalogError} `NOT_FOUND` when the producer has no share; `NOT_ALLOWED_NOW` when the step may not follow;
 * `INVALID_INPUT` at `reason`.
 */
export function planFulfillmentStep(
  order: Order,
  producerId: ProducerId,
  status: FulfillmentStatus,
  context: StepContext,
  reason?: string,
): { order: Order; commit: Commit } {
  const share = order.fulfillments.find((fulfillment) => fulfillment.producerId === producerId)
  if (!share) throw new CatalogError('NOT_FOUND', { details: { what: 'fulfillment', id: producerId } })
  if (!FULFILLMENT_STEPS[share.status].includes(status))
    throw new CatalogError('NOT_ALLOWED_NOW', { details: { status: share.status, action: status } })
  return planSteps(order, new Set([producerId]), status, context, reason)
}
