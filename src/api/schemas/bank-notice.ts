import * as z from 'zod'
import { NoticeOutcome } from '../../catalog/payments/bank-notice.js'
import { line } from '../../catalog/text.js'
import { Vnd } from '../../catalog/vnd.js'
import { named } from '../components.js'

/** What a bank, or a service that speaks for it, tells of a transfer. */
export const BankNoticeBody = named(
  'BankNoticeBody',
  z.strictObject({
    /** The bank's own number of the transfer: a notice sent again changes nothing. */
    reference: line(100),
    accountNumber: line(30).optional(),
    amount: Vnd,
    text: line(500, 0),
    paidAt: z.string().min(1).max(40),
  }),
)

export const BankNoticeOutcome = named(
  'BankNoticeOutcome',
  z.strictObject({
    reference: z.string(),
    outcome: NoticeOutcome,
    orderCode: z.string().nullable(),
    producerId: z.string().nullable(),
  }),
)
