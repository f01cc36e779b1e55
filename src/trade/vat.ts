import { netAmounts, type Priced } from '../catalog/order.js'
import type { Vnd } from '../catalog/vnd.js'

/** The tax within prices that hold it. */
export interface VatPart {
  /** In whole đồng, rounded half up line by line. */
  readonly amount: Vnd
  /** True when every line states its rate; otherwise the amount is that of the lines which do. */
  readonly isWhole: boolean
}

/** The VAT within the goods of shares, after reductions; null when no line states a rate. Shipping is left out. */
export function vatWithin(shares: readonly Pick<Priced, 'lines' | 'reductions'>[]): VatPart | null {
  const lines = shares.flatMap((share) => {
    const amounts = netAmounts(share)
    return share.lines.map(({ vatRate }, index) => ({ vatRate, amount: amounts[index] ?? 0 }))
  })
  const rated = lines.flatMap(({ vatRate, amount }) => (vatRate === undefined ? [] : [{ vatRate, amount }]))
  if (rated.length === 0) return null
  return {
    amount: rated.reduce((sum, { vatRate, amount }) => sum + Math.round((amount * vatRate) / (100 + vatRate)), 0),
    isWhole: rated.length === lines.length,
  }
}
