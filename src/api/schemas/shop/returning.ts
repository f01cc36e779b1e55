import * as z from 'zod'
import { ProducerId, Sku } from '../../../catalog/ids.js'
import { Quantity } from '../../../catalog/order.js'
import { ReturnReason, ReturnStatus } from '../../../catalog/return-request.js'
import { line } from '../../../catalog/text.js'
import { Vnd } from '../../../catalog/vnd.js'
import { named } from '../../components.js'
import { Phone } from './order.js'
import { pathText } from '../paging.js'

const lines = z
  .array(z.strictObject({ sku: Sku, quantity: Quantity }))
  .min(1)
  .max(50)

/** Goods of a delivered share that its buyer wants to give back. */
export const ReturnGoodsBody = named(
  'ReturnGoodsBody',
  z.strictObject({ phone: Phone, producerId: ProducerId, reason: ReturnReason, words: line(500).optional(), lines }),
)

/** What the producer says to it: a reason to refuse, what can be sold again once it is received. */
export const ReturnStepBody = named(
  'ReturnStepBody',
  z.strictObject({
    status: ReturnStatus,
    reason: line(300).optional(),
    restock: z
      .array(z.strictObject({ sku: Sku, quantity: Quantity }))
      .max(50)
      .optional(),
    /** The shipping charge goes back too. */
    withShipping: z.boolean().optional(),
  }),
)

/** The share of an order, and which of its returns, counted from 0. */
export const ByReturn = z.strictObject({ code: pathText(40), index: z.int().min(0).max(99) })

/** Money that went back; what came in when the sum is left out. */
export const RefundBody = named(
  'RefundBody',
  z.strictObject({ amount: Vnd.optional(), reference: line(100).optional(), reason: line(300).optional() }),
)
