import type { BankAccount } from '../payments/bank-account.js'
import type { BankNotice } from '../payments/bank-notice.js'
import type { PaymentMethod } from '../payments/payment.js'
import type { Producer } from '../producer.js'
import type { SaleTerms } from '../payments/sale-terms.js'
import type { Language, LocalizedText } from '../text.js'
import type { Vnd } from '../vnd.js'

/** What is to be paid: one producer's share of an order, not paid yet. */
export interface PaymentRequest {
  /** Such as `7K2M9-QX4TB-01`: the same for the same share, however often its payment is begun. */
  readonly id: string
  readonly orderCode: string
  readonly producerId: string
  /** The producer's name. */
  readonly producer: string
  /** In đồng, VAT and shipping included. */
  readonly amount: Vnd
  /** The text by which the payment is known, such as `OCOP 7K2M9QX4TB 01`; a notice has to bring it back. */
  readonly text: string
  /** The producer's account as it was when the order was placed, with the bank's name; null unless it is paid into. */
  readonly account: (BankAccount & { readonly bank: string }) | null
  /** The language that the buyer reads. */
  readonly language: Language
  /** The absolute address where the buyer goes on once it is done, or was given up. */
  readonly returnTo: string
  /** The absolute address at which the provider's notices are taken. */
  readonly noticeTo: string
}

/** One line of what a buyer has to type or to compare. */
export interface PaymentFact {
  /** What it is, such as the account's number. */
  readonly label: LocalizedText
  /** As it is to be read, spaces between groups of digits included. */
  readonly value: string
  /** What the button to copy takes; none when left out. */
  readonly copy?: string
}

/** How to pay, shown on the order's own page. */
export interface PaymentInstructions {
  /** The text of a QR code that pays it. */
  readonly qr?: string
  /** In the order in which they are shown. */
  readonly facts: readonly PaymentFact[]
}

/** What begins a payment: another site's page, or something to do. */
export type PaymentStart = { readonly redirect: string } | { readonly instructions: PaymentInstructions }

/** What a provider sends to the shop: a notice of its machines, or the buyer that comes back with what it says. */
export interface PaymentMessage {
  /** `notice`: the provider's machine. `return`: the buyer's browser, which anybody may have led here. */
  readonly kind: 'notice' | 'return'
  readonly method: string
  readonly query: URLSearchParams
  /** As it came, byte for byte, so that a signature can be checked over it; empty for a GET. */
  readonly body: string
  /** One header of the request, by its name in any case. */
  readonly header: (name: string) => string | undefined
  /** The shop's clock. */
  readonly now: Date
}

/** Money that came in, as a provider states it. */
export interface PaymentNotice {
  /** The provider's own number of the payment, at most 60 characters: whatever bears it is counted once. */
  readonly reference: string
  /** In whole đồng, as the provider states it. */
  readonly amount: Vnd
  /** {@link PaymentRequest.text} of the share that it pays. */
  readonly text: string
  /** When the provider says that it was paid. */
  readonly paidAt: Date
}

/** What the provider's machine hears; 204 without a body when a provider does not say. */
export interface PaymentAnswer {
  readonly status: number
  /** The media type of the body. */
  readonly type: string
  readonly body: string
}

/** Money that is to go back to who paid it. */
export interface RefundRequest {
  /** Such as `7K2M9-QX4TB-01-R1`: the same for the same refund, however often it is asked for. */
  readonly id: string
  /** The provider's own number of the payment, {@link PaymentNotice.reference}. */
  readonly reference: string
  readonly orderCode: string
  readonly producerId: string
  /** In đồng: what was paid, or a part of it. */
  readonly amount: Vnd
  /** In the words of who sends it back; null when nothing was said. */
  readonly reason: string | null
}

/** What a provider says once the money is on its way back. */
export interface RefundAnswer {
  /** The provider's own number of the refund, at most 60 characters. */
  readonly reference: string
}

/**
 * A way of paying. Cash on delivery and VietQR are two of these; a wallet or a card is another, stated in
 * `createCatalog({ payments: [cashOnDelivery, vietQrTransfer, mine] })`. A share that is paid so is marked as paid by the
 * provider's proved notice alone, once for each reference; a notice of another sum, of a cancelled share or of none waits
 * for a person.
 */
export interface PaymentProvider {
  /** Stands in addresses and in records for good: a letter, then letters, digits and hyphens, at most 30. */
  readonly id: PaymentMethod
  /** What the buyer chooses. */
  readonly name: LocalizedText
  /** A sentence beside the choice. */
  readonly hint?: LocalizedText
  /** Whether a producer's share can be paid so. Every share when left out. */
  takes?(share: { readonly producer: Pick<Producer, 'id'>; readonly terms: SaleTerms | null }): boolean
  /** How to pay without leaving the order's page; made whenever the page is, so it asks nobody. */
  instructions?(request: PaymentRequest): PaymentInstructions
  /**
   * Begins a payment as the buyer presses the button. What it throws is told to the operator, and the buyer reads that the
   * provider does not answer and may try again. `signal` gives up after 10 seconds.
   */
  start?(request: PaymentRequest, signal: AbortSignal): PaymentStart | Promise<PaymentStart>
  /**
   * Proves a message and reads what it says; null for one that tells of no money.
   *
   * @throws {CatalogError} `NOTICE_NOT_PROVED` when it is not the provider's.
   */
  readNotice?(message: PaymentMessage): PaymentNotice | null | Promise<PaymentNotice | null>
  /**
   * Sends money back when a producer presses the button for it, or a return is refunded. Asked again with the same `id`,
   * since an answer was lost or two pressed at once, it answers as it did and sends nothing. What it throws leaves the
   * payment as it was, and the producer reads to try again. `signal` gives up after 20 seconds. Without it money goes back
   * by hand, and a person notes it.
   */
  refund?(request: RefundRequest, signal: AbortSignal): RefundAnswer | Promise<RefundAnswer>
  /** What the provider wants to hear; `outcome` is null for a message that told of no money. */
  answer?(outcome: BankNotice['outcome'] | null): PaymentAnswer
}
