import type { BankNotice } from '../../catalog/payments/bank-notice.js'
import { fieldError } from '../../catalog/errors.js'
import { amountOf, type Fulfillment, type Order } from '../../catalog/order.js'
import { mayFollow } from './payment-steps.js'
import { readTransferText } from './transfer-text.js'

const NONE = {
  why: 'Đơn này không có phần nào đang chờ chuyển khoản.',
  whyEn: 'No part of this order waits for a transfer.',
}
const SEVERAL = {
  why: 'Đơn này có nhiều phần chờ chuyển khoản; hãy gõ cả nội dung chuyển khoản, ví dụ OCOP 7K2M9QX4TB 01.',
  whyEn: 'Several parts of this order wait for a transfer; type the whole transfer text, such as OCOP 7K2M9QX4TB 01.',
}

/** True for a share whose money is still looked for. */
const isWaiting = ({ payment, status }: Fulfillment): boolean =>
  payment?.text !== undefined && status !== 'cancelled' && mayFollow(payment, 'paid')

/**
 * The share of an order that a transfer pays, as a person says it: the one that the typed text names, the only one that
 * waits, or the only one of that sum.
 *
 * @param isOwn - Tells for a share whether the person may speak for its producer.
 * @throws {CatalogError} `INVALID_INPUT` at `code` when none fits, or several do.
 */
export function sharePaidBy(
  notice: BankNotice,
  order: Order,
  typed: string,
  isOwn: (share: Fulfillment) => boolean,
): Fulfillment {
  const named = readTransferText(typed)
  const shares = named ? [order.fulfillments[named.index]].filter((share) => share !== undefined) : order.fulfillments
  const waiting = shares.filter((share) => isWaiting(share) && isOwn(share))
  const exact = waiting.filter((share) => amountOf(share) === notice.amount)
  const [share, ...others] = exact.length === 1 ? exact : waiting
  if (!share) throw fieldError('code', 'inconsistent', NONE)
  if (others.length > 0) throw fieldError('code', 'inconsistent', SEVERAL)
  return share
}
