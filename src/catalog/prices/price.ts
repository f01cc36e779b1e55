import { addDays, type Day } from '../day.js'
import type { Variant } from '../product.js'
import type { Vnd } from '../vnd.js'

/** So many days before a sale are looked at for the price that stands beside it. */
export const FORMER_PRICE_DAYS = 30

/** What one unit costs on a day. */
export interface ShownPrice {
  /** What is asked on the day, in whole đồng. */
  readonly price: Vnd
  /** The lowest price of the 30 days before the sale began; null when there is no sale or it is no lower than that. */
  readonly former: Vnd | null
  /** The last day of the sale; null when there is none. */
  readonly until: Day | null
}

/** The prices that were asked in the days before a sale, as far as they are known. */
function pricesBefore({ price, pastPrices = [] }: Variant, day: Day): Vnd[] {
  const past = pastPrices.filter(
    ({ from, until }) => until >= addDays(day, -FORMER_PRICE_DAYS) && (from === undefined || from < day),
  )
  const since = pastPrices.findLast(({ from }) => from === undefined)?.until
  const isFromBefore = price !== null && (since === undefined || since < day)
  return [...past.map((entry) => entry.price), ...(isFromBefore ? [price] : [])]
}

/**
 * The price of a variant on a day, a running sale counted in. The former price is the lowest that was asked in the 30
 * days before, so that no price is raised to be lowered; null for a variant without a price.
 */
export function priceOn(variant: Variant, day: Day): ShownPrice | null {
  const { price, sale } = variant
  if (price === null) return null
  if (!sale || day < sale.from || sale.until < day) return { price, former: null, until: null }
  const before = pricesBefore(variant, sale.from)
  const former = before.length === 0 ? null : Math.min(...before)
  return { price: sale.price, former: former !== null && former > sale.price ? former : null, until: sale.until }
}
