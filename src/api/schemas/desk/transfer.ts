import * as z from 'zod'
import { Instant } from '../../../catalog/day.js'
import { NoticeOutcome } from '../../../catalog/payments/bank-notice.js'
import { line } from '../../../catalog/text.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'

/** Money that came in and pays no order by itself. */
export const Transfer = named(
  'Transfer',
  z.strictObject({
    id: z.string(),
    reference: z.string(),
    amount: z.int(),
    text: z.string(),
    paidAt: Instant,
    outcome: NoticeOutcome,
    /** The order that its text names; null when it names none. */
    orderCode: z.string().nullable(),
    producerId: z.string().nullable(),
    settled: z.strictObject({ at: Instant, by: z.string(), note: z.string() }).nullable(),
  }),
)
export const TransferPage = named(
  'TransferPage',
  z.strictObject({ total: z.int(), next: Next, transfers: z.array(Transfer) }),
)
/** The code of the order that it pays, or the text of that order's transfer. */
export const PayOrderBody = named('PayOrderBody', z.strictObject({ order: line(100) }))
export const SettleBody = named('SettleBody', z.strictObject({ note: line(300) }))
