import { toInstant } from '../catalog/day.js'
import type { Order } from '../catalog/order.js'
import type { PhoneNumber } from '../catalog/phone.js'
import type { CatalogState } from '../catalog/state.js'
import type { Put } from '../catalog/store.js'
import type { Voucher } from '../catalog/prices/voucher.js'

/** Random tries before the places are looked through one by one. */
const TRIES = 16

/** Tells a second use of a voucher by one phone, and a phone's uses of two vouchers from nothing. */
export const digestForVoucher = (
  voucherId: Voucher['id'],
  phone: PhoneNumber,
  sha256: (text: string) => string,
): string => sha256(`${voucherId} ${phone}`)

/** True when an order with this phone number has taken the voucher. */
export const isUsedBy = (
  phone: PhoneNumber,
  { id }: Voucher,
  state: CatalogState,
  sha256: (text: string) => string,
): boolean => state.findHolder('voucherUses', 'phone', `${id} ${digestForVoucher(id, phone, sha256)}`) !== null

/**
 * The use of an order's voucher under the number that its recipient has now, so that one buyer uses it once; nothing where
 * that number has used it already.
 */
export function useUnderPhone(
  { voucherUseId, recipient: { phone } }: Order,
  state: CatalogState,
  sha256: (text: string) => string,
  now: Date,
): Put[] {
  const use = voucherUseId && state.find('voucherUses', voucherUseId)
  const voucher = use?.status === 'taken' && state.find('vouchers', use.voucherId)
  if (!voucher || phone === '' || isUsedBy(phone, voucher, state, sha256)) return []
  const phoneDigest = digestForVoucher(voucher.id, phone, sha256)
  return [
    { collection: 'voucherUses', record: { ...use, version: use.version + 1, phoneDigest, changedAt: toInstant(now) } },
  ]
}

/**
 * A place of the voucher that nobody has taken, at random, so that buyers who come at once seldom want the same one; the
 * store gives each to one order. Null for a voucher without a limit.
 */
export function freePlace(
  { id, limit }: Voucher,
  state: CatalogState,
  randomInt: (below: number) => number,
): number | null {
  if (limit === null) return null
  const isFree = (place: number) => state.findHolder('voucherUses', 'place', `${id} ${place}`) === null
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const place = 1 + randomInt(limit)
    if (isFree(place)) return place
  }
  for (let place = 1; place < limit; place += 1) if (isFree(place)) return place
  return limit
}
