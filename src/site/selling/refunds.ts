import * as z from 'zod'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import { amountOf, type Fulfillment, type Order } from '../../catalog/order.js'
import { parse } from '../../catalog/parse.js'
import type { PaymentProvider, RefundRequest } from '../../catalog/ports/payment-provider.js'
import { line } from '../../catalog/text.js'
import type { Vnd } from '../../catalog/vnd.js'

const PATIENCE_MS = 20_000
const Answer = z.object({ reference: line(60) })

/** Money that a provider took for a share and can send back. */
interface Refundable {
  readonly provider: PaymentProvider
  /** The provider's own number of the payment. */
  readonly reference: string
  /** What of it has not gone back yet, in đồng. */
  readonly left: Vnd
}

/** What is to go back. */
export interface RefundWish {
  /** What tells this refund of the share from its others, such as `R1`; stays the same when it is tried again. */
  readonly mark: string
  readonly amount: Vnd
  readonly reason?: string | undefined
}

/** One refund under way: sends the money once, however often its commit is planned anew; the reference that is kept. */
export type SendBack = (order: Order, share: Fulfillment, wish: RefundWish) => Promise<string | undefined>

/** Null for what was paid in another way, noted by hand, or taken by a provider that sends nothing back. */
export function refundableOf(share: Fulfillment, providers: readonly PaymentProvider[]): Refundable | null {
  const { payment } = share
  const provider = providers.find((one) => one.id === payment?.method && one.refund !== undefined)
  if (!payment || !provider) return null
  const ours = `${provider.id}:`
  const came = payment.history.findLast(({ status, reference }) => status !== 'refunded' && reference?.startsWith(ours))
  if (came?.reference === undefined) return null
  const back = payment.history.reduce((sum, { status, amount = 0 }) => (status === 'refunded' ? sum + amount : sum), 0)
  return { provider, reference: came.reference.slice(ours.length), left: (came.amount ?? amountOf(share)) - back }
}

const shareId = (order: Order, share: Fulfillment): string =>
  `${order.code}-${String(order.fulfillments.indexOf(share) + 1).padStart(2, '0')}`

async function ask(provider: PaymentProvider, request: RefundRequest): Promise<string> {
  try {
    const answer = await provider.refund?.(request, AbortSignal.timeout(PATIENCE_MS))
    return `${provider.id}:${parse(Answer, answer).reference}`
  } catch (error) {
    const { vi, en = vi } = provider.name
    throw new CatalogError('REFUND_NOT_SENT', { details: { provider: vi, providerEn: en }, cause: error })
  }
}

/**
 * Begins one refund. What is returned sends the money by the share's provider, and gives undefined where it goes back by
 * hand.
 *
 * @throws {CatalogError} (what is returned) `REFUND_NOT_SENT`; `INVALID_INPUT` at `amount` for more than is left.
 */
export function openRefund(providers: readonly PaymentProvider[]): SendBack {
  let sent: string | undefined
  return async (order, share, { mark, amount, reason }) => {
    if (sent !== undefined) return sent
    const refundable = refundableOf(share, providers)
    if (!refundable || amount === 0) return undefined
    const { provider, reference, left } = refundable
    if (amount > left) throw fieldError('amount', 'tooLarge', { maximum: left })
    const { code: orderCode } = order
    const { producerId } = share
    const id = `${shareId(order, share)}-${mark}`
    sent = await ask(provider, { id, reference, orderCode, producerId, amount, reason: reason?.trim() || null })
    return sent
  }
}
