import * as z from 'zod'
import { PickUp, ShippingTerms } from '../../../catalog/payments/sale-terms.js'
import { BankAccount } from '../../../catalog/payments/bank-account.js'
import { Voucher as VoucherRecord } from '../../../catalog/prices/voucher.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'

const { code, note, percent, most, amount, from, until, minimum, limit, status } = VoucherRecord.shape

/** A code that takes something off the goods of an order: a percentage, or a sum. */
export const Voucher = named(
  'Voucher',
  z.strictObject({
    id: z.string(),
    version: z.int(),
    code: z.string(),
    note: z.string().nullable(),
    percent: z.number().nullable(),
    most: z.int().nullable(),
    amount: z.int().nullable(),
    from,
    until,
    minimum,
    limit,
    status,
    /** Orders that use it now. */
    uses: z.int(),
  }),
)

export const VoucherPage = named(
  'VoucherPage',
  z.strictObject({ total: z.int(), next: Next, vouchers: z.array(Voucher) }),
)

/** All of a voucher; percent or amount, not both. */
export const VoucherBody = named(
  'VoucherBody',
  z.strictObject({ code, note, percent, most, amount, from, until, minimum, limit, status }),
)

/** How a producer sells here; null follows the shop's own rules. */
export const SaleTerms = named(
  'SaleTerms',
  z.strictObject({
    /** With an account the producer takes bank transfers. */
    bankAccount: BankAccount.nullable(),
    /** True without cash on delivery. */
    prepaidOnly: z.boolean(),
    shipping: ShippingTerms.nullable(),
    pickUp: PickUp.nullable(),
  }),
)

/** All of the terms; what is left out follows the shop's own rules from now on. */
export const SaleTermsBody = named(
  'SaleTermsBody',
  z.strictObject({
    bankAccount: BankAccount.nullable().optional(),
    prepaidOnly: z.boolean().optional(),
    shipping: ShippingTerms.nullable().optional(),
    pickUp: PickUp.nullable().optional(),
  }),
)
