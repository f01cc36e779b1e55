import type { Cart, Quote } from '../../trade/quote.js'

/** The goods that can be had now, in place of those that were wanted; empty when all of them are gone. */
export function fitToStock({ shares }: Quote): Cart {
  const lines = shares.flatMap((share) => share.lines)
  return new Map(
    lines
      .map(({ variant, quantity, available }) => [variant.sku, Math.min(quantity, available)] as const)
      .filter(([, quantity]) => quantity > 0),
  )
}
