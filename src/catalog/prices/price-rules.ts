import * as z from 'zod'
import { daysInOrder } from '../days-in-order.js'
import { Day } from '../day.js'
import { Price } from '../vnd.js'

/** Percent off a price: a whole number, and something is left to pay. */
export const Percent = z.int().min(1).max(90)

/** A lower price for some days; the last one is in it. */
export const SalePrice = z.strictObject({ price: Price, from: Day, until: Day }).refine(...daysInOrder)
export type SalePrice = z.infer<typeof SalePrice>

/** Less to pay when enough units of one variant are bought: percent, or đồng off each unit; one of the two. */
export const BuyMore = z
  .strictObject({ from: z.int().min(2).max(999), percent: Percent.optional(), amount: Price.optional() })
  .refine(({ percent, amount }) => (percent === undefined) !== (amount === undefined), {
    path: ['percent'],
    params: {
      code: 'inconsistent',
      why: 'Chọn một: giảm theo phần trăm hoặc theo số tiền.',
      whyEn: 'Choose one: percent or an amount.',
    },
  })
export type BuyMore = z.infer<typeof BuyMore>

/** The rate of value-added tax that a price holds, in percent (Law 48/2024/QH15: 0, 5 or 10; 8 while it is cut). */
export const VatRate = z.union([z.literal(0), z.literal(5), z.literal(8), z.literal(10)])
export type VatRate = z.infer<typeof VatRate>

/** A price that was asked until a day; `from` a day on when it was the price of a sale. */
export const PastPrice = z.strictObject({ price: Price, from: Day.optional(), until: Day })
export type PastPrice = z.infer<typeof PastPrice>
