import * as z from 'zod'
import { BankAccount } from './bank-account.js'
import { Instant } from '../day.js'
import { form } from '../form.js'
import { line } from '../text.js'
import { Vnd } from '../vnd.js'

/** The id of a way of paying: `cashOnDelivery`, `bankTransfer`, or that of a provider of the site's own. */
export const PaymentMethod = form(/^[a-z][A-Za-z0-9-]{1,29}$/, 'cashOnDelivery')
export type PaymentMethod = z.infer<typeof PaymentMethod>

/**
 * `due`: to be paid; `reported`: the buyer says to have paid; `paid`: the producer, or its bank, has the money;
 * `mismatch`: another sum came; `refunded`: money went back.
 */
export const PaymentStatus = z.enum(['due', 'reported', 'paid', 'mismatch', 'refunded'])
export type PaymentStatus = z.infer<typeof PaymentStatus>

/** What may follow each state of a payment; anything else is refused. */
export const PAYMENT_STEPS: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  due: ['reported', 'paid', 'mismatch'],
  reported: ['paid', 'mismatch'],
  mismatch: ['paid', 'mismatch', 'refunded'],
  paid: ['refunded'],
  refunded: ['refunded'],
}

/** The payment of one producer's share of an order. */
export const Payment = z.strictObject({
  method: PaymentMethod,
  status: PaymentStatus,
  /** For a transfer: where it goes, as the producer's account was when the order was placed. */
  account: BankAccount.optional(),
  /** Where money comes by itself: the text by which it is known. */
  text: line(25).optional(),
  /** Until when it is to be paid; left out where there is no term, as for cash. */
  payBy: Instant.optional(),
  /** Grows only. */
  history: z
    .array(
      z.strictObject({
        status: PaymentStatus,
        at: Instant,
        /** What came, or went back, in đồng. */
        amount: Vnd.optional(),
        /** The bank's own number of the transfer. */
        reference: line(100).optional(),
        reason: line(300).optional(),
      }),
    )
    .min(1),
})
export type Payment = z.infer<typeof Payment>
