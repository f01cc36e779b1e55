import type { LocalizedText } from '../../catalog/text.js'

/** What is to be paid: one producer's share of an order by bank transfer, not paid yet. */
export interface PaymentRequest {
  readonly orderCode: string
  readonly producerId: string
  /** In đồng, VAT and shipping included. */
  readonly amount: number
  /** The text by which the payment is known; it must come back with {@link PaymentProvider} 's notice. */
  readonly text: string
  /** Where the buyer goes on once it is done. */
  readonly returnTo: string
}

/**
 * Another way to pay a share beside the transfer by VietQR: a wallet or a card. The storefront shows a link; when the
 * provider tells the host that the money has come, the host hands it to `catalog.bankNotices.record({ reference, amount,
 * text, paidAt })`, which finds the share by its text and marks it as paid, once for each reference.
 */
export interface PaymentProvider {
  /** What the link says. */
  readonly name: LocalizedText
  /** The address at which this share is paid; null when the provider does not take it. */
  linkFor(request: PaymentRequest): string | null
}
