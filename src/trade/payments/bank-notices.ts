import * as z from 'zod'
import type { BankNotice, NoticeOutcome } from '../../catalog/payments/bank-notice.js'
import { toInstant, type Instant } from '../../catalog/day.js'
import type { BankNoticeId } from '../../catalog/ids.js'
import { amountOf, type Fulfillment, type Order } from '../../catalog/order.js'
import { parse } from '../../catalog/parse.js'
import type { PaymentMethod } from '../../catalog/payments/payment.js'
import { line } from '../../catalog/text.js'
import type { Commit, Put } from '../../catalog/store.js'
import { Vnd } from '../../catalog/vnd.js'
import { mayFollow, withPaymentStep, withShare } from './payment-steps.js'
import { readTransferText } from './transfer-text.js'

/** What a bank, or who speaks for it, tells of one transfer that came in. A provider's notice is held to the same. */
const NoticeInput = z.strictObject({
  reference: line(100),
  amount: Vnd.min(1),
  text: line(500, 0),
  /** ISO 8601 with its offset. */
  paidAt: z.iso.datetime({ offset: true }),
  accountNumber: line(30).optional(),
})
export type NoticeInput = z.infer<typeof NoticeInput>

/** @throws {CatalogError} `INVALID_INPUT` */
export const parseNotice = (input: unknown): NoticeInput => parse(NoticeInput, input)

/** The share that a notice names; null when its text names none of this order. */
function shareNamed({ text }: NoticeInput, order: Order | null): Fulfillment | null {
  const named = readTransferText(text)
  return (named && order?.fulfillments[named.index]) ?? null
}

/** An account's number as banks write it, without what stands between its digits. */
export const accountDigits = (account: string): string => account.replace(/[\s.-]/g, '').toUpperCase()

function outcomeOf(notice: NoticeInput, method: PaymentMethod, share: Fulfillment | null): NoticeOutcome {
  if (!share) return 'unknownOrder'
  const { payment, status } = share
  const isOtherAccount =
    notice.accountNumber !== undefined &&
    accountDigits(notice.accountNumber) !== accountDigits(payment?.account?.number ?? '')
  if (payment?.method !== method || status === 'cancelled' || isOtherAccount) return 'notExpected'
  if (!mayFollow(payment, 'paid')) return 'alreadyPaid'
  return notice.amount === amountOf(share) ? 'matched' : 'wrongAmount'
}

/**
 * What a notice changes: a share whose code and sum it names is paid; another sum marks it as one to look at; anything
 * else is kept for a person and changes no order. A share that is paid stays as it is.
 */
export function planNotice(
  input: NoticeInput,
  order: Order | null,
  context: { readonly now: Date; readonly newId: () => string; readonly provider: PaymentMethod | null },
): { notice: BankNotice; order: Order | null; commit: Commit } {
  const share = shareNamed(input, order)
  const { provider } = context
  const outcome = outcomeOf(input, provider ?? 'bankTransfer', share)
  const at = toInstant(context.now)
  const notice: BankNotice = {
    id: context.newId() as BankNoticeId,
    version: 1,
    reference: input.reference,
    ...(provider === null ? {} : { provider }),
    ...(input.accountNumber === undefined ? {} : { accountNumber: input.accountNumber }),
    amount: input.amount,
    text: input.text,
    paidAt: new Date(input.paidAt).toISOString() as Instant,
    outcome,
    ...(order && share ? { orderId: order.id, orderCode: order.code, producerId: share.producerId } : {}),
    changedAt: at,
  }
  const puts: Put[] = [{ collection: 'bankNotices', record: notice }]
  const next = order && share && stepped(order, share, input, outcome, context.now)
  if (next) puts.push({ collection: 'orders', record: next })
  return { notice, order: next, commit: { puts } }
}

function stepped(order: Order, share: Fulfillment, input: NoticeInput, outcome: NoticeOutcome, now: Date) {
  const { payment } = share
  if (!payment || (outcome !== 'matched' && outcome !== 'wrongAmount')) return null
  const { amount, reference } = input
  const status = outcome === 'matched' ? 'paid' : 'mismatch'
  return withShare(order, { ...share, payment: withPaymentStep(payment, status, now, { amount, reference }) }, now)
}
