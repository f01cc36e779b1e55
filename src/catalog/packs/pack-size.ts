import * as z from 'zod'
import type { Vnd } from '../vnd.js'

const UNITS = {
  g: { base: 'kg', perBase: 1000 },
  kg: { base: 'kg', perBase: 1 },
  ml: { base: 'l', perBase: 1000 },
  l: { base: 'l', perBase: 1 },
  piece: { base: 'piece', perBase: 1 },
} as const

/** What one sold unit holds: `{ quantity: 500, unit: 'g' }`, or several pieces: `{ quantity: 25, unit: 'g', count: 20 }`. */
export const PackSize = z.strictObject({
  quantity: z.number().positive().max(1_000_000),
  unit: z.enum(['g', 'kg', 'ml', 'l', 'piece']),
  /** How many such quantities the pack holds; 1 when left out. */
  count: z.int().min(1).max(10_000).optional(),
})
export type PackSize = z.infer<typeof PackSize>

/** A pack of one piece says no more than the product's name. */
export const isOnePiece = ({ quantity, unit, count = 1 }: PackSize): boolean =>
  unit === 'piece' && quantity * count === 1

/** A price by which packs can be compared. */
export interface UnitPrice {
  /** Whole đồng for one kilogram, litre or piece, rounded half up. */
  readonly amount: Vnd
  readonly per: 'kg' | 'l' | 'piece'
}

/** The price for a kilogram, a litre or a piece, so that packs can be compared; null for a single piece. */
export function unitPrice(price: Vnd, pack: PackSize): UnitPrice | null {
  const { base, perBase } = UNITS[pack.unit]
  if (isOnePiece(pack)) return null
  const amount = pack.quantity * (pack.count ?? 1)
  return { amount: Math.round((price * perBase) / amount), per: base }
}
