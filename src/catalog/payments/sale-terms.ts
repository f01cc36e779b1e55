import * as z from 'zod'
import { BankAccount } from './bank-account.js'
import { Instant } from '../day.js'
import { ProducerId, Version } from '../ids.js'
import { line } from '../text.js'
import { Vnd } from '../vnd.js'

/** The charge for the first weight, and for each further step of weight begun. */
const Tariff = z.strictObject({ first: Vnd.max(10_000_000), each: Vnd.max(10_000_000) })
export type Tariff = z.infer<typeof Tariff>

const Grams = z.int().min(1).max(100_000)

/** What a producer asks for delivery: by weight and by how far it goes. */
export const ShippingTerms = z.strictObject({
  /** The weight that the first charge covers, and the step from there on, in grams. */
  firstGrams: Grams,
  stepGrams: Grams,
  sameProvince: Tariff,
  sameRegion: Tariff,
  elsewhere: Tariff,
  /** Nothing from this sum of goods on, before vouchers. */
  freeFrom: Vnd.optional(),
})
export type ShippingTerms = z.infer<typeof ShippingTerms>

/** Where goods can be fetched, at no charge. */
export const PickUp = z.strictObject({ address: line(300, 3), hours: line(100).optional() })
export type PickUp = z.infer<typeof PickUp>

/** When the account was last set, changed or taken away, and by whom, with the name borne then. */
const AccountChange = z.strictObject({ at: Instant, by: line(200) })
export type AccountChange = z.infer<typeof AccountChange>

/** How a producer sells in this shop; the id is the producer's. What is left out follows the shop's own rules. */
export const SaleTerms = z
  .strictObject({
    id: ProducerId,
    version: Version,
    /** With an account the producer takes bank transfers. */
    bankAccount: BankAccount.optional(),
    /** Written by the command alone, for the producer's people to see. */
    accountChange: AccountChange.optional(),
    /** No cash on delivery: every order is paid by transfer. */
    prepaidOnly: z.literal(true).optional(),
    shipping: ShippingTerms.optional(),
    pickUp: PickUp.optional(),
    changedAt: Instant,
  })
  .refine(({ bankAccount, prepaidOnly }) => prepaidOnly !== true || bankAccount !== undefined, {
    path: ['prepaidOnly'],
    params: {
      code: 'inconsistent',
      why: 'Cần có tài khoản nhận tiền thì mới bỏ được trả tiền khi nhận hàng.',
      whyEn: 'Only with an account that is paid into can cash on delivery be left out.',
    },
  })
export type SaleTerms = z.infer<typeof SaleTerms>
