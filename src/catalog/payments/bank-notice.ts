import * as z from 'zod'
import { Instant } from '../day.js'
import { BankNoticeId, OrderId, ProducerId, Version } from '../ids.js'
import { PaymentMethod } from './payment.js'
import { line } from '../text.js'
import { Vnd } from '../vnd.js'

/**
 * What a notice came to: `matched` a share was paid; `wrongAmount` another sum than was due; `alreadyPaid` a second
 * payment; `notExpected` the share is cancelled, to be paid in another way, or another account; `unknownOrder` no share is named.
 */
export const NoticeOutcome = z.enum(['matched', 'wrongAmount', 'alreadyPaid', 'notExpected', 'unknownOrder'])
export type NoticeOutcome = z.infer<typeof NoticeOutcome>

/** What a bank or a payment provider says came in, as it was told once; what did not match waits for a person. */
export const BankNotice = z.strictObject({
  id: BankNoticeId,
  version: Version,
  /** The bank's own number of the transfer; a provider's begins with its id and a colon. */
  reference: line(100),
  /** The provider that told of it; left out for a bank. */
  provider: PaymentMethod.optional(),
  accountNumber: line(30).optional(),
  amount: Vnd,
  text: line(500, 0),
  paidAt: Instant,
  outcome: NoticeOutcome,
  orderId: OrderId.optional(),
  orderCode: line(20).optional(),
  producerId: ProducerId.optional(),
  /** Set when a person has dealt with it. */
  settled: z.strictObject({ at: Instant, by: line(200), note: line(300) }).optional(),
  changedAt: Instant,
})
export type BankNotice = z.infer<typeof BankNotice>
