import * as z from 'zod'
import { toInstant } from '../catalog/day.js'
import { CatalogError, fieldError } from '../catalog/errors.js'
import type { ProducerId } from '../catalog/ids.js'
import {
  amountOf,
  FULFILLMENT_STEPS,
  Parcel,
  Reason,
  StepCause,
  type Fulfillment,
  type FulfillmentStatus,
  type Order,
} from '../catalog/order.js'
import { parse } from '../catalog/parse.js'
import type { CatalogState } from '../catalog/state.js'
import type { Commit, Put } from '../catalog/store.js'
import type { Transaction } from '../catalog/transaction.js'
import { mayFollow, shareOf, withPaymentStep } from './payments/payment-steps.js'
import { unpaidEnd } from './payments/payment-term.js'
import { oneMoreRefusal } from './refused-deliveries.js'
import { voidOf } from './undone-sales.js'
import { refuseUnlessVoucherHolds } from './voucher-rest.js'

/** What a step of an order needs from outside. `sales` are the order's transactions that are not voided. */
export interface StepContext {
  readonly now: Date
  readonly newId: () => string
  readonly sha256: (text: string) => string
  readonly sales: readonly Transaction[]
  readonly state: CatalogState
}

/** What is told with a step. */
export interface StepDetails {
  readonly reason?: string | undefined
  /** Who carries it and under which number; parsed. */
  readonly parcel?: unknown
}

const Remark = z.strictObject({ reason: Reason, parcel: Parcel.optional(), cause: StepCause.optional() })

const UNDONE: ReadonlySet<FulfillmentStatus> = new Set(['cancelled', 'returned'])

/** Cash changes hands at the door. */
function paidAtTheDoor(share: Fulfillment, now: Date): Pick<Fulfillment, 'payment'> {
  const { payment } = share
  if (payment?.method !== 'cashOnDelivery' || !mayFollow(payment, 'paid')) return {}
  return { payment: withPaymentStep(payment, 'paid', now, { amount: amountOf(share) }) }
}

function step(
  share: Fulfillment,
  status: FulfillmentStatus,
  now: Date,
  { reason, parcel, cause }: z.infer<typeof Remark>,
) {
  const entry = { status, at: toInstant(now), ...(reason ? { reason } : {}), ...(cause ? { cause } : {}) }
  return {
    ...share,
    ...(parcel ? { parcel } : {}),
    ...(status === 'delivered' ? paidAtTheDoor(share, now) : {}),
    status,
    history: [...share.history, entry],
  }
}

/** The use of the order's voucher as given back, once every share that it took something off is cancelled. */
function returnedUse(order: Order, { state, now }: StepContext): Put[] {
  const use = order.voucherUseId && state.find('voucherUses', order.voucherUseId)
  if (use?.status !== 'taken') return []
  const isUsed = order.fulfillments.some(
    ({ status, reductions = [] }) => status !== 'cancelled' && reductions.some(({ kind }) => kind === 'voucher'),
  )
  if (isUsed) return []
  const record = { ...use, version: use.version + 1, status: 'returned' as const, changedAt: toInstant(now) }
  return [{ collection: 'voucherUses', record }]
}

/** A delivery that came back was not accepted at the door. */
function refusedDelivery(order: Order, undone: readonly Fulfillment[], context: StepContext): Put[] {
  if (!undone.some(({ status }) => status === 'shipped')) return []
  const { state, sha256, now } = context
  return [{ collection: 'deliveryRefusals', record: oneMoreRefusal(order.recipient.phone, state, sha256, now) }]
}

/**
 * Moves the chosen shares of an order one step. Cancelled and returned shares have their transactions voided; stock comes
 * back from a cancellation alone, since whether returned goods can be sold again is for a person to say.
 */
