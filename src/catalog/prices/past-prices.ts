import { addDays, type Day } from '../day.js'
import type { PastPrice } from './price-rules.js'
import type { Product, Variant } from '../product.js'

/** So long are prices remembered: a year and a month, for comparison with the same season. */
const REMEMBERED_DAYS = 400
const MOST = 60

/** What a change puts an end to: the price itself, and a sale that had begun. */
function endedBy(before: Variant, after: Variant, today: Day): PastPrice[] {
  const ended: PastPrice[] = []
  const { sale } = before
  const isSameSale = sale?.price === after.sale?.price && sale?.from === after.sale?.from
  if (sale && !isSameSale && sale.from <= today)
    ended.push({ price: sale.price, from: sale.from, until: sale.until < today ? sale.until : today })
  if (before.price !== null && before.price !== after.price) ended.push({ price: before.price, until: today })
  return ended
}

function withPast(before: Variant | undefined, handedIn: Variant, today: Day): Variant {
  const after = { ...handedIn }
  delete after.pastPrices
  const known = before ? [...(before.pastPrices ?? []), ...endedBy(before, after, today)] : []
  const pastPrices = known.filter(({ until }) => until >= addDays(today, -REMEMBERED_DAYS)).slice(-MOST)
  return pastPrices.length > 0 ? { ...after, pastPrices } : after
}

/** The product with the prices that its variants had before, as the catalog knows them. */
export function rememberPrices(before: Product | null, after: Product, today: Day): Product {
  const known = new Map(before?.variants.map((variant) => [variant.sku, variant]))
  return { ...after, variants: after.variants.map((variant) => withPast(known.get(variant.sku), variant, today)) }
}
