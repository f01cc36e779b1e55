import { fieldError } from '../catalog/errors.js'
import type { ProducerId } from '../catalog/ids.js'
import { goodsOf, type Fulfillment, type Order } from '../catalog/order.js'
import { formatVnd } from '../catalog/prices/vnd-words.js'
import type { CatalogState } from '../catalog/state.js'

/** The goods of a share as a voucher sees them: after buy-more reductions. */
const goodsFor = ({ lines, reductions = [] }: Fulfillment): number =>
  goodsOf({ lines, reductions: reductions.filter(({ kind }) => kind !== 'voucher') })

/**
 * Refuses to take shares out of an order whose voucher needs more goods than would be left: nobody orders for a minimum
 * and keeps what it took off without it.
 *
 * @param cancelled - The producers whose shares go.
 * @throws {CatalogError} `INVALID_INPUT` at `producerIds`.
 */
export function refuseUnlessVoucherHolds(
  { fulfillments, voucherUseId }: Order,
  cancelled: ReadonlySet<ProducerId>,
  state: CatalogState,
): void {
  const use = voucherUseId && state.find('voucherUses', voucherUseId)
  const voucher = use && state.find('vouchers', use.voucherId)
  if (!voucher) return
  const kept = fulfillments.filter(
    ({ producerId, status, reductions = [] }) =>
      status !== 'cancelled' && !cancelled.has(producerId) && reductions.some(({ kind }) => kind === 'voucher'),
  )
  if (kept.length === 0 || kept.reduce((sum, share) => sum + goodsFor(share), 0) >= voucher.minimum) return
  const minimum = formatVnd(voucher.minimum)
  throw fieldError('producerIds', 'inconsistent', {
    why: `Mã ${voucher.code} cần tiền hàng từ ${minimum}, phần còn lại không đủ. Hãy giữ nguyên, hoặc hủy tất cả rồi đặt lại.`,
    whyEn: `The voucher ${voucher.code} needs goods of ${minimum}, and what is left is less. Keep all parts, or cancel them all and order again.`,
  })
}