function planSteps(
  order: Order,
  moved: ReadonlySet<ProducerId>,
  status: FulfillmentStatus,
  context: StepContext,
  { reason: said, parcel, cause }: StepDetails & { readonly cause?: z.infer<typeof StepCause> },
) {
  const remark = parse(Remark, { reason: said?.trim() ? said : undefined, parcel, cause })
  const next: Order = {
    ...order,
    version: order.version + 1,
    changedAt: toInstant(context.now),
    fulfillments: order.fulfillments.map((share) =>
      moved.has(share.producerId) ? step(share, status, context.now, remark) : share,
    ),
  }
  const undone = UNDONE.has(status) ? order.fulfillments.filter(({ producerId }) => moved.has(producerId)) : []
  const puts: Put[] = [
    { collection: 'orders', record: next },
    ...(status === 'cancelled' ? returnedUse(next, context) : []),
    ...refusedDelivery(order, undone, context),
  ]
  const commit: Commit = {
    puts,
    transactions: context.sales
      .filter(({ producerId }) => undone.some((share) => share.producerId === producerId))
      .map((sale) => voidOf(sale, context)),
    stock: (status === 'cancelled' ? undone : []).flatMap(({ lines }) =>
      lines.map(({ sku, quantity }) => ({ sku, quantity, reason: 'cancellation' as const, orderId: order.id })),
    ),
  }
  return { order: next, commit }
}

const notToBeCancelled = (share: Fulfillment | undefined): CatalogError =>
  new CatalogError('NOT_ALLOWED_NOW', { details: { status: share?.status ?? '', action: 'cancelled' } })

/**
 * A shopper's cancellation: of the chosen shares, or of every share that its producer has not accepted yet.
 *
 * @param chosen - The producers whose shares are cancelled; all that may be when left out.
 * @throws {CatalogError} `NOT_FOUND` for a producer without a share; `NOT_ALLOWED_NOW` when no share is left to cancel, or
 * a chosen one was accepted; `INVALID_INPUT` at `reason`, and at `producerIds` when none is chosen, or what is kept would
 * not have got the order's voucher.
 */
export function planCancellation(
  order: Order,
  context: StepContext,
  reason?: string,
  chosen?: readonly ProducerId[],
): { order: Order; commit: Commit } {
  const open = order.fulfillments.filter(({ status }) => status === 'placed')
  if (open.length === 0) throw notToBeCancelled(order.fulfillments[0])
  if (chosen?.length === 0) throw fieldError('producerIds', 'tooFew', { minimum: 1 })
  const wanted = chosen?.map((producerId) => shareOf(order, producerId)) ?? open
  const accepted = wanted.find((share) => !open.includes(share))
  if (accepted) throw notToBeCancelled(accepted)
  const moved = new Set(wanted.map(({ producerId }) => producerId))
  if (moved.size < open.length) refuseUnlessVoucherHolds(order, moved, context.state)
  return planSteps(order, moved, 'cancelled', context, { reason })
}

/**
 * The cancellation by the shop itself of the shares that were not paid by their term.
 *
 * @param isLeft - Tells of a share that it is left to a person.
 * @returns null when there is none.
 */
export function planUnpaidEnd(
  order: Order,
  context: StepContext,
  isLeft: (share: Fulfillment) => boolean = () => false,
): { order: Order; commit: Commit; ended: readonly ProducerId[] } | null {
  const ended = order.fulfillments
    .filter((share) => (unpaidEnd(share) ?? Infinity) <= context.now.getTime() && !isLeft(share))
    .map(({ producerId }) => producerId)
  if (ended.length === 0) return null
  return { ...planSteps(order, new Set(ended), 'cancelled', context, { cause: 'unpaid' }), ended }
}

/**
 * A producer's step with its share of an order, such as `accepted` or `shipped`. Goods that were delivered come back by
 * a return (`returns.ts`), so that a person says what is refunded.
 *
 * @throws {CatalogError} `NOT_FOUND` when the producer has no share; `NOT_ALLOWED_NOW` when the step may not follow;
 * `INVALID_INPUT` at `reason` or `parcel`.
 */
export function planFulfillmentStep(
  order: Order,
  producerId: ProducerId,
  status: FulfillmentStatus,
  context: StepContext,
  details: StepDetails = {},
): { order: Order; commit: Commit } {
  const share = shareOf(order, producerId)
  if (!FULFILLMENT_STEPS[share.status].includes(status))
    throw new CatalogError('NOT_ALLOWED_NOW', { details: { status: share.status, action: status } })
  return planSteps(order, new Set([producerId]), status, context, details)
}
