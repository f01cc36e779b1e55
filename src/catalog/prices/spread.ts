import type { Vnd } from '../vnd.js'

/**
 * Spreads an amount over parts in proportion to their weights, in whole đồng that add up exactly: each part gets its
 * share rounded down, and what is left goes đồng by đồng to those that lost most by rounding, the first of equals first.
 *
 * No part gets more than its weight as long as the amount is no more than the sum of the weights.
 *
 * @param weights - Whole numbers from 0; not all of them 0 unless the amount is 0.
 */
export function spread(amount: Vnd, weights: readonly Vnd[]): Vnd[] {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n)
  if (sum === 0n) return weights.map(() => 0)
  const shares = weights.map((weight) => {
    const product = BigInt(amount) * BigInt(weight)
    return { whole: Number(product / sum), rest: product % sum }
  })
  let left = amount - shares.reduce((total, { whole }) => total + whole, 0)
  const mostLost = shares
    .map(({ rest }, index) => ({ rest, index }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  const extra = new Set<number>()
  for (const { index, rest } of mostLost) {
    if (left === 0 || rest === 0n) break
    extra.add(index)
    left -= 1
  }
  return shares.map(({ whole }, index) => whole + (extra.has(index) ? 1 : 0))
}
