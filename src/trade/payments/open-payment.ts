import type { Instant } from '../../catalog/day.js'
import { fieldError } from '../../catalog/errors.js'
import type { PaymentProvider } from '../../catalog/ports/payment-provider.js'
import type { Payment, PaymentMethod } from '../../catalog/payments/payment.js'
import { paymentOf } from './payment-choice.js'
import type { QuoteShare } from '../quote.js'
import { transferText, type ShareReference } from './transfer-text.js'

/**
 * The payment of a share as it is ordered: as the buyer wants it where the producer takes that.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `payment` when the producer can be paid in no way at all.
 */
export function openPayment(
  share: QuoteShare,
  wanted: PaymentMethod,
  providers: readonly PaymentProvider[],
  reference: ShareReference,
  at: Instant,
): Payment {
  const method = paymentOf(share, wanted, providers)
  if (method === null) throw fieldError('payment', 'notFound', { value: share.producer.name })
  const history: Payment['history'] = [{ status: 'due', at }]
  if (method === 'cashOnDelivery') return { method, status: 'due', history }
  const account = method === 'bankTransfer' ? share.terms?.bankAccount : undefined
  return { method, status: 'due', ...(account && { account }), text: transferText(reference), history }
}
