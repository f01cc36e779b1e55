import type { Day } from '../catalog/day.js'
import type { ProducerId } from '../catalog/ids.js'
import { spread } from '../catalog/prices/spread.js'
import type { CatalogState } from '../catalog/state.js'
import type { Vnd } from '../catalog/vnd.js'
import { VoucherCode, type Voucher } from '../catalog/prices/voucher.js'

/** What a voucher takes off an order, and how much of that off each share. */
export interface VoucherOffer {
  readonly voucher: Voucher
  readonly amount: Vnd
  readonly byShare: readonly Vnd[]
}

/** One share as a voucher sees it. */
interface ShareGoods {
  readonly producerId: ProducerId
  /** Goods after buy-more reductions. */
  readonly goods: Vnd
}

/** How many orders use a voucher now. */
export const usesOf = ({ id }: Voucher, state: CatalogState): number =>
  state.listBy('voucherUses', 'voucher', id).length

function isOpen(voucher: Voucher, state: CatalogState, today: Day): boolean {
  const { status, from, until, limit } = voucher
  if (status !== 'active' || today < from || until < today) return false
  return limit === null || usesOf(voucher, state) < limit
}

const takenOff = ({ percent, most, amount = 0 }: Voucher, goods: Vnd): Vnd =>
  percent === undefined
    ? Math.min(amount, goods)
    : Math.min(Number((BigInt(goods) * BigInt(percent)) / 100n), most ?? goods)

/**
 * What a code takes off an order; null when it takes nothing, for whatever reason: who guesses codes is not to learn
 * which of them exist.
 *
 * @param isUsedByBuyer - Tells whether the buyer's phone has used a voucher already; left out while the phone is not known.
 */
export function voucherOffer(
  code: string,
  shares: readonly ShareGoods[],
  state: CatalogState,
  today: Day,
  isUsedByBuyer: (voucher: Voucher) => boolean = () => false,
): VoucherOffer | null {
  const read = VoucherCode.safeParse(code)
  const voucher = read.success ? state.findHolder('vouchers', 'code', read.data) : null
  if (!voucher || !isOpen(voucher, state, today) || isUsedByBuyer(voucher)) return null
  const weights = shares.map(({ producerId, goods }) =>
    voucher.producerId === null || voucher.producerId === producerId ? goods : 0,
  )
  const goods = weights.reduce((sum, weight) => sum + weight, 0)
  const amount = takenOff(voucher, goods)
  return goods < voucher.minimum || amount === 0 ? null : { voucher, amount, byShare: spread(amount, weights) }
}
