import * as z from 'zod'

/** The most that one price may be, in đồng: a slip of the keyboard is far more likely above it than a real price. */
export const MAX_PRICE = 10_000_000_000

/** An amount in whole đồng, VAT included, never negative; a safe integer so that sums stay exact. */
export const Vnd = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
export type Vnd = z.infer<typeof Vnd>

/** The price of one variant in whole đồng, 1 ₫ to {@link MAX_PRICE}. */
export const Price = z.int().min(1).max(MAX_PRICE)
