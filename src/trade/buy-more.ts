import type { BuyMore } from '../catalog/prices/price-rules.js'
import type { Vnd } from '../catalog/vnd.js'

const takenOff = ({ percent, amount = 0 }: BuyMore, unitPrice: Vnd, quantity: number): Vnd =>
  percent === undefined ? Math.min(amount, unitPrice) * quantity : Math.floor((unitPrice * quantity * percent) / 100)

/** What buying `quantity` units takes off: by the rule that takes most off of those that apply; 0 when none does. */
export const buyMoreReduction = (rules: readonly BuyMore[], unitPrice: Vnd, quantity: number): Vnd =>
  Math.max(0, ...rules.filter(({ from }) => quantity >= from).map((rule) => takenOff(rule, unitPrice, quantity)))
