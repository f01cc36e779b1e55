import * as z from 'zod'
import { daysInOrder } from '../days-in-order.js'
import { Day, Instant } from '../day.js'
import { Digest } from '../digest.js'
import { form } from '../form.js'
import { ProducerId, Version, VoucherId, VoucherUseId } from '../ids.js'
import { Percent } from './price-rules.js'
import { line } from '../text.js'
import { Price, Vnd } from '../vnd.js'

/** Six to twenty letters and digits, so that it is not guessed: `HOICHO2026`. Kept in capitals. */
export const VoucherCode = z
  .string()
  .overwrite((value) => value.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
  .pipe(form(/^[0-9A-Z]{6,20}$/, 'HOICHO2026'))

/** A code that takes something off the goods of an order, of one producer or of the whole shop. */
export const Voucher = z
  .strictObject({
    id: VoucherId,
    version: Version,
    code: VoucherCode,
    /** What it is for, in the words of who made it; shoppers do not see it. */
    note: line(200).optional(),
    /** Null for the goods of every producer. */
    producerId: ProducerId.nullable(),
    percent: Percent.optional(),
    /** The most that a percentage takes off, in đồng. */
    most: Price.optional(),
    /** Đồng off, in place of a percentage. */
    amount: Price.optional(),
    from: Day,
    /** The last day on which it can be used. */
    until: Day,
    /** The least sum of goods, after buy-more reductions, that it takes something off. */
    minimum: Vnd,
    /** How many orders may use it; null for any number. */
    limit: z.int().min(1).max(1_000_000).nullable(),
    status: z.enum(['active', 'withdrawn']),
    changedAt: Instant,
  })
  .refine(...daysInOrder)
  .refine(({ percent, amount }) => (percent === undefined) !== (amount === undefined), {
    path: ['percent'],
    params: {
      code: 'inconsistent',
      why: 'Chọn một: giảm theo phần trăm hoặc theo số tiền.',
      whyEn: 'Choose one: percent or an amount.',
    },
  })
export type Voucher = z.infer<typeof Voucher>

/**
 * One order that used a voucher. While it is `taken` it holds one of the voucher's places and the buyer's phone, so no
 * store takes a second one; a cancellation makes it `returned`.
 */
export const VoucherUse = z.strictObject({
  id: VoucherUseId,
  version: Version,
  voucherId: VoucherId,
  /** A digest: it tells a second use by one number and not the number. */
  phoneDigest: Digest,
  /** 1 to the voucher's limit; null for a voucher without one. */
  place: z.int().min(1).nullable(),
  status: z.enum(['taken', 'returned']),
  changedAt: Instant,
})
export type VoucherUse = z.infer<typeof VoucherUse>
