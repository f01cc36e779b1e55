import * as z from 'zod'
import { Day, Instant } from './day.js'
import { OrderId, PlatformId, ProducerId, ProductId, Sku, TransactionId } from './ids.js'
import { ProvinceKey } from './places/place.js'
import { line } from './text.js'
import { Vnd } from './vnd.js'

/** One product within a transaction. */
export const TransactionLine = z.strictObject({
  productId: ProductId,
  sku: Sku.optional(),
  quantity: z.int().min(1),
  amount: Vnd,
})
export type TransactionLine = z.infer<typeof TransactionLine>

/**
 * An entry of the append-only ledger.
 *
 * The rule: one accepted order to one producer on one platform is one transaction; order lines, units and đồng are
 * counted apart. Nothing is changed or deleted: a cancellation is a second entry of kind `void` that repeats the first
 * entry's facts and takes them off its day. When a part of the goods goes back, a third entry says what is left of the sale.
 */
export const Transaction = z.strictObject({
  id: TransactionId,
  kind: z.enum(['sale', 'void']),
  /** The entry that this one takes back; only for `void`. */
  voids: TransactionId.optional(),
  platformId: PlatformId,
  producerId: ProducerId.nullable(),
  /** The producer's province, in the list of units that was in force on `until`. */
  province: ProvinceKey,
  /** First and last day of what is counted: the same day for an order, the whole span for a platform's own statement. */
  from: Day,
  until: Day,
  /** How many transactions the entry stands for: 1 for an order, more for a statement such as "42,933 in the half-year". */
  count: z.int().min(1),
  /** Empty when the platform does not say what was sold. */
  lines: z.array(TransactionLine).max(200),
  /** Goods after reductions, without shipping, in whole đồng; null when the platform does not say. */
  amount: Vnd.nullable(),
  orderId: OrderId.optional(),
  /** The platform's own number; with the platform it names the sale once and for all. */
  externalNumber: line(100).optional(),
  source: line(500).optional(),
  recordedAt: Instant,
})
export type Transaction = z.infer<typeof Transaction>

/** What the counts take of an entry. */
export interface CountedTransaction extends Pick<
  Transaction,
  'kind' | 'platformId' | 'producerId' | 'province' | 'from' | 'until' | 'count' | 'amount'
> {
  readonly lines: readonly Pick<TransactionLine, 'productId' | 'quantity' | 'amount'>[]
}
