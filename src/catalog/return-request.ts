import * as z from 'zod'
import { Instant } from './day.js'
import { Sku } from './ids.js'
import { line } from './text.js'
import { Vnd } from './vnd.js'

export const ReturnStatus = z.enum(['requested', 'accepted', 'refused', 'received', 'refunded'])
export type ReturnStatus = z.infer<typeof ReturnStatus>

/** What may follow each step of a return; anything else is refused. */
export const RETURN_STEPS: Readonly<Record<ReturnStatus, readonly ReturnStatus[]>> = {
  requested: ['accepted', 'refused'],
  accepted: ['received', 'refunded', 'refused'],
  received: ['refunded'],
  refused: [],
  refunded: [],
}

/** Why goods go back, so that they can be counted; words say more. */
export const ReturnReason = z.enum(['damaged', 'spoiled', 'wrongGoods', 'notAsDescribed', 'other'])
export type ReturnReason = z.infer<typeof ReturnReason>

/** A shopper's wish to give goods of one share back. */
export const ReturnRequest = z.strictObject({
  status: ReturnStatus,
  reason: ReturnReason,
  words: line(500).optional(),
  lines: z
    .array(z.strictObject({ sku: Sku, quantity: z.int().min(1) }))
    .min(1)
    .max(50),
  /** What went back to the shopper, in đồng; once it is refunded. */
  refund: Vnd.optional(),
  /** Grows only. */
  history: z.array(z.strictObject({ status: ReturnStatus, at: Instant, reason: line(300).optional() })).min(1),
})
export type ReturnRequest = z.infer<typeof ReturnRequest>
