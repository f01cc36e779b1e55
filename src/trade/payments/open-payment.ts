import { toInstant } from '../../catalog/day.js'
import { fieldError } from '../../catalog/errors.js'
import type { PaymentProvider } from '../../catalog/ports/payment-provider.js'
import type { Payment, PaymentMethod } from '../../catalog/payments/payment.js'
import { paymentOf } from './payment-choice.js'
import type { QuoteShare } from '../quote.js'
import { transferText, type ShareReference } from './transfer-text.js'

const HOUR = 3_600_000

/** When a share is ordered, and how long its buyer has to pay it before the goods come. */
export interface PaymentTerm {
  readonly now: Date
  /** In hours; null for any time. */
  readonly payWithinHours: number | null
}

/**
 * The payment of a share as it is ordered: as the buyer wants it where the producer takes that, and but for cash with a
 * term.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `payment` when the producer can be paid in no way at all.
 */
export function openPayment(
  share: QuoteShare,
  wanted: PaymentMethod,
  providers: readonly PaymentProvider[],
  reference: ShareReference,
  { now, payWithinHours }: PaymentTerm,
): Payment {
  const method = paymentOf(share, wanted, providers)
  if (method === null) throw fieldError('payment', 'notFound', { value: share.producer.name })
  const history: Payment['history'] = [{ status: 'due', at: toInstant(now) }]
  if (method === 'cashOnDelivery') return { method, status: 'due', history }
  const account = method === 'bankTransfer' ? share.terms?.bankAccount : undefined
  const payBy = payWithinHours === null ? null : toInstant(new Date(now.getTime() + payWithinHours * HOUR))
  return {
    method,
    status: 'due',
    ...(account && { account }),
    text: transferText(reference),
    ...(payBy && { payBy }),
    history,
  }
}
